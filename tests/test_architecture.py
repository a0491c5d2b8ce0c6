"""The architecture: what the tree promises is checked against the tree itself."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import engine.engine  # noqa: F401  # Importing the engine fills the registers of commands and facts.
from engine.access import ACCESS
from engine.commands.command import HANDLERS, CaseCommand, Command
from engine.events import FACTS
from engine.events.codec import _decoders
from engine.events.fact import Fact
from engine.model import Base
from engine.store import fulltext
from tests.office import Office

ROOT = Path(__file__).parents[1]
OURS = sorted(path for room in ("engine", "forms", "printing", "web") for path in (ROOT / room).rglob("*.py"))
CLOCK = ROOT / "engine" / "clock.py"
COMMITS = {
    "engine/engine.py": "a command is one transaction, and this is where it ends",
    "web/jobs.py": "a mark of the outbox is working state, set outside every command",
}
UNPLAYED = {
    "CaptureAudited": "no device took anything in the played scenario",
    "CaptureDoubted": "no device took anything in the played scenario",
    "CaptureSubmitted": "no device took anything in the played scenario",
    **dict.fromkeys(
        ("CollaborationCopied", "CollaborationReopened", "CriminalResultRecorded", "PoliceTransferDecided", "PoliceTransferReturned"),
        "nobody is suspected of a crime in the played scenario",
    ),
    "CorrectionAnnulled": "nobody challenges anything in the played scenario",
    "DutyPerformed": "nothing is done in anybody's stead in the played scenario",
    "CostCharged": "nothing is done in anybody's stead in the played scenario",
    "CostPaid": "nothing is done in anybody's stead in the played scenario",
    "CostCourtApplied": "nothing is done in anybody's stead in the played scenario",
    "PerformanceRevoked": "nothing is done in anybody's stead in the played scenario",
    "CostDropped": "nothing is done in anybody's stead in the played scenario",
    "CostRefunded": "nothing is done in anybody's stead in the played scenario",
    "PerformanceDemanded": "nothing is done in anybody's stead in the played scenario",
    "AbsenceCancelled": "nobody is away in the played scenario",
    "AbsenceNoted": "nobody is away in the played scenario",
    "BenchmarkApproved": "no table is published in the played scenario",
    "BenchmarkDrafted": "no table is published in the played scenario",
    "BenchmarkDropped": "no table is published in the played scenario",
    "BenchmarkReturned": "no table is published in the played scenario",
    "BenchmarkSubmitted": "no table is published in the played scenario",
    "CaseEscalated": "the played case is in time",
    "CaseReopened": "nobody challenges anything in the played scenario",
    "CaseMoved": "the played case is ordinary from the beginning",
    "CaseRejected": "no case is filed in the played scenario",
    "CaseResumed": "the played case is never suspended",
    "CaseSuspended": "the played case is never suspended",
    "CaseTransferred": "the played case ends here",
    "CaseWithdrawn": "the played case is decided",
    "DemolitionAnnounced": "no building is pulled down in the played scenario",
    "DemolitionEnded": "no building is pulled down in the played scenario",
    "DemolitionOrdered": "no building is pulled down in the played scenario",
    "DemolitionReported": "no building is pulled down in the played scenario",
    "HolidayDecided": "no holiday moves in the played scenario",
    "HolidayProposed": "no holiday moves in the played scenario",
    "ServiceDateCorrected": "the played service was recorded rightly",
    "CalendarFeedMade": "nobody subscribes in the played scenario",
    "CalendarFeedRevoked": "nobody subscribes in the played scenario",
    "CasesExported": "no list leaves the office in the played scenario",
    "CasesLinked": "the played case stands alone",
    "CertificateRenewed": "nobody's certificate changes in the played scenario",
    "CertificateRestored": "nobody's certificate changes in the played scenario",
    "CertificateSuspended": "nobody's certificate changes in the played scenario",
    "CertificateWithdrawn": "nobody's certificate changes in the played scenario",
    **dict.fromkeys(
        ("CollaborationDelayed", "CollaborationLinked", "CollaborationReplied", "CollaborationSent", "CollaborationTaken", "CollaborationUnlinked"),
        "nobody else is asked in the played scenario",
    ),
    "CommentWritten": "nobody comments in the played scenario",
    "CorrectionOrdered": "nothing is ordered beside the decision in the played scenario",
    "CorrectionReinspected": "nothing is ordered beside the decision in the played scenario",
    "DecisionChanged": "the played decision stands",
    "CourtAnswered": "the played party pays in time",
    "CourtApplied": "the played party pays in time",
    "CreditRepairChecked": "nobody asks for credit repair in the played scenario",
    "CreditRepaired": "nobody asks for credit repair in the played scenario",
    "CreditRowAnswered": "nothing is reported in the played scenario",
    "CreditRowCorrected": "nothing is reported in the played scenario",
    "CreditRowExported": "nothing is reported in the played scenario",
    "CreditRowRecalled": "nothing is reported in the played scenario",
    "DeadlineMoved": "no holiday moves in the played scenario",
    "DeadlineVoided": "nothing that a clock is about falls away in the played scenario",
    "DeadlineWarned": "the played case is in time",
    "DelegationEnded": "nobody is away in the played scenario",
    "DelegationGranted": "nobody is away in the played scenario",
    "DocumentRendered": "papers are made after the scenario, from the outbox",
    "GoodsDecidedOn": "nothing is held in the played scenario",
    "AuctionApplied": "nothing is held in the played scenario",
    "ConfiscatedDisposed": "nothing is held in the played scenario",
    "GoodsDisposed": "nothing is held in the played scenario",
    "GoodsHeld": "nothing is held in the played scenario",
    "GoodsPowerEnded": "nothing is held in the played scenario",
    "GoodsTakenOver": "nothing is held in the played scenario",
    "ProceedsPaid": "nothing is held in the played scenario",
    "HearingAdjourned": "no hearing is asked for in the played scenario",
    "HearingEnded": "no hearing is asked for in the played scenario",
    "HearingForgone": "no hearing is asked for in the played scenario",
    "HearingHeld": "no hearing is asked for in the played scenario",
    "HearingHostAppointed": "no hearing is asked for in the played scenario",
    "HearingPersonReplaced": "no hearing is asked for in the played scenario",
    "HearingNotified": "no hearing is asked for in the played scenario",
    "HearingReported": "no hearing is asked for in the played scenario",
    "HearingReopened": "no hearing is asked for in the played scenario",
    "HearingRequested": "no hearing is asked for in the played scenario",
    "HearingSet": "no hearing is asked for in the played scenario",
    "AgreementConcluded": "the played party pays in time",
    "AgreementEnded": "the played party pays in time",
    "SurchargeDecided": "the played party pays in time",
    "ExecutionPaused": "the played party pays in time",
    "ExecutionResumed": "the played party pays in time",
    "ExecutionEnded": "the played party pays in time",
    "InstalmentsGranted": "the played party pays at once",
    "LateEntryRecorded": "the played plea is entered at once",
    "LicenceRecorded": "nobody's certificate changes in the played scenario",
    "MemberReplaced": "no panel sits in the played scenario",
    "MemberSeated": "no panel sits in the played scenario",
    "EvidenceRechecked": "nobody is recused in the played scenario",
    "OfficerRecused": "nobody is recused in the played scenario",
    "OfficerReplaced": "the played officers stay",
    **dict.fromkeys(
        ("StatisticsDecided", "StatisticsFinalised", "StatisticsPublished", "StatisticsReported"), "the played scenario ends within its year"
    ),
    **dict.fromkeys(("OfficeDutyArose", "OfficeDutyExpired", "OfficeDutyMet", "OfficeDutyWarned"), "the played scenario ends within its year"),
    "OutboxResent": "nothing is given up in the played scenario",
    "PanelConcluded": "no panel sits in the played scenario",
    "PanelConvened": "no panel sits in the played scenario",
    "ParameterApproved": "no parameter changes in the played scenario",
    "ParameterProposed": "no parameter changes in the played scenario",
    "ParameterRejected": "no parameter changes in the played scenario",
    **dict.fromkeys(
        ("DeviceCalibrated", "DevicePublished", "DeviceRegistered", "DeviceRetired", "DeviceReviewed"), "no device is set up in the played scenario"
    ),
    **dict.fromkeys(
        (
            *("InspectionCancelled", "InspectionDecided", "InspectionEnded", "InspectionRegistered", "InspectionStarted"),
            *("InspectionPlanDecided", "InspectionPlanDrafted", "InspectionPlanPublished"),
        ),
        "no enterprise is inspected in the played scenario",
    ),
    **dict.fromkeys(("PartnerKeyIssued", "PartnerKeyReplaced", "PartnerKeyRevoked"), "no machine is let in in the played scenario"),
    **dict.fromkeys(
        ("CapacityRecorded", "ParticipantAmended", "ParticipantStruck", "PartyChanged", "PartyStruck"),
        "who takes part in the played case stays as recorded",
    ),
    "ParticipantRecorded": "the played party speaks for itself",
    "PartyAmended": "the played party is recorded as it is",
    "PasswordReset": "no administrator acts in the played scenario",
    "PaymentReminded": "the played party pays in time",
    "PleaWaived": "the played party speaks",
    "ProcedureEnded": "nothing is started beside the main procedure in the played scenario",
    "ProcedureStarted": "nothing is started beside the main procedure in the played scenario",
    "PublicCopyMade": "papers are made after the scenario, from the outbox",
    "PublicFileAttached": "the played publication has no files",
    "PublicFileRemoved": "the played publication has no files",
    "PublicationEnded": "the played scenario ends before the term",
    "PublicationWithdrawn": "the played decision stands",
    "PublicationWithheld": "the played decision is published",
    "RefundBooked": "the played party pays what it owes",
    "RecheckRecorded": "nobody is fined for every day in the played scenario",
    "RemedyAccepted": "nobody challenges the played decision",
    "RemedyConcluded": "nobody challenges the played decision",
    "RemedySought": "nobody challenges the played decision",
    "RoleGranted": "no administrator acts in the played scenario",
    "RoleWithdrawn": "no administrator acts in the played scenario",
    "ServiceAnnounced": "the played party is at home",
    "ServiceFailed": "the played party is at home",
    "SessionsEnded": "no administrator acts in the played scenario",
    "SurchargePaused": "the played party pays in time",
    "SurchargeRemitted": "the played party pays in time",
    "SurchargeResumed": "the played party pays in time",
    "TaskCancelled": "nothing lapses in the played scenario",
    "TaskClaimed": "nobody claims in the played scenario",
    "TaskReassigned": "nobody claims in the played scenario",
    "TaskReleased": "nobody claims in the played scenario",
    "TokenIssued": "no machine is let in in the played scenario",
    "TokenRevoked": "no machine is let in in the played scenario",
    "UserChanged": "no administrator acts in the played scenario",
    "UserDisabled": "nobody leaves the city",
    "UserEnabled": "no administrator acts in the played scenario",
    "UserUnlocked": "no administrator acts in the played scenario",
    "VoteCast": "no panel sits in the played scenario",
    "WithdrawalProposed": "the played decision stands",
    "WithdrawalReturned": "the played decision stands",
}
"""Facts that scenario S2 does not tell, each with the reason; their own tests do."""


def _kinds(base: type[Any]) -> set[str]:
    """The names of all kinds of a class; a class with slots is made twice, so that only its name is sure."""
    return {name for each in base.__subclasses__() for name in (_kinds(each) | {each.__name__}) if each.__module__.startswith("engine.")}


def test_transactions_end_in_one_place() -> None:
    found = {str(path.relative_to(ROOT)) for path in OURS if ".commit(" in path.read_text(encoding="utf-8")}
    assert found == set(COMMITS)


def test_every_command_has_a_handler_and_a_line_of_access() -> None:
    commands = _kinds(Command) - {CaseCommand.__name__}
    assert commands == {command.__name__ for command in HANDLERS}
    assert HANDLERS.keys() == ACCESS.keys()
    assert all(rule.roles for rule in ACCESS.values())


def test_every_fact_has_its_own_changes_and_sentence() -> None:
    for name, cls in FACTS.items():
        assert cls.__name__ == name
        assert {"changes", "sentence"} <= vars(cls).keys(), name
        assert _decoders(cls).keys() == cls.__dataclass_fields__.keys()
    assert _kinds(Fact) == FACTS.keys()


def test_every_fact_is_told_by_a_played_case_or_has_a_reason(office: Office) -> None:
    office.play_s2()
    with office.house.database.reading() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM entry").scalars().all()
    told = {name for body in bodies for name in re.findall(r'"fact":"(\w+)"', body)}
    assert FACTS.keys() - told == UNPLAYED.keys()


def test_migrations_give_what_the_models_say(office: Office) -> None:
    with office.house.database.engine.connect() as connection:
        names = {"include_name": lambda name, kind, _parents: kind != "table" or not str(name).startswith(fulltext.OURS)}
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True, **names})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("path", sorted((ROOT / "processes").glob("*.bpmn")), ids=lambda path: path.name)
def test_no_process_holds_a_script(path: Path) -> None:
    assert not re.search(r"scriptTask|camunda:script|camunda:class|camunda:delegateExpression|executionListener", path.read_text(encoding="utf-8"))


def test_files_are_short_and_nothing_is_left_to_do() -> None:
    for path in OURS:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 350 or "migrations" in path.parts, path
        assert not any(word in line for line in lines for word in ("TODO", "FIXME", "XXX")), path


def test_the_time_and_random_names_come_from_the_clock() -> None:
    banned = re.compile(r"datetime\.now\(|date\.today\(|uuid4\(|utcnow\(|time\.time\(")
    assert [str(path.relative_to(ROOT)) for path in OURS if path != CLOCK and banned.search(path.read_text(encoding="utf-8"))] == []


def test_the_citys_own_rules_are_named_in_one_place() -> None:
    """What national law leaves to the city is cited from `engine/law/local.toml`, so that another city's papers do not name this one's rules."""
    ours = [path for path in OURS if not path.name.endswith("sample.py")]
    assert [str(path) for path in ours if re.search("江川市[^：。”]*(条例|规定) ?第?[0-9一二]", path.read_text("utf-8"))] == []


def test_no_clock_runs_from_a_service_without_naming_it() -> None:
    """Whoever corrects the date of a service finds the clocks that run from it by their origin."""
    nameless = []
    for path in sorted((ROOT / "engine" / "commands").glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said = ast.unparse(call)
            if not isinstance(call, ast.Call) or ast.unparse(call.func) not in {"clock.start", "clock.start_where_ruled"}:
                continue
            served = "served_on" in said or ("送达" in said and "裁判送达" not in said)
            if served and "origin" not in {keyword.arg for keyword in call.keywords}:
                nameless.append(f"{path.name}: {said}")
    assert nameless == []
