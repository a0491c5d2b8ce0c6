"""The public copy (公示文本): the decision on A4 as the public may have it, made of the masked content and of nothing else."""

from collections.abc import Mapping
from typing import Any

from printing.press import CODE, environment, typeset


def render(shown: Mapping[str, Any], *, address: str) -> bytes:
    """Return the copy as PDF with the QR code of its public page.

    `shown` is the masked content with `published_on` and `until` as ISO dates; what is not in it cannot be in the file.
    """
    return typeset(environment().get_template("public/copy.html").render(shown=shown, qr=CODE), check_url=address)
