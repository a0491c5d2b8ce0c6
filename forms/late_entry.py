"""Late entries (补记): a plea or a request for a hearing reached the agency, and was entered only after its term had passed."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.several import References
from forms.field.text import Paragraph, Text
from forms.form import Form


class LateEntryForm(Form):
    """What came in, on which day, how that is proved, and why it was not entered then."""

    title = "补记陈述申辩、听证要求"
    intro = "期限内收到、逾期才登记的，补记以后照常复核或者举行听证，不用重新告知；逾期收到的，可以听取，不是必须听取。补记须协办确认、队长同意。"
    submit = "提交补记"

    what = Choice("补记的内容", ("plea", "陈述申辩"), ("hearing", "听证要求"), routing=True, basis="行政处罚法第四十五条第一款、第六十四条第一项")
    received_on = Day("收到日期", hint="当面提出的，填提出的日期；邮寄的，填交邮日期。", basis="民事诉讼法第八十五条第四款")
    way = Choice("方式", ("written", "书面"), ("oral", "口头"), ("portal", "网上"))
    content = Paragraph("当事人的意见", hint="要求听证的，写明要求和理由。", longest=2000)
    proved = Text("收到日期的凭据", hint="如：收文登记第31号、邮戳、12345工单号。", longest=200)
    proof = References("书面材料或者记录", hint="先上传为本案证据。")
    reason = Paragraph("没有及时登记的原因")
    admitted = Choice(
        "逾期收到的，是否听取",
        ("heard", "听取"),
        ("refused", "不予听取"),
        optional=True,
        hint="期限内收到的必须听取，不选。",
        basis="行政处罚法第四十四条、第四十五条、第六十四条第一项",
    )
    refusal = Paragraph("不予听取的理由", when=When("admitted", ("refused",), "不予听取的，必须写明理由。", "没有选择不予听取的，不填理由。"))
