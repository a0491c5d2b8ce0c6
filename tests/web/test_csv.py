import csv
from decimal import Decimal
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from web.csv import BOM, DANGEROUS, cell, lines


def test_what_a_spreadsheet_would_calculate_is_kept_from_it() -> None:
    for text in ('=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"):
        assert cell(text) == f"'{text}"
    assert cell("江川一品鲜（江川）") == "江川一品鲜（江川）"


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert [cell(value) for value in (Decimal("22500.50"), Decimal("1E+4"), -3, None)] == ["22500.50", "10000", "-3", ""]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=3), max_size=4))
def test_a_spreadsheet_reads_back_every_cell(rows: list[list[str]]) -> None:
    text = "".join(lines(["案号", "当事人"], rows))
    assert text.startswith(BOM + "案号,当事人\r\n")
    read = list(csv.reader(StringIO(text.removeprefix(BOM), newline="")))[1:]
    assert read == [[cell(value) for value in row] for row in rows]
    assert not any(value.startswith(DANGEROUS) for row in read for value in row)
