"""Limitation (追诉时效): when a breach is too old to be punished."""

from collections.abc import Mapping
from datetime import date

from engine.errors import LawError
from engine.law.causes import Limb
from engine.law.parameters import Values
from engine.rules.reckoning import months_later

ENVIRONMENT = "environment"
GROUNDS: Mapping[str, str] = {
    "life_health": "涉及公民生命健康安全，有危害后果",
    "financial": "涉及金融安全，有危害后果",
    ENVIRONMENT: "违反生态环境法典，造成生态环境损害",
}
"""On what a breach may be punished for five years instead of two; harm alone is none. Source: 行政处罚法 Art. 36(1); 生态环境法典 Art. 1054."""

CODE = "生态环境法典"
"""The law whose breaches have a limitation of their own, those that ended while its articles were in force."""


def is_barred(act_end: date, discovered: date, parameters: Values, *, ground: str | None) -> bool:
    """Tell whether a breach that ended on `act_end` was discovered too late: after two years, five on one of GROUNDS.

    A continuing act counts from its end; discovery stops the limitation (行政处罚法 Art. 36).
    """
    years = parameters.integer("limitation.years" if ground is None else "limitation.harm.years")
    return discovered > months_later(act_end, 12 * years)


def check_ground(ground: str | None, limb: Limb, act_end: date) -> None:
    """Refuse the five years for damage to the environment where what was broken when the act ended is not the code (生态环境法典 Art. 1054)."""
    if ground == ENVIRONMENT and not any(basis.in_force(act_end) and basis.cite.startswith(CODE) for basis in limb.bases):
        message = "行为终了时适用的依据不是生态环境法典，不能因生态环境损害按五年追诉。"
        raise LawError("no_basis", message, basis="生态环境法典 1054", field="ground")
