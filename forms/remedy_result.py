"""What the results of a reconsideration and of a lawsuit ask alike (复议、诉讼结果): sum or content as changed, the flaw and the new term."""

from forms.field.choice import Choice, Tick
from forms.field.entry import When, Where
from forms.field.number import Count, Money
from forms.field.several import Goods
from forms.field.text import Paragraph

FALLEN = ("annulled", "annulled_anew")

CHANGED = Where("result", ("changed", "mediated"))

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


def changed_fine(basis: str) -> Money:
    """Return the field for the sum to which a fine was changed, with the article on how far."""
    hint = "罚款改变了才填，不得高于原罚款（有相反请求的除外）；不服加处罚款决定的，填变更后的加处罚款。"
    return Money("变更后的罚款", optional=True, where=CHANGED, hint=hint, basis=basis)


def changed_gains(basis: str) -> Money:
    """Return the field for the sum to which confiscated gains were changed."""
    hint = "没收违法所得改变了才填，不得高于原数额（有相反请求的除外）；不再没收的填0。"
    return Money("变更后的没收违法所得", optional=True, where=CHANGED, hint=hint, basis=basis)


def opposition(who: str, basis: str) -> Tick:
    """Return the box that says that somebody asked for more."""
    return Tick("有人要求加重（相反请求）", where=CHANGED, hint=f"{who}要求加重的，才勾选；勾选以后，变更的数额可以高于原数额。", basis=basis)


def given_back(basis: str) -> Goods:
    """Return the field for the things that are not confiscated any more."""
    return Goods("不再没收的物品", where=CHANGED, hint="选中的物品，登记以后启动返还；没有改变的不选。", basis=basis)


def changed_content(basis: str) -> Paragraph:
    """Return the field for what any other act was changed into."""
    hint = "不服的是查封扣押、责令改正、代履行等行为的，写明变更后的内容。"
    return Paragraph("变更后的内容", longest=500, optional=True, where=CHANGED, hint=hint, basis=basis)
