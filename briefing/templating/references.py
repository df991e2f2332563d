"""What a note says of the sources that it cites: all of it where a source comes first, afterwards in short.

How a source reads is the template's to say, see ``refer_with`` in ``docs/templates.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from markupsafe import Markup, escape

from briefing.model import Element, Node, Source
from briefing.templating.sentences import ended, without_full_stop
from briefing.templating.styled import StyledSources
from briefing.templating.words import Words

__all__ = ["NoteName", "References", "WritesReference"]


class NoteName(NamedTuple):
    """A note, as others refer to it."""

    mark: str
    """What marks it in the text; empty for the note in which it is said."""
    id: str


class WritesReference(Protocol):
    """The macro of a template that says a source, as one or several sentences."""

    def __call__(self, source: Source, place: str, earlier: NoteName | None) -> str:
        """``place`` is where in the source, as typed; ``earlier`` the note in which the source came first, if any."""


class References:
    """Says sources in the notes of one document, and remembers in which note each came first."""

    def __init__(self, sources: Mapping[str, Source], words: Words, styled: StyledSources) -> None:
        self._sources = sources
        self._words = words
        self._styled = styled
        self._semicolon = words.text("semicolon")
        self._first: dict[str, NoteName] = {}
        self.write: WritesReference | None = None
        self.unwritten = False
        """Whether there was a source to say, and no macro to say it."""

    def sentences(self, citations: Iterable[Element], note: NoteName) -> tuple[Node, ...]:
        """Say the sources of some citations in a note, as sentences in a row."""
        return _joined([self._reference(each, note, ended=True) for each in citations], " ")

    def in_brackets(self, citations: Iterable[Element], note: NoteName) -> tuple[Node, ...]:
        """Say them inside a sentence of the note."""
        said = _joined([self._reference(each, note, ended=False) for each in citations], self._semicolon)
        return ("(", *said, ")")

    def _reference(self, citation: Element, note: NoteName, *, ended: bool) -> Element:
        source, prefix = self._sources[citation.get("data-key")], citation.get("data-prefix")
        first = self._first.get(source.key)
        self._first.setdefault(source.key, note)
        said = self._written(source, citation.get("data-locator"), first._replace(mark="") if first == note else first)
        words = (f"{prefix} ",) if prefix else ()
        return Element("span", (*words, said if ended else without_full_stop(said)), {}, source.position)

    def _written(self, source: Source, place: str, earlier: NoteName | None) -> Markup:
        if self.write is None:
            self.unwritten = True
            return Markup()
        if earlier is None and (entry := self._styled.entry(source, place)):
            return escape(ended(entry, self._words))
        # What is markup already stays as it is when the note is written as HTML.
        return escape(self.write(source, place, earlier)).strip()


def _joined(references: list[Element], separator: str) -> tuple[Node, ...]:
    pairs = ((separator, reference) for reference in references)
    return tuple(node for pair in pairs for node in pair)[1:]
