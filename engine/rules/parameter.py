"""Values of parameters (参数取值): what may be chosen, how people write it, and how it is read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.law.parameters import Parameter, Value
from engine.rules.inspection import CODES, GROUNDS
from engine.rules.numbering import check_pattern, number

YES, NO, NOTHING = "是", "否", "无"
LARGEST = 10**9
LONGEST = 500
HOURS, MINUTES = 24, 60

_GROUNDS = {
    "hearing": "听证",
    "inspection": "检验",
    "testing": "检测",
    "quarantine": "检疫",
    "appraisal": "鉴定",
    "announcement": "公告",
}
_PROCEDURES = {"summary": "简易程序", "ordinary": "普通程序"}
_PENALTIES = {
    kind: kind
    for kind in (
        *("警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣许可证件", "降低资质等级", "吊销许可证件"),
        *("限制开展生产经营活动", "责令停产停业", "责令停业整治", "责令停业", "责令停工整治", "责令暂停施工", "责令关闭", "限制从业"),
    )
}
"""行政处罚法 Art. 9, and what single statutes call the stopping of a business or of building."""

CHOICES: Mapping[str, Mapping[str, str]] = {
    "getihu.as": {"citizen": "公民", "org": "法人或者其他组织"},
    "surcharge.pause_from": {"application": "申请之日起", "acceptance": "受理之日起"},
    "av.retention": {"案卷": "与案卷相同", "永久": "永久"},
    "goods.unclaimed.money": {"kept": "存入专户，为当事人保管", "treasury": "上缴国库"},
    "mask.person_name": {"surname": "只留姓氏，张三丰作张某某", "short": "一律作张某", "none": "一律作某某"},
    "mask.resident_id": {"none": "全部隐去", "ends": "只留首末各一位"},
    "mask.address": {"district": "保留到区县", "city": "保留到市"},
}
"""What a parameter may choose, and in which words."""

LISTS: Mapping[str, Mapping[str, str]] = {
    "decision.exclusions": _GROUNDS,
    "seizure.exclusions": _GROUNDS,
    "publish.minor.procedures": _PROCEDURES,
    "credit.push.procedures": _PROCEDURES,
    "publish.serious.kinds": _PENALTIES,
    "credit.push.except": _PENALTIES,
    "credit.repair.except": _PENALTIES,
    "inspection.exempt": GROUNDS,
    "inspection.codes": CODES,
}
"""Of what a parameter may make a list."""

FIXED: Mapping[str, str] = {
    "legal_review.scope": "全部普通程序案件",
    "collective.scope": "达到听证标准的案件",
    "age.rule": "生日的次日起",
}
"""What the procedures themselves are made for: another value would change nothing, and is for a new version of the system."""

PATTERN = "doc.number.pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a value is asked for: as one of `options`, as several of them, or as a line of text; `hint` says how it is written."""

    options: tuple[str, ...] = ()
    many: bool = False
    hint: str = ""
    fixed: bool = False


def entry(parameter: Parameter) -> Entry:
    """Return how a parameter's value is asked for."""
    key, kept = parameter.key, parameter.value
    if key in FIXED:
        return Entry(fixed=True)
    if key in LISTS:
        return Entry(options=tuple(LISTS[key].values()), many=True)
    if key in CHOICES:
        return Entry(options=tuple(CHOICES[key].values()))
    if isinstance(kept, bool):
        return Entry(options=(YES, NO))
    if key == PATTERN:
        return Entry(hint="栏目有{prefix}机关简称、{word}字号、{year}年份、{sequence:04}四位顺序号；年份和顺序号必写。")
    if isinstance(kept, int):
        return Entry(hint="不小于0的整数。")
    return Entry(
        hint={"number": "不小于0的数，小数用小数点。", "time": "时刻，如17:30。", "day": "月和日，如01-31。"}.get(_shape(kept), "")
        if isinstance(kept, str)
        else ""
    )


def read_value(parameter: Parameter, text: str) -> Value:
    """Return what was typed as a value of the parameter's kind; ValueError with the message where it is none.

    Whole numbers up to a thousand million, exact sums and rates, 是 or 否, choices and lists by their words (set apart by 、), times of
    day, patterns of numbers, and short texts.
    """
    text, key, kept = text.strip(), parameter.key, parameter.value
    if key in FIXED:
        raise ValueError("这一参数写明的是系统的做法，没有其他取值。")
    if key in LISTS:
        return _several(LISTS[key], text)
    if key in CHOICES:
        return _one(CHOICES[key], text)
    if isinstance(kept, bool):
        return _one({YES: YES, NO: NO}, text) == YES
    if isinstance(kept, int):
        if not (text.isascii() and text.isdigit()) or int(text) > LARGEST:
            raise ValueError("请填不小于0的整数。")
        return int(text)
    if isinstance(kept, tuple):
        return _several({name: name for name in kept}, text)
    return _text(key, kept, text)


def _one(options: Mapping[str, str], text: str) -> str:
    found = next((code for code, words in options.items() if text in (code, words)), None)
    if found is None:
        raise ValueError(f"请填{'或者'.join(f'“{words}”' for words in options.values())}。")
    return found


def _several(options: Mapping[str, str], text: str) -> tuple[str, ...]:
    if text == NOTHING:
        return ()
    names = [name.strip() for name in text.replace(",", "、").replace("，", "、").split("、") if name.strip()]
    try:
        codes = tuple(dict.fromkeys(_one(options, name) for name in names))
    except ValueError:
        codes = ()
    if not codes:
        raise ValueError(f"请从{'、'.join(options.values())}中填写，用顿号隔开；一项也没有的，填“{NOTHING}”。")
    return codes


def _text(key: str, kept: str, text: str) -> str:
    if not text or len(text) > LONGEST or not text.isprintable():
        raise ValueError(f"请填写一行文字，不超过{LONGEST}字。")
    if key == PATTERN:
        return _pattern(text)
    wanted = _shape(kept)
    if wanted != "words" and _shape(text) != wanted:
        raise ValueError(f"请按原来的写法填写，如“{kept}”。")
    return text


def _pattern(text: str) -> str:
    """Return a pattern of numbers that can be written with."""
    try:
        check_pattern(text)
        number(text, prefix="江城管", word="罚决", year=2026, sequence=1)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise ValueError(f"{error}。" if "文号" in str(error) else "文号格式写得不对。") from None
    return text


def _shape(text: str) -> str:
    """Return what kind of text it is: a number, a day of the year, a time of day, or words."""
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return "number"
    month, dash, day = text.partition("-")
    if dash and len(text) == len("01-31") and month.isdigit() and day.isdigit():
        return "day" if _is_day(text) else "wrong"
    hour, colon, minute = text.partition(":")
    if colon and len(text) == len("17:30") and hour.isdigit() and minute.isdigit():
        return "time" if int(hour) < HOURS and int(minute) < MINUTES else "wrong"
    return "words"


def _is_day(text: str) -> bool:
    """Tell whether a month and a day occur together in some year."""
    try:
        date.fromisoformat(f"2024-{text}")
    except ValueError:
        return False
    return True


def shown(key: str, value: Value) -> str:
    """Return a value of a parameter as people write it, the way `read_value` reads it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return "、".join(LISTS.get(key, {}).get(name, name) for name in value) or NOTHING
    return FIXED.get(key) or CHOICES.get(key, {}).get(str(value), str(value))
