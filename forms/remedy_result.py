"""What the results of a reconsideration and of a lawsuit ask alike (复议、诉讼结果): the fine, the flaw and the new term."""

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.number import Count, Money

FALLEN = ("annulled", "annulled_anew")

FINE = Money(
    "变更后的罚款",
    when=When("result", ("changed",), "变更的，必须填写变更后的罚款。"),
    hint="调解改变罚款的也填写；不得高于原罚款。不服加处罚款决定的，填变更后的加处罚款数额。",
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
