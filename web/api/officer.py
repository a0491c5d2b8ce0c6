"""The officers of a case (承办人): replaced by their superiors, confirmed by themselves."""

from engine.commands.replacement import ConfirmOfficer, ReplaceOfficer
from web.api.door import Door

door = Door("officer", "承办人")

door.give("POST", "/cases/<case_id>/officer", ReplaceOfficer, "更换承办人 Put another officer in", scope="officer.write", form="officer_replacement")
door.give("POST", "/cases/<case_id>/officer/confirm", ConfirmOfficer, "确认协办 Confirm that one is the second officer", scope="officer.write")
