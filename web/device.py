"""Devices (登录设备): what somebody logs in with, in words, from what the browser says of itself."""

BROWSERS = (
    ("MicroMessenger", "微信"),
    ("HuaweiBrowser", "华为浏览器"),
    ("MiuiBrowser", "小米浏览器"),
    ("QQBrowser", "QQ浏览器"),
    ("UCBrowser", "UC浏览器"),
    ("360SE", "360浏览器"),
    ("360EE", "360浏览器"),
    ("Edg", "Edge浏览器"),
    ("Firefox", "火狐浏览器"),
    ("Chrome", "Chrome浏览器"),
    ("Safari", "Safari浏览器"),
)
"""What stands in the description, the particular before what it is built on."""

SYSTEMS = (
    ("HarmonyOS", "鸿蒙"),
    ("OpenHarmony", "鸿蒙"),
    ("iPhone", "苹果手机"),
    ("iPad", "苹果平板"),
    ("Android", "安卓"),
    ("Windows", "Windows电脑"),
    ("Macintosh", "苹果电脑"),
    ("Linux", "Linux电脑"),
)


def device(agent: str | None) -> str:
    """Return 安卓，微信; 未知设备 where the description tells nothing that is known here."""
    text = agent or ""
    found = (next((word for sign, word in signs if sign in text), None) for signs in (SYSTEMS, BROWSERS))
    return "，".join(word for word in found if word) or "未知设备"
