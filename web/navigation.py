"""The navigation (主导航): where a person can go by the roles held, and what of it stands under the thumb on a phone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import request, url_for

from engine.queries.credit import READERS as PUBLISHERS
from engine.queries.inspection import READERS as INSPECTORS
from engine.queries.office_duty import READERS as COUNTERS
from engine.queries.spread import LEADERS
from engine.rules.right import ADMINISTRATORS
from web.role import NO_CASES

AT_THUMB = 5
"""So many places a thumb can tell apart on 390 pixels."""

FIRST = ("待办", "案件", "登记线索", "当场处罚", "日历", "查找")
"""What stands under the thumb before all else, where there are more places than it can tell apart."""

Roles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its name, endpoint and icon; `seen` tells by the roles whose it is, `within` by the path whether a page belongs to it."""

    name: str
    endpoint: str
    icon: str
    seen: Callable[[Roles], bool]
    within: Callable[[str], bool]
    procedure: str | None = None

    @property
    def url(self) -> str:
        """Return the address."""
        return url_for(self.endpoint) if self.procedure is None else url_for(self.endpoint, procedure=self.procedure)

    @property
    def here(self) -> bool:
        """Tell whether the page that is shown belongs to the place."""
        asked = request.args.get("procedure") if self.endpoint == "case.new" else None
        return self.within(request.path) and (self.endpoint != "case.new" or (asked == "summary") == (self.procedure is not None))


def _held(*roles: str) -> Callable[[Roles], bool]:
    return lambda held: not held.isdisjoint(roles)


def _under(*starts: str) -> Callable[[str], bool]:
    return lambda path: path.startswith(starts)


def _works(held: Roles) -> bool:
    """Tell whether somebody has a worklist: an auditor, an administrator and a partner have another page to begin with."""
    return "auditor" not in held and not held & ADMINISTRATORS and "partner" not in held


def _sees_cases(held: Roles) -> bool:
    return not held <= NO_CASES


def _in_cases(path: str) -> bool:
    return path.startswith("/cases") and path != "/cases/new" and "/tasks/" not in path and not path.endswith("/publication")


PLACES = (
    Place("回溯", "audit.index", "search", _held("auditor"), _under("/audit")),
    Place("人员", "people.index", "user", _held("security_admin", "audit_admin"), _under("/people")),
    Place("安全日志", "security.index", "search", _held("audit_admin"), _under("/security")),
    Place("机关日志", "office.index", "doc", _held("audit_admin"), _under("/office")),
    Place("运行", "operation.show", "home", _held("system_admin"), _under("/operation")),
    Place("协作请求", "collaboration.index", "home", _held("partner"), _under("/requests")),
    Place("待办", "work.index", "home", _works, lambda path: path.startswith("/work") or "/tasks/" in path),
    Place("案件", "case.index", "case", _sees_cases, _in_cases),
    Place("日历", "agenda.index", "clock", lambda held: _sees_cases(held) or "legal_office" in held, _under("/calendar")),
    Place("放假安排", "holiday.index", "clock", _held("legal_office"), _under("/holidays")),
    Place("查找", "search.index", "search", _sees_cases, _under("/search")),
    Place("公示台账", "publication.index", "doc", _held(*PUBLISHERS), lambda path: path.startswith("/publications") or path.endswith("/publication")),
    Place("登记线索", "case.new", "pen", _held("officer"), lambda path: path == "/cases/new"),
    Place("当场处罚", "case.new", "gavel", _held("officer"), lambda path: path == "/cases/new", procedure="summary"),
    Place("监控设备", "device.index", "camera", _held("squad_leader", "legal_reviewer", "publisher", "system_admin"), _under("/devices")),
    Place("检查", "inspection.index", "check", lambda held: not held & ADMINISTRATORS and not held.isdisjoint(INSPECTORS), _under("/inspections")),
    Place("统计", "statistics.index", "doc", _held(*COUNTERS), _under("/statistics", "/duties")),
    Place("同案同罚", "spread.index", "gavel", _held(*LEADERS), _under("/spread")),
    Place("裁量基准", "benchmark.index", "case", _held("legal_office"), _under("/benchmarks")),
    Place("参数", "parameter.index", "pen", _held("legal_office"), _under("/parameters")),
    Place("公示", "portal.home", "doc", lambda held: True, _under("/public/")),
)
"""Every place, in the order of a desk."""


def places(roles: Roles) -> tuple[Place, ...]:
    """Return the places of somebody with these roles, in the order of a desk."""
    return tuple(place for place in PLACES if place.seen(roles))


def behind_more(all_places: Sequence[Place]) -> tuple[Place, ...]:
    """Return what a phone shows only behind 更多, which needs room under the thumb itself; nothing where there is room for all."""
    if len(all_places) <= AT_THUMB:
        return ()
    wanted = sorted(all_places, key=lambda place: FIRST.index(place.name) if place.name in FIRST else len(FIRST))[: AT_THUMB - 1]
    return tuple(place for place in all_places if place not in wanted)
