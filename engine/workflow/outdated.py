"""Outdated versions (旧版流程): results that a form offers today, and that the version which an instance follows sends nowhere.

A form has one version, the newest; a process has the one with which its instance began. A value that only later versions know would fall
silently to the default flow of an earlier one.
"""

from functools import lru_cache

from engine.feel import parse
from engine.workflow.catalogue import Bundle
from engine.workflow.feel_engine import words
from engine.workflow.lint.condition import comparisons
from engine.workflow.xml import NAMESPACES, read_xml

Choice = tuple[str, object]
"""A routing name and a text that it can be."""


def only_later(followed: Bundle, newest: Bundle, choices: frozenset[Choice]) -> frozenset[str]:
    """Return the names of the values for which the newest version has a flow, and the version that is followed has none."""
    if followed.digest == newest.digest:
        return frozenset()
    return frozenset(name for name, _ in choices & (_asked(newest) - _asked(followed)))


@lru_cache(maxsize=256)
def _asked(bundle: Bundle) -> frozenset[Choice]:
    """Return every text for which a condition of a bundle asks, with its name."""
    models = [read_xml(file, content) for file, content in bundle.files.items() if file.endswith(".bpmn")]
    texts = [(element.text or "").strip() for model in models for element in model.iterfind(".//bpmn:conditionExpression", NAMESPACES)]
    found = (pair for text in texts for pair in comparisons(parse(text, words(text))))
    return frozenset((name, literal.value) for name, literal in found if isinstance(literal.value, str))
