"""Enclosures (随函材料): what a form chose of a case to go to another department, each thing checked before it goes."""

from dataclasses import dataclass

from engine.errors import InvalidInputError, LawError
from engine.model import Case
from engine.queries.enclosure import EnclosureChoice, enclosures_of
from engine.rules.document.part import Enclosed
from engine.work import FormData, Work

BASIS = "行政处罚法 50"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes out: evidence and papers, by id and as the list of the letter names them."""

    evidence: tuple[EnclosureChoice, ...]
    papers: tuple[EnclosureChoice, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the things in the order of the list, without digests."""
        return tuple(entry.name for entry in self.listed)

    @property
    def listed(self) -> tuple[Enclosed, ...]:
        """Return the list of the letter (附件清单)."""
        pieces = [_listed(piece, f"证据{piece.number}", piece.title) for piece in self.evidence]
        return (*pieces, *(_listed(paper, paper.number or "／", f"《{paper.title}》") for paper in self.papers))


def _listed(item: EnclosureChoice, number: str, name: str) -> Enclosed:
    return Enclosed(number=number, name=f"{name}（{item.care}）" if item.care else name, sha256=item.sha256 or "")


def enclosed(
    work: Work, case: Case, form: FormData, evidence: tuple[str, ...] = ("materials",), papers: str = "papers", *, police: bool = False
) -> Chosen:
    """Return what the fields of a form chose; refuses what the case does not have, what may not go out, and a paper without its PDF."""
    known = enclosures_of(work.connection, case, police=police)
    pieces = [piece for field in evidence for piece in _chosen(known.evidence, form, field, "本案没有所选的证据。")]
    chosen = _chosen(known.papers, form, papers, "本案没有所选的文书。")
    if unmade := next((paper for paper in chosen if paper.sha256 is None), None):
        raise LawError("step_not_waiting", f"《{unmade.title}》还没有制成PDF，请先打开一次再选。", field=papers)
    return Chosen(tuple(pieces), tuple(chosen))


def _chosen(known: tuple[EnclosureChoice, ...], form: FormData, field: str, strange: str) -> list[EnclosureChoice]:
    wanted = form.values.get(field)
    names = [str(name) for name in wanted] if isinstance(wanted, list | tuple) else []
    found = [item for item in known if item.id in names or (item.number and item.number in names)]
    if len(found) != len(names):
        raise InvalidInputError({field: [strange]})
    if barred := next((item for item in found if item.barred is not None), None):
        raise LawError("not_allowed", f"“{barred.title}”不能发给其他部门：{barred.barred}。", basis=BASIS, field=field)
    return found
