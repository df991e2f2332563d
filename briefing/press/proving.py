"""A PDF that was made → whether its QR codes can be read, also from a photocopy."""

from __future__ import annotations

from briefing.errors import Diagnostic
from briefing.press.making import Rendered

__all__ = ["prove"]


def prove(rendered: Rendered) -> tuple[Diagnostic, ...]:
    """Read each QR code of a file as a telephone would; nothing is said where all can be read.

    Says what is wrong with a code, or in a note that no decoder is installed.
    """
    if not rendered.codes:
        return ()
    # Late: it draws the pages, for which a build needs no library.
    from briefing.verifying.codes import prove_codes

    return prove_codes(rendered.data, rendered.codes)
