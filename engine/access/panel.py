"""Who may vote in a panel (集体讨论): the heads and the members; the panel's own seats decide which. Source: 行政处罚法 Art. 57(2)."""

from engine.access.rule import Rules, may
from engine.commands.panel import CastVote

RULES: Rules = {
    CastVote: may("head", "panel_member"),
}
