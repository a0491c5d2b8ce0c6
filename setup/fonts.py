"""Fonts (字体): the two families that the documents are printed in, and the settings that show them to every program alike."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from setup import debian, stamp
from setup.place import FONT_SETTINGS, FONTS, MADE, PYTHON, ROOT
from setup.work import SetupError, run, step

_INSTALLED = Path("/usr/share/fonts/opentype/noto")
_UNPACKED = MADE / "noto"
_PACKAGE = "fonts-noto-cjk"


class Family(NamedTuple):
    """A family: its name, its file, and the collection and face that it is made from."""

    name: str
    file: str
    collection: str
    face: str


FAMILIES = (
    Family("Zhifa Song", "zhifa-song.ttf", "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"),
    Family("Zhifa Hei", "zhifa-hei.ttf", "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
)
SETTINGS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias binding="same"><family>serif</family><prefer><family>Zhifa Song</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Zhifa Hei</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>Zhifa Hei</family></prefer></alias>
</fontconfig>
"""


def _write_settings() -> None:
    """Write the private fontconfig file: with it a document looks the same on every machine."""
    wanted = SETTINGS.format(folder=FONTS)
    if not FONT_SETTINGS.exists() or FONT_SETTINGS.read_text(encoding="utf-8") != wanted:
        FONT_SETTINGS.write_text(wanted, encoding="utf-8")


def _build(family: Family, sources: Path) -> None:
    """Make one font in a process of its own."""
    with step(f"字体 {family.name}（约一分钟）"):
        run([PYTHON, "-m", "setup.truetype", sources / family.collection, family.face, family.name, FONTS / family.file])


def _sources() -> Path:
    """Return the folder of the collections: the machine's, or Debian's package unpacked for the moment."""
    if all((_INSTALLED / family.collection).exists() for family in FAMILIES):
        return _INSTALLED
    if not debian.available():
        raise SetupError(f"缺少字体 {'、'.join(family.collection for family in FAMILIES)}，请放到 {_INSTALLED}（Debian 软件包 {_PACKAGE}）")
    with step(f"字体来源 {_PACKAGE}（56 MB，用完即删）"):
        debian.unpack([_PACKAGE], _UNPACKED)
    return _UNPACKED / _INSTALLED.relative_to("/")


def _make_whole() -> str:
    """Make the whole fonts once, both at the same time, and return the digest of what they were made from."""
    value = stamp.digest([ROOT / "setup" / "truetype.py", *(repr(family) for family in FAMILIES)])
    if not (stamp.fresh("fonts", value) and all((FONTS / family.file).exists() for family in FAMILIES)):
        for name in ("fonts", "fonts-common"):
            stamp.clear(name)
        sources = _sources()
        with ThreadPoolExecutor(len(FAMILIES)) as pool:
            list(pool.map(lambda family: _build(family, sources), FAMILIES))
        shutil.rmtree(_UNPACKED, ignore_errors=True)
        stamp.put("fonts", value)
    return value


def ensure() -> None:
    """Make the fonts and their small copies for the common characters, and tell every program where they are."""
    FONTS.mkdir(parents=True, exist_ok=True)
    _write_settings()
    value = stamp.digest([_make_whole(), *(ROOT / "printing" / name for name in ("common_face.py", "font.py"))])
    if stamp.fresh("fonts-common", value):
        return
    stamp.clear("fonts-common")
    with step("字体 常用字"):
        run([PYTHON, "-m", "printing.common_face", FONTS])
    stamp.put("fonts-common", value)
