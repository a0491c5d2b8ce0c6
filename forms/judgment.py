"""Judgments and rulings (判决、裁定)."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Code, Paragraph
from forms.form import Form
from forms.remedy_result import DAYS, FLAW, changed_content, changed_fine, changed_gains, given_back, opposition


class JudgmentForm(Form):
    """The result, its paper, and what becomes of the fine."""

    title = "法院裁判"
    intro = "裁判生效后对本机关有约束力：变更、撤销的，三个工作日内撤回公示，多缴的罚款退还，应当解除的强制措施随即解除。"
    submit = "登记结果"

    result = Choice(
        "结果",
        ("claims_dismissed", "判决驳回诉讼请求"),
        ("changed", "判决变更"),
        ("annulled", "判决撤销"),
        ("annulled_anew", "判决撤销并重新作出"),
        ("unlawful", "判决确认违法"),
        ("void", "判决确认无效"),
        ("dismissed", "裁定驳回起诉"),
        ("mediated", "调解"),
        ("withdrawn", "裁定准许撤诉"),
        routing=True,
        basis="行政诉讼法第六十条至第七十七条",
    )
    document_no = Code("文书文号")
    decided_on = Day("作出日期")
    received_on = Day("收到日期")
    fine = changed_fine("行政诉讼法第七十七条")
    gains = changed_gains("行政诉讼法第七十七条")
    opposed = opposition("同为原告的利害关系人", "行政诉讼法第七十七条第二款")
    restored_goods = given_back("行政诉讼法第七十七条")
    content = changed_content("行政诉讼法第七十七条")
    flaw = FLAW
    days = DAYS
    summary = Paragraph("主要理由", optional=True)
