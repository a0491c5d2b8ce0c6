"""The table of the measurement of decisions (裁量表样本): thirty rules over three inputs, written in the language of each engine.

Area, earlier fines and kind of party decide, as in a discretion table (裁量基准); the values asked for hit rule 29.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final
from xml.sax.saxutils import escape

INPUTS: Final = (("area", "number"), ("fined", "number"), ("party", "string"))
OUTPUTS: Final = (("tier", "string"), ("low", "number"), ("high", "number"))
ASKED: Final[dict[str, object]] = {"area": 30, "fined": 2, "party": "org"}
ANSWER: Final[dict[str, object]] = {"tier": "tier-29", "low": 2900, "high": 3900}

_AREAS = ((0, 2), (2, 5), (5, 10), (10, 50), (50, None))
_PARTIES = ("citizen", "getihu", "org")


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: an area above `low` up to `high` square metres, fined before or not, a kind of party."""

    number: int
    low: int
    high: int | None
    fined: bool
    party: str

    @property
    def outputs(self) -> dict[str, object]:
        """Return what the rule answers."""
        return {"tier": f"tier-{self.number}", "low": self.number * 100, "high": self.number * 100 + 1000}

    @property
    def feel(self) -> tuple[str, str, str]:
        """Return the cells as FEEL, and the ZEN language alike, writes them."""
        area = f"> {self.low}" if self.high is None else f"({self.low}..{self.high}]"
        return area, "> 0" if self.fined else "0", json.dumps(self.party)

    @property
    def python(self) -> tuple[str, str, str]:
        """Return the cells as SpiffWorkflow's tables write them: Python, `?` for the input."""
        area = f"> {self.low}" if self.high is None else f"{self.low} < ? <= {self.high}"
        return area, "> 0" if self.fined else "0", json.dumps(self.party)


def rows() -> Iterator[Row]:
    """Yield the thirty rules."""
    for number, (party, fined, (low, high)) in enumerate(product(_PARTIES, (False, True), _AREAS), 1):
        yield Row(number, low, high, fined, party)


def dmn(*, python: bool = False) -> bytes:
    """Return the table as a DMN file, with cells in FEEL or, for SpiffWorkflow, in Python."""
    inputs = "".join(
        f'<input id="{name}" label="{name}"><inputExpression typeRef="{kind}">{_text(name)}</inputExpression></input>' for name, kind in INPUTS
    )
    outputs = "".join(f'<output id="{name}" label="{name}" name="{name}" typeRef="{kind}"/>' for name, kind in OUTPUTS)
    rules = "".join(_rule(row, row.python if python else row.feel) for row in rows())
    table = f'<decisionTable id="table" hitPolicy="UNIQUE">{inputs}{outputs}{rules}</decisionTable>'
    space = 'xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"'
    decision = f'<decision id="tier" name="tier">{table}</decision>'
    return f'<definitions {space} id="bench" name="bench" namespace="bench">{decision}</definitions>'.encode()


def jdm() -> str:
    """Return the table as zen-engine's own JSON model."""
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name, _ in INPUTS],
        "outputs": [{"id": name, "name": name, "field": name} for name, _ in OUTPUTS],
        "rules": [
            {"_id": f"r{row.number}"}
            | {name: cell for (name, _), cell in zip(INPUTS, row.feel, strict=True)}
            | {name: json.dumps(value) for name, value in row.outputs.items()}
            for row in rows()
        ],
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": content},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target} for source, target in (("in", "table"), ("table", "out"))
    ]
    return json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def _rule(row: Row, cells: tuple[str, ...]) -> str:
    inputs = "".join(f'<inputEntry id="r{row.number}i{place}">{_text(cell)}</inputEntry>' for place, cell in enumerate(cells))
    values = enumerate(json.dumps(value) for value in row.outputs.values())
    outputs = "".join(f'<outputEntry id="r{row.number}o{place}">{_text(value)}</outputEntry>' for place, value in values)
    return f'<rule id="r{row.number}">{inputs}{outputs}</rule>'


def _text(text: str) -> str:
    return f"<text>{escape(text)}</text>"
