"""Limitation (追诉时效): when a breach is too old to be punished."""

from datetime import date

from engine.law.parameters import Values
from engine.rules.reckoning import months_later


def is_barred(act_end: date, discovered: date, parameters: Values, *, harm: bool) -> bool:
    """Tell whether a breach that ended on `act_end` was discovered too late: after two years, five where health or safety was harmed.

    A continuing act counts from its end; discovery stops the limitation (行政处罚法 Art. 36; for harm to the environment 生态环境法典 Art. 1054).
    """
    years = parameters.integer("limitation.harm.years" if harm else "limitation.years")
    return discovered > months_later(act_end, 12 * years)
