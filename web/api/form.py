"""Forms (表单): what each step asks, as JSON Schema, so that a program knows what a task wants."""

from collections.abc import Mapping
from typing import Any

import forms
from engine.errors import NotFoundError
from forms.schema import schema
from web.api import cursor
from web.api.door import Door, listed
from web.api.shape import made

door = Door("form", "表单")

FORM = made("FormEntry", key=str, title=str, intro=str)
DESCRIBED = made("FormDescription", key=str, title=str, schema=Mapping[str, object])


@door.opens("GET", "/forms", "全部表单 All forms", query=made("FormsQuery", **cursor.PAGING), answer=(200, listed("Forms", FORM)))
def all_forms(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of the forms, by key."""
    found = [{"key": key, "title": forms.describe(key).title, "intro": forms.describe(key).intro} for key in forms.FORMS]
    return cursor.cut(found, lambda form: (form["key"],), cursor=query["cursor"], limit=query["limit"], length=1)


@door.opens("GET", "/forms/<key>", "一张表单的JSON Schema What a form asks, as JSON Schema", answer=(200, DESCRIBED))
def one_form(key: str) -> Mapping[str, Any]:
    """Return the form; `x-basis` names the statute behind a field."""
    if key not in forms.FORMS:
        raise NotFoundError("没有这张表单。")
    return {"key": key, "title": forms.describe(key).title, "schema": schema(key)}
