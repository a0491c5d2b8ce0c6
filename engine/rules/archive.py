"""Terms of the archive (保管期限): how long a volume and its recordings are kept, when it goes to the public archives, how many cases it may hold.

Source: parameters `archive.*`, `av.retention`; 行政处罚法 Art. 47; 档案法实施条例 Art. 20; domain.md R50-R52, §3.
"""

from datetime import date

from engine.errors import InvalidInputError, LawError
from engine.law.parameters import Values

FOR_EVER = "永久"
BASIS = "行政处罚法 47"
HANDOVER = "档案法实施条例 20"


def kept_for(procedure: str, *, filed: bool, major: bool, parameters: Values) -> str:
    """Return for how long the city keeps a volume at least, as 30年 or 永久; a clue that was no case is kept as a summary one.

    `major` is what the heads discussed together (行政处罚法 Art. 57(2)).
    """
    kind = "major" if major else "ordinary" if procedure == "ordinary" and filed else "summary"
    value = parameters.parameter(f"archive.term.{kind}").value
    return f"{value}年" if isinstance(value, int) else str(value)


def years(term: str) -> int | None:
    """Return the years of a term, None for one without an end."""
    return None if term == FOR_EVER else int(term.removesuffix("年"))


def check_term(term: str, least: str) -> None:
    """Refuse to keep a volume for less than the city has it; longer is allowed."""
    asked, floor = years(term), years(least)
    if asked is not None and (floor is None or asked < floor):
        raise InvalidInputError({"term": [f"本案的案卷应当保管{least}，不能选择{term}。"]})


def check_volume(volume: str, held: int, most: int) -> None:
    """Refuse one case more in a volume of summary cases than it may hold."""
    if held >= most:
        raise InvalidInputError({"volume_no": [f"案卷{volume}已有{held}件简易程序案件，每卷最多{most}件，请另立一卷。"]})


def recordings_kept(term: str, parameters: Values) -> int | None:
    """Return for how many years the recordings of a case are kept: as long as its volume, or for ever (None), as the city has it."""
    return None if parameters.text("av.retention") == FOR_EVER else years(term)


def handed_over_after(term: str, parameters: Values) -> int | None:
    """Return after how many years a volume goes to the public archives (档案馆): None for one that is not kept that long.

    Source: 档案法实施条例 Art. 20: twenty years in a city or a province, ten in a county.
    """
    kept, after = years(term), parameters.integer("archive.transfer.years")
    return after if kept is None or kept > after else None


def check_handover(handed_on: date, archived_on: date, due: date | None, ground: str | None) -> None:
    """Refuse a volume that is handed over before it was archived, or before its term without one of the grounds on which that is allowed.

    Source: 档案法实施条例 Art. 20: before the term only where the body is dissolved, or cannot keep the volume safely.
    """
    if handed_on < archived_on:
        raise LawError("before_cause", f"移交日期早于归档日期{archived_on}。", basis=HANDOVER, field="handed_on")
    if due is not None and handed_on < due and ground is None:
        message = f"案卷{due}才满移交期限；提前移交的，选择提前移交的原因。"
        raise LawError("before_term", message, basis=HANDOVER, field="ground")
