"""Access: every command by every role, as the regulation of roles and reach says, and no command by anybody else."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from engine.access import ACCESS, check_reach, check_role
from engine.actor import SYSTEM, Actor, Proxy
from engine.commands.command import CaseCommand, Command
from engine.commands.user import ROLES
from engine.errors import NotAllowedError, NotFoundError
from engine.model import Case
from engine.queries.reach import named_in, within_reach
from engine.rules.right import ADMINISTRATORS

CASEWORK = frozenset({"officer", "squad_leader", "legal_reviewer", "head", "panel_member", "hearing_host", "publisher", "cashier", "archivist"})
EVERYBODY = ROLES | {"SYSTEM"}
MATRIX: Mapping[str, frozenset[str]] = {
    "OpenCase": frozenset({"officer"}),
    "StartProcedure": CASEWORK,
    "ReassignTask": frozenset({"squad_leader", "head"}),
    "NoteAbsence": CASEWORK,
    "CancelAbsence": CASEWORK,
    "ReplaceOfficer": frozenset({"squad_leader", "head"}),
    "ConfirmOfficer": frozenset({"officer"}),
    "ClaimTask": CASEWORK,
    "ReleaseTask": CASEWORK,
    "CompleteTask": CASEWORK,
    "AddEvidence": frozenset({"officer"}),
    **dict.fromkeys(("LinkCollaboration", "UnlinkCollaboration"), frozenset({"officer"})),
    **dict.fromkeys(("ReplyCollaboration", "TakeMaterials"), frozenset({"partner"})),
    "AddParty": frozenset({"officer"}),
    "AmendParty": frozenset({"officer"}),
    "LinkCases": frozenset({"officer", "squad_leader", "legal_reviewer", "head"}),
    "RecordParticipant": frozenset({"officer"}),
    **dict.fromkeys(("AmendParticipant", "StrikeParticipant", "RecordCapacity"), frozenset({"officer"})),
    "StrikeParty": frozenset({"squad_leader", "head"}),
    "RecordInquiry": frozenset({"officer"}),
    "RecordSampling": frozenset({"officer"}),
    "PasteEvidence": frozenset({"officer"}),
    **dict.fromkeys(("RequestEvidence", "OrderStop"), frozenset({"officer"})),
    "RecordExtraction": frozenset({"officer"}),
    "ConfirmAddress": frozenset({"officer"}),
    "WriteComment": CASEWORK,
    "CastVote": frozenset({"head", "panel_member"}),
    "FireDeadline": frozenset({"SYSTEM"}),
    "NoteRecount": frozenset({"SYSTEM"}),
    "DoubtCaptures": frozenset({"SYSTEM"}),
    "RecountDeadlines": frozenset({"SYSTEM"}),
    "WarnDeadline": frozenset({"SYSTEM"}),
    **dict.fromkeys(("BeginOfficeDuty", "RingOfficeDuty"), frozenset({"SYSTEM"})),
    "RecordRendering": frozenset({"SYSTEM"}),
    "AttachPublicFile": frozenset({"publisher"}),
    "RemovePublicFile": frozenset({"publisher"}),
    "RecordPublicCopy": frozenset({"SYSTEM"}),
    "EndPublication": frozenset({"SYSTEM"}),
    "ProposeWithdrawal": frozenset({"publisher"}),
    "ReviewWithdrawal": frozenset({"legal_reviewer"}),
    "ExportCreditRow": frozenset({"publisher"}),
    "RecordCreditReceipt": frozenset({"publisher"}),
    "CorrectCreditRow": frozenset({"publisher"}),
    "ResendItem": frozenset({"system_admin"}),
    "RegisterUser": frozenset({"security_admin", "SYSTEM"}),
    **dict.fromkeys(("EnrolUser", "ChangeUser", "EnableUser", "GrantRole", "WithdrawRole"), frozenset({"security_admin"})),
    **dict.fromkeys(("RenewCertificate", "SuspendCertificate", "RestoreCertificate", "WithdrawCertificate"), frozenset({"security_admin"})),
    **dict.fromkeys(("RecordLicence", "ResetPassword", "UnlockUser", "EndSessions"), frozenset({"security_admin"})),
    **dict.fromkeys(("NoteSession", "NoteSecurity", "ForgetSecurity"), frozenset({"SYSTEM"})),
    "EndSession": ROLES,
    **dict.fromkeys(("GrantDelegation", "EndDelegation"), frozenset({"head", "squad_leader"})),
    "DisableUser": frozenset({"security_admin", "SYSTEM"}),
    "SetPassword": EVERYBODY,
    "NoteLogin": frozenset({"SYSTEM"}),
    "SaveDraft": ROLES,
    "SaveSearch": CASEWORK | {"auditor"},
    "CorrectServiceDate": frozenset({"squad_leader", "head"}),
    "ProposeHoliday": frozenset({"legal_office"}),
    "PublishHoliday": frozenset({"legal_office"}),
    "RefuseHoliday": frozenset({"legal_office"}),
    "MakeCalendarFeed": CASEWORK | {"auditor", "legal_office"},
    "RevokeCalendarFeed": CASEWORK | {"auditor", "legal_office"},
    "ForgetSearch": CASEWORK | {"auditor"},
    "ExportCases": CASEWORK | {"auditor"},
    "DraftInspectionPlan": frozenset({"legal_office"}),
    "PublishInspectionPlan": frozenset({"publisher"}),
    **dict.fromkeys(("DecideInspectionPlan", "DecideInspection"), frozenset({"head"})),
    **dict.fromkeys(("RegisterInspection", "CancelInspection"), frozenset({"officer", "squad_leader"})),
    **dict.fromkeys(("StartInspection", "EndInspection"), frozenset({"officer"})),
    "RegisterDevice": frozenset({"squad_leader"}),
    **dict.fromkeys(("CalibrateDevice", "RetireDevice"), frozenset({"squad_leader", "system_admin"})),
    "ReviewDevice": frozenset({"legal_reviewer", "system_admin"}),
    "PublishDevice": frozenset({"publisher"}),
    **dict.fromkeys(("IssuePartnerKey", "RevokePartnerKey"), frozenset({"system_admin", "SYSTEM"})),
    "NotePartnerContact": frozenset({"SYSTEM"}),
    "IssueToken": EVERYBODY,
    "RevokeToken": EVERYBODY,
    "NoteTokenUse": frozenset({"SYSTEM"}),
    "IndexCases": frozenset({"SYSTEM"}),
    **dict.fromkeys(("DraftBenchmark", "SubmitBenchmark", "ApproveBenchmark", "ReturnBenchmark", "DropBenchmark"), frozenset({"legal_office"})),
    **dict.fromkeys(("ProposeParameter", "ApproveParameter", "RejectParameter"), frozenset({"legal_office"})),
    "FinaliseStatistics": frozenset({"legal_office"}),
    **dict.fromkeys(("ApproveStatistics", "ReturnStatistics"), frozenset({"head"})),
    "PublishStatistics": frozenset({"publisher"}),
    "ReportStatistics": frozenset({"legal_office", "publisher"}),
    "PublishLaw": frozenset({"SYSTEM"}),
    "PublishProcess": frozenset({"SYSTEM"}),
}
"""Who may give which command; written a second time, from the vocabulary, so that a slip in the regulation is seen."""


def somebody(role: str, **changes: Any) -> Actor:
    """Somebody with one role."""
    return Actor(id="somebody", name="某人", roles=frozenset({role}), **changes)


def case(**changes: object) -> Case:
    """A case of the first squad of Donghu."""
    return Case(**{"id": "c", "district": "donghu", "squad": "donghu-1", "lead": "zhouyan", "second": "wumin"} | changes)


def bare(command: type[Command[object]]) -> Command[object]:
    """A command without content: the role is asked before it is read."""
    return object.__new__(command)


def test_the_matrix_names_every_command() -> None:
    assert {command.__name__ for command in ACCESS} == MATRIX.keys()


@pytest.mark.parametrize(("command", "role"), list(product(ACCESS, sorted(EVERYBODY))), ids=lambda item: getattr(item, "__name__", item))
def test_every_command_by_every_role(command: type[Command[object]], role: str) -> None:
    if role in MATRIX[command.__name__]:
        check_role(bare(command), somebody(role))
    else:
        with pytest.raises(NotAllowedError):
            check_role(bare(command), somebody(role))


@pytest.mark.parametrize("command", list(ACCESS), ids=lambda item: item.__name__)
def test_who_has_no_role_or_an_unknown_one_may_do_nothing(command: type[Command[object]]) -> None:
    for actor in (Actor(id="x", name="x"), somebody("king"), somebody("")):
        with pytest.raises(NotAllowedError):
            check_role(bare(command), actor)


def test_a_command_without_a_line_can_be_given_by_nobody() -> None:
    class Unheard(Command[None]):
        pass

    with pytest.raises(NotAllowedError):
        check_role(bare(Unheard), SYSTEM)


def test_auditors_and_administrators_change_no_case() -> None:
    for role in ADMINISTRATORS | {"auditor", "partner", "legal_office"}:
        given = {command.__name__ for command, rule in ACCESS.items() if issubclass(command, CaseCommand) and role in rule.roles}
        assert given == ({"ReplyCollaboration", "TakeMaterials"} if role == "partner" else set())
        assert role not in MATRIX["CompleteTask"] | MATRIX["AddEvidence"] | MATRIX["OpenCase"]


@pytest.mark.parametrize("role", ["legal_reviewer", "head", "publisher", "cashier", "archivist"])
def test_the_reach_of_a_district_role_is_its_district(role: str) -> None:
    assert within_reach(somebody(role, district="donghu"), case())
    assert not within_reach(somebody(role, district="xishan"), case())
    assert not within_reach(somebody(role), case())


@pytest.mark.parametrize("role", ["officer", "squad_leader"])
def test_the_reach_of_a_squad_role_is_its_squad_and_the_cases_that_name_it(role: str) -> None:
    assert within_reach(somebody(role, district="donghu", squad="donghu-1"), case())
    assert not within_reach(somebody(role, district="donghu", squad="donghu-2"), case())
    assert not within_reach(somebody(role, district="xishan", squad="donghu-1"), case())
    assert not within_reach(somebody(role, district="donghu"), case(squad=None))
    assert within_reach(somebody(role, district="xishan"), case(second="somebody"))
    assert within_reach(somebody(role), case(lead="somebody"))


def test_the_reach_of_a_panel_member_is_the_cases_that_name_the_member() -> None:
    member = somebody("panel_member", district="donghu")
    assert not within_reach(member, case())
    assert not within_reach(member, case(panel="|somebody else|"))
    assert within_reach(member, case(panel=named_in("|first|", ["second", "somebody"])))
    assert not within_reach(somebody("officer"), case(panel="|somebody|"))
    assert not within_reach(somebody("hearing_host", district="donghu"), case())
    assert within_reach(somebody("hearing_host", district="donghu"), case(panel="|somebody|"))
    assert named_in("|a|", ["a", "b"]) == "|a||b|"


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS | {"partner", "legal_office"}))
def test_no_case_exists_for_who_has_no_part_in_cases(role: str) -> None:
    assert not within_reach(somebody(role, district="donghu", squad="donghu-1"), case())
    assert not within_reach(somebody(role), case(lead="somebody"))


@pytest.mark.parametrize("role", ["auditor", "SYSTEM"])
def test_auditors_and_the_system_see_every_case(role: str) -> None:
    assert within_reach(somebody(role), case())


def test_a_delegation_reaches_the_cases_of_its_office_for_steps_and_for_nothing_else() -> None:
    proxy = Proxy(delegation="d", person="limin", person_name="李敏", role="head", district="donghu", squad=None, scope=frozenset({"filing"}))
    deputy = somebody("head", proxies=(proxy,))
    assert within_reach(deputy, case())
    assert not within_reach(deputy, case(district="xishan"))
    for command in (item for item in ACCESS if issubclass(item, CaseCommand)):
        if command.__name__ in {"ClaimTask", "ReleaseTask", "CompleteTask"}:
            check_reach(bare(command), deputy, case())
        else:
            with pytest.raises(NotFoundError):
                check_reach(bare(command), deputy, case())


def test_a_partner_reaches_what_was_sent_to_the_own_department_and_no_case() -> None:
    partner = somebody("partner", partner="planning")
    assert not within_reach(partner, case())
    for command in (item for item in ACCESS if issubclass(item, CaseCommand)):
        if command.__name__ in {"ReplyCollaboration", "TakeMaterials"}:
            check_reach(bare(command), partner, case())
            with pytest.raises(NotFoundError):
                check_reach(bare(command), somebody("partner"), case())
        else:
            with pytest.raises(NotFoundError):
                check_reach(bare(command), partner, case())


def test_a_case_out_of_reach_is_not_told_apart_from_none() -> None:
    command = bare(next(iter(ACCESS)))
    check_reach(command, somebody("head", district="xishan"), None)
    with pytest.raises(NotFoundError, match="查无此案，或者不在您的办案范围内"):
        check_reach(command, somebody("head", district="xishan"), case())
