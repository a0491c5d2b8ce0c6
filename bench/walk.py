"""The walk (走查): what people and operations answer on the way through the ordinary procedure, the same for every engine measured."""

from pathlib import Path

from engine.workflow.value import Scalar

FILES = {path.name: path.read_bytes() for path in (Path(__file__).parents[1] / "processes").glob("*.bpmn")}
ROOT = "ordinary"

FORMS: dict[str, dict[str, Scalar]] = {
    "verification": {"finding": "file"},
    "confirmation": {"confirmed": True},
    "approval": {"approved": True},
    "investigation": {"next": "report"},
    "investigation_report": {"outcome": "penalty"},
    "legal_review": {"opinion": "pass", "return_to": None},
    "plea": {"plea": "waived"},
    "panel_discussion": {"resolution": "agree"},
    "decide": {"decision": "decide", "outcome": "penalty"},
    "service_record": {"served": True},
    "publication": {"publish": True},
}

OPERATIONS: dict[str, dict[str, Scalar]] = {
    "discretion.assess": {"collective": True, "hearing": False, "review_mandatory": True},
    "document.issue": {"document": "notice-1"},
    "decision.make": {"document": "decision-1"},
    "payment.record": {"settled": True},
}

APPRAISALS: dict[str, dict[str, Scalar]] = FORMS | {"investigation": {"next": "appraisal"}}
"""Answers that send the investigation to the laboratory again and again."""
