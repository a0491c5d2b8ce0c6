"""Identity (身份): by which number a party is known, social credit code, identity card or another paper, checked as its kind can be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric, uscc

_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", re.ASCII)
_CARD = re.compile(r"[1-9][0-9]{16}[0-9X]", re.ASCII)
_OLD_CARD = re.compile(r"[1-9][0-9]{14}", re.ASCII)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def compact(number: str) -> str:
    """Return the number in capitals without spaces and hyphens, as it is stored."""
    return re.sub(r"[\s-]", "", number).upper()


def uscc_problem(code: str) -> str | None:
    """Say in Chinese what is wrong with a unified social credit code, or return None.

    Source: GB 32100-2015: 18 characters, no I O S V Z, check characters of the whole and of the organisation code within it.
    """
    code = compact(code)
    if len(code) != 18:
        return f"统一社会信用代码应为18位（GB 32100），现为{len(code)}位。"
    if not _USCC.fullmatch(code):
        return "统一社会信用代码只用数字和大写字母，不用I、O、S、V、Z，第3至8位为区划数字（GB 32100）。"
    if uscc.calc_check_digit(code[:17]) != code[17]:
        return "统一社会信用代码末位校验码不符（GB 32100），请核对有无抄错。"
    if organisation_check(code[8:16]) != code[16]:
        return "统一社会信用代码第17位（组织机构代码校验码）不符（GB 32100、GB 11714），请核对有无抄错。"
    return None


def organisation_check(code: str) -> str:
    """Return the check character of the eight characters of an organisation code. Source: GB 11714-1997."""
    total = sum(_ALPHABET.index(char) * weight for char, weight in zip(code, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def resident_id_problem(number: str, today: date) -> str | None:
    """Say in Chinese what is wrong with a resident identity number on the day, or return None.

    Source: GB 11643-1999: 18 characters, a birth date not after today, the check character of ISO 7064 MOD 11-2. The old form of
    15 digits is refused, not converted. The place of registration is not looked up: regions are renamed, the number stays.
    """
    number = compact(number)
    if _OLD_CARD.fullmatch(number):
        return "15位居民身份证号码已停止使用，请填写18位号码（GB 11643）。"
    if len(number) != 18:
        return f"居民身份证号码应为18位（GB 11643），现为{len(number)}位。"
    if not _CARD.fullmatch(number):
        return "居民身份证号码前17位为数字，末位为数字或者X（GB 11643）。"
    born = _date(number)
    if born is None or born > today:
        return "居民身份证号码第7至14位不是有效的出生日期（GB 11643）。"
    if ric.calc_check_digit(number) != number[17]:
        return "居民身份证号码末位校验码不符（GB 11643），请核对有无抄错。"
    return None


@dataclass(frozen=True, slots=True)
class IdentityPaper:
    """A paper by which a person without an identity card is known (其他身份证件).

    Attributes:
        says: what its number looks like, in words.
        credit: what the standard fields of publication call it.
        digits: whether numbers of 18 places hold birth date and check digit as those of the identity card do.
    """

    title: str
    pattern: re.Pattern[str]
    says: str
    credit: str
    digits: bool = False


PAPERS: Mapping[str, IdentityPaper] = {
    "residence": IdentityPaper(
        "港澳台居民居住证", re.compile(r"8[123]0000[0-9]{11}[0-9X]", re.ASCII), "18位，以81、82或者83开头", "港澳台居民居住证", True
    ),
    "hkmo": IdentityPaper(
        "港澳居民来往内地通行证", re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?", re.ASCII), "H或者M加8位或者10位数字", "港澳居民来往内地通行证"
    ),
    "taiwan": IdentityPaper(
        "台湾居民来往大陆通行证", re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?", re.ASCII), "8位数字，旧证10位", "台湾居民来往大陆通行证"
    ),
    "permanent": IdentityPaper(
        "外国人永久居留身份证",
        re.compile(r"9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}", re.ASCII),
        "9开头的18位，旧证3个字母加12位数字",
        "外国人永久居留身份证",
        True,
    ),
    "passport": IdentityPaper("护照", re.compile(r"(?=[A-Z]*[0-9])[A-Z0-9]{5,15}", re.ASCII), "5至15位字母和数字", "护照号"),
}
"""Kind of paper → what it is. Source: 港澳台居民居住证申领发放办法 Art. 3; 出境入境管理法 Art. 38; numbers as printed on the papers (M)."""


def paper_problem(kind: str, number: str, today: date) -> str | None:
    """Say in Chinese what is wrong with the number of such a paper on the day, or return None."""
    paper, number = PAPERS[kind], compact(number)
    if not paper.pattern.fullmatch(number):
        return f"{paper.title}号码应为{paper.says}。"
    problem = resident_id_problem(number, today) if paper.digits and len(number) == 18 else None
    return problem and problem.replace("居民身份证", paper.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """By what a party is known.

    Attributes:
        kind: person, organisation or individual_business.
        code: the number, None where there is none.
        code_kind: the key of PAPERS where it is that of another paper than card and social credit code.
        born: the birth date that such a paper shows, as ISO date, where the number does not hold it.
        uncoded: why an organisation has no social credit code.
    """

    kind: str
    code: str | None
    code_kind: str | None = None
    born: str | None = None
    uncoded: str | None = None

    @property
    def number(self) -> str | None:
        """Return the number of the person by which a party is known, None for one known by its social credit code.

        A person without business licence who is registered as individual business is known by the number of the operator.
        """
        personal = self.kind == "person" or (self.kind == "individual_business" and (self.code_kind or not (self.code or "").startswith("92")))
        return self.code if self.code and personal else None

    @property
    def birthday(self) -> date | None:
        """Return the birth date of a party that is known by the number of a person, None for every other one."""
        if self.born:
            return date.fromisoformat(self.born)
        number = self.number
        return birth_date(number) if number and (self.code_kind is None or len(number) == 18) else None

    @property
    def label(self) -> str:
        """Return what the number is called on papers."""
        if self.code_kind is not None:
            return f"{PAPERS[self.code_kind].title}号码"
        return "居民身份证号码" if self.number else "统一社会信用代码"

    @property
    def shown(self) -> str:
        """Return the number as papers state it, or why there is none."""
        return self.code or (f"无（{self.uncoded}）" if self.uncoded else "")

    @property
    def checked(self) -> bool:
        """Tell whether the number has check digits, which agreed when it was recorded."""
        return bool(self.code) and (self.code_kind is None or (PAPERS[self.code_kind].digits and len(self.code or "") == 18))


def birth_date(number: str) -> date:
    """Return the birth date in a resident identity number; raise ValueError where it holds none."""
    born = _date(compact(number))
    if born is None:
        raise ValueError("号码中没有有效的出生日期")
    return born


def _date(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def age_on(born: date, day: date) -> int:
    """Return the full years of age on the day; the year is full from the day after the birthday.

    Source: 行政处罚法 Art. 30 asks for full years; that the birthday itself does not yet count is the parameter `age.rule`.
    """
    return day.year - born.year - ((day.month, day.day) <= (born.month, born.day))
