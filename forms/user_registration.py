"""Registering a person (登记人员): who it is, where, and the first role; further roles are granted one by one."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.rules.right import TITLES
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.text import Code, Text
from forms.form import Form

_REVIEWER = Where("role", ("legal_reviewer",))


def _needs(label: str) -> When:
    return When("role", ("officer",), f"执法人员须填{label}。")


class UserRegistrationForm(Form):
    """A new account."""

    title = "登记人员"
    intro = "登记后生成一次性口令，首次登录须更换。其他权限登记后逐项授予。"
    submit = "登记"

    login = Code("登录名", pattern=r"[A-Za-z_][A-Za-z0-9_]{0,31}", says="须为字母开头的字母和数字，不超过32位。")
    name = Text("姓名", longest=50)
    position = Text("职务", longest=50, optional=True)
    role = Choice(
        "角色",
        *TITLES.items(),
        hint="系统、安全、审计三员须由不同的人担任，且不得兼任其他角色。",
        basis="网络安全法第二十一条",
    )
    district = Code("辖区", optional=True)
    squad = Code("中队", optional=True)
    partner = Code("代表的部门", section="协作部门", optional=True, where=Where("role", ("partner",)))
    certificate = Code("执法证号", section="执法人员", when=_needs("执法证号"), basis="行政处罚法第四十二条")
    certificate_from = Day("有效期自", section="执法人员", when=_needs("有效期自"))
    certificate_until = Day("有效期至", section="执法人员", future=True, when=_needs("有效期至"))
    licence = Code("法律职业资格证书号", section="法制审核员", optional=True, where=_REVIEWER, basis="行政处罚法第五十八条第二款")
    reviewer_since = Day("从事法制审核始于", section="法制审核员", optional=True, where=_REVIEWER, hint="2018年以前已从事的，可以不填证书号。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield the term of a certificate that ends before it begins."""
        begins, ends = values["certificate_from"], values["certificate_until"]
        if begins and ends and ends < begins:
            yield "certificate_until", "有效期至不能早于有效期自。"
