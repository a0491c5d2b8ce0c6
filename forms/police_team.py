"""Teams (专案组): who verifies a suspected crime."""

from forms.field.several import Users
from forms.form import Form


class PoliceTeamForm(Form):
    """The officers whom the head names, two or more."""

    title = "指定专案组"
    intro = "专案组核实情况，提出移送的书面报告。"
    submit = "指定"

    members = Users(
        "成员",
        least=2,
        few="专案组不得少于两人。",
        basis="移送涉嫌犯罪案件规定第五条第一款",
        hint="能够办理本案、持有效执法证的执法人员。",
    )
