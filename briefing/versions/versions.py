"""Two versions of a briefing → what changed, and what is missing."""

from __future__ import annotations

from typing import NamedTuple

from briefing.errors import Diagnostic, sorted_diagnostics
from briefing.model import Briefing, Date
from briefing.versions.changes import Change, changes_between
from briefing.versions.required import missing
from briefing.versions.said import said

__all__ = ["Versions", "compare"]


class Versions(NamedTuple):
    """What became of a briefing from one version to the next."""

    changes: tuple[Change, ...]
    """In the order of the new version; what is told first, then sources, then fields."""
    diagnostics: tuple[Diagnostic, ...]
    """What is missing, as errors, and what changed; in the order of the new version."""

    @property
    def significant(self) -> int:
        """How many changes ask for a new date and version, and for a correction."""
        return sum(change.weight == "significant" for change in self.changes)


def compare(before: Briefing, now: Briefing, today: Date | None = None, *, strict: bool = False) -> Versions:
    """Compare two versions by their claims.

    ``today`` is the day of the check: a version of this very day needs no later date. With ``strict`` a dated statement
    that was added or taken out is significant, too.
    """
    changes = changes_between(before, now, strict=strict)
    diagnostics = (*missing(before, now, changes, today), *said(changes))
    return Versions(changes, sorted_diagnostics(diagnostics))
