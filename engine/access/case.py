"""Who may do what with a case (案件): the office opens it and puts its officers in, the system moves its clocks."""

from engine.access.rule import Rules, may
from engine.commands.case import OpenCase
from engine.commands.replacement import ConfirmOfficer, ReplaceOfficer

RULES: Rules = {
    OpenCase: may("officer"),
    ReplaceOfficer: may("squad_leader", "head"),
    ConfirmOfficer: may("officer"),
}
