"""Who keeps the plan of inspections (年度检查计划) and who inspects (涉企行政检查): the head approves both."""

from engine.access.rule import ENFORCERS, Rules, may
from engine.commands.inspection import CancelInspection, DecideInspection, EndInspection, RegisterInspection, StartInspection
from engine.commands.inspection_plan import DecideInspectionPlan, DraftInspectionPlan, PublishInspectionPlan

RULES: Rules = {
    DraftInspectionPlan: may("legal_office"),
    DecideInspectionPlan: may("head"),
    PublishInspectionPlan: may("publisher"),
    RegisterInspection: may(*ENFORCERS),
    DecideInspection: may("head"),
    StartInspection: may("officer"),
    EndInspection: may("officer"),
    CancelInspection: may(*ENFORCERS),
}
