"""What the results of a reconsideration and of a lawsuit ask alike (复议、诉讼结果): sum or content as changed, the flaw and the new term."""

from forms.field.choice import Choice, Tick
from forms.field.entry import When, Where
from forms.field.number import Count, Money
from forms.field.several import Goods
from forms.field.text import Paragraph

FALLEN = ("annulled", "annulled_anew")

CHANGED = Where("result", ("changed", "mediated"))

FINE = Money(
    "变更后的罚款",
    optional=True,
    where=CHANGED,
    hint="罚款改变了才填，不得高于原罚款（有相反请求的除外）；不服加处罚款决定的，填变更后的加处罚款。",
    basis="行政复议法第六十三条、行政诉讼法第七十七条",
)
GAINS = Money(
    "变更后的没收违法所得",
    optional=True,
    where=CHANGED,
    hint="没收违法所得改变了才填，不得高于原数额（有相反请求的除外）；不再没收的填0。",
    basis="行政复议法第六十三条、行政诉讼法第七十七条",
)
OPPOSED = Tick(
    "有人要求加重（相反请求）",
    where=CHANGED,
    hint="复议的第三人或者同为原告的利害关系人要求加重的，才勾选；勾选以后，变更的数额可以高于原数额。",
    basis="行政复议法第六十三条第二款、行政诉讼法第七十七条第二款",
)
RESTORED = Goods(
    "不再没收的物品",
    where=CHANGED,
    hint="选中的物品，登记以后启动返还；没有改变的不选。",
    basis="行政复议法第六十三条、行政诉讼法第七十七条",
)
CONTENT = Paragraph(
    "变更后的内容",
    longest=500,
    optional=True,
    where=CHANGED,
    hint="不服的是查封扣押、责令改正、代履行等行为的，写明变更后的内容。",
    basis="行政复议法第六十三条、行政诉讼法第七十七条",
)
FLAW = Choice(
    "撤销的原因",
    ("procedure", "仅违反法定程序"),
    ("substance", "事实、依据或者裁量有误"),
    when=When("result", FALLEN, "撤销的，必须选择原因。", "不是撤销的，不选原因。"),
    hint="不是仅因程序违法撤销的，不得以同一的事实和理由作出相同的决定。",
)
DAYS = Count(
    "重新作出的期限",
    most=180,
    unit="日",
    when=When("result", ("annulled_anew",), "责令重新作出的，必须填写期限。", "没有责令重新作出的，不填期限。"),
)
