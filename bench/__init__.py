"""Measurements (测量): the README's figures, each a command: `./zhifa bench <name> [--json]`."""

from importlib import import_module

from bench.report import Figure, print_figures

BENCHES = {
    "deadlines": "bench.deadlines",
    "decisions": "bench.decisions",
    "pages": "bench.pages",
    "printing": "bench.printing",
    "steps": "bench.steps",
}
"""Name → the module whose `run()` returns the figures; imported only when asked for."""


def run(name: str, as_json: bool = False) -> list[Figure]:  # noqa: FBT001, FBT002 - the command line passes both by place.
    """Take a measurement, print its figures and return them.

    Raises:
        KeyError: no measurement has this name.
    """
    figures: list[Figure] = import_module(BENCHES[name]).run()
    print_figures(figures, as_json=as_json)
    return figures
