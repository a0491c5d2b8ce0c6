"""Inspections of enterprises (涉企行政检查): the yearly plan, the register, and what is done about an inspection."""

from engine.commands.inspection import CancelInspection, DecideInspection, EndInspection, RegisterInspection, StartInspection
from engine.commands.inspection_plan import DecideInspectionPlan, DraftInspectionPlan, PublishInspectionPlan
from engine.model import InspectionPlan
from engine.queries.inspection import (
    FindInspection,
    FindInspectionPlan,
    Inspections,
    InspectionsPage,
    InspectionView,
    PublicInspectionPlans,
    PublicPlansView,
)
from web.api.door import Door
from web.api.shape import shape

door = Door("inspection", "涉企行政检查")
SCOPE = "inspection.write"
PLANS = "/inspections/plans"

door.ask("/inspections", Inspections, "一年的检查计划、检查和统计 The plan, the inspections and the counts of a year", answer=shape(InspectionsPage))
door.ask(f"{PLANS}/public", PublicInspectionPlans, "公布的检查计划和次数上限 What the public may know of the plan", answer=shape(PublicPlansView))
door.ask(f"{PLANS}/<plan>", FindInspectionPlan, "一项检查计划 One matter of the plan", answer=shape(InspectionPlan))
door.ask("/inspections/<inspection>", FindInspection, "一次检查 One inspection with its cases", answer=shape(InspectionView))
door.give("POST", PLANS, DraftInspectionPlan, "拟订检查计划 Draft a matter of the plan", scope=SCOPE, form="inspection_plan", at=f"{PLANS}/<id>")
door.give("POST", f"{PLANS}/<plan>/decision", DecideInspectionPlan, "批准检查计划 Approve or return a matter", scope=SCOPE, form="approval")
door.give("POST", f"{PLANS}/<plan>/publication", PublishInspectionPlan, "公布检查计划 Publish a matter", scope=SCOPE)
door.give("POST", "/inspections", RegisterInspection, "登记检查 Register an inspection", scope=SCOPE, form="inspection", at="/inspections/<id>")
door.give("POST", "/inspections/<inspection>/decision", DecideInspection, "批准检查 Approve or return an inspection", scope=SCOPE, form="approval")
door.give("POST", "/inspections/<inspection>/arrival", StartInspection, "入企登记 Record the arrival", scope=SCOPE, form="inspection_arrival")
door.give("POST", "/inspections/<inspection>/result", EndInspection, "记录检查结果 Record the result", scope=SCOPE, form="inspection_result")
door.give("POST", "/inspections/<inspection>/cancellation", CancelInspection, "取消检查 Say that nobody goes", scope=SCOPE, form="reason")
