"""Devices in words."""

import pytest

from web.device import device


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Linux; Android 14; PCT-AL10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36", "安卓，Chrome浏览器"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50", "苹果手机，微信"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Windows电脑，Edge浏览器"),
        ("curl/8.5.0", "未知设备"),
        ("", "未知设备"),
        (None, "未知设备"),
    ],
)
def test_a_browser_is_called_by_its_name_and_its_system(agent: str | None, words: str) -> None:
    assert device(agent) == words
