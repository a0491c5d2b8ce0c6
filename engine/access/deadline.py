"""Who may let a clock ring (期限): nobody but the system."""

from engine.access.rule import Rules, may
from engine.commands.deadline import FireDeadline, WarnDeadline
from engine.commands.recount import NoteRecount, RecountDeadlines

RULES: Rules = {
    FireDeadline: may("SYSTEM"),
    WarnDeadline: may("SYSTEM"),
    RecountDeadlines: may("SYSTEM"),
    NoteRecount: may("SYSTEM"),
}
