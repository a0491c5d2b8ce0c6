"""Drawing (绘制): writes DMN files for tests, as a modeller would."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"


@dataclass(frozen=True)
class Column:
    """A column of a table: its expression or name, its type and its values."""

    text: str
    type: str = "number"
    values: str = ""
    default: str = ""


@dataclass(frozen=True)
class Drawn:
    """A decision table; a row is its input cells and then its output cells, each annotation one more."""

    inputs: Sequence[Column]
    outputs: Sequence[Column]
    rows: Sequence[Sequence[str]]
    policy: str = "UNIQUE"
    aggregation: str = ""
    annotations: Sequence[str] = ()
    id: str = "tier"
    name: str = "档次"
    requires: Sequence[str] = field(default=())


def model(*decisions: "Drawn | str", namespace: str = NAMESPACE) -> bytes:
    """Return a file with these decisions; a text is XML to put in as it is."""
    body = "".join(each if isinstance(each, str) else _decision(each) for each in decisions)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="{namespace}" id="d" name="模型" namespace="x">{body}</definitions>'.encode()


def literal(id: str, name: str, text: str, *, requires: Sequence[str] = (), type: str = "") -> str:
    """Return the XML of a decision by one expression."""
    variable = f'<variable name="{name}" typeRef="{type}"/>' if type else ""
    return (
        f'<decision id="{id}" name="{name}">{variable}{_requirements(requires)}'
        f"<literalExpression><text>{escape(text)}</text></literalExpression></decision>"
    )


def data(name: str, type: str = "number") -> str:
    """Return the XML of input data."""
    return f'<inputData id="input_{name}" name="{name}"><variable name="{name}" typeRef="{type}"/></inputData>'


def _requirements(required: Sequence[str]) -> str:
    return "".join(f'<informationRequirement><requiredDecision href="#{each}"/></informationRequirement>' for each in required)


def _decision(drawn: Drawn) -> str:
    aggregation = f' aggregation="{drawn.aggregation}"' if drawn.aggregation else ""
    inputs = "".join(
        f'<input id="in{place}" label={quoteattr(column.text)}><inputExpression typeRef="{column.type}">{_text(column.text)}</inputExpression>'
        + (f"<inputValues>{_text(column.values)}</inputValues>" if column.values else "")
        + "</input>"
        for place, column in enumerate(drawn.inputs)
    )
    outputs = "".join(
        f'<output id="out{place}" name={quoteattr(column.text)} typeRef="{column.type}">'
        + (f"<outputValues>{_text(column.values)}</outputValues>" if column.values else "")
        + (f"<defaultOutputEntry>{_text(column.default)}</defaultOutputEntry>" if column.default else "")
        + "</output>"
        for place, column in enumerate(drawn.outputs)
    )
    notes = "".join(f"<annotation name={quoteattr(name)}/>" for name in drawn.annotations)
    rows = "".join(_row(drawn, index, row) for index, row in enumerate(drawn.rows, 1))
    table = f'<decisionTable hitPolicy="{drawn.policy}"{aggregation}>{inputs}{outputs}{notes}{rows}</decisionTable>'
    return f'<decision id="{drawn.id}" name="{drawn.name}">{_requirements(drawn.requires)}{table}</decision>\n'


def _row(drawn: Drawn, index: int, row: Sequence[str]) -> str:
    kinds = ["inputEntry"] * len(drawn.inputs) + ["outputEntry"] * len(drawn.outputs) + ["annotationEntry"] * len(drawn.annotations)
    return f'<rule id="r{index}">' + "".join(f"<{kind}>{_text(cell)}</{kind}>" for kind, cell in zip(kinds, row, strict=True)) + "</rule>\n"


def _text(text: str) -> str:
    return f"<text>{escape(text)}</text>"
