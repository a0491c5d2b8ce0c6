"""Records of a disposal of confiscated goods (处置记录): it was done, and where the money went."""

from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class ConfiscatedRecordForm(Form):
    """When it was done, who saw it, what it brought in and under which voucher that reached the treasury. Source: 行政处罚法 Art. 74."""

    title = "处置记录"
    intro = "拍卖的，得款全部缴入国库后登记；销毁的，写明监销人；移交、返还的，写明接收的凭证。"
    submit = "登记处置结果"

    done_on = Day("处置日期", today=True)
    document_no = Text("成交确认书、销毁记录、移交清单或者收据的编号", longest=100)
    witness = Text("监销人、见证人或者接收人", longest=50)
    proceeds = Money("拍卖得款", positive=True, optional=True, basis="行政处罚法第七十四条", hint="全部缴入国库，从中不得坐支。")
    voucher = Code("缴库凭证号", optional=True, basis="行政处罚法第七十四条", hint="得款缴入国库的凭证。")
    note = Paragraph("处置经过", optional=True, longest=500)
