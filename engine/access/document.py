"""Who may record that a document was put on paper (文书成文): the system; the bytes follow from the frozen facts."""

from engine.access.rule import Rules, may
from engine.commands.document import RecordRendering

RULES: Rules = {
    RecordRendering: may("SYSTEM"),
}
