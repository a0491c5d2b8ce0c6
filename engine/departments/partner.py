"""Partners (协作部门): other departments that are asked for help, what each answers and by which ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KINDS: Mapping[str, str] = {
    "assistance": "协查",
    "planning": "规划认定",
    "testing": "监测检测",
    "joint": "联合执法",
    "transfer": "案件移送",
    "police_transfer": "涉嫌犯罪移送",
    "police_copy": "移送抄送",
    "police_supervision": "建议立案监督",
    "notice": "信息抄告",
}
"""What a department may be asked for, or gets, by its key."""

WAYS: Mapping[str, str] = {"account": "协作账号", "link": "一次性链接", "api": "接口"}
"""The ways by which an answer comes in."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another department that is asked for help (协作部门).

    `kinds` are the requests that it answers, `ways` how its answers come in; `webhook` is where requests go by API.
    """

    code: str
    name: str
    kinds: tuple[str, ...]
    ways: tuple[str, ...]
    webhook: str = ""


def read_partner(entry: Mapping[str, Any]) -> Partner:
    """Return a partner as its entry describes it; ValueError for an unknown kind or way, and for an API without an address."""
    partner = Partner(**{**entry, "kinds": tuple(entry["kinds"]), "ways": tuple(entry["ways"])})
    if not partner.kinds or not partner.ways or set(partner.kinds) - KINDS.keys() or set(partner.ways) - WAYS.keys():
        raise ValueError(f"{partner.name}的协作事项或者答复途径不在目录中")
    if ("api" in partner.ways) != partner.webhook.startswith(("http://", "https://")):
        raise ValueError(f"{partner.name}的接口地址与答复途径不符")
    return partner
