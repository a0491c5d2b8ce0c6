"""Conformance (一致性): runs the decision engine over a DMN Technology Compatibility Kit that lies outside the project.

`python -m tests.conformance.runner <kit>/TestCases/compliance-level-2` prints the rates and the first failures.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from engine.dmn import Model
from tests.conformance.case import Case, read_cases, same
from tests.conformance.tck_adapter import Adapter

FAILURES_SHOWN = 20


ADAPTER = Adapter()


@lru_cache(maxsize=8)
def loaded(path: Path, others: tuple[Path, ...]) -> Model | None:
    """Return the model of a file, None where it is refused as a whole."""
    return ADAPTER.load(path, list(others))


def answer(case: Case) -> object:
    """Return the engine's answer; a refusal counts as null, as the kit's own runners count it."""
    return ADAPTER.answer(loaded(case.model, case.others), case.kind, case.target, case.decision, case.inputs)


def passed(case: Case) -> bool:
    """Tell whether the engine answers a case as expected."""
    return same(case.expected, answer(case))


def report(cases: Iterable[Case]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return the numbers of cases and of passed cases by flavour, and the failures."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    failures = []
    for case in cases:
        total[case.flavour] += 1
        if passed(case):
            good[case.flavour] += 1
        else:
            failures.append(f"{case.folder} {case.id} {case.decision}: {case.expected!r} but {answer(case)!r}")
    return total, good, failures


def main(arguments: list[str]) -> int:
    """Print the rates for each folder of cases given; 1 when a case failed."""
    failed = 0
    for folder in arguments:
        total, good, failures = report(read_cases(Path(folder)))
        rates = ", ".join(f"{flavour} {good[flavour]}/{total[flavour]}" for flavour in sorted(total))
        sys.stdout.write(f"{folder}: {rates}\n" + "".join(f"  {failure}\n" for failure in failures[:FAILURES_SHOWN]))
        failed += len(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
