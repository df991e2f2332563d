"""What a template can say: the names it finds, for one briefing and one copy.

A ``Page`` is made for each document, because the numbers of sources and notes grow while it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from markupsafe import Markup, escape

from briefing.addressing import NOBODY
from briefing.errors import Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Date, Element, Node, Section, direction, in_digits, plain_text
from briefing.model.language_names import language_name
from briefing.model.languages import covers
from briefing.model.wording import date_words
from briefing.templating.borrowed import span, way_of
from briefing.templating.chart import LOGO
from briefing.templating.machine_marks import translation_marks
from briefing.templating.references import WritesReference
from briefing.templating.resolve import Resolver
from briefing.templating.sentences import ended, shortened
from briefing.templating.serialise import nodes_to_html
from briefing.templating.source_names import source_name
from briefing.templating.words import Words
from briefing.theme import CitedAs, NotePlace

__all__ = ["Page"]

_AT, _QUOTE = Markup(' data-at="'), Markup('"')
_SCHEME = re.compile(r"https?://|mailto:", re.IGNORECASE)
_SPACE = re.compile(r"[\s\x00-\x1f]")
_WEB_ADDRESS = re.compile(r"(?i:https?)://[^\s\x00-\x1f]+\Z")
_BARE_WEB_ADDRESS = re.compile(r"(?i:www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[^\s\x00-\x1f]*)?\Z")
_MAIL_ADDRESS = re.compile(r"[^\s\x00-\x1f@:/]+@[^\s\x00-\x1f@:/]+\.[A-Za-z]{2,}\Z")
_END_OF_MAIN = re.compile(r"</main\s*>", re.IGNORECASE)
_IDENTIFIER = re.compile(r'\sid="([^"]*)"')
_INNER_LINK = re.compile(r'<a\b([^>]*?) href="#([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


class Page:
    """The functions and values of a template, and what comes of calling them."""

    def __init__(
        self,
        briefing: Briefing,
        words: Words,
        *,
        recipient: Mapping[str, str] = NOBODY,
        draft: bool = False,
        notes: NotePlace = "foot",
        sources: CitedAs = "list",
        memory: Memory = FORGETFUL,
    ) -> None:
        self.briefing = briefing
        self.words = words
        self.recipient = recipient
        self.draft = draft
        self.resolver = Resolver(briefing, words, note_place=notes, cited_as=sources, memory=memory)

    def names(self) -> dict[str, Any]:
        """Everything that a template may name, see ``docs/templates.md``."""
        masthead = self.briefing.masthead
        return {
            "briefing": self.briefing,
            "masthead": masthead,
            "organisation": self.briefing.organisation,
            "recipient": dict(self.recipient),
            "draft": self.draft,
            "language": masthead.language,
            "direction": direction(masthead.language),
            "words": self.words,
            "logo": LOGO,
            "anchor": self.resolver.anchors,
            "at": at,
            "blocks": self.blocks,
            "cite": self.cite,
            "cited_sources": self.resolver.sources.cited,
            "date": self.date,
            "day": day,
            "ended": self.ended,
            "endnotes": self.endnotes,
            "inline": self.inline,
            "isolated": self.isolated,
            "language_name": self.language_name,
            "linked": linked,
            "original_language": self.briefing.original_language,
            "notes": self.notes,
            "numbered": self.numbered,
            "page_count": _fill("pages"),
            "page_number": _fill("page"),
            "page_of": page_of,
            "plain": self.plain,
            "refer_with": self.refer_with,
            "shortened": shortened,
            "source_name": source_name,
            "styled": self.resolver.styled.entry,
            "text": self.text,
            "timeline": self.timeline,
            "translation_marks": translation_marks(self.briefing),
        }

    def inline(self, nodes: Iterable[Node]) -> Markup:
        """A sentence; its footnotes come where the template next says ``notes()``."""
        return nodes_to_html(self.resolver.inline(nodes))

    def plain(self, nodes: Iterable[Node]) -> Markup:
        """A sentence without citations, notes and links, for a place where it is repeated."""
        return nodes_to_html(self.resolver.plain(nodes))

    def text(self, nodes: Iterable[Node]) -> str:
        """The mere letters of a sentence, for attributes and comparisons."""
        return plain_text(self.resolver.plain(nodes))

    def blocks(self, elements: Iterable[Element]) -> Markup:
        """Blocks of content, each with its footnotes after it."""
        return self.resolver.blocks(elements)

    def notes(self) -> Markup:
        """The footnotes whose markers have come and that do not stand anywhere yet."""
        return nodes_to_html(self.resolver.notes())

    def endnotes(self) -> Markup:
        """The same where the theme asks for notes at the end; then there are no footnotes."""
        return nodes_to_html(self.resolver.endnotes())

    def refer_with(self, macro: WritesReference) -> Markup:
        """Let a macro say sources in notes, where the theme asks for that. Prints nothing."""
        self.resolver.references.write = macro
        return Markup()

    def cite(self, keys: Iterable[str]) -> Markup:
        """Numbered links to sources, or to a note on them."""
        return nodes_to_html(self.resolver.citations(keys))

    def timeline(self, identifier: str, stressed: bool = False) -> Markup:
        """The chart of a timeline with its table, and their notes."""
        return nodes_to_html((*self.resolver.chart(identifier, stressed=stressed), *self.resolver.notes()))

    def ended(self, sentence: str) -> str:
        """A sentence, or the markup of one, with the full stop of the language if it has no end of its own."""
        return ended(sentence, self.words)

    def numbered(self, sections: Iterable[Section], above: str = "") -> tuple[tuple[str, Section], ...]:
        """Sections with their numbers: ``1``, ``2`` or inside ``2``: ``2.1``; those without a title have none."""
        return numbered(sections, above, self.briefing.masthead.language)

    def date(self, date: Date) -> str:
        """A date in words, in the language of the briefing."""
        return date_words(date, self.briefing.masthead.language)

    def isolated(self, text: str, language: str = "") -> str:
        """A text in its own direction, and marked with its language, where these are not the document's.

        Figures alone run from left to right. Without the direction the signs at its ends, and the groups of a telephone
        number, would go to the wrong sides.
        """
        own = self.briefing.masthead.language
        way = way_of(text)
        marks = {
            "lang": language if language and not covers(language, own) else "",
            "dir": way if way != direction(own) else "",
        }
        attributes = {name: mark for name, mark in marks.items() if mark}
        return span(attributes, escape(text)) if text and attributes else text

    def language_name(self, tag: str) -> str:
        """The name of a language, in the language of the briefing."""
        return language_name(tag, self.briefing.masthead.language)

    def with_endnotes(self, html: str) -> str:
        """Put endnotes that the template did not print at the end of what is read."""
        notes, ends = self.endnotes(), [found.start() for found in _END_OF_MAIN.finditer(html)]
        if not notes or not ends:
            return html
        section = Markup("<section><h2>{}</h2>{}</section>").format(self.words["notes"], notes)
        return f"{html[: ends[-1]]}{section}{html[ends[-1] :]}"

    def finished(self, html: str) -> str:
        """Take the links out of content that lead to what this document does not show, and leave their words."""
        shown = set(_IDENTIFIER.findall(html))
        lost = {str(escape(target)) for target in self.resolver.inner_targets} - shown
        if not lost:
            return html
        return _INNER_LINK.sub(
            lambda link: f"<span{link[1]}{link[3]}>{link[4]}</span>" if link[2] in lost else link[0], html
        )


class _Fielded(Protocol):
    """What knows where its fields were typed: masthead, petition, organisation."""

    @property
    def positions(self) -> Mapping[str, Position]: ...


def at(place: Position | _Fielded | None, field: str = "") -> Markup:
    """The attribute ``data-at`` with its leading space, of a place or of a field, or nothing."""
    position = place if place is None or isinstance(place, Position) else place.positions.get(field)
    return _AT + str(position) + _QUOTE if position else Markup()


def day(date: Date | None) -> str:
    """An exact date as ``2021-09-02``, ``2021-09`` or ``2021``, for metadata; else nothing."""
    return date.edtf if date and date.kind == "exact" else ""


def linked(address: str, words: str = "") -> Markup:
    """A web or e-mail address as a link, shown as ``words`` or in short; any other text as it is."""
    shown = words or short_address(address)
    if _WEB_ADDRESS.match(address) or (address.lower().startswith("mailto:") and not _SPACE.search(address)):
        target = address
    elif _BARE_WEB_ADDRESS.match(address):
        target = f"https://{address}"
    elif _MAIL_ADDRESS.match(address):
        target = f"mailto:{address}"
    else:
        return escape(shown)
    return Markup('<a href="{}">{}</a>').format(target, shown)


def numbered(sections: Iterable[Section], above: str, language: str) -> tuple[tuple[str, Section], ...]:
    """Sections with their numbers in the digits of a language, see ``Page.numbered``."""
    pairs = []
    count = 0
    for section in sections:
        count += bool(section.title)
        own = in_digits(count, language)
        number = f"{above}.{own}" if above else own
        pairs.append((number if section.title else "", section))
    return tuple(pairs)


def page_of(identifier: str) -> Markup:
    """The number of the page on which an id stands."""
    return _fill(f"page-of:{identifier}")


def _fill(what: str) -> Markup:
    return Markup('<span data-fill="{}"></span>').format(what)


def short_address(address: str) -> str:
    """A web address as people write it: without ``https://`` and a last slash."""
    return _SCHEME.sub("", address, count=1).removesuffix("/")
