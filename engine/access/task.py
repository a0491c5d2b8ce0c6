"""Who may work on tasks (待办): whoever the step's own role and slot allow; the step decides, see `engine.commands.task`."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.task import ClaimTask, CompleteTask, ReleaseTask

RULES: Rules = {
    ClaimTask: may(*HANDLERS_OF_CASES),
    ReleaseTask: may(*HANDLERS_OF_CASES),
    CompleteTask: may(*HANDLERS_OF_CASES),
}
