"""How long a paper takes (打印用时): the sample documents, from facts to PDF, in a warm process."""

import io
import statistics
import time
from collections.abc import Callable
from functools import partial

from pypdf import PdfReader

from printing import slip
from printing.press import render
from printing.sample import SAMPLES, SPOT

ROUNDS = 30
URL = "https://zhifa.example/public/check/M8PV-3RYC-6WKE"
NAMES = {"D21": "a4", "D19": "a4_decision", "D22": "a4_one_page"}
"""The paper of two pages, the penalty decision with nine pieces of evidence, and the form of one page."""


def durations(make: Callable[[], bytes]) -> list[float]:
    """Return the wall times of a paper in milliseconds, shortest first."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        make()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def figures() -> dict[str, tuple[float, str]]:
    """Return the figures of this measurement: name, value and unit."""
    papers = {name: partial(render, code, SAMPLES[code], check_url=URL) for code, name in NAMES.items()}
    papers["slip"] = partial(slip.render, SPOT, check_url=URL)
    found: dict[str, tuple[float, str]] = {}
    for name, make in papers.items():
        start = time.perf_counter()
        pdf = make()
        found[f"{name}_first_ms"] = (round((time.perf_counter() - start) * 1000, 1), "ms")
        taken = durations(make)
        found[f"{name}_p50_ms"] = (round(statistics.median(taken), 1), "ms")
        found[f"{name}_p95_ms"] = (round(taken[int(len(taken) * 0.95)], 1), "ms")
        found[f"{name}_pages"] = (len(PdfReader(io.BytesIO(pdf)).pages), "页")
        found[f"{name}_kb"] = (round(len(pdf) / 1000, 1), "kB")
    return found


def run() -> list[tuple[str, float, str]]:
    """Return the figures as rows: name, value, unit."""
    return [(name, value, unit) for name, (value, unit) in figures().items()]
