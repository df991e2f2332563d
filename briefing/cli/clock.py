"""Which day it is, where the surroundings say so."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from briefing.cli.report import say
from briefing.cli.status import WRONG_USAGE

if TYPE_CHECKING:
    from briefing.model import Date

__all__ = ["clock_day", "epoch"]

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


def clock_day() -> Date:
    """Read the clock, or what stands for it."""
    from briefing.model.dates import date_from_edtf

    moment = epoch()
    return date_from_edtf(time.strftime("%Y-%m-%d", time.localtime() if moment is None else time.gmtime(moment)))
