"""Orders to stop the execution (停止执行) of an act beside the penalty: what may not be done under it until the remedy came to its end.

Source: 行政复议法 Art. 42; 行政诉讼法 Art. 56.
"""

from collections.abc import Collection

from engine.commands.act_remedy import instance_of
from engine.commands.execution_stay import ORDERED
from engine.errors import LawError
from engine.model import Document, Remedy
from engine.work import Work


def check_not_ordered_to_stop(work: Work, case_id: str, codes: Collection[str], instance: str | None = None, field: str | None = None) -> None:
    """Refuse (`case_suspended`) what carries out an act whose execution was ordered to stop.

    Args:
        work: the command.
        case_id: the case.
        codes: the codes of the papers of such acts.
        instance: the procedure of the act; None where a case has one only.
        field: the field of the form that asks for it.
    """
    for remedy in work.rows(Remedy, case_id=case_id):
        if remedy.against is None or not remedy.stayed or remedy.effective_on is not None:
            continue
        paper = work.get(Document, remedy.against)
        if paper.code in codes and (instance is None or instance_of(work, paper) == instance):
            organ, basis = ORDERED[remedy.kind]
            message = f"{organ}已决定停止执行{paper.title}（{remedy.number}），作出结果以前不能办理。"
            raise LawError("case_suspended", message, basis=basis, field=field)
