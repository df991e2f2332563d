"""What a source is called in few words, where the list of sources has the whole of it."""

from __future__ import annotations

from briefing.model import Element, Node, Source, direction
from briefing.model.languages import covers
from briefing.templating.borrowed import way_of

__all__ = ["isolated_name", "source_name"]

_PERIODICAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "broadcast"})
"""CSL types of works for which the one who prints them is better known than the one who writes."""


def source_name(source: Source) -> str:
    """Who stands behind a source: the publisher, the periodical or the first author."""
    first_author = source.authors[0] if source.authors else ""
    within = (source.container, first_author) if source.type in _PERIODICAL_TYPES else (first_author, source.container)
    return next(name for name in (source.publisher, *within, source.title, source.key) if name)


def isolated_name(source: Source, document: str, otherwise: str) -> Node:
    """The name in its own direction and marked with its language, where these are not the document's.

    ``otherwise`` is the language of a source that says none.
    """
    name, spoken = source_name(source), source.language or otherwise
    marks = {
        "lang": spoken if spoken and not covers(spoken, document) else "",
        "dir": way if (way := way_of(name)) != direction(document) else "",
    }
    attributes = {mark: value for mark, value in marks.items() if value}
    return Element("span", (name,), attributes) if attributes else name
