"""Receipts of service (送达回证): the proof of how a document reached its recipient."""

from engine.clock import SHANGHAI
from engine.commands.address_confirmation import confirmed_address
from engine.commands.composition import face, stated_party
from engine.model import Document
from engine.rules.document.service_receipt import Served, ServiceReceipt
from engine.rules.document.wording import day_text
from engine.rules.service import TOLD
from engine.work import FormData, Work

_WAYS = {"retained": "left"}
"""What a way of service is called on its receipt, where the form calls it otherwise."""

_RELATIONS = {
    "party": "本人",
    "legal_representative": "法定代表人",
    "adult_relative": "同住成年家属",
    "guardian": "法定代理人（监护人）",
    "agent": "代理人",
    "receiver": "负责收件的人",
    "heir": "继承人",
}


def compose_receipt(work: Work, case_id: str, paper: Document, form: FormData, number: str, token: str) -> ServiceReceipt:
    """Return the receipt of a service as it was recorded."""
    del number
    case, day, way = work.case(case_id), paper.served_on or work.today, form.text("way")
    moment = work.now.astimezone(SHANGHAI)
    # The law asks for the day (民事诉讼法 Art. 87); the hour is known only when the service is entered on the spot.
    served_at = moment.strftime("%Y-%m-%dT%H:%M") if moment.date() == day else day.isoformat()
    relation, party = form.find("relation"), stated_party(work, case_id)
    confirmed = confirmed_address(work, case_id)
    reached = confirmed.electronic if confirmed and way == "electronic" else ""
    announced, told = way == "announcement", way == "electronic" and paper.code in TOLD
    return ServiceReceipt(
        **face(work, case, "", token, party),
        documents=(Served(name=paper.title, number=paper.number or "无文号"),),
        blank=False,
        way=_WAYS.get(way, way),
        # What is mailed goes to the address that the party confirmed, or else to its own; what is announced, to everybody.
        place=form.find("place") or form.find("medium") or reached or (confirmed.address if confirmed else party.address),
        served_at=served_at,
        recipient=form.find("recipient") or "",
        relation=_RELATIONS.get(relation, relation) if relation else "",
        witness=form.find("witness") or ("拍照、录像附卷" if form.values.get("media") else ""),
        circumstance=(form.find("reason") or "") if announced else "受送达人拒绝签收，依法留置送达。" if way == "retained" else "",
        consent="以信息化手段告知违法事实，不须签订确认书（行政处罚法第四十一条第三款）"
        if told
        else f"{day_text(confirmed.confirmed_on)}签订的送达地址确认书（{confirmed.number}），同意{confirmed.channel_text}送达"
        if confirmed and reached
        else "",
        reference=form.find("receipt_no") or form.find("medium") or reached or (form.find("place") or "" if told else ""),
        announced_on=form.day("served_on").isoformat() if announced else "",
        remark="",
        through=form.find("entrusted_to") or "",
    )
