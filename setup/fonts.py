"""Fonts (字体): the two families that the documents are printed in, and the settings that show them to every program alike."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from setup import debian, stamp
from setup.place import FONT_SETTINGS, FONTS, MADE, PYTHON, ROOT
from setup.work import SetupError, run, step

_INSTALLED = Path("/usr/share/fonts/opentype/noto")
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


def ensure() -> None:
    """Make the fonts once, both at the same time, from the machine's Noto CJK or from Debian's package unpacked for the moment."""
    FONTS.mkdir(parents=True, exist_ok=True)
    _write_settings()
    value = stamp.digest([ROOT / "setup" / "truetype.py", *(repr(family) for family in FAMILIES)])
    if stamp.fresh("fonts", value) and all((FONTS / family.file).exists() for family in FAMILIES):
        return
    stamp.clear("fonts")
    sources, unpacked = _INSTALLED, MADE / "noto"
    if not all((sources / family.collection).exists() for family in FAMILIES):
        if not debian.available():
            raise SetupError(f"缺少字体 {'、'.join(family.collection for family in FAMILIES)}，请放到 {_INSTALLED}（Debian 软件包 {_PACKAGE}）")
        with step(f"字体来源 {_PACKAGE}（56 MB，用完即删）"):
            debian.unpack([_PACKAGE], unpacked)
        sources = unpacked / _INSTALLED.relative_to("/")
    with ThreadPoolExecutor(len(FAMILIES)) as pool:
        list(pool.map(lambda family: _build(family, sources), FAMILIES))
    shutil.rmtree(unpacked, ignore_errors=True)
    stamp.put("fonts", value)
