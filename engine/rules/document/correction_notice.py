"""The notice that corrects a clerical error in a document that was served (补正通知书, D30); the document itself stays as it is."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNotice(Document):
    """Which words of which document are corrected to which."""

    corrected_title: Annotated[str, Stated("补正的文书")]
    corrected_number: Annotated[str, Stated("补正的文书文号")]
    corrected_date: Annotated[Day, Stated("补正的文书日期")]
    wrong: Annotated[str, Stated("原文")]
    right: Annotated[str, Stated("补正为")]
    reason: Annotated[str, Stated("补正的理由")]
