"""What every editorial check is given: the briefing, its passages, today's date, and where words were typed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from briefing.checking.asked import NOTHING_ASKED, Asked
from briefing.claims import Passage, Place, Typed, TypedPassage, passages_of
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, all_sections, plain_text
from briefing.model.languages import read_tag

__all__ = ["BODY", "ON_HANDOUTS", "Edited", "PlacedText", "doubt"]

BODY: frozenset[Place] = frozenset({"body", "list", "box", "caption"})
"""Places of passages that are the running text; tables and quotations have laws of their own."""
ON_HANDOUTS: frozenset[Place] = frozenset(
    {"summary", "key figure", "handout", "postcard", "petition", "ask", "standfirst"}
)
"""Places of what a handout may have, which is read while walking."""


class PlacedText(NamedTuple):
    """A text with the place where it begins."""

    text: str
    position: Position


class Edited:
    """A briefing as its editor reads it."""

    def __init__(self, briefing: Briefing, asked: Asked = NOTHING_ASKED) -> None:
        self.briefing = briefing
        self.asked = asked
        self.language = read_tag(briefing.masthead.language).language
        """Primary subtag: ``en``."""
        self._typed: dict[str, Typed] = {}
        self._passages_typed: dict[Passage, TypedPassage] = {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that it says in sentences, in reading order; what stands in code, and credits, are spaces there."""
        return tuple(map(_without_silent, passages_of(self.briefing)))

    @cached_property
    def headings(self) -> tuple[PlacedText, ...]:
        """The headings of sections, in reading order."""
        sections = all_sections(self.briefing.sections)
        return tuple(PlacedText(plain_text(each.title), each.position) for each in sections if each.title)

    def of_section(self, passage: Passage) -> int:
        """Number the section of a passage of the body, by the headings before it: 0 where there is none."""
        return bisect_right(self.headings, passage.position, key=lambda heading: heading.position)

    def place(self, passage: Passage, start: int, end: int) -> Position:
        """Tell where words of a passage were typed; where that cannot be told, where it begins."""
        if passage not in self._passages_typed:
            self._passages_typed[passage] = self._look_for(passage)
        return self._passages_typed[passage].find(start, end) or passage.position

    def _look_for(self, passage: Passage) -> TypedPassage:
        file = passage.position.file
        if file not in self._typed:
            self._typed[file] = Typed(file, self.briefing.manuscripts.get(file, ""))
        return self._typed[file].passage(passage.text, passage.position)


def _without_silent(passage: Passage) -> Passage:
    """Blank what tells nothing; offsets stay what they are."""
    text = passage.text
    for start, end in passage.silent:
        text = text[:start] + " " * (end - start) + text[end:]
    return passage._replace(text=text) if passage.silent else passage


def doubt(
    check: str, message: str, position: Position | None, hint: str = "", details: tuple[str, ...] = ()
) -> Diagnostic:
    """Warn in the name of a check: what an editor asks is never an error."""
    return Diagnostic("warning", check, message, position, hint, details)
