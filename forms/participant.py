"""Participants (参加人): who takes part in a case beside the party."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.events.participant import ROLES
from engine.rules.identity import compact, resident_id_problem
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Code, Text
from forms.form import Form

_RELATED = When("role", ("guardian", "agent", "successor"), "监护人、代理人、继承人须写明与当事人的关系。")
_EMPOWERED = When("role", ("agent",), "委托代理人须写明代理权限。", otherwise="只有委托代理人才填代理权限。")
_REACHED = When("role", ("guardian", "agent"), "监护人、代理人须留联系电话。")


NOBODY = frozenset({"匿名", "市民", "居民", "群众", "业主", "住户", "邻居", "热心市民", "投诉人", "举报人"})
"""What is no name: papers speak of residents without telling who complained."""


class ParticipantForm(Form):
    """Who takes part, as what, and how to be reached."""

    title = "登记参加人"
    intro = "监护人、代理人代当事人办理；决定以后死亡的当事人的继承人、近亲属可以申请复议、起诉；投诉举报人的身份只有主办、协办和督察审计看得到。"
    submit = "登记"

    role = Choice(
        "身份",
        *ROLES.items(),
        basis="行政处罚法第三十条、第四十六条；民法典第二十七条、第一百六十五条",
    )
    name = Text("姓名或者名称")
    relation = Text("与当事人的关系", longest=50, optional=True, when=_RELATED, hint="如：父亲、公司职工、相邻住户。")
    authority = Choice("代理权限", ("general", "一般代理"), ("special", "特别授权"), optional=True, when=_EMPOWERED, basis="民法典第一百六十五条")
    id_number = Code("居民身份证号码", optional=True, hint="18位，号码有误的会提示。")
    phone = Code("联系电话", pattern=r"[0-9+()-]{7,20}", says="应为7至20位数字，可有加号、括号和连接号。", optional=True, when=_REACHED)
    address = Text("住址", longest=200, optional=True)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the check digit says, and a complainant whose name is none."""
        if values["role"] == "complainant" and values["name"] in NOBODY:
            yield "name", "匿名的投诉举报不登记为参加人，在线索来源里写明即可。"
        if values["id_number"] and (problem := resident_id_problem(values["id_number"], self.today)):
            yield "id_number", problem

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return the participant with the number in capitals and without spaces."""
        values = super().fill(data)
        return values | {"id_number": compact(str(values["id_number"])) if values["id_number"] is not None else None}
