"""Verification (校验) on the command line: the journal, and whether an installation may serve."""

from collections.abc import Callable

from engine.actor import SYSTEM
from engine.commands.search import IndexCases
from engine.errors import RefusalError
from engine.proof.audit import InspectCases
from engine.proof.history import ProveAll
from engine.queries.case_file import Cases
from engine.queries.person import DemonstrationAccounts
from engine.queries.search import StaleCases
from engine.store.database import DatabaseError
from printing import font
from web import jobs
from web.catalogue import lint_files
from web.city import ROOT
from web.house import House, open_house
from web.settings import Settings, SettingsError

Say = Callable[[str], object]


def verify(settings: Settings, case: str | None, *, say: Say) -> bool:
    """Prove all streams, or one case by id or number; say each fault and return whether there is none."""
    house = open_house(settings)
    try:
        return _prove(house, case, say)
    finally:
        house.close()


def inspect(settings: Settings, case: str | None, *, say: Say) -> bool:
    """Ask every invariant of all cases, or of one by id or number; say each finding and return whether there is none."""
    house = open_house(settings)
    try:
        inspection = house.engine.ask(InspectCases(case_id=_stream(house, case)), SYSTEM)
    except RefusalError as error:
        say(error.message)
        return False
    finally:
        house.close()
    for finding in inspection.findings:
        say(str(finding))
    result = f"发现{len(inspection.findings)}处违反" if inspection.findings else "没有违反"
    say(f"核查{inspection.cases}件案件、{inspection.checks}项不变量：{result}")
    return not inspection.findings


def check_installation(settings: Settings, *, say: Say) -> bool:
    """Say of each thing whether it is right; return whether all are."""
    results = [_report(say, "设置", _settings_problem(settings)), _report(say, "字体", _font_problem()), _report(say, "流程", _process_problem())]
    try:
        house = open_house(settings)
    except DatabaseError as error:
        _report(say, "数据库", f"不能打开：{error}")
        return False
    try:
        results.append(_report(say, "数据库", None if house.database.answers() else "不应答"))
        accounts = house.engine.ask(DemonstrationAccounts(), SYSTEM)
        results.append(_report(say, "账号", f"有{len(accounts)}个演示账号" if accounts and not settings.demonstration else None))
        jobs.index_cases(house)
        results.append(_report(say, "检索", "编不进全部案件" if house.engine.ask(StaleCases(), SYSTEM) else None))
        results.append(_report(say, "日志", None if _prove(house, None, lambda _line: None) else "有不符之处，见 ./zhifa journal verify"))
    finally:
        house.close()
    return all(results)


def rebuild(settings: Settings, *, say: Say) -> None:
    """Forget the index of the search and make it anew from the cases."""
    house = open_house(settings)
    try:
        house.engine.execute(IndexCases(limit=0, anew=True), SYSTEM)
        say(f"检索已重建：{jobs.index_cases(house)}件案件。")
    finally:
        house.close()


def _prove(house: House, case: str | None, say: Say) -> bool:
    proofs = house.engine.ask(ProveAll(stream=_stream(house, case)), SYSTEM)
    for proof in proofs:
        for fault in proof.faults:
            say(f"{proof.stream}：{fault}")
    entries, faulty = sum(proof.entries for proof in proofs), sum(1 for proof in proofs if proof.faults)
    say(f"校验{len(proofs)}条链、{entries}条日志：{'全部相符' if not faulty else f'{faulty}条链有不符之处'}")
    return not faulty


def _stream(house: House, case: str | None) -> str | None:
    """Return the stream of a case that is named by number or id."""
    if case is None:
        return None
    found = [row.case.id for row in house.engine.ask(Cases(text=case), SYSTEM).rows if row.case.number == case]
    return found[0] if found else case


def _report(say: Say, what: str, problem: str | None) -> bool:
    say(f"{what}\t{'正常' if problem is None else problem}")
    return problem is None


def _settings_problem(settings: Settings) -> str | None:
    try:
        settings.check()
    except SettingsError as error:
        return str(error)
    return None


def _font_problem() -> str | None:
    missing = font.unprintable("执法䶮堃喆镕")
    return f"字体缺少{missing}" if missing else None


def _process_problem() -> str | None:
    findings = lint_files(tuple(sorted((ROOT / "processes").glob("*.bpmn"))))
    return str(findings[0]) if findings else None
