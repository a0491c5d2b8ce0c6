"""The README (说明): what it names exists, and what exists is named."""

import re
from pathlib import Path

import click
import pytest

import forms
from bench import BENCHES
from engine.rules.document import DOCUMENTS
from setup.command import COMMANDS
from web.cli import main
from web.scenario.expectation import _CHECKS
from web.scenario.reader import EXPECTATIONS, STEP_KEYS
from web.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
GLOSSARY = dict(re.findall(r"^\| `([^`]+)` \| ([^|]*[一-鿿][^|]*) \|", TEXT.partition("## Glossary")[2], re.MULTILINE))
"""English noun → Chinese term."""
HEADINGS = {title.lower().replace(" ", "-") for title in re.findall(r"^#+ ([\w ]+)$", TEXT, re.MULTILINE)}
"""What links into the README can lead to."""


@pytest.mark.parametrize("room", ["engine/events", "engine/commands", "engine/model", "forms"])
def test_every_file_name_is_a_noun_of_the_glossary(room: str) -> None:
    # The forms' own machinery is no form.
    names = set(forms.FORMS) if room == "forms" else {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__"}
    assert names <= GLOSSARY.keys()


def test_every_document_is_in_the_glossary_under_its_title() -> None:
    assert {code: kind.title for code, kind in DOCUMENTS.items()}.items() <= GLOSSARY.items()


def test_the_glossary_is_sorted_and_names_nothing_twice() -> None:
    names = re.findall(r"^\| `([^`]+)` \|", TEXT.partition("## Glossary")[2], re.MULTILINE)
    assert names == sorted(set(names), key=lambda name: (name.startswith("D"), name))


def test_every_command_of_the_launcher_is_explained() -> None:
    chapter = TEXT.partition("## Every command")[2].partition("\n## ")[0]
    assert [name for name in COMMANDS if f"**{name}" not in chapter] == []
    assert [name for name in BENCHES if f"`{name}`" not in chapter] == []


def test_every_command_that_is_shown_exists() -> None:
    for name, word in re.findall(r"\./zhifa ([a-z]+)(?: ([a-z]+)\b)?", TEXT):
        assert name in COMMANDS
        group = main.commands.get(name)
        assert not word or not isinstance(group, click.Group) or word in group.commands


def test_every_setting_is_listed() -> None:
    table = TEXT.partition("### Settings")[2].partition("\n## ")[0]
    assert [variable for variable, _ in read_settings().lines() if f"`{variable}`" not in table] == []


def test_every_key_of_a_scenario_is_explained() -> None:
    chapter = TEXT.partition("## Scenarios")[2].partition("\n## ")[0]
    named = {key for cell in re.findall(r"^\| (`[^|]+) \|", chapter, re.MULTILINE) for key in re.findall(r"`([a-z]+)`", cell)}
    assert named == STEP_KEYS | EXPECTATIONS
    assert _CHECKS.keys() == EXPECTATIONS


@pytest.mark.parametrize("text", [TEXT, CHANGES], ids=["README", "CHANGELOG"])
def test_every_link_leads_somewhere(text: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", text):
        place, _, heading = target.partition("#")
        assert (ROOT / place).exists(), target
        assert not heading or heading in HEADINGS, target


def test_every_picture_is_small_enough_for_a_slow_line() -> None:
    pictures = [ROOT / target for target in re.findall(r"!\[[^]]+\]\(([^)]+)\)", TEXT)]
    assert [picture.name for picture in pictures if picture.stat().st_size > 250_000] == []
    assert set(pictures) == set((ROOT / "docs" / "screens").iterdir())


def test_the_map_names_what_is_there() -> None:
    folders = {0: ROOT}
    for line in TEXT.partition("## The map")[2].split("```")[1].strip().splitlines():
        depth, names = (len(line) - len(line.lstrip())) // 4, line.strip().partition("  ")[0].split()
        for name in names:
            assert (folders[depth] / name).exists(), line
        folders[depth + 1] = folders[depth] / names[0]


def test_no_path_of_the_writers_machine_is_shown() -> None:
    assert re.findall(r"/(?:work|tmp|home|root)/", TEXT + CHANGES) == []
