"""Hostile texts: each of hundreds ends in a refusal in words, within two seconds of the processor and 256 MB that the system enforces."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.engine.dmn.hostile import texts

ROOT = Path(__file__).resolve().parents[3]


def test_every_hostile_text_is_refused_in_words_within_its_limits() -> None:
    wanted = [name for name, _ in texts()]
    assert len(wanted) == len(set(wanted)) >= 400
    run = subprocess.run([sys.executable, "-m", "tests.engine.dmn.hostile"], cwd=ROOT, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["name"] for answer in answers] == wanted
    assert [answer["name"] for answer in answers if answer["ended"] != 0] == []
    assert [answer["name"] for answer in answers if not re.search("[一-鿿]", "".join(answer["told"]))] == []
    assert [answer["name"] for answer in answers if "Traceback" in "".join(answer["told"])] == []
