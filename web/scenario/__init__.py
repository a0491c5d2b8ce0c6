"""Scenarios (场景): a case's life as a text file, played against the real engine."""

from web.scenario.player import DifferenceError, Play, play
from web.scenario.reader import Scenario, ScenarioError, read_scenario

__all__ = ["DifferenceError", "Play", "Scenario", "ScenarioError", "play", "read_scenario"]
