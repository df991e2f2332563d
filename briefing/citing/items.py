"""A source → what the Citation Style Language calls an item, in JSON.

See: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from briefing.citing.marks import isolate, without_marks
from briefing.model import Date, Source
from briefing.model.edtf import Interval, Point, parse_edtf
from briefing.model.wording import date_words

__all__ = ["Item", "item_of"]

Item: TypeAlias = dict[str, Any]
"""By the names of CSL; what is not said has no entry."""

_BY_BODIES = frozenset({"dataset", "document", "pamphlet", "post-weblog", "report", "standard", "webpage"})
"""Kinds of works that, where no author is named, are by those who publish them."""


def item_of(source: Source, language: str, spoken: str, stands_out: Callable[[str, str], bool]) -> Item:
    """Say a source as an item.

    ``language`` is that of the document, ``spoken`` that of the source; ``stands_out`` tells of a text and its language
    whether it has to be isolated from what is around it.
    """

    def text(value: str, its: str = spoken) -> str:
        plain = without_marks(value)
        return isolate(plain) if plain and stands_out(plain, its) else plain

    kind = _kind(source)
    by_body = not source.authors and kind in _BY_BODIES and bool(source.publisher)
    authors = [{"literal": text(source.publisher)}] if by_body else list(_authors(source, text))
    values = {
        "title": text(source.title),
        "container-title": text(source.container),
        "publisher": "" if by_body or source.publisher in source.authors else text(source.publisher),
        "volume": without_marks(source.volume),
        "issue" if kind.startswith("article-") else "number": without_marks(source.issue),
        "page": without_marks(source.pages),
        "DOI": source.doi,
        "URL": source.url,
        "author": authors,
        "issued": _date(source.date, language) if source.date else None,
        "accessed": _date(source.accessed, language) if source.accessed else None,
        "language": spoken,
    }
    return {"id": "source", "type": kind, **{name: value for name, value in values.items() if value}}


def _kind(source: Source) -> str:
    """Say what a work is; CSL's article is a preprint, and an author's only where somebody publishes it, a server."""
    if source.type == "article" and not source.publisher and source.container:
        return "article-magazine"
    if source.type and (source.type != "article" or source.publisher):
        return source.type
    return "webpage" if source.url else "document"


def _authors(source: Source, text: Callable[[str, str], str]) -> Iterator[dict[str, str]]:
    for author in source.authors:
        shown = text(author, "")
        family = next((each for each in source.family_names if _ends_or_begins(author, each)), "")
        given = author.removesuffix(family) if author.endswith(family) else author.removeprefix(family)
        if family and given.strip() and shown == author:
            yield {"family": family, "given": given.strip()}
        else:
            # a body, one whose name nobody has parted, or letters for which initials mean nothing
            yield {"literal": shown}


def _ends_or_begins(name: str, family: str) -> bool:
    return name.endswith(f" {family}") or name.startswith(f"{family} ")


def _date(date: Date, language: str) -> Item:
    """Say days, months, years and spans of years in numbers, which a style words; all else in words of the document."""
    value = parse_edtf(date.edtf)
    points = (value.start, value.end) if isinstance(value, Interval) else (value,)
    parts = [_parts(point) for point in points if isinstance(point, Point) and _is_plain(point)]
    if len(parts) != len(points) or (len(parts) == 2 and any(len(each) > 1 for each in parts)):
        return {"literal": date_words(date, language)}
    vague = any(isinstance(point, Point) and (point.approximate or point.uncertain) for point in points)
    return {"date-parts": parts, **({"circa": 1} if vague else {})}


def _is_plain(point: Point) -> bool:
    return point.year > 0 and point.month <= 12 and not point.unspecified


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]
