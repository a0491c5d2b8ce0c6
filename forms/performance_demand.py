"""The demand before a performance (代履行前催告): a last time to do it oneself."""

from forms.field.choice import Choice
from forms.field.day import Acted, Day
from forms.form import Form


class PerformanceDemandForm(Form):
    """When and how the party was told. Source: 行政强制法 Art. 51(1)(2)."""

    title = "代履行前催告"
    intro = "催告应当书面作出，系统制作《代履行催告书》。代履行三日前催告当事人履行；催告之日和代履行之日之间须有三个整工作日。"
    submit = "登记催告"

    demanded_on = Day("催告日期", acted=Acted(both=False), basis="行政强制法第五十一条第一款第二项")
    way = Choice("催告方式", ("letter", "书面，当场交付催告书"), default="letter", hint="口头告知不是催告。", basis="行政强制法第三十五条")
