"""Annual statistics (年度统计): frozen by the legal office, approved by the head, published, reported; a correction is a new version.

Source: 国办发〔2018〕118号 (M): every year before 31 January, the year before, to the public, the government and the superior department.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.clock import local_date
from engine.commands import office_duty
from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.codec import plain
from engine.events.statistics import StatisticsDecided, StatisticsFinalised, StatisticsPublished, StatisticsReported
from engine.journal.heads import heads
from engine.model import Entry, Statistics, StatisticsReport
from engine.queries.tally import tally
from engine.rules.office_duty import ANNUAL_STATISTICS
from engine.rules.redaction import Secrets, leftovers
from engine.rules.statistics import BASIS, LONGEST, RECIPIENTS, check_hand, check_over, check_report
from engine.store import tables
from engine.work import OFFICE, Work

OPEN = frozenset({"final", "approved"})
"""The states of a version that is on its way to the public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinaliseStatistics(Command[str]):
    """Freeze the figures of a year that is over, with those that a hand fills in and who provided them; the answer is the version's id.

    `reason` is needed once a version was published: then the new one corrects it.
    """

    year: int
    licence: int
    inspection: int
    source: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveStatistics(Command[None]):
    """Approve that a version is published."""

    statistics: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnStatistics(Command[None]):
    """Return a version that is not public yet to the legal office, with the reason."""

    statistics: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishStatistics(Command[None]):
    """Publish an approved version; it takes the place of the one before."""

    statistics: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStatistics(Command[str]):
    """Record that the published version was reported: `recipient` is government or superior; the answer is the record's id."""

    statistics: str
    recipient: str
    name: str
    reported_on: date
    receipt: str


@handles(FinaliseStatistics)
def finalise_statistics(command: FinaliseStatistics, work: Work) -> str:
    """Freeze the version; refuses a year that is not over, one of which nothing is kept, and a second version while one is on its way."""
    check_over(command.year, work.today)
    if command.year < _first_year(work):
        raise InvalidInputError({"year": [f"本系统从{_first_year(work)}年起才有办案记录，{command.year}年的统计请从原来的台账汇总。"]})
    versions = work.rows(Statistics, year=command.year, order="version")
    if any(version.state in OPEN for version in versions):
        raise StepNotWaitingError(f"{command.year}年度统计已经定稿，正在等批准或者公布；要改的，先由负责人退回。")
    corrects = any(version.published_on is not None for version in versions)
    by_hand = {"licence.count": command.licence, "inspection.other": command.inspection}
    check_hand(by_hand, command.source, command.reason, corrects=corrects)
    if found := leftovers(command.reason, Secrets()):
        raise InvalidInputError({"reason": [f"更正理由随统计公布，不能写{'、'.join(each.title for each in found)}。"]})
    # Whoever is quicker than the system's next round must not be reminded for ever of what is done.
    office_duty.begin(work, ANNUAL_STATISTICS, command.year)
    counted, bound, statistics = tally(work.connection, command.year), heads(work.connection), work.new_id()
    work.record(
        StatisticsFinalised(
            statistics=statistics,
            year=command.year,
            version=len(versions) + 1,
            figures=_plain({**counted.lines, **{key: [value] for key, value in by_hand.items()}}),
            causes=tuple(_plain(cause.values()) for cause in counted.causes.values()),
            source=command.source.strip(),
            reason=(command.reason.strip() or None) if corrects else None,
            digest=bound.digest,
            streams=bound.streams,
            person=work.actor.id,
            person_name=work.actor.name,
            at=work.now,
        )
    )
    return statistics


@handles(ApproveStatistics)
def approve_statistics(command: ApproveStatistics, work: Work) -> None:
    """Approve; refuses whoever drew the version (`same_person`)."""
    version = _in_state(work, command.statistics, {"final"}, "不在等批准。")
    if work.actor.id == version.drawn_by:
        raise LawError("same_person", "定稿人不能批准自己定稿的统计，须由另一名负责人批准。", basis=BASIS, field="approver")
    _decide(work, version, None, approved=True)


@handles(ReturnStatistics)
def return_statistics(command: ReturnStatistics, work: Work) -> None:
    """Return it; an approved one too, as long as it is not public."""
    version = _in_state(work, command.statistics, OPEN, "已经公布或者退回，不能再退回；公布后有误的，由法制科更正。")
    if not command.reason.strip() or len(command.reason) > LONGEST:
        raise InvalidInputError({"reason": [f"请写明理由，不超过{LONGEST}字。"]})
    _decide(work, version, command.reason.strip(), approved=False)


@handles(PublishStatistics)
def publish_statistics(command: PublishStatistics, work: Work) -> None:
    """Publish; refuses what the head did not approve (`not_approved`)."""
    version = _version(work, command.statistics)
    if version.state in {"final", "returned"}:
        raise LawError("not_approved", "还没有经负责人批准，不能公布。", basis=BASIS)
    _in_state(work, command.statistics, {"approved"}, "已经公布过。")
    before = next((item for item in work.rows(Statistics, year=version.year, order="version") if item.state == "published"), None)
    work.record(
        StatisticsPublished(
            statistics=version.id,
            year=version.year,
            version=version.version,
            replaces=None if before is None else before.id,
            published_on=work.today,
            person_name=work.actor.name,
        )
    )


@handles(ReportStatistics)
def report_statistics(command: ReportStatistics, work: Work) -> str:
    """Record the report; with the second of both the duty of the year is done. Refuses what is not public (`not_published`)."""
    version = _version(work, command.statistics)
    if command.recipient not in RECIPIENTS:
        raise InvalidInputError({"recipient": [f"须为{'或者'.join(RECIPIENTS.values())}。"]})
    if version.state != "published" or version.published_on is None:
        raise LawError("not_published", "先公布，再报告；报告的是正在公布的版本。", basis=BASIS)
    earlier = work.rows(StatisticsReport, statistics_id=version.id)
    if any(report.recipient == command.recipient for report in earlier):
        raise StepNotWaitingError(f"这一版已经向{RECIPIENTS[command.recipient]}报告过。")
    check_report(command.name, command.receipt, command.reported_on, version.published_on, work.today)
    report = work.new_id()
    work.record(
        StatisticsReported(
            statistics=version.id,
            report=report,
            year=version.year,
            recipient=command.recipient,
            name=command.name.strip(),
            reported_on=command.reported_on,
            receipt=command.receipt.strip(),
            person_name=work.actor.name,
        )
    )
    if {item.recipient for item in earlier} | {command.recipient} == RECIPIENTS.keys():
        office_duty.meet(work, ANNUAL_STATISTICS, version.year, max([command.reported_on, *(item.reported_on for item in earlier)]))
    return report


def _decide(work: Work, version: Statistics, reason: str | None, *, approved: bool) -> None:
    work.record(
        StatisticsDecided(
            statistics=version.id,
            year=version.year,
            version=version.version,
            approved=approved,
            reason=reason,
            person=work.actor.id,
            person_name=work.actor.name,
            at=work.now,
        )
    )


def _version(work: Work, statistics: str) -> Statistics:
    version = work.find(Statistics, statistics)
    if version is None:
        raise NotFoundError("没有这一版年度统计。")
    return version


def _in_state(work: Work, statistics: str, states: set[str] | frozenset[str], otherwise: str) -> Statistics:
    version = _version(work, statistics)
    if version.state not in states:
        raise StepNotWaitingError(f"{version.year}年度统计（第{version.version}版）{otherwise}")
    return version


def _first_year(work: Work) -> int:
    """Return the year in which the office began its journal."""
    first = tables.rows(work.connection, Entry, tables.matching(Entry, ("stream", "seq"), "seq"), {"stream": OFFICE, "seq": 1})
    return local_date(first[0].at).year if first else work.today.year


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    found = plain(values)
    return dict(found) if isinstance(found, dict) else {}
