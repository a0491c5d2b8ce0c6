"""Who may do what between departments (执法协作): officers let a department in by link, departments answer what was sent to them."""

from engine.access.rule import Rules, may
from engine.commands.collaboration import ReplyCollaboration, TakeMaterials
from engine.commands.collaboration_link import LinkCollaboration, UnlinkCollaboration

RULES: Rules = {
    LinkCollaboration: may("officer"),
    UnlinkCollaboration: may("officer"),
    ReplyCollaboration: may("partner"),
    TakeMaterials: may("partner"),
}

PARTNERS = frozenset({ReplyCollaboration, TakeMaterials})
"""What departments may do, each with its own requests."""
