"""What stands on a sheet, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from briefing.claims import Claim
from briefing.model.languages import direction

__all__ = [
    "LANGUAGE",
    "STATUSES",
    "Fact",
    "Group",
    "Line",
    "Piece",
    "Reference",
    "Row",
    "Sheet",
    "Status",
    "line",
    "status_of",
]

LANGUAGE = "en-GB"
"""Of the words of the sheet itself."""


class Piece(NamedTuple):
    """Some words of a line."""

    text: str
    is_marked: bool = False
    """Whether they stand out: what is claimed, or what differs."""


class Line(NamedTuple):
    """A line in one language."""

    pieces: tuple[Piece, ...]
    language: str = ""
    """As a BCP 47 tag; empty where it is that of the sheet."""
    label: str = ""
    """What it is, in the words of the sheet: ``Source:``."""

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return direction(self.language or LANGUAGE)


class Fact(NamedTuple):
    """Something to know of the text, with its name."""

    name: str
    value: Line


class Status(NamedTuple):
    """What stands behind a claim, in a word and in a sign that a grey print shows as well."""

    sign: str
    word: str
    meaning: str


STATUSES: Mapping[str, Status] = MappingProxyType(
    {
        "differs": Status("≠", "differs", "The words of the source that are kept here say something else."),
        "unsourced": Status("!", "no source", "Nothing is cited."),
        "own": Status("!", "own only", "Nothing is cited but what the organisation wrote itself."),
        "attributed": Status(
            "○", "attributed", "A source is cited. Its words are not kept here, or do not have it: open it."
        ),
        "waived": Status("–", "waived", "The author says why no source is needed. Is that so?"),
        "marked": Status(
            "✓", "marked", "A quotation that stands so but for the changes that are marked in it. Are they fair?"
        ),
        "verbatim": Status("✓", "verbatim", "A quotation that stands so in the words that are kept."),
        "matches": Status(
            "✓", "matches", "A figure that stands so in the words that are kept. Is it of the same thing?"
        ),
    }
)
"""By ``Claim.status``, ``own`` for what rests on one's own text, ``marked`` for marked changes.

What needs most care comes first.
"""


class Reference(NamedTuple):
    """A source that is cited for a claim."""

    number: str
    """That in the list of the briefing; empty where it has none."""
    name: Line
    locator: str = ""
    address: str = ""
    """Where to open it; empty where nobody has to, or can."""
    note: str = ""
    """What is to be known of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with a box to tick."""

    number: int
    told: Line
    place: str
    """Where it was typed."""
    status: Status
    references: tuple[Reference, ...] = ()
    says: tuple[Line, ...] = ()
    """What the sources say, or why there is none."""
    remarks: tuple[str, ...] = ()
    """What the program asks about it."""


class Group(NamedTuple):
    """The claims of one part of the article."""

    title: Line
    rows: tuple[Row, ...]
    is_compact: bool = False
    """Whether they have no line for remarks."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it."""

    title: Line
    translated: bool
    """Whether it is of a language edition."""
    embargo: Line
    """Until when nothing may be published; without words where there is none."""
    facts: tuple[Fact, ...]
    counts: tuple[tuple[Status, int], ...]
    groups: tuple[Group, ...]
    listed: tuple[Group, ...]
    """Dated statements and small numbers, which need no source; empty where there are none."""
    asks: tuple[Fact, ...]
    findings: tuple[Fact, ...]
    """What else the program has found, by the place of it."""
    sources: tuple[Fact, ...]
    """The sources that are cited, by their numbers."""
    content: str
    claims: str
    """The hashes that an approval names."""
    command: str
    """What prints the approval."""

    @property
    def count(self) -> int:
        """Claims with a box of their own."""
        return sum(len(group.rows) for group in (*self.groups, *self.listed))


def line(text: str, language: str = "", label: str = "") -> Line:
    """Make a line of which nothing stands out."""
    return Line((Piece(text),) if text else (), language, label)


def status_of(claim: Claim) -> Status:
    """Tell what stands behind a claim."""
    return STATUSES["own" if claim.own_only else "marked" if claim.is_marked else claim.status]
