"""Everything (全部安装): the steps in their order, those that need no other side by side."""

import time
from concurrent.futures import ThreadPoolExecutor

from setup import debian, fonts, native, packages, vendor
from setup.place import LOG, MADE
from setup.work import alone, say, stop


def ensure(*, test: bool, browser: bool = False) -> None:
    """Do the steps whose inputs changed since they were last done. Raises SetupError, naming what the machine lacks.

    `test` adds the tests' own packages, `browser` the browser that some of them open.
    """
    MADE.mkdir(exist_ok=True)
    begun = time.monotonic()
    with alone():
        LOG.unlink(missing_ok=True)
        if browser:
            # First, since it may need an administrator: nobody should wait minutes to be told so.
            native.ensure_browser()
            native.ensure_browser_libraries()
        native.ensure_libraries()
        packages.ensure(test=test)
        with ThreadPoolExecutor(2) as pool:
            # Making the fonts takes the processor, the front-end files take the network.
            steps = [pool.submit(fonts.ensure), pool.submit(vendor.ensure)]
            try:
                for done in steps:
                    done.result()
            except KeyboardInterrupt:
                stop()
                raise
        debian.forget()
    if time.monotonic() - begun > 1:
        say(f"安装完成，共 {time.monotonic() - begun:.0f} 秒")
