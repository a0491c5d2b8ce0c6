"""Things (物品): one line of the list of what is held."""

from typing import ClassVar

from engine.rules.goods import USES
from forms.field.choice import Choice, Tick
from forms.field.number import Measure, Money
from forms.field.several import References
from forms.field.text import Text
from forms.form import Form


class GoodsItemForm(Form):
    """One thing, told so that it cannot be mistaken for another."""

    title: ClassVar[str] = "物品"

    name = Text("名称", longest=60, hint="同名的物品，在名称中加以区别。")
    quantity = Measure("数量")
    unit = Text("单位", longest=10, hint="件、台、串、公斤……")
    value = Money("估计价值", optional=True)
    marks = Text("规格、型号、特征", longest=200, optional=True)
    use = Choice("用途", *USES.items())
    perishable = Tick("易腐烂、变质")
    seized = Tick("已被其他机关查封、扣押")
    seal = Text("封条编号", longest=60, optional=True, hint="查封的必须填写，有数张的用顿号隔开。")
    photos = References("照片", hint="先上传为本案证据。")
