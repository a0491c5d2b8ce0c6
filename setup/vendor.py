"""Front-end files (前端文件): the few files of npm packages that pages load, copied to where the web application serves them."""

import os
import shutil

from setup import packages, stamp
from setup.place import MADE, ROOT, VENDOR
from setup.work import SetupError, run, step

# Where in node_modules → where under /vendor. bpmn-js draws the diagram of a case; its watermark is a condition of its licence.
# dmn-js edits the discretion tables under the same condition. PhotoSwipe shows the photos of the evidence.
FILES = {
    "bpmn-js/dist/bpmn-navigated-viewer.production.min.js": "bpmn-js/bpmn-navigated-viewer.js",
    "bpmn-js/dist/assets": "bpmn-js/assets",
    "bpmn-js/LICENSE": "bpmn-js/LICENSE",
    "dmn-js/dist/dmn-modeler.production.min.js": "dmn-js/dmn-modeler.js",
    "dmn-js/dist/assets": "dmn-js/assets",
    "dmn-js/LICENSE": "dmn-js/LICENSE",
    "photoswipe/dist/photoswipe.esm.min.js": "photoswipe/photoswipe.js",
    "photoswipe/dist/photoswipe-lightbox.esm.min.js": "photoswipe/lightbox.js",
    "photoswipe/dist/photoswipe.css": "photoswipe/photoswipe.css",
    "photoswipe/LICENSE": "photoswipe/LICENSE",
}
# Needed for a moment only, and 200 MB large.
_NODE = MADE / "node"
_INPUTS = ("package.json", "package-lock.json", ".npmrc")


def _npm() -> tuple[str, dict[str, str]]:
    """Return the path of npm and the PATH that lets it find its Node.js: the machine's own, or one from a Python package."""
    if (npm := shutil.which("npm")) and shutil.which("node"):
        return npm, {}
    packages.install_node(_NODE)
    path = os.pathsep.join([str(_NODE / "bin"), os.environ.get("PATH", os.defpath)])
    npm = shutil.which("npm", path=path)
    if not npm:
        raise SetupError("没有 Node.js 和 npm。请安装 Node.js（18 以上）再试一次")
    return npm, {"PATH": path, "PYTHONPATH": str(_NODE)}


def ensure() -> None:
    """Install the locked packages and copy the files that pages load; the folder changes in one move."""
    value = stamp.digest([*(ROOT / name for name in _INPUTS), repr(FILES)])
    if stamp.fresh("vendor", value) and VENDOR.is_dir():
        return
    stamp.clear("vendor")
    npm, env = _npm()
    with step("前端文件 bpmn-js、dmn-js、PhotoSwipe"):
        work, unfinished = MADE / "npm", MADE / "vendor.part"
        for folder in (work, unfinished):
            shutil.rmtree(folder, ignore_errors=True)
        work.mkdir()
        for name in _INPUTS:
            shutil.copy(ROOT / name, work)
        run([npm, "ci", "--ignore-scripts"], folder=work, env=env)
        for source, target in FILES.items():
            origin, copy = work / "node_modules" / source, unfinished / target
            copy.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if origin.is_dir() else shutil.copy)(origin, copy)
        shutil.rmtree(VENDOR, ignore_errors=True)
        unfinished.rename(VENDOR)
        for folder in (work, _NODE):
            shutil.rmtree(folder, ignore_errors=True)
    stamp.put("vendor", value)
