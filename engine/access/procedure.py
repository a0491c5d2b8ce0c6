"""Who may start a procedure beside the main one (启动程序): whoever the procedure's own model allows, see `engine.commands.procedure`."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.procedure import StartProcedure

RULES: Rules = {
    StartProcedure: may(*HANDLERS_OF_CASES),
}
