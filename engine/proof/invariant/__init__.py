"""Invariants (不变量): what the law forbids in whatever order things happen, read a second time and naively from the journal alone.

Nothing here imports another room of the engine: entries are plain JSON, dates are counted again, and what a rule of the house got wrong
is not got wrong here in the same way. Groups live by what they are about: `decision` I1, I2, I5, I6, I16; `hearing` I1; `person` I3, I4;
`certificate` I3; `goods` I7; `paper` I8; `deadline` I9; `basis` I10; `enforcement` I11, I12, I17; `publication` I13; `correction` I14; `act` I15;
`cost` I18; `daily` I19.
"""

from engine.proof.invariant.finding import Finding
from engine.proof.invariant.inspection import Inspection, inspect
from engine.proof.invariant.journal import Journal, read_journal
from engine.proof.invariant.office import Office

__all__ = ["Finding", "Inspection", "Journal", "Office", "inspect", "read_journal"]
