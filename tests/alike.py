"""Cases alike (同类案件) for tests: the decided case of a scenario, copied under other numbers with other fines."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, select

from engine.store.tables import TABLES
from tests.office import Office


def copies(office: Office, case: str, fines: Sequence[str], *, explained: Mapping[str, Any], district: str = "donghu", lead: str = "周岩") -> None:
    """Copy a case, decided, once for each fine, on the assessment given; the journal is not copied, so that nothing is proved of the copies."""
    cases, assessments = TABLES["case"], TABLES["assessment"]
    with office.house.database.engine.begin() as connection:
        row = dict(connection.execute(select(cases).where(cases.c.id == case)).mappings().one())
        taken = len(connection.execute(select(cases.c.id)).all())
        for place, fine in enumerate(fines, taken):
            key, sum_ = f"copy{place}", Decimal(fine)
            decided = {"id": key, "number": f"江城管立字〔2026〕第{9000 + place}号", "assessment_id": f"a{place}", "outcome": "penalty", "fine": sum_}
            connection.execute(insert(cases), row | decided | {"district": district, "lead_name": lead})
            assessed = {"id": f"a{place}", "case_id": key, "occasion": "report", "outcome": "penalty", "tier": explained["tier"], "fine": sum_}
            connection.execute(insert(assessments), assessed | {"facts": {}, "explanation": dict(explained)})
