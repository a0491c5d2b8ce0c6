"""Who may hand in evidence (证据): who enforces. Source: 行政处罚法 Art. 42, 46."""

from engine.access.rule import Rules, may
from engine.commands.evidence import AddEvidence

RULES: Rules = {
    AddEvidence: may("officer"),
}
