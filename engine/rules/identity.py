"""Identity numbers (身份号码): unified social credit codes and resident identity numbers, checked by their own digits."""

import re
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


def resident_id(kind: str, code: str | None) -> str | None:
    """Return the resident identity number by which a party is known, None for one known by its social credit code.

    A person without business licence who is registered as individual business is known by the number of the operator.
    """
    return code if code and (kind == "person" or (kind == "individual_business" and not code.startswith("92"))) else None


def born_on(kind: str, code: str | None) -> date | None:
    """Return the birth date of a party that is known by a resident identity number, None for every other one."""
    number = resident_id(kind, code)
    return birth_date(number) if number else None


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
