"""DMN (决策模型与表示): discretion tables and routing decisions, read from DMN files, checked, evaluated and explained."""

from engine.dmn.check import Fault, Finding, check
from engine.dmn.error import DecisionError, ModelError
from engine.dmn.evaluation import evaluate
from engine.dmn.grid import Grid, TooManyError, UncutError
from engine.dmn.model import Aggregation, Decision, HitPolicy, Model, Rule
from engine.dmn.outcome import Hit, Outcome
from engine.dmn.reader import read_model

__all__ = [
    "Aggregation",
    "Decision",
    "DecisionError",
    "Fault",
    "Finding",
    "Grid",
    "Hit",
    "HitPolicy",
    "Model",
    "ModelError",
    "Outcome",
    "Rule",
    "TooManyError",
    "UncutError",
    "check",
    "evaluate",
    "read_model",
]
