"""Transfers to the police (移送公安机关): when a breach is a suspected crime, who may look into it, and what must wait meanwhile.

Source: 行政执法机关移送涉嫌犯罪案件的规定 Art. 3-12; 行政处罚法 Art. 27, 35; 行政强制法 Art. 21.
"""

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

BASIS = "移送涉嫌犯罪案件规定 11①"

STANDARDS: Mapping[str, str] = {"hazardous_waste": "非法排放、倾倒、处置危险废物", "other": "其他追诉标准"}
"""By what a breach becomes a suspected crime; the first is measured in tonnes (法释〔2023〕7号 Art. 1(2))."""

CAPACITIES: Mapping[str, str] = {"principal": "本机关正职负责人", "presiding": "主持工作的负责人"}
"""Who alone may decide to transfer. Source: Art. 5."""

ANSWERS: Mapping[str, str] = {"filed": "决定立案", "refused": "决定不予立案", "passed_on": "已转送有管辖权的公安机关"}
"""What the police answer. Source: Art. 7, 8."""


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
