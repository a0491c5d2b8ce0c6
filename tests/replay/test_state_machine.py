"""Whatever people do, in whatever order: the chain verifies, replay equals the tables, and no case breaks an invariant of the law."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from engine.actor import SYSTEM
from engine.commands.capacity import RecordCapacity
from engine.commands.command import CaseCommand
from engine.commands.deadline import FireDeadline
from engine.commands.participant import StrikeParticipant
from engine.commands.party import AmendParty, StrikeParty
from engine.commands.task import ClaimTask, CompleteTask, ReleaseTask
from engine.errors import RefusalError
from engine.model import Participant, Party, Task
from engine.proof.audit import InspectCases
from engine.queries.task import CaseVersion
from tests.course import PEOPLE, STEPS, Form, Stage, drive, report, right_form, ring, today
from tests.engine.citizen import citizen
from tests.office import PARTY, Office
from tests.replay.invariant import broken, facts_of
from web.words import party_fields

RETURNED: Form = {"approved": "false", "opinion": None, "reason": "请补充。"}
DOUBTED: Form = {"confirmed": "false", "reason": "与事实不符。"}
LIGHTER: Form = {"accepted": "part", "factors": [{"code": "harm_reduced", "evidence": ["1"]}], "fine": "19500"}
VARIANTS: Mapping[str, tuple[Form, ...]] = {
    "verification": (
        {"finding": "none"},
        {"finding": "elsewhere", "competent": "江川市生态环境局", "not_ours": "由其监管。"},
        {"second": "zhengkai"},
        {"second": "zhouyan"},
        {"second": "hechuan"},
    ),
    "confirm_verification": (DOUBTED,),
    "confirm_report": (DOUBTED,),
    "investigation": ({"next": "appraisal", "institution": "检测中心", "subject": "油烟"}, {"next": "nowhere"}),
    "investigation_report": (
        *(report("2026-09-14", fine=fine) for fine in ("60000", "4000", "31000", "15000", "30000")),
        report("2026-09-14", fine="40000", fine_reason="影响恶劣。"),
        *(report("2026-09-14", outcome=outcome, fine=None) for outcome in ("no_penalty", "not_established", "transfer")),
        report("2026-09-14", outcome="no_penalty", fine=None, harm="none", corrected="true", first="true", measured="2.1"),
    ),
    "legal_review": tuple(
        {"opinion": opinion, "return_to": to, "reason": "请补正。"}
        for opinion in ("supplement", "return", "disagree")
        for to in ("investigation", "investigation_report")
    ),
    "serve": ({"served": "false", "recipient": None, "relation": None, "reason": "无人签收。"}, {"served_on": "2026-01-01"}),
    "plea": ({"plea": "submitted", "way": "written", "content": "请求从轻。"}, {"plea": "submitted", "way": "oral", "content": "不服。"}),
    "plea_review": (LIGHTER, LIGHTER | {"fine": None}, LIGHTER | {"facts_changed": "true"}, {"fine": "30000"}, {"fine": "4000"}),
    "panel_discussion": ({"resolution": "return", "reason": "再议。"},),
    "convene_panel": ({"members": ["limin", "x", "y"]}, {"members": ["limin", "fangwen", "tangyue"]}, {"chair": "limin"}),
    "decide": (
        *({"fine": fine} for fine in ("15000", "19500", "22500", "23000", "30000", "40000", "60000", "4000")),
        *({"decision": "decide", "outcome": outcome, "fine": None} for outcome in ("no_penalty", "not_established", "transfer")),
        {"decision": "return", "outcome": None, "fine": None, "reason": "事实不清。"},
    ),
    "confirm_payment": ({"amount": "1000"}, {"amount": "0.01"}, {"amount": "999999"}, {"receipt_no": "P1"}),
    "prepare_publication": ({"publish": "false", "summary": None, "reason": "不宜公开。"}, {"summary": "电话13900001234，住湖滨路18号。"}),
    **dict.fromkeys([step for step in STEPS if step.startswith(("review_", "approve_"))], (RETURNED,)),
}
"""How a step may go another way than the straight one, rightly or wrongly."""

PLANS: tuple[Mapping[str, Form], ...] = (
    {},
    {"plea": VARIANTS["plea"][0], "plea_review": LIGHTER},
    {"plea": VARIANTS["plea"][1]},
    {"investigation_report": report("2026-09-14", fine="40000", fine_reason="影响恶劣。")},
    {"investigation_report": report("2026-09-14", outcome="not_established", fine=None)},
    {"investigation_report": report("2026-09-14", outcome="transfer", fine=None)},
    {"investigation_report": report("2026-09-14", outcome="no_penalty", fine=None, corrected="true", first="true")},
    {"verification": {"finding": "none"}},
    {"prepare_publication": VARIANTS["prepare_publication"][0]},
)
"""How a whole case may go."""

NOTES: tuple[tuple[str, Form], ...] = (
    ("participant", {"role": "guardian", "name": "王建国", "relation": "父亲", "phone": "13900005678"}),
    ("participant", {"role": "complainant", "name": "何静怡"}),
    ("joint_party", {**citizen("19900101", "李明"), "part": "搬运。"}),
    ("joint_party", {**PARTY, "part": "提供场地。"}),
    ("case_link", {"kind": "joint"}),
    ("comment", {"text": "请补拍。"}),
)
"""What people write into the file of a case."""

people = st.sampled_from([*sorted(set(PEOPLE.values())), "hechuan", "yanbing", "guqing"])
nonsense = st.dictionaries(
    st.sampled_from(["approved", "fine", "served_on", "finding", "reason", "unknown", "plea", "amount"]),
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["2026-10-01", "-1", "1e3", "true", "\x00"])),
    max_size=5,
)


class Life(RuleBasedStateMachine):
    """The life of an office in which anything may be tried."""

    kept: Mapping[str, Stage]
    folders: pytest.TempPathFactory

    @initialize(step=st.sampled_from(["verification", "case_filing", "investigation", "legal_review", "notice", "plea", "decide"]))
    def enter(self, step: str) -> None:
        stage = self.kept[step]
        folder: Path = self.folders.mktemp("life")
        self.office: Office = stage.enter(folder)
        self.cases = [stage.case]
        self.keys = 0

    @rule(party=st.sampled_from([citizen(), citizen("20120520", "小明"), PARTY]), by=st.sampled_from(["zhouyan", "zhengkai", "hechuan", "limin"]))
    def open_case(self, party: Mapping[str, str], by: str) -> None:
        self.cases += self.attempt(lambda: self.office.open(by, party=party))

    @rule(data=st.data(), straight=st.integers(2, 8), back=st.integers(0, 3))
    def go_on(self, data: st.DataObject, straight: int, back: int) -> None:
        """Some steps go as they should; then perhaps one goes another way."""
        case = self.case(data)
        for _ in range(straight):
            self.step(data, case, {})
        if back == 0:
            self.turn(data, case)

    @rule(data=st.data())
    def go_another_way(self, data: st.DataObject) -> None:
        self.turn(data, self.case(data))

    @rule(
        data=st.data(),
        until=st.sampled_from(["plea", "decide", "serve", "confirm_payment", "prepare_publication", None]),
        plan=st.sampled_from(PLANS),
    )
    def hurry(self, data: st.DataObject, until: str | None, plan: Mapping[str, Form]) -> None:
        case = self.case(data)
        self.attempt(lambda: drive(self.office, case, until, **plan))

    @rule(data=st.data(), by=people, form=nonsense)
    def anybody_does_anything(self, data: st.DataObject, by: str, form: dict[str, Any]) -> None:
        case, task = self.case(data), self.any_task(data)
        right = right_form(self.office.file(task.case_id), task.step, today(self.office))
        command = CompleteTask(case_id=case, task_id=task.id, data=right | form if data.draw(st.booleans()) else form)
        self.attempt(lambda: self.office.house.engine.execute(command, self.office.actor(by)))

    @rule(data=st.data(), by=people, release=st.booleans())
    def claim_or_release(self, data: st.DataObject, by: str, release: bool) -> None:
        task = self.any_task(data)
        command = ReleaseTask(case_id=task.case_id, task_id=task.id) if release else ClaimTask(case_id=task.case_id, task_id=task.id)
        self.attempt(lambda: self.office.house.engine.execute(command, self.office.actor(by)))

    @rule(data=st.data(), by=people)
    def hand_in_evidence(self, data: st.DataObject, by: str) -> None:
        case = self.case(data)
        self.attempt(lambda: self.office.evidence(case, by=by))

    @rule(data=st.data(), by=people, note=st.sampled_from(NOTES))
    def note_something(self, data: st.DataObject, by: str, note: tuple[str, Form]) -> None:
        form, words = note
        case, other = self.case(data), self.case(data)
        more = {"other": other} if form == "case_link" else {}
        self.attempt(lambda: self.office.note(case, form, by=by, **words, **more))

    @rule(data=st.data(), by=people, name=st.sampled_from(["王得顺", "炊烟里饮食(江川)有限公司"]))
    def put_a_party_right(self, data: st.DataObject, by: str, name: str) -> None:
        party = data.draw(st.sampled_from(self.office.file(self.case(data)).parties))
        fields = dict(party_fields(party)) | {"name": name, "told_by": "本人", "reason": "写错。"}
        command = AmendParty(case_id=party.case_id, party_id=party.id, data=fields)
        self.attempt(lambda: self.office.house.engine.execute(command, self.office.actor(by)))

    @rule(data=st.data(), by=people, ground=st.sampled_from(["mistaken", "died", "agency_ended"]))
    def strike_somebody_off(self, data: st.DataObject, by: str, ground: str) -> None:
        file = self.office.file(self.case(data))
        known: list[Participant | Party] = [*file.participants, *file.parties]
        person = data.draw(st.sampled_from(known))
        form = {"ground": ground, "struck_on": today(self.office), "told_by": "本人", "reason": "写错。"}
        command: CaseCommand[None] = StrikeParty(case_id=file.case.id, party_id=person.id, data=form)
        if isinstance(person, Participant):
            command = StrikeParticipant(case_id=file.case.id, participant_id=person.id, data=form)
        self.attempt(lambda: self.office.house.engine.execute(command, self.office.actor(by)))

    @rule(data=st.data(), by=people, capacity=st.sampled_from(["none", "limited", "full"]))
    def find_what_a_party_can_do(self, data: st.DataObject, by: str, capacity: str) -> None:
        party = self.office.file(self.case(data)).parties[0]
        form = {"capacity": capacity, "source": "court", "found_on": today(self.office), "evidence": "1", "reason": "判决。"}
        command = RecordCapacity(case_id=party.case_id, party_id=party.id, data=form)
        self.attempt(lambda: self.office.house.engine.execute(command, self.office.actor(by)))

    @rule(data=st.data(), change=st.sampled_from(["renamed", "merged", "corrected"]), code=st.sampled_from(["91999901MA0TE5T24A", None]))
    def change_the_party(self, data: st.DataObject, change: str, code: str | None) -> None:
        party = self.office.file(self.case(data)).parties[0]
        form = dict(party_fields(party)) | {"change": change, "changed_on": today(self.office), "evidence": "1", "told_by": "本人"}
        form |= {"name": f"{party.name}二", "reason": "登记。"} | ({"uscc": code} if code else {})
        self.attempt(lambda: self.office.start("zhouyan", party.case_id, "party_change", **form))
        self.attempt(lambda: self.office.submit("limin", party.case_id, "approve_party_change", approved="true", opinion="同意。"))

    @rule(days=st.sampled_from([0, 1, 2, 6, 20, 100]))
    def let_time_pass(self, days: int) -> None:
        day = self.office.clock.now().timestamp() + days * 86400
        stamp = self.office.clock.now().fromtimestamp(day, tz=self.office.clock.now().tzinfo)
        self.office.at(f"{stamp:%Y-%m-%d} 12:00")

    @rule()
    def wait_for_the_next_deadline(self) -> None:
        ring(self.office)

    @rule(data=st.data(), key=st.sampled_from(["decision", "plea", "service", "payment", "publication"]))
    def fire_too_early(self, data: st.DataObject, key: str) -> None:
        case = self.case(data)
        self.attempt(lambda: self.office.house.engine.execute(FireDeadline(case_id=case, deadline_id=f"{case}:{key}"), SYSTEM))

    @rule(data=st.data())
    def press_twice(self, data: st.DataObject) -> None:
        """The same key gets the same answer, and leaves one entry."""
        case, key = self.case(data), f"key-{self.keys}"
        self.keys += 1
        task = self.next_task(case)
        if task is None:
            return
        form = right_form(self.office.file(case), task.step, today(self.office))
        command, actor = CompleteTask(case_id=case, task_id=task.id, data=form), self.office.actor(PEOPLE[task.step])
        first = self.attempt(lambda: self.office.house.engine.execute(command, actor, key=key))
        if first:
            count = self.office._entries()
            assert self.office.house.engine.execute(command, actor, key=key) == first[0]
            assert self.office._entries() == count

    @rule()
    def act_on_an_old_page(self) -> None:
        case = self.cases[0]
        task, version = self.next_task(case), self.office.house.engine.ask(CaseVersion(case_id=case), SYSTEM)
        if task is not None:
            form = right_form(self.office.file(case), task.step, today(self.office))
            command = CompleteTask(case_id=case, task_id=task.id, data=form)
            with self.office.refusal("stale_version"):
                self.office.house.engine.execute(command, self.office.actor(PEOPLE[task.step]), expected_version=version - 1)

    @precondition(lambda self: len(getattr(self, "cases", ())) > 1)
    @invariant()
    def no_two_cases_have_one_number(self) -> None:
        with self.office.house.database.reading() as connection:
            series = connection.exec_driver_sql("SELECT series, count(*), max(sequence) FROM document WHERE series IS NOT NULL GROUP BY series").all()
        assert all(count == last for _, count, last in series)

    def teardown(self) -> None:
        if hasattr(self, "office"):
            assert self.office.faults() == []
            assert self.office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
            assert "；".join(fault for case in self.cases for fault in broken(facts_of(self.office, case))) == ""
            self.office.house.close()

    def case(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.cases))

    def any_task(self, data: st.DataObject) -> Task:
        view = self.office.file(self.case(data))
        return data.draw(st.sampled_from([*view.waiting, *view.done]))

    def next_task(self, case: str) -> Task | None:
        waiting = {task.step: task for task in self.office.file(case).waiting}
        return next((waiting[step] for step in STEPS if step in waiting), None)

    def turn(self, data: st.DataObject, case: str) -> None:
        task = self.next_task(case)
        if task is not None and task.step in VARIANTS:
            self.step(data, case, data.draw(st.sampled_from(VARIANTS[task.step])))

    def step(self, data: st.DataObject, case: str, changes: Form) -> None:
        task = self.next_task(case)
        if task is not None:
            form = right_form(self.office.file(case), task.step, today(self.office)) | changes
            if form.get("next") == "appraisal":
                form["started_on"] = today(self.office)
            given = {name: value for name, value in form.items() if value is not None}
            by = self.office.file(case).case.second_name if task.slot == "second" else None
            who = "zhengkai" if by == "郑凯" else PEOPLE[task.step]
            self.attempt(lambda: self.office.submit(who, case, task.step, **given))

    def attempt(self, act: Any) -> list[Any]:
        """What came of it, or nothing where it was refused; a refusal leaves nothing behind."""
        before = self.office._entries()
        try:
            return [act()]
        except RefusalError:
            # Driving a case is several commands, of which the last was refused.
            assert self.office._entries() == before or "drive" in act.__code__.co_names
            return []


def test_no_sequence_of_commands_breaks_the_journal_or_the_law(kept: dict[str, Stage], tmp_path_factory: pytest.TempPathFactory) -> None:
    life = type("Life", (Life,), {"kept": kept, "folders": tmp_path_factory})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        life,
        settings=settings(max_examples=25, stateful_step_count=30, deadline=None, derandomize=True, database=None, suppress_health_check=checks),
    )
