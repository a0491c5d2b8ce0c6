"""Who may let a clock ring (期限): nobody but the system."""

from engine.access.rule import Rules, may
from engine.commands.deadline import FireDeadline, WarnDeadline

RULES: Rules = {
    FireDeadline: may("SYSTEM"),
    WarnDeadline: may("SYSTEM"),
}
