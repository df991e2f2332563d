"""Which editorial checks speak: what was asked for beside the article's own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import Date

__all__ = ["NOTHING_ASKED", "Asked"]


class Asked(NamedTuple):
    """What was asked for on the command line."""

    switched: Mapping[str, bool] = MappingProxyType({})
    """Checks that are switched on or off, whatever the article says, by their ids."""
    everything: bool = False
    """Whether all other checks are on."""
    today: Date | None = None
    """The day of the check; ``None`` where nothing may depend on it."""


NOTHING_ASKED = Asked()
