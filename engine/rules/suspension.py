"""Grounds of suspension (扣除事由): which periods a term leaves out, as the city's parameters say."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from engine.law.parameters import Values


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a period does not count: the word for people and the article."""

    word: str
    basis: str


GROUNDS: Mapping[str, Ground] = {
    "testing": Ground("检测", "住房和城乡建设行政处罚程序规定"),
    "inspection": Ground("检验", "住房和城乡建设行政处罚程序规定"),
    "quarantine": Ground("检疫", "行政强制法 25③"),
    "appraisal": Ground("鉴定", "住房和城乡建设行政处罚程序规定"),
    "hearing": Ground("听证", "住房和城乡建设行政处罚程序规定"),
    "announcement": Ground("公告", "住房和城乡建设行政处罚程序规定"),
    "transfer": Ground("移送", "行政处罚法 27"),
    "reconsideration": Ground("复议", "行政复议法 42"),
    "litigation": Ground("诉讼", "行政诉讼法 56"),
    "agreement": Ground("执行协议", "行政强制法 42"),
    "stay": Ground("中止调查", "住房和城乡建设行政处罚程序规定"),
    "third_party": Ground("征求第三方意见", "政府信息公开条例 33③"),
}
"""Every ground that a command may name."""

UNTOUCHED = frozenset({"service_record", "plea"})
"""The forms of the main procedure that a suspension (中止) does not stop: papers reach the party, and the party may speak (行政处罚法 Art. 45)."""

_LISTS: Mapping[str, str] = {"decision": "decision.exclusions", "seizure": "seizure.exclusions"}
_PENDING = frozenset(product(("court.application", "court.judgment"), ("reconsideration", "litigation")))
"""The terms to ask the court, which nobody could while a remedy was pending. Source: 行政强制法 Art. 53; 最高法适用行政诉讼法解释 Art. 156."""
_ASKED = ("information.answer", "third_party")
"""The term to answer a request for information, in which a third party is asked. Source: 政府信息公开条例 Art. 33(3)."""
_FLAGS: Mapping[tuple[str, str], str] = {
    ("decision", "transfer"): "transfer.suspends_clock",
    ("decision", "stay"): "stay.suspends_clock",
    **{(key, "announcement"): "publish.waits_for_announcement" for key in ("publication", "publication.changed")},
}


def excludes(key: str, ground: str, values: Values) -> bool:
    """Tell whether a term leaves out a period of this ground under the parameters of the day.

    Source: 行政强制法 Art. 25(3); 住房和城乡建设行政处罚程序规定; reconsideration and litigation suspend nothing (行政复议法 Art. 42,
    行政诉讼法 Art. 56) but the terms to ask the court, which open only when they are over (行政强制法 Art. 53). Raises KeyError for an
    unknown ground.
    """
    GROUNDS[ground]
    if (key, ground) in _PENDING or (key, ground) == _ASKED:
        return True
    flag, names = _FLAGS.get((key, ground)), _LISTS.get(key)
    if flag is not None:
        return values.has(flag) and values.flag(flag)
    return names is not None and ground in values.names(names)
