"""Who may decide what the public sees (公示): the publisher proposes, the legal reviewer agrees, the system ends."""

from engine.access.rule import Rules, may
from engine.commands.credit import CorrectCreditRow, ExportCreditRow, RecordCreditReceipt
from engine.commands.public_file import AttachPublicFile, RecordPublicCopy, RemovePublicFile
from engine.commands.publication import EndPublication
from engine.commands.withdrawal import ProposeWithdrawal, ReviewWithdrawal

RULES: Rules = {
    AttachPublicFile: may("publisher"),
    RemovePublicFile: may("publisher"),
    RecordPublicCopy: may("SYSTEM"),
    EndPublication: may("SYSTEM"),
    ProposeWithdrawal: may("publisher"),
    ReviewWithdrawal: may("legal_reviewer"),
    ExportCreditRow: may("publisher"),
    RecordCreditReceipt: may("publisher"),
    CorrectCreditRow: may("publisher"),
}
