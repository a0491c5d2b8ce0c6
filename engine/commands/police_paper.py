"""Papers beside a transfer to the police (移送附属文书): objections to a refusal, and the notice that the goods went.

Source: 移送涉嫌犯罪案件规定 Art. 9, 12; 行政强制法 Art. 21.
"""

from engine.commands.composition import face
from engine.commands.document import newest
from engine.commands.goods_handover import going_along
from engine.commands.goods_paper import listed, stated_article
from engine.commands.police_transfer import given, team_of
from engine.errors import LawError
from engine.events.goods import KINDS
from engine.model import Collaboration, Task
from engine.rules.document.filing_objection import FilingObjection
from engine.rules.document.goods import GoodsItem
from engine.rules.document.goods_transfer import GoodsTransfer
from engine.rules.document.part import Officer
from engine.work import Work

NOTICE = "行政强制法 21"


def gone_items(work: Work, case_id: str) -> tuple[GoodsItem, ...]:
    """Return the things that go to the police, each with the measure under which it was held."""
    return tuple(listed(thing, f"{KINDS[thing.kind]}，移送") for thing in going_along(work, case_id))


def goods_notice(work: Work, case_id: str, recipient: str, items: tuple[GoodsItem, ...], number: str, token: str) -> GoodsTransfer:
    """Return what the party is told of things that went to the police."""
    case, form = work.case(case_id), given(work, case_id, "police_goods")
    return GoodsTransfer(
        **face(work, case, number, token),
        cause=case.cause_title,
        recipient=recipient,
        handed_on=form.text("handed_on"),
        receipt=form.text("receipt_no"),
        basis=(stated_article(work, NOTICE),),
        items=items,
    )


def objection(work: Work, case_id: str, recipient: str | None, number: str, token: str) -> FilingObjection:
    """Return the letter against the newest refusal, to the body that refused where no other `recipient` is named."""
    case, form, request = work.case(case_id), given(work, case_id, "police_objection"), work.get(Collaboration, str(work.instance))
    refusals = [task for task in _answers(work) if (task.data or {})["outcome"] == "refused"]
    if not refusals:
        raise LawError("step_not_waiting", "公安机关没有不予立案。", basis="移送涉嫌犯罪案件规定 9")
    refused, told = refusals[-1].data or {}, given(work, case_id, "police_report")
    letter, body = newest(work, case_id, "D26P"), _refuser(work) or request.partner_name
    officers = tuple(Officer(name=user.name, certificate=user.certificate or "") for user in team_of(work, str(work.instance)))
    return FilingObjection(
        **face(work, case, number, token) | {"officers": officers},
        recipient=recipient or body,
        cause=case.cause_title,
        offence=told.text("offence"),
        letter=(letter.number or "") if letter else "",
        refused_by=body,
        refusal=str(refused["number"]),
        refused_on=str(refused["decided_on"]),
        refused_why=f"{str(refused['answer']).strip().rstrip('。')}。",
        reason=form.text("reason"),
        reconsidered=len(refusals) > 1,
    )


def _answers(work: Work) -> list[Task]:
    return work.rows(Task, instance=work.instance, form="police_answer", state="done", order="done_at")


def _refuser(work: Work) -> str | None:
    """Return the office to which the police passed the case on, None where the addressee itself decided."""
    passed = [task.data or {} for task in _answers(work) if (task.data or {})["outcome"] == "passed_on"]
    return str(passed[-1]["body"]) if passed else None
