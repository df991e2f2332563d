"""What reading a body has found so far: the one value that its readers fill."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from briefing.errors import Diagnostic, Position, Severity
from briefing.model import Ask, Correction, Element, Handout, KeyFigure, Postcard, Timeline
from briefing.model.briefing import Inline
from briefing.reading.body.chart_plans import ChartPlan
from briefing.reading.body.shared import NOTHING_SHARED, Shared

__all__ = ["Citation", "EventsWanted", "Findings", "PictureUse", "id_of_words"]

_MOST_DIAGNOSTICS = 500
_NOT_IN_AN_ID = re.compile(r"[^\w]+")


class PictureUse(NamedTuple):
    """A picture named in the text."""

    name: str
    """As typed; whether such a file is in the folder is not known here."""
    position: Position
    people: str = ""
    """One of ``briefing.model.consents.PEOPLE``, or empty where nothing is said."""


class EventsWanted(NamedTuple):
    """A timeline whose events stand elsewhere."""

    position: Position
    """Of its block."""
    file: str = ""
    """Name of the file as typed; empty for the list in the front matter."""
    file_position: Position | None = None


class Citation(NamedTuple):
    """A source cited in the text."""

    key: str
    locator: str
    """What is typed around the key, such as ``p. 7``; may be empty."""
    position: Position
    """Of the key's ``@``."""


def id_of_words(words: str) -> str:
    """Make the id of a heading with these words, unless something else has it."""
    return _NOT_IN_AN_ID.sub("-", words.lower()).strip("-")[:80] or "section"


@dataclass(slots=True)
class Findings:
    """Collects, in reading order, what stands in a body besides its sections."""

    language: str = "en"
    shared: Shared = NOTHING_SHARED
    """What the edition takes over from its original."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    cited: list[Citation] = field(default_factory=list)
    pictures: list[PictureUse] = field(default_factory=list)
    summary: list[Inline] = field(default_factory=list)
    figures: list[KeyFigure] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    timelines: list[Timeline] = field(default_factory=list)
    events_wanted: dict[str, EventsWanted] = field(default_factory=dict)
    """By the ids of timelines that have no events yet."""
    charts: list[ChartPlan] = field(default_factory=list)
    handout: list[Handout] = field(default_factory=list)
    postcard: list[Postcard] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    notes: dict[str, tuple[Element, ...]] = field(default_factory=dict)
    """By id; a note that is typed apart from its marker is filled in last."""
    markers: dict[str, str] = field(default_factory=dict)
    """Id of each note that has a marker, by the label typed."""
    links: list[tuple[str, Position]] = field(default_factory=list)
    """Every address that the text links to."""
    headings: list[str] = field(default_factory=list)
    """Id of each heading."""
    notes_before: int = 0
    """How many notes the parts before this one have."""
    timelines_before: int = 0
    charts_before: int = 0
    ids: set[str] = field(default_factory=set)
    """Names of headings, notes, timelines and whatever else can be linked to."""
    reserved: set[str] = field(default_factory=set)
    """Names that the author gives further on."""
    made: Counter[str] = field(default_factory=Counter)
    """How often the same words have made an id."""

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic; past the first 500 only the fact that there are more."""
        if len(self.diagnostics) < _MOST_DIAGNOSTICS:
            self.diagnostics.append(diagnostic)
        elif len(self.diagnostics) == _MOST_DIAGNOSTICS:
            message = f"There are more than {_MOST_DIAGNOSTICS} problems; the rest is not listed."
            self.diagnostics.append(Diagnostic("error", "too-many-problems", message, diagnostic.position))

    def report(self, severity: Severity, kind: str, message: str, position: Position, hint: str = "") -> None:
        """Add a diagnostic from its parts."""
        self.add(Diagnostic(severity, kind, message, position, hint))

    def new_id(self, wish: str) -> str:
        """Make an id that nothing else has, from words or from a wished id."""
        candidate = slug = id_of_words(wish)
        while candidate in self.ids or candidate in self.reserved:
            self.made[slug] += 1
            candidate = f"{slug}-{self.made[slug] + 1}"
        self.ids.add(candidate)
        return candidate

    def heading_id(self, words: str) -> str:
        """Make the id of the next heading: that of its counterpart, or one of its words."""
        counterpart = next(iter(self.shared.headings[len(self.headings) :]), "")
        if not counterpart or counterpart in self.ids or counterpart in self.reserved:
            return self.new_id(words)
        self.ids.add(counterpart)
        return counterpart

    def typed_id(self, name: str, position: Position) -> str:
        """Keep an id that the author chose, unless it is taken."""
        if name in self.ids:
            message = f'There are two things called "{name}".'
            self.report("error", "duplicate-id", message, position, "Give one of them another name after the #.")
            return self.new_id(name)
        self.ids.add(name)
        return name

    def new_timeline(self) -> str:
        """Give the next timeline its id."""
        return self.new_id(f"timeline-{self.timelines_before + len(self.timelines) + 1}")

    def new_chart(self) -> str:
        """Give the next chart its id."""
        return self.new_id(f"chart-{self.charts_before + len(self.charts) + 1}")

    def new_note(self) -> str:
        """Give the next note its id."""
        identifier = self.new_id(f"note-{self.notes_before + len(self.notes) + 1}")
        self.notes[identifier] = ()
        return identifier

    def take(self, part: Findings) -> None:
        """Add what was found in the next part of the text, none of whose ids is taken."""
        for diagnostic in part.diagnostics:
            self.add(diagnostic)
        for own, its in (
            (self.cited, part.cited),
            (self.pictures, part.pictures),
            (self.summary, part.summary),
            (self.figures, part.figures),
            (self.asks, part.asks),
            (self.timelines, part.timelines),
            (self.charts, part.charts),
            (self.handout, part.handout),
            (self.postcard, part.postcard),
            (self.corrections, part.corrections),
            (self.links, part.links),
            (self.headings, part.headings),
        ):
            cast("list[object]", own).extend(its)
        self.notes.update(part.notes)
        self.events_wanted.update(part.events_wanted)
        self.markers.update(part.markers)
        self.ids.update(part.ids)
        self.made |= part.made
