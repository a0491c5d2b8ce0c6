"""Deadlines (期限): the register of every clock of the law, and its counting."""

from collections.abc import Mapping
from dataclasses import replace

from engine.rules.reckoning import Extension, Reckoning, ReckoningLine, Suspension, reckon
from engine.rules.term import DeadlineRule, Expiry, Owner, Unit

__all__ = ["DEADLINES", "DeadlineRule", "Expiry", "Extension", "Owner", "Reckoning", "ReckoningLine", "Suspension", "Unit", "reckon"]


def _rule(
    key: str,
    title: str,
    start: str,
    end: str,
    term: tuple[str | None, int | None, Unit],
    owner: Owner,
    basis: str,
    on_expiry: Expiry,
) -> DeadlineRule:
    parameter, length, unit = term
    return DeadlineRule(
        key=key,
        title=title,
        start=start,
        end=end,
        parameter=parameter,
        length=length,
        unit=unit,
        owner=owner,
        basis=basis,
        on_expiry=on_expiry,
        rolls=owner in (Owner.PARTY, Owner.COURT),
        clear=on_expiry is Expiry.EARLIEST,
    )


_N, _W, _M, _H = Unit
_PARTY, _AGENCY, _COURT, _PARTNER = Owner

_RULES = (
    _rule(
        "clue.check", "线索核查", "发现线索之日", "应在此前核查", ("clue.days", 15, _N), _AGENCY, "住房和城乡建设行政处罚程序规定", Expiry.ESCALATE
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
    _rule("spot.report", "当场处罚备案", "作出决定之日", "应在此前备案", ("summary.backup.days", 3, _W), _AGENCY, "行政处罚法 52③", Expiry.ESCALATE),
    _rule("cash.handin", "交回当场收缴款", "收缴之日", "应在此前交至本机关", ("cash.handin.days", 2, _W), _AGENCY, "行政处罚法 71", Expiry.ESCALATE),
    _rule("cash.deposit", "收缴款缴付银行", "收到之日", "应在此前缴付银行", ("cash.handin.days", 2, _W), _AGENCY, "行政处罚法 71", Expiry.ESCALATE),
    _rule("payment", "缴纳罚款", "决定书送达之日", "应在此前缴纳", ("payment.days", 15, _N), _PARTY, "行政处罚法 67③", Expiry.SURCHARGE),
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
    _rule("demand", "催告", "催告书送达之日", "应在此前履行", ("demand.days", 10, _W), _PARTY, "行政强制法 54", Expiry.WINDOW_OPENS),
    _rule(
        "court.application",
        "申请法院强制执行",
        "复议诉讼期限届满之日",
        "应在此前申请",
        ("court.application.months", 3, _M),
        _AGENCY,
        "行政强制法 53",
        Expiry.RIGHT_ENDS,
    ),
    _rule(
        "court.acceptance",
        "法院受理强制执行申请",
        "法院收到申请之日",
        "应在此前受理",
        ("court.acceptance.days", 5, _W),
        _COURT,
        "行政强制法 56①",
        Expiry.COORDINATION,
    ),
    _rule(
        "court.ruling",
        "法院裁定强制执行",
        "法院受理之日",
        "应在此前裁定",
        ("court.ruling.days", 7, _W),
        _COURT,
        "行政强制法 57",
        Expiry.COORDINATION,
    ),
    _rule(
        "court.challenge",
        "向上一级法院申请复议",
        "收到法院裁定之日",
        "应在此前申请复议",
        ("court.challenge.days", 15, _N),
        _AGENCY,
        "行政强制法 56②",
        Expiry.RIGHT_ENDS,
    ),
    _rule(
        "performance.demand",
        "代履行前催告",
        "催告书送达之日",
        "最早代履行",
        ("performance.demand.days", 3, _W),
        _AGENCY,
        "行政强制法 51①(2)",
        Expiry.EARLIEST,
    ),
    _rule(
        "collaboration.reply",
        "协助函复",
        "协助函送达之日",
        "应在此前函复",
        ("collab.reply.days", 10, _N),
        _PARTNER,
        "行政处罚法 26",
        Expiry.COORDINATION,
    ),
    _rule("correction", "限期改正", "责令改正通知书送达之日", "应在此前改正", (None, None, _N), _PARTY, "行政处罚法 28①", Expiry.REINSPECTION),
    _rule(
        "transfer.decide",
        "决定移送",
        "报告提出之日",
        "应在此前决定",
        ("transfer.decide.days", 3, _N),
        _AGENCY,
        "移送涉嫌犯罪案件规定 5",
        Expiry.ESCALATE,
    ),
    _rule(
        "transfer.deliver",
        "送交移送",
        "决定移送之时",
        "应在此前送交",
        ("transfer.deliver.hours", 24, _H),
        _AGENCY,
        "移送涉嫌犯罪案件规定 5",
        Expiry.ESCALATE,
    ),
    _rule("archive", "归档", "结案之日", "应在此前归档", ("archive.days", 30, _N), _AGENCY, "档案法 13", Expiry.ESCALATE),
)

_LOCAL: Mapping[str, Mapping[str, str]] = {
    "preservation": {"rings_at": "office.close"},
    "service.announcement": {"rolls_by": "announce.service.rolls"},
}
"""What the city decides by parameter. Source: domain.md §12 (R9, R30)."""

DEADLINES: Mapping[str, DeadlineRule] = {rule.key: replace(rule, **_LOCAL.get(rule.key, {})) for rule in _RULES}  # type: ignore[arg-type]
"""Every clock of the law that the product knows, by key."""
