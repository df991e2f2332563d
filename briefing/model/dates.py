"""A date as people know it: exact, approximate, a decade, a span, open at one end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Date", "DateKind"]

DateKind = Literal["exact", "approximate", "uncertain", "decade", "until", "since", "span"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date in EDTF with the span of time it may mean."""

    edtf: str
    """Normal form in the Extended Date/Time Format, levels 0 and 1: ``1979``, ``198X``, ``../1998``."""
    typed: str
    """As the author typed it."""
    kind: DateKind
    first: float | None
    """Earliest moment it may mean, in days since 2000-01-01T00:00 (proleptic Gregorian, may be negative);
    ``None`` where the beginning is open."""
    last: float | None
    """Latest moment it may mean, exclusive, same unit; ``None`` where the end is open."""
