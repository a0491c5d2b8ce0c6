"""Drafts (草稿): what was typed and not submitted yet."""

from typing import Any

from engine.commands.draft import SaveDraft
from engine.errors import NotFoundError
from engine.model import Draft
from engine.queries.draft import FindDraft
from web.api.door import Door, ask
from web.api.shape import shape

door = Door("draft", "草稿")

ANY_DATA = "已经填写的各项，名称与表单相同。What was filled in so far, by the names of the form."


@door.opens("GET", "/drafts/<place>", "我的草稿 One's own draft at a place: `new-case` or `task:<id>`", answer=(200, shape(Draft)))
def draft(place: str) -> Any:
    """Return the draft."""
    found = ask(FindDraft(place=place))
    if found is None:
        raise NotFoundError("这里没有草稿。")
    return found


door.give("PUT", "/drafts/<place>", SaveDraft, "保存草稿 Keep what was filled in", scope="draft.write", form=ANY_DATA)
