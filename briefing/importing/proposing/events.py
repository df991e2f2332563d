"""Sentences with a date in them → events that are proposed for a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from briefing.claims import Sentence, sentences
from briefing.errors import Position
from briefing.importing.bylines import says_only_when
from briefing.importing.found import Dated, Found, Question, fewer
from briefing.importing.proposing.passages import passages
from briefing.model import Date, Element, Node, plain_text, walk
from briefing.model.dates import date_from_edtf
from briefing.model.edtf import Choice, parse_edtf
from briefing.model.wording import date_words
from briefing.reading.dates import Mention, dates_in, read_date
from briefing.reading.limits import EVENT_CHARACTERS

__all__ = ["with_events"]

_FEWEST = 2
"""Events that make a timeline."""
_MOST = 100
_MOST_SENTENCES = 5_000
"""Sentences with figures that are looked at."""
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"))
_ENDS_SENTENCE = re.compile(r"[.!?…:;؟۔।॥。！？：;][\"'”’»)\]」』]*\s*\Z")
_PARTS = re.compile(
    r"[,;:–—()،؛、，]|(?<!\w)(?:and|or|but|then|und|oder|aber|et|ou|mais|puis|y|o|pero|e|ma|en|maar|i|a|и|но|та|і|але|ve|ama"
    r"|و|اما|او|خو|اور)(?!\w)",
    re.IGNORECASE,
)
"""What parts clauses of a sentence, or the members of a list."""
_BEHIND_DATE = re.compile(r"\s*(?::|\s[–—-])\s+(?=\S)")
_PLACE = re.compile(r"[^\W\d_a-z][\w'’]*(?:[ /-][^\W\d_a-z][\w'’]*){0,3},(?:\s*(?:den|le|el|il))?")
"""A name of up to four words in capitals and a comma, before a day."""
_HERE = Position("")


class _Stated(NamedTuple):
    """A sentence with its dates."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    position: Position


def with_events(found: Found, language: str) -> Found:
    """Propose an event for each date that a sentence of the text states; what is quoted or shown is not stated.

    A paragraph that ends with no sign of a sentence is what stood below a picture, such as "The river, August 2021".
    A sentence that is nothing but a date, or says when the text was published and by whom, states nothing.

    Nothing is proposed where the article has a timeline of its own.
    """
    if any("timeline" in element.classes for block in found.blocks for element in walk(block)):
        return found
    stated = list(_stated(found, language))
    events = [event for each in stated for event in _events(each, language)]
    if len(events) < _FEWEST or found.events:
        return found
    halves = tuple(_in_two_ways(each) for each in stated if any(map(_is_half, each.mentions)))
    questions = (*found.questions, *fewer(halves, "Look through the proposed events."))
    if len(events) > _MOST:
        text = f"The text states more than {_MOST} dates. The first {_MOST} are proposed for the timeline."
        questions = (*questions, Question(text, events[_MOST].position))
    return found._replace(events=tuple(events[:_MOST]), questions=questions)


def _stated(found: Found, language: str) -> Iterator[_Stated]:
    looked_at = count = 0
    for passage in passages(found.blocks):
        for sentence in sentences(passage.children, language) if _has_figures(passage) and _states(passage) else ():
            text = sentence.text
            if not re.search(r"\d", text) or len(text) > EVENT_CHARACTERS:
                continue
            looked_at += 1
            mentions = tuple(each for each in dates_in(text, language) if not _is_quoted(text, each))
            count += len(mentions)
            if mentions and not says_only_when(text, mentions) and not _is_dateline(passage, text, mentions):
                yield _Stated(sentence, mentions, passage.position or _HERE)
            if looked_at >= _MOST_SENTENCES or count > _MOST:
                return


def _is_dateline(passage: Element, text: str, mentions: Sequence[Mention]) -> bool:
    """Tell a sentence of a place and a day, such as "Berlin, 4 May 2021.": where and when the article was written."""
    if passage.tag != "p" or len(mentions) != 1:
        return False
    before, behind = text[: mentions[0].start].strip(), text[mentions[0].end :]
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", mentions[0].date.edtf) is not None
    return is_day and before[:1].isupper() and _PLACE.fullmatch(before) is not None and not re.search(r"\w", behind)


def _is_quoted(text: str, mention: Mention) -> bool:
    """Tell whether a date stands between quotation marks: somebody else states it."""
    before = text[: mention.start]
    opened = any(before.rfind(first) > before.rfind(last) for first, last in _QUOTES)
    return opened or before.count('"') % 2 == 1


def _has_figures(passage: Element) -> bool:
    return bool(re.search(r"\d", Sentence(passage.children).text))


def _states(passage: Element) -> bool:
    """Tell a paragraph of sentences from a caption or a credit; an item of a list has no sign at its end, as a rule."""
    words = Sentence(tuple(node for node in passage.children if not _is_note(node))).text
    return passage.tag != "p" or bool(_ENDS_SENTENCE.search(words))


def _events(stated: _Stated, language: str) -> Iterator[Dated]:
    """Propose the whole sentence for each of its dates, with its citations and without its notes."""
    text = _without_first_date(stated, _trimmed(stated.sentence.nodes))
    worded = (words for mention in _of_clauses(stated) for words in _worded(mention, stated.sentence.text, language))
    for words in dict.fromkeys(worded):
        yield Dated(words, text, stated.position)


def _of_clauses(stated: _Stated) -> Iterator[Mention]:
    """Yield the first date, and those that a sign or "and" parts from the one before, as clauses and lists are."""
    yield stated.mentions[0]
    for before, mention in pairwise(stated.mentions):
        if _PARTS.search(stated.sentence.text[before.end : mention.start]):
            yield mention


def _without_first_date(stated: _Stated, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Take the only date off a sentence that begins with it and a colon or dash: the timeline says it."""
    text = stated.sentence.text
    behind = _BEHIND_DATE.match(text, stated.mentions[0].end) if len(stated.mentions) == 1 else None
    if behind is None or text[: stated.mentions[0].start].strip():
        return nodes
    left = len(text[: behind.end()].lstrip())
    for index, node in enumerate(nodes):
        if not left:
            return nodes[index:]
        length = len(plain_text(node))
        if length > left:
            return (node[left:], *nodes[index + 1 :]) if isinstance(node, str) else nodes
        left -= length
    return nodes


def _dates(mention: Mention) -> tuple[Date, ...]:
    """Part "1980 and 1996" into two dates: each is an event of its own; of "1980 and 1990's" both are decades."""
    value = parse_edtf(mention.date.edtf)
    if not isinstance(value, Choice) or not value.every:
        return (mention.date,)
    members = list(map(str, value.members))
    if _is_half(mention):
        members = [f"{member[:3]}X" for member in members]
    return tuple(map(date_from_edtf, members))


def _is_half(mention: Mention) -> bool:
    """Tell whether it is like "1980 and 1990's", in which the first may be a decade as well."""
    return re.fullmatch(r"\{\d{3}0,\d{3}X\}", mention.date.edtf) is not None


def _in_two_ways(stated: _Stated) -> Question:
    mention = next(filter(_is_half, stated.mentions))
    typed = stated.sentence.text[mention.start : mention.end]
    first, second = re.findall(r"\d{3}", mention.date.edtf)
    text = f'"{typed}" can be read in two ways: as the {first}0s and the {second}0s, or as the year {first}0 and the '
    text += (
        f"{second}0s. The proposed events take both for decades. Write in the sentence and in the events what is meant."
    )
    return Question(text, stated.position)


def _is_note(node: Node) -> bool:
    return isinstance(node, Element) and "noteref" in node.classes


def _trimmed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    kept = [" " if isinstance(node, Element) and node.tag == "br" else node for node in nodes if not _is_note(node)]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    while kept and isinstance(last := kept[-1], str) and last != last.rstrip():
        kept[-1:] = [last.rstrip()] if last.strip() else []
    return tuple(part for node in kept for part in _nameless(node))


def _nameless(node: Node) -> tuple[Node, ...]:
    """Take away the names of places, which are those of the sentence that the event was made of."""
    if isinstance(node, str):
        return (node,)
    children = tuple(part for child in node.children for part in _nameless(child))
    attributes = {name: value for name, value in node.attributes.items() if name != "id"}
    return (
        children
        if node.tag == "span" and not attributes
        else (replace(node, children=children, attributes=attributes),)
    )


def _worded(mention: Mention, text: str, language: str) -> Iterator[str]:
    """Word the dates of a mention: as it was typed within a sentence, else in words of the language or in EDTF."""
    dates = _dates(mention)
    typed = text[mention.start : mention.end] if mention.start and dates == (mention.date,) else ""
    for date in dates:
        words = date_words(date_from_edtf(date.edtf, is_beside=date.is_beside), language)
        yield from [each for each in (typed, words, date.edtf) if _is_read_as(each, date, language)][:1]


def _is_read_as(words: str, date: Date, language: str) -> bool:
    read = read_date(words, _HERE, language) if words else None
    return isinstance(read, Date) and read.edtf == date.edtf
