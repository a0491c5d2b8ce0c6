"""Collaboration (执法协作): how other departments answer, by when, and what may be sent to them. Source: 行政处罚法 Art. 26."""

from collections.abc import Mapping
from datetime import date

from engine.departments.partner import KINDS, Partner
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.law.book import LawBook
from engine.law.calendar import DAY
from engine.rules.deadlines import DEADLINES
from engine.rules.police_transfer import ANSWERS, PROCEDURE, is_police, plain_transfer_refused

OUTCOMES: Mapping[str, str] = {"done": "已办", "partial": "部分办结", "delay": "需延期", "not_ours": "不属职责"}
"""How a department answers."""

WORDS: Mapping[str, str] = {**OUTCOMES, **ANSWERS}
"""What every answer is called, that of the police included."""

REPLY = "collaboration.reply"
"""The clock of an answer."""

DATA = "collaboration.data"
"""The clock of an answer that gives papers, data or information, where the city has such a rule (domain.md R53)."""

DATA_KIND = "assistance"
"""The kind of request that asks for what the other department holds."""


def no_request() -> NotFoundError:
    """Return the one answer for a request that does not exist and for one that was sent to somebody else. Source: 行政处罚法 Art. 26."""
    return NotFoundError("没有这项协作请求，或者不是发给本部门的。", basis="行政处罚法 26")


def check_delay(due: date | None, until: date, today: date) -> int:
    """Return by how many natural days an answer is put off; refuses a day that is not after the one on which it is due."""
    if due is None or until <= max(due, today):
        raise LawError("before_cause", "延期的日期须晚于原定的答复期限和今天。", basis="行政处罚法 26", field="promised_on")
    return (until - due).days


def check_data_delay(due: date | None, until: date, law: LawBook) -> int:
    """Return by how many working days data are put off; refuses a day off, and more than the city allows (domain.md R53)."""
    rule, start = DEADLINES[DATA], due or until
    most, days = law.parameters.integer("collab.data.extension.days"), law.calendar.working_days(start + DAY, until)
    if days > most or not law.calendar.is_working_day(until):
        last = law.calendar.add_working_days(start, most)
        message = f"提供资料经贵部门负责人批准可以延长{most}个工作日，最迟{last}，所填须是工作日。"
        raise LawError("extension_too_late", message, basis=rule.basis, field="promised_on")
    return days


def addressee(partners: Mapping[str, Partner], code: str, kind: str) -> Partner:
    """Return the department that is asked; refuses one that is not in the catalogue, or does not do this kind of thing."""
    partner = partners.get(code)
    if partner is None:
        raise InvalidInputError({"partner": ["协作部门不在目录中。"]})
    if kind == "transfer" and (is_police(partner.name) or PROCEDURE in partner.kinds):
        raise plain_transfer_refused(partner.name, "partner")
    if kind not in partner.kinds:
        able = "、".join(item.name for item in partners.values() if kind in item.kinds)
        raise InvalidInputError({"partner": [f"{partner.name}不承担{KINDS[kind]}，可以选择：{able}。"]})
    return partner


def check_clue(kind: str) -> None:
    """Refuse to transfer a clue by letter of its own: whoever checks it finds that it is another body's (domain.md §2.1 O1, O2)."""
    if kind == "transfer":
        raise LawError("no_basis", "还没有立案：线索不属本机关管辖的，在“核查”中选择移送。", basis="行政处罚法 22", field="kind")


MOST_FILES = 5
"""Files of one answer."""


def reply_text(partner: str, number: str, outcome: str, answer: str, contact: str) -> str:
    """Return the answer as the text that is sealed as evidence."""
    return f"{partner}复函\n\n答复：{number}\n办理情况：{outcome}\n\n{answer}\n\n经办人和电话：{contact}\n"
