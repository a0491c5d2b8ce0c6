"""Terms of the archive (保管期限): how long a volume and its recordings are kept, and how many cases a volume may hold.

Source: parameters `archive.*`, `av.retention`; 行政处罚法 Art. 47; domain.md R50, R51, §3.
"""

from engine.errors import InvalidInputError
from engine.law.parameters import Values

FOR_EVER = "永久"
BASIS = "行政处罚法 47"


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
