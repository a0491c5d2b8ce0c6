"""Orders of appraisals (检测鉴定委托): an institution is asked in writing for an opinion, in an investigation or on things that are held.

Source: 行政处罚法 Art. 46(1)(7), 54(1), 60; 行政强制法 Art. 25(3).
"""

from engine.commands.document import issue
from engine.commands.goods_paper import stated_goods
from engine.commands.inner_paper import common, named_party
from engine.commands.submission import submits
from engine.model import Case, Task
from engine.rules.document.appraisal_order import AppraisalOrder
from engine.work import FormData, Work


@submits("investigation")
def entrust_appraisal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Make the letter where the investigation goes on with an appraisal."""
    del task
    if data.text("next") == "appraisal":
        entrust(work, case.id, data)


def entrust(work: Work, case_id: str, form: FormData, measure: str | None = None) -> None:
    """Make the letter to the institution that a form names; the things of a `measure` go with it."""

    def composed(number: str, token: str) -> AppraisalOrder:
        return AppraisalOrder(
            **common(work, case_id, number, token) | {"party": named_party(work, case_id)},
            institution=form.text("institution"),
            subject=form.text("subject").rstrip("。"),
            started_on=form.text("started_on"),
            items=() if measure is None else stated_goods(work, case_id, measure, outcome=False),
        )

    issue(work, case_id, "D10-1", composed)
