"""Transfers to the police (移送公安机关): when a breach is a suspected crime, who may look into it, and what must wait meanwhile.

Source: 行政执法机关移送涉嫌犯罪案件的规定 Art. 3-12; 行政处罚法 Art. 27, 35; 行政强制法 Art. 21.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from engine.errors import LawError

PROCEDURE = "police_transfer"
"""The process, and the kind of request under which the police get it."""

COPY = "police_copy"
"""The kind under which the procuratorate gets a copy of the letter, and nothing beside it.

Source: 关于在行政执法中及时移送涉嫌犯罪案件的意见（高检会〔2006〕2号）Art. 1; 移送涉嫌犯罪案件规定 Art. 14.
"""

SUPERVISION = "police_supervision"
"""The kind under which the procuratorate gets the suggestion to supervise the filing. Source: 移送涉嫌犯罪案件规定 Art. 9."""

COPIES = frozenset({COPY, SUPERVISION})
"""The kinds that bring a letter alone and wait for no answer in this house."""

BASIS = "移送涉嫌犯罪案件规定 11①"

CRIME_BASIS = "移送涉嫌犯罪案件规定 3、5、行政处罚法 27"
"""Why a suspected crime takes the road of a team, a decision and terms, and no other."""

STANDARDS: Mapping[str, str] = {"hazardous_waste": "非法排放、倾倒、处置危险废物", "other": "其他追诉标准"}
"""By what a breach becomes a suspected crime; the first is measured in tonnes (法释〔2023〕7号 Art. 1(2))."""

CAPACITIES: Mapping[str, str] = {"principal": "本机关正职负责人", "presiding": "主持工作的负责人"}
"""Who alone may decide to transfer. Source: Art. 5."""

_DEPUTY = re.compile("分管|副")


def check_capacity(title: str | None, capacity: str) -> None:
    """Refuse a deputy who decides as the principal: only the principal, or whoever presides in the place of one, may decide to transfer.

    Source: 移送涉嫌犯罪案件规定 Art. 5.
    """
    if capacity == "principal" and _DEPUTY.search(title or ""):
        message = f"您登记的职务是“{title}”，不能以{CAPACITIES[capacity]}的身份决定移送：由正职负责人决定；您主持工作的，如实选择。"
        raise LawError("not_allowed", message, basis="移送涉嫌犯罪案件规定 5①", field="capacity")


ANSWERS: Mapping[str, str] = {"filed": "决定立案", "refused": "决定不予立案", "passed_on": "已转送有管辖权的公安机关"}
"""What the police answer. Source: Art. 7, 8."""


_POLICE = re.compile("公安|派出所|刑侦|刑警|经侦")


def is_police(body: str) -> bool:
    """Tell by its name whether a body belongs to the police."""
    return _POLICE.search(body) is not None


def check_recipient(body: str, *, minor: bool, field: str) -> None:
    """Refuse a plain transfer of a case to the police: a suspected crime has its own procedure.

    `minor` says that the matter is for the police as an administrative body, being a breach of public order and no crime.
    """
    if is_police(body) and not minor:
        raise plain_transfer_refused(body, field)


def plain_transfer_refused(body: str, field: str) -> LawError:
    """Return the refusal to hand a case to the police past the procedure of a suspected crime; it says which one to begin."""
    message = (
        f"不能直接移送{body}：涉嫌犯罪的，请启动“移送公安机关”（专案组核实，正职负责人三日内决定，批准后二十四小时内移送）；"
        "不涉嫌犯罪、只作为治安案件处理的，启动“管辖移送”并勾选注明。"
    )
    return LawError("no_basis", message, basis=CRIME_BASIS, field=field)


def check_standard(tonnes: Decimal, least: int) -> None:
    """Refuse to call dangerous waste a suspected crime below the quantity, in tonnes, from which it is one."""
    if tonnes < least:
        message = f"危险废物{tonnes.normalize():f}吨，不足{least}吨：有其他追诉标准的，按其他追诉标准移送。"
        raise LawError("no_basis", message, basis="法释〔2023〕7号 1(2)", field="tonnes")


def check_here(transferred_on: date | None, what: str) -> None:
    """Refuse with `case_transferred` what would end or move a case that lies with the police."""
    if transferred_on is not None:
        day = f"{transferred_on.month}月{transferred_on.day}日"
        raise LawError("case_transferred", f"本案已于{day}决定移送公安机关，{what}须待公安机关退回后办理。", basis=BASIS)


def check_offset(offset: Decimal, fine: Decimal | None) -> None:
    """Refuse to set off against a criminal fine more than the agency fined before the transfer, in yuan. Source: 行政处罚法 Art. 35(2)."""
    if fine is None:
        raise LawError("no_basis", "移送以前没有给予罚款，没有可以折抵罚金的数额。", basis="行政处罚法 35②", field="offset")
    if offset > fine:
        message = f"折抵的数额不能超过移送以前的罚款{fine}元。"
        raise LawError("overpaid", message, basis="行政处罚法 35②", field="offset")
