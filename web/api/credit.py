"""Reports to the credit site (双公示): what is due, what went out, and what was answered."""

from engine.commands.credit import CorrectCreditRow, ExportCreditRow, RecordCreditReceipt
from engine.model import CreditRow
from engine.queries.credit import CreditBatch, CreditPage, CreditRows, OneCreditRow
from web.api.door import Door
from web.api.shape import shape

door = Door("credit", "双公示")

SUMMARY = shape(CreditPage, but=frozenset({"rows", "page", "pages"}), name="CreditSummary")

door.ask(
    "/credit", CreditRows, "该报送的和各状态件数 What is due, and how many rows there are by state", answer=SUMMARY, but=frozenset({"state", "page"})
)
door.enumerate(
    "/credit/batches/<batch>",
    CreditBatch,
    "一次报送的各条 The rows of a file",
    item=shape(CreditRow),
    place=lambda row: (row.number, row.id),
    length=2,
)
door.ask("/credit/rows/<row_id>", OneCreditRow, "一条双公示数据 A row", answer=shape(CreditRow))
door.give("POST", "/cases/<case_id>/credit", ExportCreditRow, "报送 Put the decision of a case into a file", scope="publication.write")
door.give(
    "POST",
    "/cases/<case_id>/credit/<row_id>/receipt",
    RecordCreditReceipt,
    "登记回执 Record what the site answered",
    scope="publication.write",
    form="credit_receipt",
)
door.give(
    "POST",
    "/cases/<case_id>/credit/<row_id>/correction",
    CorrectCreditRow,
    "更正 Correct a refused row",
    scope="publication.write",
    form="credit_correction",
)
