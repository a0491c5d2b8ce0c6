"""Clues (线索登记): where a case begins."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from marshmallow import pre_load

from engine.events.case import SOURCES
from engine.rules.identity import compact, resident_id_problem, uscc_problem
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.several import Group
from forms.field.text import Code, Paragraph, Text
from forms.form import Form

_NEEDS_USCC = When("kind", ("organisation",), "单位须填写统一社会信用代码。")
_NEEDS_ID = When("kind", ("person",), "个人须填写居民身份证号码。")


class PartyForm(Form):
    """Whom the case concerns; the kind follows from the code that is given where it is not said."""

    title: ClassVar[str] = "当事人"

    kind = Choice(
        "当事人类型",
        ("person", "个人"),
        ("organisation", "单位"),
        ("individual_business", "个体工商户"),
        optional=True,
        hint="不选时按所填号码判定：身份证号码为个人，92开头的代码为个体工商户，其余代码为单位。",
    )
    name = Text("当事人姓名或者名称")
    uscc = Code("统一社会信用代码", optional=True, when=_NEEDS_USCC, hint="18位，按GB 32100核对校验码。")
    id_number = Code("居民身份证号码", optional=True, when=_NEEDS_ID, hint="18位，按GB 11643核对校验码；个体工商户填经营者的号码。")
    legal_representative = Text("法定代表人或者负责人", optional=True)
    address = Text("住所或者住址", longest=200, optional=True, hint="送达文书用。")
    phone = Code("联系电话", pattern=r"[0-9+()-]{5,20}", says="应为5至20位数字，可有加号、括号和连接号。", optional=True)

    @pre_load
    def infer_kind(self, data: Any, **_: Any) -> Any:
        """Return the data with the kind that the code says, where no kind was chosen."""
        if not isinstance(data, Mapping) or "kind" in data:
            return data
        code = data.get("uscc")
        if isinstance(code, str):
            return dict(data) | {"kind": "individual_business" if compact(code).startswith("92") else "organisation"}
        return dict(data) | {"kind": "person"} if "id_number" in data else data

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the check digits say, and codes that do not fit the kind."""
        yield from _code_problems(values, self.today)
        kind, code = values["kind"], values["uscc"]
        if kind is None:
            yield "kind", "请选择当事人类型，或者填写号码。"
        if kind == "person" and code:
            yield "uscc", "个人没有统一社会信用代码；有营业执照的请选个体工商户。"
        if kind == "organisation" and values["id_number"]:
            yield "id_number", "单位不填居民身份证号码。"
        if kind == "individual_business" and not code and not values["id_number"]:
            yield "uscc", "个体工商户须填写统一社会信用代码，未领执照的填写经营者的居民身份证号码。"
        if code and kind in {"organisation", "individual_business"} and (kind == "individual_business") != code.startswith("92"):
            yield "uscc", "92开头的是个体工商户的代码，与当事人类型不符。"

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return the party with codes in capitals and without spaces."""
        values = super().fill(data)
        return values | {name: compact(str(values[name])) for name in ("uscc", "id_number") if values[name] is not None}


def _code_problems(values: Mapping[str, Any], today: date) -> Iterator[tuple[str, str]]:
    if values["uscc"] and (problem := uscc_problem(values["uscc"])):
        yield "uscc", problem
    if values["id_number"] and (problem := resident_id_problem(values["id_number"], today)):
        yield "id_number", problem


class ClueForm(Form):
    """What was seen or heard, where, when, and whom it concerns."""

    title = "线索登记"
    intro = "登记后开始核查。"
    submit = "登记线索"

    procedure = Choice("程序", ("ordinary", "普通程序"), ("summary", "简易程序（当场处罚）"), default="ordinary", section="线索")
    cause = Code("案由", says="不能含有空格。", section="线索", hint="输入编码、名称或者拼音首字母，如JC04、油烟、cyyy。")
    source = Choice(
        "线索来源",
        *SOURCES.items(),
        default="patrol",
        section="线索",
        basis="行政处罚法第五十四条第一款",
    )
    discovered_on = Day("发现或者收到日期", today=True, section="线索", hint="核查期限自次日起算；不填为今天。")
    place = Text("地点", longest=200, optional=True, section="线索")
    grid = Code("单元网格", pattern=r"[0-9]{15}", says="应为15位数字（GB/T 30428.1）。", optional=True, section="线索", hint="15位网格编码。")
    description = Paragraph("情况描述", optional=True, section="线索")
    party = Group("当事人", PartyForm, section="当事人")
