"""The slip (当场决定书小票): a decision on the spot on 80 mm paper, from the same facts as on A4, for the printer at the belt."""

import io
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from engine.rules.document import digest, missing
from engine.rules.document.decision import Payment
from engine.rules.document.part import Discretion
from engine.rules.document.spot_decision import SpotDecision
from engine.rules.document.wording import amount_text, day_text, figure_text, minute_text, range_text
from printing.font import common_file, font_files
from printing.qr import modules, runs

WIDTH, MARGIN = 80 * mm, 4 * mm
_INNER = WIDTH - 2 * MARGIN
_TAIL = 8 * mm
"""Paper below the last line, so that the tear does not take it."""
_BODY, _HEAD, _COMMON = "ZhifaSong", "ZhifaHei", "Common"
_NO_START = frozenset("，。、；：？！）》〕”’…")
_NO_END = frozenset("（《〔“‘")
_FIGURE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,4}(?:\.[0-9]{1,2})?(?![0-9])|.", re.DOTALL)
"""A number as it is written in words, or else one character."""


@cache
def _faces() -> tuple[str, str]:
    """Register the faces once a process and return their names; the common ones, where they are, bear the name with an ending."""
    for name, file in zip((_BODY, _HEAD), font_files(), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
        if common_file(file).is_file():
            pdfmetrics.registerFont(TTFont(name + _COMMON, str(common_file(file))))
    return _BODY, _HEAD


@cache
def _known(face: str) -> Container[int]:
    """Return the code points of a common face; empty where it was not made."""
    return frozenset(pdfmetrics.getFont(face + _COMMON).face.charToGlyph) if face + _COMMON in pdfmetrics.getRegisteredFontNames() else frozenset()


def _quickest(words: str, face: str) -> str:
    """Return the common face where it has all of these characters: each face that is used is copied whole before it is cut down."""
    return face + _COMMON if all(ord(character) in _known(face) for character in words) else face


@cache
def _width(character: str, face: str) -> float:
    return float(pdfmetrics.stringWidth(character, face, 1))


def wrapped(text: str, face: str, size: float, width: float) -> Iterator[str]:
    """Yield the lines of a text; none begins with a closing mark or ends with an opening one (GB/T 15834), none parts a number."""
    line, used = "", 0.0
    for character in _FIGURE.findall(text):
        step = sum(_width(each, face) for each in character) * size
        if line and used + step > width and character not in _NO_START:
            kept = line[-1] if line[-1] in _NO_END else ""
            yield line.removesuffix(kept)
            line, used = kept, sum(_width(each, face) * size for each in kept)
        line += character
        used += step
    if line:
        yield line


@dataclass(slots=True)
class _Roll:
    """What is drawn on the paper, from the top down; the length of the paper follows from it."""

    used: float = 5 * mm
    marks: list[tuple[str, float, float, str, str, float]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    boxes: list[tuple[float, float]] = field(default_factory=list)

    def text(self, words: str, *, face: str = _BODY, size: float = 9.5, left: float = 0, centre: bool = False) -> None:
        """Write a paragraph."""
        for line in wrapped(words, face, size, _INNER - left - (left if left < 2 * mm else 0)):
            self.used += size * 1.42
            self.marks.append(("c" if centre else "l", MARGIN + left, self.used, line, face, size))

    def rule(self) -> None:
        """Draw a line across the paper."""
        self.used += 1.6 * mm
        self.rules.append(self.used)
        self.used += 0.6 * mm

    def heading(self, words: str) -> None:
        """Begin a part."""
        self.rule()
        self.text(words, face=_HEAD, size=9.5)

    def pair(self, label: str, words: str) -> None:
        """Write a label with its words beside it."""
        top = self.used
        self.text(label)
        self.used = top
        self.text(words, left=16 * mm)

    def gap(self, height: float) -> None:
        """Leave room."""
        self.used += height


def render(facts: SpotDecision, *, check_url: str) -> bytes:
    """Return the slip as PDF; the same facts give the same bytes.

    Raises:
        ValueError: a mandatory content of 行政处罚法第五十二条 is missing.
        FileNotFoundError: the set-up has not made the faces.
    """
    if gaps := missing(facts):
        raise ValueError("文书要素不全：" + "、".join(f"{gap.label}（{gap.basis}）" for gap in gaps))
    _faces()
    roll = _Roll()
    _write(roll, facts)
    side = 26 * mm
    top = roll.used + 2.5 * mm
    roll.used = top + 3 * mm
    for words in ("扫码核验真伪、看全文", f"核验码 {facts.check_token}", f"要素摘要 {digest(facts)[:12]}…"):
        roll.text(words, size=8, left=side + 3 * mm)
    roll.used = max(roll.used, top + side)
    _sign(roll, facts)
    height = roll.used + _TAIL
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(WIDTH, height), invariant=1, pageCompression=1)
    canvas.setTitle(f"当场行政处罚决定书 {facts.number}")
    canvas.setAuthor(facts.agency.name)
    _draw(canvas, roll, height)
    _draw_code(canvas, modules(check_url), MARGIN, height - top, side)
    canvas.save()
    return paper.getvalue()


def _write(roll: _Roll, facts: SpotDecision) -> None:
    _write_act(roll, facts)
    _write_penalty(roll, facts)
    if facts.payment is not None:
        _write_payment(roll, facts, facts.payment)
    _write_remedies(roll, facts)


def _write_act(roll: _Roll, facts: SpotDecision) -> None:
    roll.text(facts.agency.name, centre=True)
    roll.text("当场行政处罚决定书", face=_HEAD, size=14, centre=True)
    roll.text(facts.number, size=9, centre=True)
    roll.rule()
    for label, words in (
        ("当事人", facts.party.name),
        ("证件号", f"{facts.party.code}"),
        ("时间", minute_text(facts.acted_at)),
        ("地点", facts.place),
    ):
        roll.pair(label, words)
    roll.heading("违法行为")
    for finding in facts.findings:
        roll.text(finding)
    roll.text(f"已出示执法证件，告知拟处罚内容、事实、理由、依据和陈述申辩权利。{facts.plea}")


def _write_penalty(roll: _Roll, facts: SpotDecision) -> None:
    roll.heading("处罚")
    if facts.sanction.fine is not None:
        roll.text(f"罚款{figure_text(facts.sanction.fine)}元", face=_HEAD, size=15)
        roll.text(amount_text(facts.sanction.fine))
    if facts.sanction.correction:
        roll.text(f"责令{facts.party.you}{facts.sanction.correction}。")
    for clause in facts.sanction.others:
        roll.text(f"{clause}。", face=_HEAD)
    basis = "、".join(entry.reference for entry in facts.basis)
    roll.text(f"违反：{'、'.join(entry.reference for entry in facts.violated)}。依据：{basis}、《中华人民共和国行政处罚法》第五十一条。")
    applied = facts.discretion
    factors = "".join(f"；{factor.text}，依据{factor.basis}，具有{factor.direction}情节" for factor in applied.factors)
    roll.text(f"裁量：{_tier(applied)}{factors}。{applied.reason}")


def _tier(applied: Discretion) -> str:
    """Return the tier as the paper states it, or why there is none."""
    if applied.minimum is None or applied.maximum is None:
        return "本案不处罚款"
    scope = range_text(applied.minimum, applied.maximum)
    return f"{applied.condition}，{applied.tier}阶次{scope}" if applied.tier else f"法律规定了确定的罚款数额{scope}，没有裁量幅度"


def _write_payment(roll: _Roll, facts: SpotDecision, due: Payment) -> None:
    roll.heading("缴款")
    handed = date.fromisoformat(facts.date)
    roll.text(
        f"{day_text((handed + timedelta(days=due.days)).isoformat())}前到{due.bank}（{due.bank_address}）或者通过电子支付系统缴纳。"
        f"收款户名：{due.account}；缴款码：{due.code}。到期不缴纳的，每日加处百分之{due.surcharge}，不超出罚款数额。依法当场收缴的，以专用票据为准。"
    )


def _write_remedies(roll: _Roll, facts: SpotDecision) -> None:
    roll.heading("不服本决定")
    roll.gap(1 * mm)
    top = roll.used
    roll.text("须先申请行政复议。", face=_HEAD, left=1.5 * mm)
    online = f"，也可以通过{facts.remedies.online}申请" if facts.remedies.online else ""
    roll.text(
        f"自收到本决定书之日起{facts.remedies.reconsideration_days}日内向{facts.remedies.organ}申请（可以由本机关转送{online}）；"
        f"对复议决定不服的，十五日内向{facts.remedies.court}起诉。",
        left=1.5 * mm,
    )
    roll.gap(1.2 * mm)
    roll.boxes.append((top, roll.used))


def _sign(roll: _Roll, facts: SpotDecision) -> None:
    roll.rule()
    for officer in facts.officers:
        roll.pair("执法人员", f"{officer.name}　{officer.certificate}")
        roll.gap(6 * mm)
    roll.pair("当事人签收", "")
    roll.gap(9 * mm)
    roll.rule()
    roll.pair("日期", day_text(facts.date))
    roll.text("（印章处）", centre=True, size=8)
    roll.text("，".join(facts.copies_to), centre=True, size=8)
    roll.text(facts.agency.contact, centre=True, size=8)


def _draw(canvas: Canvas, roll: _Roll, height: float) -> None:
    for align, x, y, words, face, size in roll.marks:
        canvas.setFont(_quickest(words, face), size)
        if align == "c":
            canvas.drawCentredString(WIDTH / 2, height - y, words)
        else:
            canvas.drawString(x, height - y, words)
    canvas.setLineWidth(0.7)
    for y in roll.rules:
        canvas.line(MARGIN, height - y, WIDTH - MARGIN, height - y)
    for top, bottom in roll.boxes:
        canvas.rect(MARGIN, height - bottom, _INNER, bottom - top)


def _draw_code(canvas: Canvas, rows: tuple[bytes, ...], left: float, top: float, side: float) -> None:
    """Draw the code as one path of dark runs, in units of a module: written as it stands, it costs a tenth of what the canvas takes for it."""
    unit = side / len(rows)
    canvas.saveState()
    canvas.transform(unit, 0, 0, -unit, left, top)
    canvas.addLiteral(" ".join(f"{column} {row} {length} 1 re" for row, column, length in runs(rows)) + " f")
    canvas.restoreState()
