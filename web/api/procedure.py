"""Procedures beside the main one (并行程序): what can be started in a case, what runs, and the start."""

from engine.commands.procedure import StartProcedure
from engine.queries.enclosure import EnclosureChoices, Enclosures
from engine.queries.procedure import Choice, Choices
from engine.queries.procedure_page import ProcedurePage, ProcedureView, StartPage, StartView
from web.api.door import Door
from web.api.shape import shape

door = Door("procedure", "并行程序")

WITHOUT_CASE = frozenset({"file"})
ANY_START = "程序的启动表单，格式见 /api/v1/forms/{key}。The form that starts the procedure, as its choice names it."

door.enumerate(
    "/cases/<case_id>/procedures", Choices, "可以启动的程序 What can be started", item=shape(Choice), place=lambda choice: (choice.procedure,)
)
door.ask(
    "/cases/<case_id>/procedures/<procedure>", StartPage, "一项可以启动的程序 The start of a procedure", answer=shape(StartView, but=WITHOUT_CASE)
)
door.ask(
    "/cases/<case_id>/enclosures",
    Enclosures,
    "可以随函发给其他部门的材料 What can go with a letter to another department",
    answer=shape(EnclosureChoices),
)
door.give("POST", "/cases/<case_id>/procedures/<procedure>", StartProcedure, "启动程序 Start a procedure", scope="task.write", form=ANY_START)
door.ask(
    "/cases/<case_id>/instances/<instance>", ProcedurePage, "一项进行中的程序 A procedure that runs", answer=shape(ProcedureView, but=WITHOUT_CASE)
)
