"""Who may hand in evidence (证据): who enforces; the system alone doubts what no certificate covers any more. Source: 行政处罚法 Art. 41, 42, 46."""

from engine.access.rule import Rules, may
from engine.commands.capture_review import DoubtCaptures
from engine.commands.evidence import AddEvidence

RULES: Rules = {
    AddEvidence: may("officer"),
    DoubtCaptures: may("SYSTEM"),
}
