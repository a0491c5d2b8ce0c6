"""Service (送达): a wrong date of service is set right by a superior."""

from engine.commands.service_correction import CorrectServiceDate
from web.api.door import Door

door = Door("service", "送达")

door.give("POST", "/cases/<case_id>/services/<service_id>/date", CorrectServiceDate, "更正送达日期 Correct a date of service", scope="officer.write")
