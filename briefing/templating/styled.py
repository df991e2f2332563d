"""Sources in the citation style that the article asks for; the house style is the template's.

What a style has no place for follows its entry: the web address, where the style leaves out both that and the DOI, the
archived copy and the author's note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.errors import Diagnostic
from briefing.memory import Memory
from briefing.model import Briefing, CitationStyle, Element, Node, Source, direction
from briefing.model.languages import covers
from briefing.templating.borrowed import way_of
from briefing.templating.sentences import ended, without_full_stop
from briefing.templating.serialise import nodes_to_html
from briefing.templating.words import Words

if TYPE_CHECKING:
    from briefing.citing import Entries

__all__ = ["StyledSources"]


class StyledSources:
    """Sets the sources of one document, if it asks for a style."""

    def __init__(self, briefing: Briefing, words: Words, memory: Memory) -> None:
        self._style = briefing.citation_style
        self._language = briefing.masthead.language
        self._original_language = briefing.original_language
        self._words = words
        self._memory = memory
        self._entries: Entries | None = None
        self.problems: list[Diagnostic] = []
        """What is wrong with the style: one thing at most, for then the house style is used."""

    def entry(self, source: Source, place: str = "") -> Markup:
        """Set a source, with a place in it, as one or several sentences; nothing where the house style is to be used.

        It is used too where the style lists no such works: the number in the text has to lead somewhere; and for a
        confidential source, which is printed as it is described.
        """
        style = self._style
        if style is None or self.problems or source.confidential:
            return Markup()
        key = (StyledSources, style, style.position, source, place, self._language, self._original_language)
        written = self._memory.recall_by(key, lambda: self._written(source, place, style))
        if isinstance(written, Diagnostic):
            self.problems.append(written)
            return Markup()
        return written

    def _written(self, source: Source, place: str, style: CitationStyle) -> Markup | Diagnostic:
        from briefing.citing import Entries, StyleError

        try:
            self._entries = self._entries or Entries(style, self._language, partial(_marks, document=self._language))
            entry = self._entries.entry(source, source.language or self._original_language)
        except StyleError as problem:
            return _problem(style, str(problem))
        if not entry.nodes:
            return Markup()
        address = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
        more = Markup("").join(self._more(source, "" if entry.has_address else address))
        said = nodes_to_html(entry.nodes)
        if place:
            said = Markup("{}{}{}").format(without_full_stop(said), self._words["comma"], place)
        return Markup("{}{}").format(ended(said, self._words), more) if more else said

    def _more(self, source: Source, address: str) -> Iterator[Markup]:
        if address:
            yield Markup(" {}{}").format(self._linked(address), self._words["full_stop"])
        if source.archived:
            archived = self._words["archived"].format(address=self._linked(source.archived))
            yield Markup(" {}").format(archived)
        if source.note:
            marks = _marks(source.note, self._original_language, document=self._language)
            yield Markup(" {}").format(nodes_to_html((_isolated(ended(source.note, self._words), marks),)))

    def _linked(self, address: str) -> Markup:
        link = Element("a", (address,), {"href": address})
        return nodes_to_html((_isolated(link, _marks(address, "", document=self._language)),))


def _problem(style: CitationStyle, why: str) -> Diagnostic:
    message = f'The citation style "{style.name}" cannot be used: {why}.'
    hint = "Take another style, or leave the field out for the house style."
    return Diagnostic("error", "citation-style", message, style.position, hint)


def _marks(text: str, language: str, document: str) -> Mapping[str, str]:
    """Say which language and direction a text has where these are not the document's."""
    way = way_of(text)
    marks = {
        "lang": language if language and not covers(language, document) else "",
        "dir": way if way != direction(document) else "",
    }
    return {name: mark for name, mark in marks.items() if mark}


def _isolated(node: Node, marks: Mapping[str, str]) -> Node:
    return Element("span", (node,), marks) if marks else node
