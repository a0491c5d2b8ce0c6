"""Citizens (自然人) for tests: resident ids of synthetic people, whose check digits are right."""

from datetime import date

from engine.rules.identity import resident_id_problem

TODAY = date(2030, 1, 1)


def resident_id(born: str, order: str = "002") -> str:
    """The id of somebody born on a day (YYYYMMDD) in the test region."""
    stem = f"999901{born}{order}"
    return next(stem + digit for digit in "0123456789X" if resident_id_problem(stem + digit, TODAY) is None)


def citizen(born: str = "19850702", name: str = "王德顺", address: str = "江川市东湖区测试路7号", **changes: str) -> dict[str, str]:
    """A natural person as a party."""
    return {"name": name, "id_number": resident_id(born), "address": address} | changes
