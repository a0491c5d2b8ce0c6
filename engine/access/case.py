"""Who may do what with a case (案件): the office opens it, the system moves its clocks."""

from engine.access.rule import Rules, may
from engine.commands.case import OpenCase

RULES: Rules = {
    OpenCase: may("officer"),
}
