"""Clues (线索登记): where a case begins."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from marshmallow import pre_load

from engine.events.case import SOURCES
from engine.rules.identity import PAPERS, birth_date, compact, paper_problem, resident_id_problem, uscc_problem
from engine.rules.inspection import BASIS
from engine.rules.inspection import SOURCE as INSPECTION
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.several import Group
from forms.field.text import Code, Paragraph, Text
from forms.form import Form

UNUSUAL = "没有身份证或者代码的当事人"
_OTHER = tuple(PAPERS)
_KINDS = {"id_number": "person", "code_kind": "person", "uncoded": "organisation"}
"""What a party is whose kind was not said, by what was filled in; a social credit code tells by itself."""


class PartyForm(Form):
    """Whom the case concerns; the kind follows from the code that is given where it is not said."""

    title: ClassVar[str] = "当事人"
    folded: ClassVar[str] = UNUSUAL

    kind = Choice(
        "当事人类型",
        ("person", "个人"),
        ("organisation", "单位"),
        ("individual_business", "个体工商户"),
        optional=True,
        hint="不选时按所填号码判定：身份证号码为个人，92开头的代码为个体工商户，其余代码为单位。",
    )
    name = Text("当事人姓名或者名称")
    uscc = Code("统一社会信用代码", optional=True, hint="单位填写；18位，代码有误的会提示。")
    id_number = Code("居民身份证号码", optional=True, hint="个人填写；18位，号码有误的会提示。个体工商户没有执照的，填经营者的号码。")
    legal_representative = Text("法定代表人或者负责人", optional=True)
    address = Text("住所或者住址", longest=200, optional=True, hint="送达文书用。")
    phone = Code("联系电话", pattern=r"[0-9+()-]{5,20}", says="应为5至20位数字，可有加号、括号和连接号。", optional=True)

    code_kind = Choice(
        "没有居民身份证的，证件种类",
        *((key, paper.title) for key, paper in PAPERS.items()),
        optional=True,
        section=UNUSUAL,
        hint="有居民身份证的不选。",
    )
    other_number = Code(
        "证件号码", section=UNUSUAL, when=When("code_kind", _OTHER, "选择了证件种类的，必须填写证件号码。", "没有选择证件种类的，不填证件号码。")
    )
    born = Day(
        "证件上的出生日期",
        earliest=date(1900, 1, 1),
        section=UNUSUAL,
        basis="行政处罚法第三十条",
        hint="年龄决定能否处罚、是否从轻，按证件填写。",
        when=When("code_kind", _OTHER, "选择了证件种类的，必须填写出生日期。", "没有选择证件种类的，不填出生日期。"),
    )
    uncoded = Text(
        "单位没有统一社会信用代码的理由",
        longest=60,
        optional=True,
        section=UNUSUAL,
        hint="如：境外企业，在境内没有登记；临时设立的工程项目部。有代码的不填。",
    )

    @pre_load
    def infer_kind(self, data: Any, **_: Any) -> Any:
        """Return the data with the kind that the code says, where no kind was chosen."""
        if not isinstance(data, Mapping) or "kind" in data:
            return data
        code = data.get("uscc")
        if isinstance(code, str) and code.strip():
            return dict(data) | {"kind": "individual_business" if compact(code).startswith("92") else "organisation"}
        known = [kind for name, kind in _KINDS.items() if data.get(name)]
        return dict(data) | {"kind": known[0]} if known else data

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the check digits say, and codes that do not fit the kind."""
        yield from _code_problems(values, self.today)
        kind, code = values["kind"], values["uscc"]
        if kind is None:
            yield "kind", "请选择当事人类型，或者填写号码。"
        if kind == "person" and not (values["id_number"] or values["code_kind"]):
            yield "id_number", "个人须填写居民身份证号码；没有的，选择证件种类。"
        if kind == "organisation" and not code and not values["uncoded"]:
            yield "uscc", "单位须填写统一社会信用代码；没有的，写明理由。"
        yield from _unusual_problems(values, self.today)
        if kind == "person" and code:
            yield "uscc", "个人没有统一社会信用代码；有营业执照的请选个体工商户。"
        if kind == "organisation" and values["id_number"]:
            yield "id_number", "单位不填居民身份证号码。"
        if kind == "individual_business" and not (code or values["id_number"] or values["code_kind"]):
            yield "uscc", "个体工商户须填写统一社会信用代码，未领执照的填写经营者的身份证件号码。"
        if code and kind in {"organisation", "individual_business"} and (kind == "individual_business") != code.startswith("92"):
            yield "uscc", "92开头的是个体工商户的代码，与当事人类型不符。"

    def fill(self, data: Mapping[str, object]) -> dict[str, object]:
        """Return the party with codes in capitals and without spaces."""
        values = super().fill(data)
        return values | {name: compact(str(values[name])) for name in ("uscc", "id_number", "other_number") if values[name] is not None}


def _unusual_problems(values: Mapping[str, Any], today: date) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the paper of a person without identity card, and with the reason of an organisation without code."""
    kind, number, born = values["code_kind"], values["other_number"], values["born"]
    if kind and values["id_number"]:
        yield "code_kind", "填写了居民身份证号码的，不选其他证件。"
    if kind and values["kind"] == "organisation":
        yield "code_kind", "单位不填个人的证件。"
    if kind and values["kind"] == "individual_business" and values["uscc"]:
        yield "code_kind", "填写了统一社会信用代码的，不填经营者的证件。"
    if kind and number:
        if problem := paper_problem(kind, number, today):
            yield "other_number", problem
        elif born and PAPERS[kind].digits and len(compact(number)) == 18 and birth_date(number) != born:
            yield "born", "出生日期与证件号码第7至14位不符。"
    if values["uncoded"] and (values["uscc"] or values["kind"] != "organisation"):
        yield "uncoded", "只有没有统一社会信用代码的单位才写理由。"


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
    folded = UNUSUAL

    procedure = Choice("程序", ("ordinary", "普通程序"), ("summary", "简易程序（当场处罚）"), default="ordinary", section="线索")
    cause = Code("案由", says="不能含有空格。", section="线索", hint="输入编码、名称或者拼音首字母，如JC04、油烟、cyyy。")
    source = Choice(
        "线索来源",
        *SOURCES.items(),
        default="patrol",
        section="线索",
        basis="行政处罚法第五十四条第一款",
    )
    inspection = Code(
        "检查编号",
        optional=True,
        section="线索",
        where=Where("source", (INSPECTION,)),
        basis=BASIS,
        hint="对企业的检查登记、批准、入企以后才有线索；写检查通知书的编号。",
    )
    discovered_on = Day("发现或者收到日期", today=True, section="线索", hint="核查期限自次日起算；不填为今天。")
    place = Text("地点", longest=200, optional=True, section="线索", hint="当场处罚的必须填写，写入决定书。")
    grid = Code("单元网格", pattern=r"[0-9]{15}", says="应为15位数字（GB/T 30428.1）。", optional=True, section="线索", hint="15位网格编码。")
    description = Paragraph("情况描述", optional=True, section="线索")
    party = Group("当事人", PartyForm, section="当事人")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a needless inspection, and that a decision on the spot cannot say where the act was done (行政处罚法 Art. 52(2))."""
        if values["inspection"] and values["source"] != INSPECTION:
            yield "inspection", "线索来源不是行政检查的，不填检查编号。"
        if values["procedure"] == "summary" and not values["place"]:
            yield "place", "当场处罚的，必须填写地点：决定书应当载明（行政处罚法第五十二条第二款）。"
