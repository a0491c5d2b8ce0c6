"""Change of the party (变更当事人): it has another name, or somebody else stands in its place, as the head approved.

A company that is called otherwise is the same one; who takes over by merger or division is another one, who has not been told
anything yet: the case goes back, is assessed anew, and the successor gets a notice and is heard. After the decision was served the
successor takes over its execution and the remedies. Papers already issued keep what they say.
Source: 民法典 Art. 64, 67; 行政处罚法 Art. 40, 44, 45, 62; 行政复议法 Art. 14; 行政诉讼法 Art. 25.
"""

from collections.abc import Mapping
from typing import Any

from engine.commands.amendment import kept, references, reports, told_in_vain
from engine.commands.document import penalty_paper
from engine.commands.party import LABELS, called, check_other, numbered, stated
from engine.commands.procedure import start_form, starts
from engine.errors import InvalidInputError, LawError
from engine.events.amendment import CHANGES
from engine.events.party import COLUMNS, PartyChanged
from engine.model import Amendment, Assessment, Case, Party
from engine.queries.amendment import unassessed
from engine.queries.caution import STALE_BASIS, stale_words
from engine.queries.party import identity_of, party_of
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

SUCCESSIONS = frozenset({"merged", "divided"})
"""The changes after which somebody else stands there."""


@starts("party_change")
def apply_for_change(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what becomes of the party and its name; refuses what is no such change, and what no evidence in the file proves."""
    del instance
    references(work, case, data)
    _check(work, case, party_of(work.connection, case.id), data)
    return f"{CHANGES[data.text('change')]}，{data.text('name')}"


@operation("party.change")
def change_party(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Put the party as it now stands in the place of the one before; another one must be assessed and told anew before any decision."""
    del inputs, values
    case, data = work.case(case_id), start_form(work)
    party, change = party_of(work.connection, case_id), data.text("change")
    new = _check(work, case, party, data)
    recoded = new["code"] != party.code
    work.record(
        PartyChanged(
            case=case_id,
            party=party.id,
            change=change,
            changed_on=data.day("changed_on"),
            amended="、".join(LABELS[name] for name in COLUMNS if new[name] != getattr(party, name)),
            anew=_anew(work, case, recoded=recoded) if recoded or change in SUCCESSIONS else None,
            evidence=references(work, case, data),
            former=_former(party, data),
            title=called(case, party, new["name"]) if new["name"] != party.name else None,
            **new,
            **kept(work, party, (*COLUMNS, "former"), data),
        )
    )
    return {}


def is_another(work: Work, case: Case) -> bool:
    """Tell whether the party changed since the last report or was found to need a guardian, so that it must be told anew (行政处罚法 Art. 44, 62)."""
    return _unassessed(work, case) is not None


def check_assessed(work: Work, case: Case) -> None:
    """Refuse to go on with a proposal that speaks of another: who took its place is judged by its own past, and told of that alone.

    The way on is back to the report. Source: 行政处罚法 Art. 5(2), 40, 44.
    """
    changed = _unassessed(work, case)
    if changed is not None:
        raise LawError("notice_required", stale_words(changed.act), basis=STALE_BASIS)


def _unassessed(work: Work, case: Case) -> Amendment | None:
    return unassessed(work.rows(Amendment, case_id=case.id, order="made_at"), work.rows(Assessment, case_id=case.id))


def _anew(work: Work, case: Case, *, recoded: bool) -> int | None:
    """Return how many reports there are where the case goes back: another was told, or is assessed by the past of another number."""
    assessed = case.decided_on is None and case.assessment_id is not None
    return reports(work, case) if recoded and assessed else told_in_vain(work, case)


def check_told(work: Work, case: Case) -> None:
    """Refuse to punish who was not told: somebody else was, before the party changed."""
    if is_another(work, case):
        message = "评定或者告知之后当事人已经变更，或者查明须由监护人代理：应受告知的人没有得到告知、没有陈述申辩。退回调查终结，重新评定、重新告知。"
        raise LawError("notice_required", message, basis="行政处罚法 44、45、62；民法典 23")


def _check(work: Work, case: Case, party: Party, data: FormData) -> dict[str, Any]:
    """Return the party as it shall stand; refuses what the kind of change does not allow."""
    new, change, number = stated(data.values), data.text("change"), numbered(data)
    if new["kind"] != party.kind:
        raise InvalidInputError({"kind": ["当事人类型不能变更；类型变了的是另一主体，须撤案后另行立案。"]})
    if change == "renamed" and new["code"] != party.code:
        raise InvalidInputError({number: ["更名的，号码不变；号码也变了的不是更名。"]})
    if change in {"renamed", "corrected"} and (new["name"], new["code"]) == (party.name, party.code):
        raise InvalidInputError({"name": ["姓名、名称和号码都没有变。只改地址、电话和负责人的，在案件页更正信息。"]})
    if change == "corrected" and new["name"] != party.name and new["code"] != party.code:
        raise InvalidInputError({"name": ["姓名和号码都不同的不是登记有误，是另一人；须撤案后对其另行立案。"]})
    if change in SUCCESSIONS:
        _check_succession(work, case, party, new, number)
    check_other([other for other in work.rows(Party, case_id=case.id) if other.id != party.id], data)
    return new


def _check_succession(work: Work, case: Case, party: Party, new: Mapping[str, Any], number: str) -> None:
    if party.kind != "organisation":
        raise InvalidInputError({"change": ["只有法人和非法人组织才有合并、分立；个人死亡、个体工商户注销的，启动“撤案”或者“终结执行”。"]})
    if new["code"] == party.code:
        raise InvalidInputError({number: ["承受人的号码与原当事人相同；原当事人存续的，不必变更。"]})
    paper = penalty_paper(work, case.id)
    if case.decided_on is not None and (paper is None or paper.served_on is None):
        message = "决定书还没有送达，原当事人已经终止的，启动“自行纠错”撤销决定，对承受人另行立案、告知；原当事人还在的，先送达。"
        raise LawError("not_served", message, basis="行政处罚法 61、75②")


def _former(party: Party, data: FormData) -> str | None:
    """Return in words who stood there before, or what the party was called; a slip of the pen is not told in papers."""
    day, change = data.day("changed_on"), data.text("change")
    on = f"{day.year}年{day.month}月{day.day}日"
    known = identity_of(party)
    said = {
        "corrected": "",
        "renamed": f"原{'姓名' if party.kind == 'person' else '名称'}{party.name}，{on}变更",
        "merged": f"{party.name}（{known.label}：{known.shown}）{on}合并，其权利义务由本当事人承受",
        "divided": f"{party.name}（{known.label}：{known.shown}）{on}分立，{_shared(data.find('others'))}承担连带债务",
    }[change]
    return "；".join(text for text in (party.former, said) if text) or None


def _shared(others: str | None) -> str:
    """Return who answers for what a divided party owes: all who came of it, jointly (民法典 Art. 67)."""
    return f"由本当事人与{others}" if others else "由包括本当事人在内的分立后的法人"
