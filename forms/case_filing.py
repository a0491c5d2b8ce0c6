"""Case filing (立案申请): the officers ask for a case to be filed."""

from forms.field.text import Code, Paragraph
from forms.form import Form


class CaseFilingForm(Form):
    """The facts that found a case, and under what cause."""

    title = "立案申请"
    intro = "自立案之日起九十日内作出决定。"
    submit = "申请立案"

    facts = Paragraph("立案事实", basis="行政处罚法第五十四条")
    cause = Code("立案案由", optional=True, hint="与线索登记的案由不同时填写。")
    basis_note = Paragraph("管辖与依据说明", optional=True, basis="行政处罚法第二十二条、第三十六条", hint="管辖、追诉时效和涉嫌违反的规定。")
    opinion = Paragraph("承办意见")
