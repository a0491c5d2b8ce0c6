"""Conditions of tables in words (裁量情形的读法): what a cell says, for people who do not read FEEL."""

import re

from engine.rules.tier import REPEATS

_NUMBER = r"-?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"([\[(])\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*([\])])")
_COMPARED = re.compile(rf"(<=|>=|<|>|=)?\s*({_NUMBER})")
_TEXT = re.compile(r'"([^"]*)"')
_TEXTS = re.compile(r'"[^"]*"(?:\s*,\s*"[^"]*")*')
_LOW = {"[": "达到", "(": "超过"}
_HIGH = {"]": "不超过", ")": "不足"}
_SIGNS = {"<=": "不超过", "<": "不足", ">": "超过", ">=": "达到", "=": "", None: ""}


def said(text: str, name: str, unit: str = "") -> str:
    """Return what a cell under a head says in words; what has no simple words stays as it is written."""
    text = text.strip()
    if text in ("", "-"):
        return "不限"
    if text in ("true", "false"):
        return "是" if text == "true" else "否"
    if (inner := re.fullmatch(r"not\((.*)\)", text)) is not None:
        return f"除“{said(inner[1], name, unit)}”以外"
    if (found := _RANGE.fullmatch(text)) is not None:
        opening, low, high, closing = found.groups()
        return f"{_LOW[opening]}{low}、{_HIGH[closing]}{high}{unit}"
    if text in ("< 0", "> 0") and name != REPEATS:
        return ("小于0" if text == "< 0" else "大于0") + unit
    if (found := _COMPARED.fullmatch(text)) is not None:
        return _count(found[1], int(found[2])) if name == REPEATS and found[2].isdigit() else f"{_SIGNS[found[1]]}{found[2]}{unit}"
    if _TEXTS.fullmatch(text):
        return "或者".join(_TEXT.findall(text))
    return text


def _count(sign: str | None, before: int) -> str:
    """Return which time it is: the table counts the fines before it."""
    match sign:
        case ">=":
            return f"第{before + 1}次以上"
        case ">":
            return f"第{before + 2}次以上"
        case "<=":
            return f"第1次至第{before + 1}次" if before else "第1次"
        case "<":
            return f"第1次至第{before}次" if before > 1 else "第1次"
        case _:
            return f"第{before + 1}次"


def bare(text: str) -> str:
    """Return a text without the quotes that FEEL wants around it."""
    found = _TEXT.fullmatch(text.strip())
    return found[1] if found else text.strip()
