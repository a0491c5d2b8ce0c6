"""Packages of Debian and Ubuntu (系统软件包): installed by root, or unpacked beside the project by anybody else."""

import os
import platform
import shutil
from collections.abc import Sequence
from pathlib import Path

from setup.place import MADE
from setup.work import SetupError, run

_LISTS = MADE / "apt"
_UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}


def available() -> bool:
    """Tell whether this machine has the package tools of Debian and Ubuntu."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))


def distribution() -> str:
    """Return what this system calls itself, such as `debian` or `ubuntu`; empty where it does not say."""
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return ""


def is_root() -> bool:
    """Tell whether the packages may be installed for the whole machine."""
    return os.geteuid() == 0


def install(packages: Sequence[str]) -> None:
    """Install packages for the whole machine; the lists are fetched only when the packages are not found without."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", *packages]
    try:
        run(command, env=_UNATTENDED)
    except SetupError:
        run(["apt-get", "update"], env=_UNATTENDED)
        run(command, env=_UNATTENDED)


def _options() -> list[str]:
    """Return the options that keep apt inside the project's own folder."""
    for folder in ("lists/partial", "cache/archives/partial"):
        (_LISTS / folder).mkdir(parents=True, exist_ok=True)
    places = {"Dir::State::Lists": _LISTS / "lists", "Dir::Cache": _LISTS / "cache", "Debug::NoLocking": "1", "APT::Sandbox::User": ""}
    # Docker's images delete every list after an update; these lists are ours.
    return [word for key, value in places.items() for word in ("-o", f"{key}={value}")]


def unpack(packages: Sequence[str], target: Path, *, with_dependencies: bool = False) -> None:
    """Unpack packages into a folder without installing them: needs no root, and touches nothing of the machine."""
    options = _options()
    if not any((_LISTS / "lists").glob("*Packages*")):
        run(["apt-get", *options, "update"], env=_UNATTENDED)
    names = list(packages)
    if with_dependencies:
        plan = run(["apt-get", *options, "-s", "install", "--no-install-recommends", *packages], env=_UNATTENDED)
        names = sorted({line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")} | set(packages))
    parcels = MADE / "parcels"
    shutil.rmtree(parcels, ignore_errors=True)
    parcels.mkdir()
    try:
        run(["apt-get", *options, "download", *names], folder=parcels, env=_UNATTENDED)
        for parcel in sorted(parcels.glob("*.deb")):
            run(["dpkg-deb", "-x", parcel, target])
    finally:
        shutil.rmtree(parcels, ignore_errors=True)


def forget() -> None:
    """Delete the lists and downloads that unpacking needed: by the next time they would be old."""
    shutil.rmtree(_LISTS, ignore_errors=True)
