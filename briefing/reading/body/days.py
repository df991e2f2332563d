"""Find the days in asks and key figures: words of the document's language, or EDTF, which is marked to be worded.

A day in EDTF is known by its place, whatever word of whatever language stands before it: at the end of an ask, and
before a sign in a key figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Date, Element, Node, plain_text
from briefing.model.briefing import Inline
from briefing.reading.body.blocks import BlockReader
from briefing.reading.body.typed import Typed
from briefing.reading.dates import read_date

__all__ = ["Dated", "day_of_ask", "day_of_figure", "remembered_date"]

_AS_OF = re.compile(r"\bas of (?=(?P<date>[^.;)]{3,60}))", re.IGNORECASE)
_BY = re.compile(r"\bby (?=(?P<date>[^.;()]{3,60}))")
_MOST_TRIED = 20
"""How many places of one sentence are searched for a date."""
_IN_FIGURES = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}")
_DAY = r"(?<![\d/:.-])(?P<day>\d{4}-\d\d-\d\d)(?![\d/~%])"
_AT_END = re.compile(rf"{_DAY}[^\s\d/]{{0,15}}(?:\s[^\s\d/]{{1,15}})?\s*$", re.ASCII)
"""An ending or one word may follow: many languages say "by" behind the day."""
_BEFORE_SIGN = re.compile(rf"{_DAY}(?=\s*(?:[^\w\s]|$))", re.ASCII)


class Dated(NamedTuple):
    """A sentence with its day."""

    text: Inline
    """A day in EDTF is an element with ``data-day``."""
    day: Date | None


def day_of_ask(reader: BlockReader, text: Inline, typed: Typed) -> Dated:
    """Find the day in EDTF that ends an ask, or the last date after "by"."""
    marked, words = _marked_at_end(text)
    if not words:
        return Dated(text, _after_by(reader, text, typed))
    day = _read_day(reader, words, typed)
    return Dated(marked if day else text, day)


def day_of_figure(reader: BlockReader, label: Inline, caveat: Inline, typed: Typed) -> tuple[Inline, Dated]:
    """Find the day that a key figure stands for; the label comes back beside the caveat."""
    after_words = _after_as_of(reader, label, caveat)
    new_caveat, words = _marked_before_sign(caveat)
    new_label, words = (label, words) if words else _marked_before_sign(label)
    day = _read_day(reader, words, typed) if words else None
    if day is None:
        return label, Dated(caveat, after_words)
    return new_label, Dated(new_caveat, after_words or day)


def remembered_date(reader: BlockReader, words: str, position: Position) -> Date | Diagnostic:
    """Read a date in the language of the text."""
    return reader.inline.memory.recall(read_date, words, position, reader.findings.language)


def _marked_at_end(nodes: Inline) -> tuple[Inline, str]:
    """Mark the day that ends a sentence, and name it; empty where none does."""
    for index in reversed(range(len(nodes))):
        node = nodes[index]
        if isinstance(node, str):
            if any(map(str.isalnum, node)):
                return _marked(nodes, index, _AT_END.search(node))
        elif not _is_mark(node):
            inner, day = _marked_at_end(node.children)
            return (*nodes[:index], replace(node, children=inner), *nodes[index + 1 :]), day
    return nodes, ""


def _marked_before_sign(nodes: Inline) -> tuple[Inline, str]:
    places = ((index, _BEFORE_SIGN.search(node)) for index, node in enumerate(nodes) if isinstance(node, str))
    return next((_marked(nodes, index, found) for index, found in places if found), (nodes, ""))


def _marked(nodes: Inline, index: int, found: re.Match[str] | None) -> tuple[Inline, str]:
    if found is None:
        return nodes, ""
    day = found["day"]
    element = Element("time", (day,), {"data-day": day})
    pieces: tuple[Node, ...] = (found.string[: found.start()], element, found.string[found.end("day") :])
    return (*nodes[:index], *(piece for piece in pieces if piece), *nodes[index + 1 :]), day


def _is_mark(element: Element) -> bool:
    """Tell what hangs on a sentence and is no word of it."""
    return "data-key" in element.attributes or bool({"noteref", "waiver"}.intersection(element.classes))


def _read_day(reader: BlockReader, day: str, typed: Typed) -> Date | None:
    """Read a day in EDTF; one that does not exist is reported."""
    date = remembered_date(reader, day, typed.at(max(typed.text.rfind(day), 0)))
    if isinstance(date, Date):
        return date
    reader.findings.add(date)
    return None


def _after_as_of(reader: BlockReader, *texts: Inline) -> Date | None:
    places = (found for text in texts for found in _AS_OF.finditer(plain_text(text)))
    return _first(_readable(reader, found["date"]) for found in islice(places, _MOST_TRIED))


def _after_by(reader: BlockReader, text: Inline, typed: Typed) -> Date | None:
    """Find the last date after "by"; figures that can be read in two ways are reported, other words are prose."""
    for found in reversed(list(_BY.finditer(plain_text(text)))[-_MOST_TRIED:]):
        if date := _readable(reader, found["date"]):
            return date
        if figures := _IN_FIGURES.match(found["date"]):
            place = typed.at(max(typed.text.rfind(figures[0]), 0))
            date_or_problem = remembered_date(reader, figures[0], place)
            if isinstance(date_or_problem, Diagnostic):
                reader.findings.add(date_or_problem)
    return None


def _first(dates: Iterable[Date | None]) -> Date | None:
    return next((date for date in dates if date), None)


def _readable(reader: BlockReader, words: str) -> Date | None:
    """Read the date that some words begin with; prose after a comma is no part of it, nor is "at the latest"."""
    position = reader.manuscript.position(0)
    while words:
        date = remembered_date(reader, words.strip(), position)
        if isinstance(date, Date) and date.first is not None:
            return date
        words = words.rpartition(",")[0]
    return None
