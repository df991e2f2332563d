"""A style and sources → entries of the list of sources. The one place that calls the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from io import BytesIO
from typing import NamedTuple

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.model import ConditionFailed
from citeproc.source import VariableError
from citeproc.source.json import CiteProcJSON
from lxml import etree

from briefing.citing.items import Item, item_of
from briefing.citing.marks import Forms, nodes_of
from briefing.citing.styles import StyleError, prepared, read_style, title_is_substituted_by
from briefing.model import CitationStyle, Node, Source, plain_text

__all__ = ["Entries", "Entry"]

_OF_LAW = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
_DOI_ADDRESS = "https://doi.org/"
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ConditionFailed,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
    VariableError,
    etree.LxmlError,
)
"""What comes out of the library where a style has what it does not know: it looks for an element that is not there, for
a term of a language, for a function of a class. It has no exceptions of its own for that, so it may be nearly any."""

Marks = Callable[[str, str], Mapping[str, str]]
"""Of a text and its language (empty where nobody knows it), the attributes ``lang`` and ``dir`` that it needs."""


class Entry(NamedTuple):
    """A source as the style sets it."""

    nodes: tuple[Node, ...]
    has_address: bool
    """Whether its web address or DOI is printed: some styles leave both out."""


class Entries:
    """Sets sources in one style, in a document of one language."""

    def __init__(self, style: CitationStyle, language: str, marks: Marks) -> None:
        """Read the style; ``language`` is a BCP 47 tag, unless the style is for one language alone.

        Raises:
            StyleError: the style cannot be used.
        """
        self._style = read_style(style.data)
        self._substituted = title_is_substituted_by(self._style)
        self._language = language
        self._marks = marks
        self._ready: dict[tuple[Set[str], Set[str]], CitationStylesStyle] = {}

    def entry(self, source: Source, spoken: str) -> Entry:
        """Set one source, whose language is ``spoken``.

        There is nothing in the entry where the style lists no such works, as many do not list letters.

        Raises:
            StyleError: the style is not up to it.
        """
        item = item_of(source, self._language, spoken, lambda text, language: bool(self._marks(text, language)))
        doi = f"{_DOI_ADDRESS}{source.doi}" if source.doi else ""
        links = {source.url: source.url, doi: doi, source.doi: doi}
        links = {words: address for words, address in links.items() if words}
        text = self._with_where(item, self._written(item))
        nodes = nodes_of(text, links, lambda isolated: self._marks(isolated, spoken))
        return Entry(nodes, any(words in plain_text(nodes) for words in links))

    def _with_where(self, item: Item, written: str) -> str:
        """Write a text of the law again where a style left out where it stands: some print only one of two fields."""
        where = item.get("container-title") or item.get("publisher") or ""
        if item["type"] not in _OF_LAW or not where or where in written:
            return written
        again = self._written({**item, "container-title": where, "publisher": where})
        return again if where in again else written

    def _written(self, item: Item) -> str:
        """Write an item; a title that stands in the author's place is not said again."""
        written = self._once(item, frozenset())
        title = str(item.get("title", "")).casefold()
        if "author" in item or not title or written.casefold().count(title) < 2:
            return written
        again = self._once(item, self._substituted)
        return again if title in again.casefold() else written

    def _once(self, item: Item, without: frozenset[str]) -> str:
        key = (frozenset(item), without)
        try:
            style = self._ready.get(key)
            if style is None:
                style = CitationStylesStyle(
                    BytesIO(prepared(self._style, key[0], without=without)), self._locale(), validate=False
                )
                self._ready[key] = style
            bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), Forms)
            bibliography.register(Citation([CitationItem(item["id"])]))
            return "".join(map(str, bibliography.bibliography()))
        except _FAILURES as problem:
            raise StyleError(f"citeproc-py gives up on it ({type(problem).__name__})") from problem

    def _locale(self) -> str:
        return str(self._style.get("default-locale") or self._language)
