"""Absences (请假外出): who is away, noted and cancelled."""

from engine.commands.absence import CancelAbsence, NoteAbsence
from engine.model import Absence
from engine.queries.absence import Absences
from web.api.door import Door
from web.api.shape import shape

door = Door("absence", "请假外出")


def _place(item: Absence) -> tuple[str, ...]:
    return (item.starts_on.isoformat(), item.id)


door.enumerate("/absences", Absences, "谁不在岗 Who is away, or will be", item=shape(Absence), place=_place, length=2)
door.give("POST", "/absences", NoteAbsence, "登记请假 Note an absence", scope="task.write", form="absence")
door.give("POST", "/absences/<absence_id>/cancel", CancelAbsence, "销假 Cancel an absence", scope="task.write")
