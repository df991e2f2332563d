"""An article as it was found, before it is written as a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Element, Node
from briefing.writing import Value

__all__ = ["QUESTION", "Dated", "Found", "Origin", "Question", "asked", "fewer"]

_NONE: Mapping[str, str] = MappingProxyType({})


QUESTION = "question"
"""Class of an ``aside`` that asks something where it stands among the blocks; its children are one text."""


class Question(NamedTuple):
    """What was guessed, or what nobody but the author can say."""

    text: str
    """Whole sentences: what was taken for what, and what to do."""
    position: Position
    """Where the reason for it stands in the imported file; it is asked before the block that stood there."""
    field: str = ""
    """Name of the field at the head of the article that holds the guess, such as ``petition.link``."""


def asked(question: str) -> Element:
    """Make the block that asks something before the block that follows it."""
    return Element("aside", (question,), {"class": QUESTION})


_MOST_OF_A_KIND = 40


def fewer(questions: Sequence[Question], advice: str) -> tuple[Question, ...]:
    """Keep the first questions of one kind, with one that says how many more there are: nobody answers hundreds.

    ``advice`` says what to do about those.
    """
    left = questions[_MOST_OF_A_KIND:]
    rest = (Question(f"And {len(left):,} more like these. {advice}", left[0].position),) if left else ()
    return (*questions[:_MOST_OF_A_KIND], *rest)


class Origin(NamedTuple):
    """Where the article appeared: it becomes a source of its own, which is no evidence."""

    title: str
    container: str = ""
    """The newspaper or site."""
    url: str = ""
    is_petition: bool = False
    """Whether it can be signed there."""


class Dated(NamedTuple):
    """An event that is proposed for a timeline."""

    date: str
    """As ``reading.dates`` reads it in the language of the article, in words or EDTF."""
    text: tuple[Node, ...]
    """What happened, with its citations."""
    position: Position


class Found(NamedTuple):
    """An article as it was found."""

    title: str
    blocks: tuple[Element, ...]
    """The elements of ``docs/vocabulary.md`` as ``reading.body`` makes them, headings from ``h2`` on, each with the
    position in the imported file where it stood. A link is an ``a`` with ``href``, a marker of a note an ``a`` with
    the class ``noteref`` and ``#ID``, a picture a ``figure`` whose ``img`` has as ``src`` the name of one
    of ``files``."""
    language: str = ""
    """BCP 47 tag; empty where it is not said."""
    fields: Mapping[str, str | tuple[str, ...]] = _NONE
    """Other fields at the head of the article, by their names, such as ``standfirst`` (Markdown), ``authors``, ``date``
    (EDTF), ``keywords``, ``description``; fields of the petition as ``petition.ask`` …"""
    notes: Mapping[str, tuple[Element, ...]] = MappingProxyType({})
    """Text of each note by its id."""
    sources: Mapping[str, Mapping[str, Value]] = MappingProxyType({})
    """Fields of each source by its key, where the file has a list of them."""
    files: Mapping[str, bytes] = MappingProxyType({})
    """What stands beside the article in its folder, such as pictures and tables, by name."""
    origin: Origin | None = None
    comments: tuple[str, ...] = ()
    """Lines that are kept at the head of the article as comments of YAML: fields that have no place."""
    events: tuple[Dated, ...] = ()
    """What is proposed for a timeline at the end of the article."""
    head: tuple[str, ...] = ()
    """Lines of YAML that stand at the head of the article as they are: fields of ours that no text or list of texts can
    be, such as ``events`` and ``abbreviations``."""
    text: str = ""
    """The body in our Markdown, where the file was Markdown already: it is written as it is, in place of ``blocks``, so
    that an author finds every line as it was typed. What is proposed then only follows it."""
    lines: tuple[int, ...] = ()
    """The line of the imported file, from 1, that each line of ``text`` comes from; it never decreases."""
    given: Mapping[str, str] = _NONE
    """Markdown of what a ``div`` among the blocks stands for, by its ``data-ref``."""
    questions: tuple[Question, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was left out or cannot be kept; with an error nothing is written."""
