"""Names that the house does not know."""

import pytest

from tests.engine.workflow.lint.hostile import chain, event, reasons
from tests.engine.workflow.model import Model, timer

REFERENCES: dict[str, tuple[Model, str]] = {
    "start form": (Model().start(form="poem").end().line("begin", "end"), "begin: 没有表单 poem"),
    "user task without form": (
        chain(Model().start().node("userTask", "odd", 'camunda:candidateGroups="officer"').end(), "odd"),
        "odd: 用户任务没有表单",
    ),
    "unknown form": (chain(Model().start().user("odd", "poem").end(), "odd"), "odd: 没有表单 poem"),
    "no role": (chain(Model().start().node("userTask", "odd", 'camunda:formKey="clue"').end(), "odd"), "odd: 用户任务没有角色"),
    "unknown role": (chain(Model().start().user("odd", role="poet").end(), "odd"), "odd: 没有角色 poet"),
    "unknown slot": (chain(Model().start().user("odd", slot="third").end(), "odd"), "odd: 没有办案位置 third"),
    "no lane": (
        chain(Model().start().node("userTask", "odd", 'camunda:formKey="clue" camunda:candidateGroups="head"', lane="").end(), "odd"),
        "odd: 用户任务不在任何泳道",
    ),
    "another lane": (
        chain(Model().start().node("userTask", "odd", 'camunda:formKey="clue" camunda:candidateGroups="head"').end(), "odd"),
        "odd: 泳道的角色 officer 与任务的角色 head 不一致",
    ),
    "no operation": (chain(Model().start().node("serviceTask", "odd").end(), "odd"), "odd: 服务任务须写"),
    "class instead of topic": (chain(Model().start().node("serviceTask", "odd", 'camunda:class="os.system"').end(), "odd"), "odd: 服务任务须写"),
    "unknown operation": (chain(Model().start().service("odd", "poem.write").end(), "odd"), "odd: 没有操作 poem.write"),
    "unknown deadline of an operation": (chain(Model().start().service("odd", "case.escalate", deadline="tea").end(), "odd"), "odd: 没有期限 tea"),
    "missing input": (chain(Model().start().service("odd", "case.escalate").end(), "odd"), "odd: 操作 case.escalate 缺少参数 deadline"),
    "input that nobody reads": (
        chain(Model().start().service("odd", "case.escalate", deadline="plea", tea="green").end(), "odd"),
        "odd: 操作 case.escalate 没有参数 tea",
    ),
    "unknown decision": (chain(Model().start().service("odd", "case.file", decision="coin").end(), "odd"), "odd: 没有决策 coin"),
    "unknown deadline": (event(timer('deadline("tea")')), "catch: 没有期限 tea"),
    "a date": (event(timer("2026-01-01T00:00:00Z")), "catch: 定时只能写"),
    "a duration": (event(timer("P7D", "timeDuration")), "catch: 定时只能写"),
    "a cycle": (event(timer("R3/PT1H", "timeCycle")), "catch: 定时只能写"),
    "code in a timer": (event(timer("__import__('os').getcwd()")), "catch: 定时只能写"),
    "unknown process": (chain(Model().start().call("odd", "nowhere").end(), "odd"), "odd: 调用的流程 nowhere 不存在"),
    "calls itself": (chain(Model().start().call("odd", "sample").end(), "odd"), "odd: 调用 sample 会回到本流程"),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_names_that_the_house_does_not_know_are_refused(case: str) -> None:
    model, reason = REFERENCES[case]
    assert any(reason in line for line in reasons(model))
