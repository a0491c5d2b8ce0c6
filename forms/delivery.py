"""Deliveries (送达文书): which paper is to be served."""

from forms.field.text import Code
from forms.form import Form


class DeliveryForm(Form):
    """The paper that the party is to get."""

    title = "送达文书"
    intro = "应当送达当事人的文书，制作以后自动开始送达；以前制作、还没有送达的，在这里开始。送达情况在“送达”一步登记，由系统作送达回证。"
    submit = "开始送达"

    paper = Code("文书", hint="选还没有送达的文书，或者填文号。", basis="行政处罚法第六十一条、行政强制法第二十五条第二款、第三款")
