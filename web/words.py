"""Words about tasks (办理用语): the question each step asks, the consequence that is confirmed once, and who is waited for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import forms
from engine.actor import SYSTEM
from engine.events.case_link import DAILY
from engine.events.case_link import KINDS as LINKS
from engine.events.participant import COLUMNS
from engine.events.party import COLUMNS as PARTY_COLUMNS
from engine.model import Assessment, Case, Document, Participant, Party, Task, User
from engine.queries.case_file import CaseFileView
from engine.queries.catalogue import LimbChoices, OurDepartment, RivalChoices
from engine.queries.clock import ClockReading, nearest
from engine.queries.goods import names_of
from engine.queries.party import identity_of
from engine.queries.procedure import Procedure
from engine.queries.reach import proxy_for
from engine.queries.worklist import governing_of
from engine.rules.money import format_yuan
from engine.rules.remedy import FLAWS, KINDS, RESULTS
from web import role
from web.date import short_day
from web.remedy import FORMS, said
from web.request import actor, engine

QUESTIONS: Mapping[str, str] = {
    "verification": "核查到了什么？",
    "confirm_verification": "核查时您在场，所记属实吗？",
    "approve_no_filing": "同意不予立案吗？",
    "case_filing": "为什么要立案？",
    "review_filing": "同意立案吗？",
    "approve_filing": "批准立案吗？",
    "investigation": "调查取得了哪些证据？",
    "appraisal": "检测鉴定的结果是什么？",
    "investigation_report": "查明了什么，建议怎样处理？",
    "confirm_report": "终结报告与您参与的调查一致吗？",
    "legal_review": "这件案子能通过法制审核吗？",
    "notice": "告知书可以发了吗？",
    "plea": "当事人说了什么？",
    "plea_review": "当事人的申辩成立吗？",
    "request_hearing": "当事人要求听证吗？",
    "confirm_late_entry": "当事人的意见是那一天收到的吗？",
    "review_late_entry": "同意补记吗？",
    "review_late_plea": "当事人的申辩成立吗？",
    "appoint_host": "由谁主持听证，公开吗？",
    "set_hearing": "听证定在什么时候、哪里？",
    "hold_hearing": "听证举行得怎样？",
    "report_hearing": "听证查明了什么？",
    "review_hearing": "听证后的处理意见能通过法制审核吗？",
    "convene_panel": "谁来讨论，讨论什么？",
    "panel_discussion": "集体讨论的结果是什么？",
    "transfer": "移送给谁，为什么？",
    "serve": "送达了吗？",
    "confirm_payment": "罚款到账了吗？",
    "payment_reminder": "怎样催缴的？",
    "demand": "催告当事人缴纳吗？",
    "apply_to_court": "怎样执行？",
    "sign_court_application": "签署强制执行申请吗？",
    "court_answer": "法院怎样答复？",
    "end_execution": "为什么终结执行？",
    "approve_execution_end": "批准终结执行吗？",
    "order_refund": "退还多少，退给谁？",
    "approve_refund": "批准退还多缴款吗？",
    "receive_refund": "国库已经退还了吗？",
    "approve_stay": "批准中止执行吗？",
    "end_stay": "恢复执行，还是不再执行？",
    "approve_stay_end": "同意这样处理吗？",
    "approve_end": "批准终结执行吗？",
    "approve_deferral": "批准延期、分期缴纳吗？",
    "announce_demolition": "公告拆除什么，限到哪一天？",
    "inspect_demolition": "拆除了吗？",
    "report_demolition": "报请哪一级政府责成拆除？",
    "order_demolition": "政府怎样答复，怎样拆除？",
    "approve_demolition_report": "同意报请政府责成强制拆除吗？",
    "approve_demolition": "批准强制拆除吗？",
    "record_demolition": "拆除完毕了吗？",
    "approve_performance": "批准代履行吗？",
    "answer_demand": "催告期满，当事人履行了吗？",
    "demand_performance": "最后催告了吗？",
    "state_cost": "代履行费用由哪些构成？",
    "collect_cost": "代履行费用到账了吗？",
    "demand_cost": "催告当事人缴纳代履行费用吗？",
    "apply_cost": "申请法院强制执行代履行费用吗？",
    "sign_cost_application": "签署代履行费用的强制执行申请吗？",
    "cost_answer": "法院怎样答复？",
    "give_up_cost": "代履行费用还能收缴吗？",
    "approve_giving_up": "批准不再收缴代履行费用吗？",
    "record_performance": "代履行了吗？",
    "approve_agreement": "批准与当事人达成执行协议吗？",
    "sign_agreement": "双方签订协议了吗？",
    "perform_agreement": "当事人按协议履行了吗？",
    "approve_surcharge": "批准加处罚款吗？",
    "approve_confiscated": "批准这样处置没收的物品吗？",
    "record_confiscated": "处置完毕了吗？",
    "approve_clue_extension": "批准延长核查吗？",
    "approve_auction": "批准拍卖抵缴罚款吗？",
    "record_auction": "拍卖成交了吗，价款怎样处理？",
    "return_goods": "物品返还了吗？",
    "approve_goods_notice": "批准公告领取吗？",
    "record_unclaimed": "公告期满，怎样处置的？",
    "pay_kept_money": "变卖款领取了吗？",
    "spot_record": "当场查到了什么，拟怎样处罚？",
    "confirm_spot": "检查时您在场，所记属实吗？",
    "hand_over": "决定书当场交付了吗？",
    "cash_handin": "当场收的罚款交回本机关了吗？",
    "cash_deposit": "罚款缴付银行了吗？",
    "spot_report": "报本机关备案了吗？",
    "approve_remission": "批准减免加处罚款吗？",
    "review_republication": "同意重新公示吗？",
    "approve_party_change": "同意变更当事人吗？",
    "prepare_publication": "这份决定怎样公示？",
    "review_publication": "同意按这样公示吗？",
    "closing": "可以结案了吗？",
    "approve_closing": "同意结案吗？",
    "archiving": "案卷齐了吗？",
    "archive_volume": "案卷齐了吗？",
    "forward_application": "维持决定，何时转送复议机关？",
    "receive_reconsideration": "复议机关受理了吗？",
    "write_reply": "怎样答复，提交哪些证据？",
    "approve_reply": "同意这份复议答复吗？",
    "record_reconsideration": "复议结果是什么？",
    "decide_anew": "在哪件新案里重新处理？",
    "report_anew": "新案作出决定了吗？",
    "write_defence": "怎样答辩，提交哪些证据？",
    "approve_defence": "同意这份答辩状吗？",
    "first_judgment": "一审裁判是什么？",
    "await_appeal": "有人上诉吗？",
    "second_judgment": "二审裁判是什么？",
    "decide_anew_by_court": "在哪件新案里重新处理？",
    "report_anew_to_court": "新案作出决定了吗？",
    "handle_request": "怎样办理这份公开申请？",
    "record_third": "第三方同意公开吗？",
    "approve_information_extension": "同意延长答复期限吗？",
    "tell_extension": "告知申请人了吗？",
    "review_answer": "同意这样答复吗？",
    "approve_answer": "批准这份答复吗？",
    "send_answer": "答复书怎样送达的？",
    "review_credit_repair": "同意信用修复吗？",
    "approve_jurisdiction": "批准移送或者报请指定吗？",
    "audit_capture": "设备记录真实、清晰、完整、准确吗？",
    "review_capture": "设备记录还能作为证据吗？",
    "handle_exclusion": "没有这份记录，案件怎么办下去？",
    "appoint_team": "由谁核实是否涉嫌犯罪？",
    "report_crime": "核实到了什么，涉嫌什么罪？",
    "confirm_crime": "报告与您核实的情况一致吗？",
    "decide_transfer": "移送公安机关吗？",
    "deliver_crime": "哪些材料送交公安机关？",
    "answer_crime": "立案吗？",
    "object_refusal": "公安机关不予立案，有异议吗？",
    "await_supervision": "人民检察院通知立案了吗？",
    "hand_goods": "物品和材料移交了吗？",
    "await_result": "追究刑事责任了吗？",
    "await_designation": "指定由谁管辖？",
    "hand_over_case": "移送交接了吗？",
    "review_correction": "只是笔误吗？",
    "approve_correction": "批准更正吗？",
    "review_change": "同意改正这份决定吗？",
    "approve_change": "变更或者撤销这份决定吗？",
    "confirm_withdrawal": "同意撤案吗？",
    "review_withdrawal": "同意撤案吗？",
    "review_withdrawal_law": "撤案合法吗？",
    "confirm_correction_order": "责令改正的内容属实、适当吗？",
    "early_reinspection": "期满以前已经改正了吗？",
    "reinspection": "期满复查，改正了吗？",
    "confirm_reinspection": "复查时您在场，所记属实吗？",
    "confirm_recheck": "复查时您在场，所记属实吗？",
    "approve_withdrawal": "批准撤案吗？",
    "approve_collaboration": "签发协助函吗？",
    "reply_collaboration": "怎样答复？",
    "coordinate_collaboration": "对方逾期未答复，提请谁协调？",
    "approve_suspension": "批准中止吗？",
    "resume_case": "可以恢复办理了吗？",
    "approve_resumption": "批准恢复办理吗？",
    "decide_recusal": "应当回避吗？",
    "recheck_evidence": "回避人员收集的证据能用吗？",
    "review_extension": "同意延期吗？",
    "approve_extension": "批准延期吗？",
    "approve_seizure": "批准查封、扣押吗？",
    "record_seizure": "查封、扣押了什么？",
    "confirm_seizure": "笔录与您在场的情况一致吗？",
    "report_seizure": "补批这次当场采取的措施吗？",
    "handle_seizure": "查封、扣押期间要办理什么？",
    "appraise_goods": "物品检测鉴定的结果是什么？",
    "approve_seizure_extension": "批准延长查封、扣押吗？",
    "approve_sale": "批准变卖吗？",
    "dispose_seizure": "每件物品怎样处理？",
    "approve_disposal": "同意这样处理物品吗？",
    "return_seized": "物品返还了吗？",
    "release_expired": "物品立即解除返还了吗？",
    "approve_preservation": "批准先行登记保存吗？",
    "record_preservation": "登记保存了哪些物品？",
    "confirm_preservation": "清单与您在场清点的一致吗？",
    "supplement_preservation": "电话批准属实，补签吗？",
    "handle_preservation": "每件物品怎样处理？",
    "approve_handling": "同意这样处理物品吗？",
    "return_preserved": "物品返还了吗？",
    "return_expired": "期限届满，物品返还了吗？",
    "discuss_extension": "集体讨论同意再次延期吗？",
}
"""By step; the two steps that decide on a sum ask with the sum, see `question`."""

CONSEQUENCES: Mapping[str, str] = {
    "notice": "制发的，告知书随即编号生成，并进入送达；当事人收到后，陈述申辩期限开始计算。",
    "decide": "决定书随即编号生成，并进入送达；选择移送公安机关的，随即启动移送程序。提交后不能撤回，只能依法变更或者撤销。",
    "transfer": "案件移送后在本机关即告终结。",
    "police_goods": "物品随即记为移送，先行登记保存、扣押随之结束；告知当事人的文书随即编号生成。",
    "police_delivery": "移送书随即编号生成，连同所选材料发给公安机关，不能撤回。",
    "archiving": "归档后案卷不能再添加内容。",
}
"""By form; asked once before the form is sent."""

CONCLUSIONS: Mapping[str, str] = {"继续": "给予处罚", "不予": "不予处罚", "可以不予": "可以不予处罚", "时效已过": "已过追诉时效，不再处罚"}
"""What the tables conclude of a breach, as the answer to whether it is punished."""

ALWAYS_SHOWN = frozenset({"party.uscc", "party.id_number"})
"""Fields that another one may demand but never excludes: a trader without a licence gives the one or the other."""


NOWHERE_CHOSEN: Mapping[str, str] = {"revoked": "处罚已撤销", DAILY: LINKS[DAILY]}
"""Values that no form lets choose."""


def question(case: Case, task: Task) -> str:
    """Return what the step asks, as a headline."""
    if task.step in {"review_proposal", "approve_proposal", "decide"} and case.proposed_fine is not None:
        return f"同意罚款{format_yuan(case.proposed_fine)}吗？"
    if task.step in {"review_proposal", "approve_proposal"}:
        return f"同意“{choice_word('decide', 'outcome', case.proposed_outcome or '')}”的建议吗？"
    if task.step == "decide" and case.proposed_outcome:
        word = choice_word("decide", "outcome", case.proposed_outcome)
        return f"决定{'给予' if case.proposed_outcome == 'penalty' else ''}{word}吗？"
    return QUESTIONS.get(task.step, task.title)


def conclusion(found: str) -> str:
    """Return what the tables conclude of a breach in words."""
    return CONCLUSIONS.get(found, found)


def holder(task: Task, case: Case) -> str:
    """Return who is waited for: who claimed the task, the officer it belongs to, or the role."""
    slots = {"lead": case.lead_name, "second": case.second_name}
    return task.claimed_name or slots.get(task.slot or "") or role.TITLES.get(task.role, task.role)


def told_apart(papers: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Yield each paper with its title, and where a case has several of a title, with its day, of one day with its place among them."""
    titles = Counter(paper.title for paper in papers)
    days = Counter((paper.title, paper.issued_on) for paper in papers)
    seen: Counter[tuple[str, object]] = Counter()
    for paper in papers:
        key = (paper.title, paper.issued_on)
        seen[key] += 1
        place = f"，第{seen[key]}份" if days[key] > 1 else ""
        yield paper, paper.title if titles[paper.title] == 1 else f"{paper.title}（{short_day(paper.issued_on)}{place}）"


def governing(task: Task, clocks: Sequence[ClockReading]) -> ClockReading | None:
    """Return the clock that governs a step, or None where none of its kind is running."""
    if task.instance != task.case_id:
        return nearest([clock for clock in clocks if clock.subject == task.instance])
    key = governing_of(task.step, {clock.key for clock in clocks if clock.subject is None and clock.level != "over"})
    return next((clock for clock in clocks if clock.key == key and clock.level != "over"), None)


def about(clock: ClockReading, file: CaseFileView) -> str:
    """Return what a clock beside the case's own is about: the paper against which its term runs and whose it is, or its procedure; else nothing."""
    of, _, whose = (clock.subject or "").partition(":")
    titles = {paper.id: f"《{paper.title}》{paper.number or ''}" for paper in file.documents} | {item.id: item.name for item in file.procedures}
    people = {person.id: person.name or "" for person in file.participants}
    return "，".join(word for word in (titles.get(of, people.get(of, "")), people.get(whose, "")) if word)


def choice_word(form: str, field: str, value: str) -> str:
    """Return the word of a choice as its form shows it, the value itself where the form knows it no more."""
    for item in forms.describe(form).fields:
        if item.name == field:
            return dict(item.choices).get(value) or NOWHERE_CHOSEN.get(value, value)
    return value


def party_fields(party: Party, prefix: str = "") -> Mapping[str, str]:
    """Return what is recorded of a party as its form has it, by the name in HTML."""
    number = "other_number" if party.code_kind else "id_number" if identity_of(party).number else "uscc"
    plain = {name: getattr(party, name) or "" for name in PARTY_COLUMNS if name != "code"}
    return {f"{prefix}{name}": value for name, value in (plain | {number: party.code or ""}).items()}


def participant_fields(person: Participant) -> Mapping[str, str]:
    """Return what is recorded of a participant as its form has it."""
    return {name: getattr(person, name) or "" for name in ("role", *COLUMNS)}


def assessment(file: CaseFileView) -> Assessment | None:
    """Return the assessment on which the case rests now, or None."""
    return next((item for item in file.assessments if item.id == file.case.assessment_id), None)


def record(filled: Task | Procedure, file: CaseFileView, people: Sequence[User]) -> Iterator[tuple[str, str]]:
    """Yield what was filled in at a step, or at the start of a procedure, as label and words; evidence and people by their names."""
    return forms.say(filled.form, filled.data or {}, names_in(file, people), _choices(filled, file))


def _choices(filled: Task | Procedure, file: CaseFileView) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the words of choices that depend on the case, by the field."""
    if filled.form == "collaboration_request":
        return {"partner": _partners()}
    if filled.form == "delivery":
        return {"paper": [(paper.id, f"《{paper.title}》{paper.number or ''}") for paper in file.documents]}
    if filled.form in FORMS:
        return said(file)
    cause, data = file.case.cause, filled.data or {}
    limbs = {"limb": LimbChoices(cause=cause), "concurrent": RivalChoices(cause=cause)}
    return {name: engine().ask(query, SYSTEM) for name, query in limbs.items() if data.get(name)}


def _partners() -> list[tuple[str, str]]:
    return [(partner.code, partner.name) for partner in engine().ask(OurDepartment(), SYSTEM).partners.values()]


def names_in(file: CaseFileView, people: Sequence[User]) -> Mapping[str, str]:
    """Return what a case's evidence, papers, things and people are called, by what forms refer to them with: id or number, id or login."""
    pieces = {key: f"证据{piece.number} {piece.name}" for piece in file.evidence for key in (piece.id, str(piece.number))}
    papers = {key: f"《{paper.title}》{paper.number or ''}" for paper in file.documents for key in (paper.id, paper.number) if key}
    return pieces | papers | names_of(file.goods) | {key: user.name for user in people for key in (user.id, user.login)}


def stead(task: Task, case: Case) -> str | None:
    """Return the name of the person in whose stead whoever looks may do a task, None where in person or not at all."""
    proxy = proxy_for(actor(), case, task.role, task.step)
    return None if proxy is None else proxy.person_name


def remedy_word(name: str, code: str) -> str:
    """Return what the kind, the result or the flaw of a remedy is called."""
    words = {"kind": KINDS, "flaw": FLAWS, "result": {key: result.word for key, result in RESULTS.items()}}
    return words[name][code]
