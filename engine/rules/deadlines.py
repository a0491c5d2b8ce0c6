"""Deadlines (期限): the register of every clock of the law, and its counting."""

from collections.abc import Mapping
from dataclasses import replace

from engine.rules.execution_term import EXECUTION
from engine.rules.reckoning import Extension, Reckoning, ReckoningLine, Suspension, reckon
from engine.rules.term import DeadlineRule, Expiry, Owner, Unit
from engine.rules.term import deadline_rule as _rule

__all__ = ["DEADLINES", "DeadlineRule", "Expiry", "Extension", "Owner", "Reckoning", "ReckoningLine", "Suspension", "Unit", "reckon"]


_N, _W, _M, _H = Unit
_PARTY, _AGENCY, _COURT, _PARTNER = Owner

_RULES = (
    _rule(
        "clue.check",
        "线索核查",
        "发现线索之日",
        "应在此前核查",
        ("clue.days", 15, _N),
        _AGENCY,
        "行政处罚法 54②、住房和城乡建设行政处罚程序规定",
        Expiry.ESCALATE,
    ),
    _rule(
        "report.answer",
        "告知举报人核查情况",
        "收到举报之日",
        "应在此前告知举报人",
        ("report.answer.days", 5, _W),
        _AGENCY,
        "江川市城市管理综合行政执法条例 26②",
        Expiry.ESCALATE,
    ),
    _rule(
        "report.transfer",
        "移送不属本机关职责的举报",
        "核查确认不属本机关职责之日",
        "应在此前移送",
        ("report.transfer.days", 3, _W),
        _AGENCY,
        "江川市城市管理综合行政执法条例 26②",
        Expiry.ESCALATE,
    ),
    _rule("decision", "作出决定", "立案之日", "应在此前决定", ("decision.days", 90, _N), _AGENCY, "行政处罚法 60", Expiry.ESCALATE),
    _rule(
        "preservation",
        "先行登记保存",
        "登记保存之日",
        "应在此前处理",
        ("preservation.days", 7, _W),
        _AGENCY,
        "行政处罚法 56",
        Expiry.POWER_ENDS,
    ),
    _rule("seizure", "查封扣押", "查封扣押之日", "应在此前处理", ("seizure.days", 30, _N), _AGENCY, "行政强制法 25①", Expiry.POWER_ENDS),
    _rule(
        "seizure.report",
        "紧急强制补批",
        "当场采取之时",
        "应在此前补办批准",
        ("seizure.report.hours", 24, _H),
        _AGENCY,
        "行政强制法 19",
        Expiry.POWER_ENDS,
    ),
    _rule(
        "phone.approval",
        "电话批准补签",
        "电话批准之时",
        "应在此前补签",
        ("phone.approval.hours", 24, _H),
        _AGENCY,
        "行政处罚法 56",
        Expiry.POWER_ENDS,
    ),
    _rule(
        "goods.unclaimed",
        "领取物品公告",
        "公告之日",
        "应在此前领取",
        ("goods.unclaimed.days", 60, _N),
        _PARTY,
        "江川市城市管理综合行政执法条例 22②",
        Expiry.WINDOW_OPENS,
    ),
    _rule(
        "goods.kept",
        "领取变卖款",
        "变卖款存入专户之日",
        "可以领取至",
        ("goods.kept.months", 60, _M),
        _PARTY,
        "民法典 574②",
        Expiry.RIGHT_ENDS,
    ),
    _rule("plea", "陈述申辩", "告知书送达之日", "可以陈述申辩至", ("plea.days", 5, _W), _PARTY, "行政处罚法 45①", Expiry.STEP_GOES_ON),
    _rule(
        "hearing.request",
        "申请听证",
        "告知书送达之日",
        "可以申请听证至",
        ("hearing.request.days", 5, _W),
        _PARTY,
        "行政处罚法 64(1)",
        Expiry.RIGHT_ENDS,
    ),
    _rule("hearing.notice", "听证通知", "听证通知之日", "最早举行听证", ("hearing.notice.days", 7, _W), _AGENCY, "行政处罚法 64(2)", Expiry.EARLIEST),
    _rule("service", "送达决定书", "作出决定之日", "应在此前送达", ("service.days", 7, _W), _AGENCY, "行政处罚法 61①", Expiry.ESCALATE),
    _rule(
        "service.announcement",
        "公告送达",
        "公告之日",
        "视为送达",
        ("announce.service.days", 30, _N),
        _PARTY,
        "民事诉讼法 95",
        Expiry.DEEMED_SERVED,
    ),
    _rule("publication", "公示决定", "作出决定之日", "应在此前公示", ("publish.days.penalty", 7, _W), _AGENCY, "行政处罚法 48①", Expiry.ESCALATE),
    _rule(
        "publication.withdrawal",
        "撤回公示",
        "变更或者撤销之日",
        "应在此前撤回",
        ("publish.withdrawal.days", 3, _W),
        _AGENCY,
        "行政处罚法 48②",
        Expiry.ESCALATE,
    ),
    _rule(
        "publication.changed",
        "公示变更后的决定",
        "变更之日",
        "应在此前公示",
        ("publish.days.penalty", 7, _W),
        _AGENCY,
        "行政处罚法 48①",
        Expiry.ESCALATE,
    ),
    _rule("spot.report", "当场处罚备案", "作出决定之日", "应在此前备案", ("summary.backup.days", 3, _W), _AGENCY, "行政处罚法 52③", Expiry.ESCALATE),
    _rule("cash.handin", "交回当场收缴款", "收缴之日", "应在此前交至本机关", ("cash.handin.days", 2, _W), _AGENCY, "行政处罚法 71", Expiry.ESCALATE),
    _rule("cash.deposit", "收缴款缴付银行", "收到之日", "应在此前缴付银行", ("cash.handin.days", 2, _W), _AGENCY, "行政处罚法 71", Expiry.ESCALATE),
    _rule("payment", "缴款", "决定书送达之日", "应在此前缴纳", ("payment.days", 15, _N), _PARTY, "行政处罚法 67③", Expiry.SURCHARGE),
    _rule(
        "payment.gains",
        "缴纳没收款项",
        "决定书送达之日",
        "应在此前缴纳",
        ("payment.days", 15, _N),
        _PARTY,
        "行政处罚法 66②、行政处罚法 67③",
        Expiry.ESCALATE,
    ),
    _rule(
        "reconsideration",
        "申请复议",
        "决定书送达之日",
        "可以申请复议至",
        ("reconsideration.days", 60, _N),
        _PARTY,
        "行政复议法 20①",
        Expiry.RIGHT_ENDS,
    ),
    _rule(
        "reconsideration.reply",
        "提交复议答复",
        "收到复议申请书副本之日",
        "应在此前答复",
        ("reconsideration.reply.days", 10, _W),
        _AGENCY,
        "行政复议法 48",
        Expiry.ESCALATE,
    ),
    _rule(
        "reconsideration.forward",
        "转送复议申请",
        "收到复议申请之日",
        "应在此前转送复议机关",
        ("reconsideration.forward.days", 5, _W),
        _AGENCY,
        "行政复议法 32",
        Expiry.ESCALATE,
    ),
    _rule(
        "reconsideration.review",
        "复议机关作出复议决定",
        "受理复议申请之日",
        "应在此前作出复议决定",
        ("reconsideration.review.days", 60, _N),
        _COURT,
        "行政复议法 62①",
        Expiry.COORDINATION,
    ),
    _rule("litigation", "提起诉讼", "决定书送达之日", "可以提起诉讼至", ("litigation.months", 6, _M), _PARTY, "行政诉讼法 46①", Expiry.RIGHT_ENDS),
    _rule(
        "litigation.after",
        "对复议决定提起诉讼",
        "收到复议决定书之日",
        "可以提起诉讼至",
        ("litigation.after.days", 15, _N),
        _PARTY,
        "行政诉讼法 45",
        Expiry.RIGHT_ENDS,
    ),
    _rule(
        "litigation.defence",
        "提交诉讼答辩状",
        "收到起诉状副本之日",
        "应在此前提交答辩状和证据",
        ("litigation.defence.days", 15, _N),
        _AGENCY,
        "行政诉讼法 67①",
        Expiry.ESCALATE,
    ),
    _rule(
        "litigation.appeal",
        "提起上诉",
        "判决书送达之日",
        "可以提起上诉至",
        ("litigation.appeal.days", 15, _N),
        _PARTY,
        "行政诉讼法 85",
        Expiry.RIGHT_ENDS,
    ),
    _rule(
        "act.anew",
        "重新作出行政行为",
        "收到撤销决定之日",
        "应在此前重新作出",
        (None, None, _N),
        _AGENCY,
        "行政复议法 64①",
        Expiry.ESCALATE,
    ),
    *EXECUTION,
    _rule("av.retention", "音像记录保管", "归档之日", "至少保管至", (None, None, _M), _AGENCY, "行政处罚法 47", Expiry.WINDOW_OPENS),
    _rule("archive.transfer", "移交档案馆", "归档之日", "应在此日移交", (None, None, _M), _AGENCY, "档案法实施条例 20", Expiry.ESCALATE),
    _rule("archive", "归档", "结案之日", "应在此前归档", ("archive.days", 30, _N), _AGENCY, "档案法 13", Expiry.ESCALATE),
)

_LOCAL: Mapping[str, Mapping[str, str | bool]] = {
    "preservation": {"rings_at": "office.close"},
    "service.announcement": {"rolls_by": "announce.service.rolls"},
    "av.retention": {"reminds": True},
    "archive.transfer": {"reminds": True},
}
"""What the city decides by parameter. Source: domain.md §12 (R9, R30)."""

DEADLINES: Mapping[str, DeadlineRule] = {rule.key: replace(rule, **_LOCAL.get(rule.key, {})) for rule in _RULES}  # type: ignore[arg-type]
"""Every clock of the law that the product knows, by key."""

OPENING: frozenset[str] = frozenset(key for key, rule in DEADLINES.items() if rule.opens)
"""The clocks whose last day opens a way: a hearing is held, the court is asked, not before it, and not late after it."""

KEEPING: frozenset[str] = frozenset(key for key, rule in DEADLINES.items() if rule.reminds)
"""The clocks of what lies in the archive, for decades: their end is announced, and to the archivist, not to the officers of the case."""
