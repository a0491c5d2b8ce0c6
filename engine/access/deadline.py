"""Who may let a clock ring (期限): nobody but the system."""

from engine.access.rule import Rules, may
from engine.commands.deadline import FireDeadline, WarnDeadline
from engine.commands.office_duty import BeginOfficeDuty, RingOfficeDuty
from engine.commands.recount import NoteRecount, RecountDeadlines

RULES: Rules = {
    FireDeadline: may("SYSTEM"),
    WarnDeadline: may("SYSTEM"),
    BeginOfficeDuty: may("SYSTEM"),
    RingOfficeDuty: may("SYSTEM"),
    RecountDeadlines: may("SYSTEM"),
    NoteRecount: may("SYSTEM"),
}
