"""Expectations (期望): what a scenario says must be true, held against what the engine answers."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from engine.actor import SYSTEM
from engine.proof.history import ProveAll
from engine.queries.case_file import CaseFileView
from engine.rules.document import DOCUMENTS
from web.house import House

_QUIET = {"D22"} | {code for code, kind in DOCUMENTS.items() if kind.inner}
"""Papers that a story need not name: receipts of service, and what the office writes for its own volume."""

Check = Callable[[Any, House, CaseFileView], Iterator[str]]


def unmet(expected: Mapping[str, Any], house: House, view: CaseFileView) -> list[str]:
    """Return, in Chinese, every expectation that does not hold."""
    return [difference for name, value in expected.items() for difference in _CHECKS[name](value, house, view)]


def _deadlines(expected: Mapping[str, Any], _house: House, view: CaseFileView) -> Iterator[str]:
    found = {clock.key: clock.due for clock in view.clocks}
    for key, due in expected.items():
        if found.get(key) != due:
            yield f"期限{key}应为{due}，实为{found.get(key) or '无'}"


def _clocks(expected: Mapping[str, str], _house: House, view: CaseFileView) -> Iterator[str]:
    found = {clock.key: clock.state for clock in view.clocks}
    for key, state in expected.items():
        if found.get(key) != state:
            yield f"期限{key}的状态应为{state}，实为{found.get(key) or '无'}"


def _provisional(expected: list[str], _house: House, view: CaseFileView) -> Iterator[str]:
    found = sorted(clock.key for clock in view.clocks if clock.provisional)
    if found != sorted(expected):
        yield f"暂定的期限应为{sorted(expected)}，实为{found}"


def _waiting(expected: list[str], _house: House, view: CaseFileView) -> Iterator[str]:
    found = sorted(task.step for task in view.waiting)
    if found != sorted(expected):
        yield f"等待办理的应为{sorted(expected)}，实为{found}"


def _documents(expected: list[str], _house: House, view: CaseFileView) -> Iterator[str]:
    found = {paper.code for paper in view.documents}
    if found - _QUIET != set(expected) - _QUIET or not set(expected) <= found:
        yield f"文书应为{expected}，实为{sorted(paper.code for paper in view.documents)}"


def _numbers(expected: Mapping[str, str], _house: House, view: CaseFileView) -> Iterator[str]:
    found = {paper.code: paper.number for paper in view.documents if paper.number} | {"case": view.case.number}
    for code, number in expected.items():
        if found.get(code) != number:
            yield f"{code}的文号应为{number}，实为{found.get(code)}"


def _texts(expected: Mapping[str, list[str]], _house: House, view: CaseFileView) -> Iterator[str]:
    for code, words in expected.items():
        papers = [paper for paper in view.documents if paper.code == code]
        # Papers of one kind that were made on one day have no order among them.
        content = "".join(str(paper.facts) for paper in papers if paper.issued_on == papers[-1].issued_on)
        for word in words:
            if str(word) not in content:
                yield f"{code}中应有“{word}”"


def _published(expected: bool | date | str, _house: House, view: CaseFileView) -> Iterator[str]:  # noqa: FBT001  # A value of the file.
    """Compare what is public now: `true` or its first day where something is, `withdrawn` or `ended` where nothing is any more."""
    last = view.publications[-1] if view.publications else None
    state = None if last is None else last.state
    found: date | str | bool = last.published_on if last is not None and state == "published" else state or False
    if not (expected is True and isinstance(found, date)) and found != expected:
        yield f"公示应为{expected}，实为{found}"


def _visible(expected: Mapping[str, list[str]], _house: House, view: CaseFileView) -> Iterator[str]:
    content = str(next((shown.content for shown in reversed(view.publications) if shown.state == "published"), ""))
    for word in expected.get("shown", []):
        if str(word) not in content:
            yield f"公示内容应有“{word}”"
    for word in expected.get("hidden", []):
        if str(word) in content:
            yield f"公示内容不得有“{word}”"


def _journal(expected: str, house: House, view: CaseFileView) -> Iterator[str]:
    for proof in house.engine.ask(ProveAll(stream=view.case.id), SYSTEM):
        if (expected == "intact") != (not proof.faults):
            yield f"日志应为{expected}：{'；'.join(proof.faults) or '校验无误'}"


def _money(name: str, label: str) -> Check:
    def check(expected: Any, _house: House, view: CaseFileView) -> Iterator[str]:
        rows: Mapping[str, Any] = {"recommended": view.assessments, "tier": view.assessments}
        last = _last(view)
        source = last if name in rows else view.case
        found = getattr(source, name, None)
        wanted = Decimal(str(expected)) if isinstance(expected, int | float) and not isinstance(expected, bool) else expected
        if found != wanted:
            yield f"{label}应为{expected}，实为{found}"

    return check


def _account(name: str, label: str) -> Check:
    def check(expected: float, _house: House, view: CaseFileView) -> Iterator[str]:
        found = getattr(view.ledger, name, None)
        if found != Decimal(str(expected)):
            yield f"{label}应为{expected}，实为{found}"

    return check


def _runs(expected: Mapping[str, list[str]], _house: House, view: CaseFileView) -> Iterator[str]:
    last = _last(view)
    runs = last.explanation["runs"] if last is not None else []
    for code, words in expected.items():
        content = str([run for run in runs if run["code"] == code])
        for word in words:
            if str(word) not in content:
                yield f"裁量记录{code}中应有“{word}”"


def _last(view: CaseFileView) -> Any:
    return next((item for item in view.assessments if item.id == view.case.assessment_id), None)


_CHECKS: Mapping[str, Check] = {
    "deadlines": _deadlines,
    "clocks": _clocks,
    "provisional": _provisional,
    "waiting": _waiting,
    "documents": _documents,
    "numbers": _numbers,
    "texts": _texts,
    "published": _published,
    "visible": _visible,
    "journal": _journal,
    "state": _money("state", "案件状态"),
    "outcome": _money("outcome", "处理结果"),
    "fine": _money("fine", "罚款"),
    "tier": _money("tier", "阶次"),
    "recommended": _money("recommended", "建议数额"),
    "runs": _runs,
    "owing": _account("owing", "尚欠"),
    "gains": _account("gains_owing", "尚欠没收款"),
    "excess": _account("excess", "应退"),
    "plea": _money("plea", "陈述申辩"),
    "settled": _money("settled", "缴清"),
    "overdue": _money("overdue", "超期"),
}
