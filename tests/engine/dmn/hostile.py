"""Texts that mean harm (恶意文本), and the process that reads each within two seconds of the processor and 256 MB.

Run as a program it reads every text in a child of its own, whose limits the system enforces, and writes one line of JSON for each:
its name, how the child ended, what was told, and how much memory it took at most.
"""

import json
import os
import resource
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from engine.dmn import DecisionError, ModelError, evaluate
from engine.feel import FeelError
from engine.law.benchmark import read_benchmark
from engine.rules.benchmark import LONGEST, examine
from tests.engine.dmn.hostile_cells import BROKEN, ENDLESS, LARGE
from tests.engine.law.published import BOOK

SECONDS = 2
BYTES = 256 * 1024 * 1024
JC01 = (Path(__file__).resolve().parents[3] / "processes" / "discretion" / "JC01.dmn").read_text(encoding="utf-8")
SAMPLE = {"占用面积": 3, "重复次数": 0, "拒不改正": False, "当场改正": False, "初次违法": False}


def cell(text: str, place: str) -> bytes:
    """The table with one hostile cell: the first condition of row 2, or the upper end of its range."""
    kept = {"condition": "(0..5]", "result": "1500"}[place]
    assert f"<text>{kept}</text>" in JC01
    return JC01.replace(f"<text>{kept}</text>", f"<text>{escape(text)}</text>", 1).encode()


def slight(text: str) -> bytes:
    """The table with a hostile condition of slight facts."""
    before, _, after = JC01.partition("<text>初次违法 and")
    return (before + f"<text>{escape(text)}" + after[after.index("</text>") :]).encode()


def files() -> Iterator[tuple[str, bytes]]:
    """Files that are hostile as XML, by name."""
    text, whole = JC01, JC01.encode()
    inside = "<definitions"
    doctype = text.replace(inside, "<!DOCTYPE d [{}]>" + inside, 1)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield "entity bomb", doctype.format('<!ENTITY l0 "ha">' + laughs).replace("没有占用道路", "&l11;").encode()
    yield "quadratic entity", doctype.format(f'<!ENTITY a "{"a" * 50_000}">').replace("没有占用道路", "&a;" * 20_000).encode()
    yield "external entity", doctype.format('<!ENTITY x SYSTEM "file:///etc/passwd">').replace("没有占用道路", "&x;").encode()
    yield "external subset", text.replace(inside, '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">' + inside, 1).encode()
    yield "parameter entity", doctype.format('<!ENTITY % x SYSTEM "file:///dev/zero"> %x;').encode()
    yield "unknown entity", text.replace("没有占用道路", "&nobody;").encode()
    yield "UTF-16", text.replace("UTF-8", "UTF-16").encode("utf-16")
    yield "UTF-7", text.replace("UTF-8", "UTF-7").encode()
    yield "wrong encoding", text.replace("UTF-8", "GBK").encode("gbk", "replace")
    yield "null byte", whole.replace(b"tier_rule_2", b"tier\x00rule_2")
    yield "broken UTF-8", whole.replace("没有占用道路".encode(), b"\xff\xfe\xfd")
    yield "control character", whole.replace("没有占用道路".encode(), b"\x07")
    yield "character reference", whole.replace("没有占用道路".encode(), b"&#0;")
    yield "cut off", whole[: len(whole) // 2]
    yield "empty", b""
    yield "no XML", b"GIF89a\x01\x00"
    yield "other root", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"
    yield "other namespace", whole.replace(b"DMN/20191111", b"DMN/20990101")
    yield "BPMN", b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
    yield "deep", (text.partition("<inputData")[0] + "<a>" * 100_000).encode()
    yield "deep and closed", text.replace("</definitions>", "<g>" * 5_000 + "</g>" * 5_000 + "</definitions>").encode()
    yield "wide", text.replace(inside, inside + "".join(f' a{n}="1"' for n in range(100_000)), 1).encode()
    yield "same attribute", text.replace('id="JC01"', 'id="JC01" id="JC02"').encode()
    yield "too large", text.replace("</definitions>", " " * 2_100_000 + "</definitions>").encode()


def models() -> Iterator[tuple[str, bytes]]:
    """Files that are hostile, or useless, as models, by name."""
    text = JC01
    yield "same id", text.replace('id="tier_rule_3"', 'id="tier_rule_2"').replace("(0..5]", "(0..4]").encode()
    yield "two tables", text.replace("</decisionTable>", '</decisionTable><decisionTable id="x"/>').encode()
    yield "no table", (text.partition("<decisionTable")[0] + "</decision></definitions>").encode()
    yield "no output", text.replace("<output ", "<outpud ").encode()
    yield "requires itself", text.replace('<requiredInput href="#refused" />', '<requiredDecision href="#tier" />').encode()
    yield (
        "requires in a circle",
        text.replace('<requiredInput href="#corrected" />', '<requiredDecision href="#tier" />')
        .replace('<requiredInput href="#refused" />', '<requiredDecision href="#slight" />')
        .encode(),
    )
    yield "requires nobody", text.replace('href="#refused"', 'href="#nobody"').encode()
    yield "requires a file", text.replace('href="#refused"', 'href="file:///etc/passwd#x"').encode()
    yield (
        "imports",
        text.replace("<description>", '<import name="x" namespace="u" locationURI="file:///etc/passwd" importType="u"/><description>', 1).encode(),
    )
    yield (
        "includes",
        text.replace("<description>", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><description>', 1)
        .replace("没有占用道路", "")
        .encode(),
    )
    yield (
        "other language",
        text.replace("<text>(0..5]</text>", "<text>__import__('os')</text>")
        .replace("<definitions", '<definitions expressionLanguage="python"', 1)
        .encode(),
    )
    yield "javascript", text.replace("<literalExpression ", '<literalExpression expressionLanguage="javascript" ').encode()
    yield (
        "Java function",
        text.replace(
            "</definitions>",
            '<businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"><literalExpression><text>{class: "java.lang.Runtime"}</text>'
            "</literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>",
        ).encode(),
    )
    yield "cell with an element", text.replace("<text>(0..5]</text>", "<text>(0..5]<b>, > 5</b></text>").encode()
    yield "cells missing", text.replace('<inputEntry id="tier_rule_2_input_2">\n          <text>-</text>\n        </inputEntry>', "").encode()
    yield "unknown policy", text.replace("PRIORITY", "WHATEVER").encode()
    yield "collect", text.replace("PRIORITY", "COLLECT").encode()
    yield "first", text.replace("PRIORITY", "FIRST").encode()
    yield "unknown type", text.replace('typeRef="number"', 'typeRef="Runtime"').encode()
    yield "negative range", text.replace("<text>500</text>", "<text>-500</text>").encode()
    yield "huge range", text.replace("<text>5000</text>", f"<text>{'9' * 33}</text>").encode()
    yield "no priorities", text.replace('<text>"特别严重","严重","较重","一般","不构成"</text>', "<text></text>").encode()
    yield "many rows", _many_rows(500)
    yield "many overlaps", text.replace("PRIORITY", "UNIQUE").encode()
    yield "statute unknown", text.replace("北京市市容环境卫生条例 35⑤", "<![CDATA[<script>]]>").encode()


def _many_rows(count: int) -> bytes:
    """The table with so many rows more, of three conditions each, that not all combinations can be tried."""
    cells = "<inputEntry><text>[{0}..{1}]</text></inputEntry><inputEntry><text>[{2}..{1}]</text></inputEntry><inputEntry><text>-</text></inputEntry>"
    ends = '<outputEntry><text>"严重"</text></outputEntry><outputEntry><text>3500</text></outputEntry><outputEntry><text>5000</text></outputEntry>'
    notes = "<annotationEntry><text>x</text></annotationEntry><annotationEntry><text>行政处罚法 40</text></annotationEntry>"
    rows = "".join(f'<rule id="m{n}">{cells.format(n, n * 7 + 9, n % 97)}{ends}{notes}</rule>' for n in range(count))
    return JC01.replace("</decisionTable>", rows + "</decisionTable>").encode()


def texts() -> Iterator[tuple[str, bytes]]:
    """Every hostile file by name."""
    yield from files()
    yield from models()
    for kind, found in (("broken", BROKEN), ("large", LARGE), ("endless", ENDLESS)):
        for number, text in enumerate(found):
            yield f"{kind} {number} as a condition: {text[:40]}", cell(text, "condition")
            yield f"{kind} {number} as a result: {text[:40]}", cell(text, "result")
            if kind != "broken":
                yield f"{kind} {number} as slight facts: {text[:40]}", slight(f"({text}) = 1")


def told(xml: bytes) -> list[str]:
    """What the legal office is told of a file; a model that can be read is asked, too."""
    if len(xml.decode(errors="replace")) > LONGEST:
        return [f"文件超过{LONGEST // 1024}KB。"]
    found = [item.message for item in examine("JC01", xml, today=date(2025, 12, 1), law=BOOK, editions=())]
    try:
        evaluate(read_benchmark("JC01", xml).model, "tier", SAMPLE)
        evaluate(read_benchmark("JC01", xml).model, "slight", SAMPLE)
    except (ModelError, DecisionError, FeelError, ValueError) as error:
        found.append(str(error))
    return found


def _child(xml: bytes, pipe: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    os.write(pipe, json.dumps(told(xml)[:3])[:60_000].encode())
    os._exit(0)


def main() -> None:
    """Read every text, each in a child."""
    for name, xml in texts():
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _child(xml, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as answer:
            said = answer.read()
        _, status, used = os.wait4(child, 0)
        ended = os.waitstatus_to_exitcode(status)
        sys.stdout.write(json.dumps({"name": name, "ended": ended, "told": json.loads(said or b"[]"), "kilobytes": used.ru_maxrss}) + "\n")


if __name__ == "__main__":
    main()
