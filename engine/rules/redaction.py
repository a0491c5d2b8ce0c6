"""Redaction (隐去): personal data taken out of what is published, and a check of what is left."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from engine.law.parameters import Values
from engine.rules.identity import uscc_problem

_COMPOUND = frozenset(
    [
        *("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容"),
        *("令狐", "长孙", "宇文", "夏侯", "独孤", "南宫", "端木", "轩辕", "百里", "呼延"),
    ]
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使"

_IS = r"(?:号码|编号|号)?[：:为是]?\s*"

_PATTERNS: dict[str, tuple[str, re.Pattern[str]]] = {
    "resident_id": (
        "身份证号",
        re.compile(
            r"(?<![0-9A-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![0-9A-Za-z])", re.ASCII
        ),
    ),
    "old_resident_id": ("身份证号", re.compile(r"(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])", re.ASCII)),
    "bank_card": ("银行卡号", re.compile(r"(?<![0-9A-Za-z])\d{4}(?:[ -]?\d{4}){3,4}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])", re.ASCII)),
    "mobile": ("手机号码", re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)", re.ASCII)),
    "telephone": ("电话号码", re.compile(r"(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)", re.ASCII)),
    "email": ("电子邮箱", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    "plate": ("车牌号", re.compile(rf"[{_PROVINCES}][A-Z][·•]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳领]")),
    "passport": ("证件号码", re.compile(r"(?<![0-9A-Za-z])(?:[EGDSPHMK][A-Z]?\d{7,8}|[HM]\d{10})(?![0-9A-Za-z])", re.ASCII)),
    "account": ("账号", re.compile(rf"(?P<lead>(?:[账帐][号户]|卡号){_IS})(?P<secret>\d[\d -]{{4,30}}\d)")),
    "licence": (
        "证照号码",
        re.compile(
            rf"(?P<lead>(?:驾驶|行驶|从业资格|许可|居住|通行|身份)证(?:件)?{_IS}|(?:执照|护照|档案|证件){_IS})(?P<secret>(?=(?:[A-Z]*\d){{5}})[A-Z0-9-]{{6,24}})"
        ),
    ),
}
"""What is personal by its form: its title in Chinese, and where it stands; of a pattern with a lead only the secret goes."""

_HOME = re.compile(
    r"(?P<lead>(?:住址|户籍(?:所在地|地址?)|现住|家住|居住(?:地|于|在))[：:为在是]?\s*)"
    r"(?P<secret>[^，。；、（）()\n]{3,60}?(?:[0-9０-９一二三四五六七八九十]\s*(?:号|室|单元|楼|栋|幢|弄|巷|组))[^，。；、（）()\n]{0,24})"
)
"""A home that follows the word for it, whoever's it is."""

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0B, 0xFF0D, 0xFF0E, 0xFF20)}
"""Digits, letters and signs of full width are the same ones, however they were typed; the places in a text stay the same."""

_BETWEEN = re.compile("[·•・‧.．\\s-]")
"""What stands between the parts of a name: 阿卜杜拉·买买提 is written with any of these dots."""

_PLACES = (re.compile(r"^.*?市"), re.compile(r"^.*?[区县旗]"), re.compile(r"^.*?(?:街道|[区县旗][^区县旗]{1,8}?[镇乡])"))
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Masking:
    """How much a city hides (parameters `mask.*`).

    Attributes:
        person_name: surname 张某某, short 张某, none 某某.
        resident_id: none, or ends, which leaves the first and the last character.
        address: district, or city.
    """

    person_name: str = "surname"
    resident_id: str = "none"
    address: str = "district"


USUAL = Masking()
"""What is hidden where no city says otherwise: as much as most do."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the case knows of people: names, home addresses, numbers of other papers than cards. Organisations and who represents them stay."""

    names: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    kept: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something personal that is still in a text, with its place."""

    kind: str
    title: str
    start: int
    end: int
    text: str


def masking(parameters: Values) -> Masking:
    """Return how much the city hides on the day; raise ValueError where a parameter says something unknown."""
    found = Masking(*(parameters.text(f"mask.{name}") for name in ("person_name", "resident_id", "address")))
    known = {"surname", "short", "none"}, {"none", "ends"}, {"district", "city"}
    if any(value not in words for value, words in zip((found.person_name, found.resident_id, found.address), known, strict=True)):
        raise ValueError(f"参数mask.*的取值不认识：{found}")
    return found


def mask_name(name: str, how: Masking = USUAL) -> str:
    """Return 张某某 for 张三丰, 张某 for 张三, 欧阳某某 for 欧阳修远 (parameter `mask.person_name`)."""
    if how.person_name == "none":
        return "某某"
    surname = name[:2] if len(name) > 2 and name[:2] in _COMPOUND else name[:1]
    return surname + "某" * (1 if how.person_name == "short" else max(1, min(2, len(name) - len(surname))))


def mask_address(address: str, how: Masking = USUAL) -> str:
    """Return a home address down to the district, 江川市东湖区, or to the city (parameter `mask.address`)."""
    district = None if how.address == "city" else re.match(r".*?[区县旗]", address)
    found = district or re.match(r".*?市", address)
    return found[0] if found else "（住址略）"


def mask(text: str, secrets: Secrets, how: Masking = USUAL) -> str:
    """Return the text without personal data.

    Identity, passport, card, account, phone, plate and licence numbers and e-mail addresses go, home addresses end at the district,
    names of people become 某某. Unified social credit codes stay. Source: 个人信息保护法 Art. 6, 28, 34; 政府信息公开条例 Art. 15;
    行政处罚法 Art. 50.
    """
    text = text.translate(_WIDE)
    for address in sorted((address.translate(_WIDE) for address in secrets.addresses), key=len, reverse=True):
        text = text.replace(address, mask_address(address, how))
    for tail in _tails(secrets):
        text = text.replace(tail, "（住址略）")
    text = _HOME.sub(lambda found: found["lead"] + mask_address(found["secret"], how), text)
    for number in secrets.numbers:
        text = _number(number).sub("（证件号码略）", text)
    for kind, (title, pattern) in _PATTERNS.items():
        text = pattern.sub(_replacement(kind, title, how), text)
    for name in sorted(secrets.names - secrets.kept, key=len, reverse=True):
        text = _name(name).sub(mask_name(name.translate(_WIDE), how), text)
    return text


def leftovers(text: str, secrets: Secrets) -> tuple[Leftover, ...]:
    """Return everything personal that is still in the text, in its order: what the reviewer must look at before publication."""
    found: list[Leftover] = []
    for each in _find(text.translate(_WIDE), secrets):
        # An identity number also looks like a card number: the first reading counts.
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def _replacement(kind: str, title: str, how: Masking) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        secret = _secret(found)
        if uscc_problem(secret) is None:
            return found[0]
        hidden = f"{secret[0]}{'*' * (len(secret) - 2)}{secret[-1]}" if kind == "resident_id" and how.resident_id == "ends" else f"（{title}略）"
        return found[0].removesuffix(secret) + hidden

    return replaced


def _secret(found: re.Match[str]) -> str:
    """Return what must go of a match: all of it, or what follows its lead."""
    return found["secret"] if "secret" in found.re.groupindex else found[0]


def _find(text: str, secrets: Secrets) -> Iterator[Leftover]:
    for kind, (title, pattern) in _PATTERNS.items():
        for found in pattern.finditer(text):
            secret = _secret(found)
            if uscc_problem(secret) is not None:
                yield Leftover(kind, title, found.end() - len(secret), found.end(), secret)
    for found in _HOME.finditer(text):
        yield Leftover("home_address", "住址", found.start("secret"), found.end("secret"), found["secret"])
    for kind, title, pattern in _known(secrets):
        for found in pattern.finditer(text):
            yield Leftover(kind, title, found.start(), found.end(), found[0])


def _known(secrets: Secrets) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Yield what the case knows of people: its kind, title, and how it may be written."""
    for number in secrets.numbers:
        yield "paper", "证件号码", _number(number)
    homes = {address.translate(_WIDE) for address in secrets.addresses}
    for address in (*sorted(homes - {mask_address(address) for address in homes}), *_tails(secrets)):
        yield "home_address", "住址", re.compile(re.escape(address))
    for name in secrets.names - secrets.kept:
        yield "name", "姓名", _name(name)


def _number(number: str) -> re.Pattern[str]:
    """Return how a known number may be written: with spaces and hyphens in it, in small letters, but not within a longer one."""
    return re.compile(rf"(?<![0-9A-Za-z]){'[ -]?'.join(map(re.escape, number))}(?![0-9A-Za-z])", re.ASCII | re.IGNORECASE)


def _name(name: str) -> re.Pattern[str]:
    """Return how a known name may be written: in capitals or small letters, with any dot or blank between its parts, 张 三 for 张三."""
    parts = [part for part in _BETWEEN.split(name.translate(_WIDE)) if part]
    words = f"{_BETWEEN.pattern}*".join("[ \u3000]?".join(map(re.escape, part)) if not part.isascii() else re.escape(part) for part in parts)
    return re.compile(rf"(?<![A-Za-z])(?=[A-Za-z]){words}(?![A-Za-z])" if name.translate(_WIDE).isascii() else words, re.IGNORECASE)


def _tails(secrets: Secrets) -> list[str]:
    """Return how else the home addresses may be written, the longest first: without province and city, district, or street office."""
    homes = {address.translate(_WIDE) for address in secrets.addresses}
    found = {tail for address in homes for place in _PLACES for tail in [place.sub("", address, count=1)] if tail != address}
    return sorted((tail for tail in found if len(tail) >= _SHORTEST), key=len, reverse=True)
