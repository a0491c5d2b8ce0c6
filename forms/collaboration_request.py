"""Requests for help (请求协助): whom to ask, for what, with which questions, and what goes with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.departments.partner import KINDS
from engine.rules.police_transfer import COPIES, PROCEDURE
from forms.field.choice import Choice
from forms.field.several import Papers, References
from forms.field.text import Code, Paragraph
from forms.form import Form


class CollaborationRequestForm(Form):
    """Another department is asked for help."""

    title = "请求协助"
    intro = "经负责人签发，协助函随即编号并发给对方；对方只看得到函件和所选材料，看不到案件。"
    submit = "报请签发"

    kind = Choice("协作事项", *((key, word) for key, word in KINDS.items() if key not in {PROCEDURE, *COPIES}), basis="行政处罚法第二十六条")
    partner = Code("协作部门", hint="目录中承担这一事项的部门。")
    questions = Paragraph("请求协助的问题", longest=2000, hint="每行一问。")
    materials = References("随函发送的证据", hint="只有勾选的才发给对方；请求协助的只选对方要用的，案件移送的默认全选。")
    papers = Papers("随函发送的文书", hint="内部审批的文书不发给其他部门。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a transfer that nothing goes along with."""
        if values["kind"] == "transfer" and not values["materials"] and not values["papers"]:
            yield "materials", "案件移送应当移交案件材料，请选择随函发送的证据、文书。"
