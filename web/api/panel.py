"""Panels (集体讨论): one's own vote; who sits and what each said stands in the case."""

from engine.commands.panel import CastVote
from web.api.door import Door

door = Door("panel", "集体讨论")

door.give("POST", "/cases/<case_id>/panel/vote", CastVote, "表决 Cast one's own vote", scope="panel.write", form="panel_vote")
