"""Which day it is, where the surroundings say so."""

from __future__ import annotations

import os

from briefing.cli.report import say
from briefing.cli.status import WRONG_USAGE

__all__ = ["epoch"]

_LAST_SECOND = 253_402_300_799
"""Of the year 9999, since 1970."""


def epoch() -> int | None:
    """Read ``SOURCE_DATE_EPOCH``: seconds since 1970 that stand for today."""
    typed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not typed:
        return None
    digits = typed.isascii() and typed.isdigit() and len(typed) <= len(str(_LAST_SECOND))
    if not digits or int(typed) > _LAST_SECOND:
        say("briefing: error: SOURCE_DATE_EPOCH must be a number of seconds since 1970, such as 1630540800")
        raise SystemExit(WRONG_USAGE)
    return int(typed)
