"""Read the items of a timeline: one list item, one event.

In a language edition an item may hold nothing but what happened: date, stress and citations are those of the event in
the same place of the original's timeline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Correction, Date, Element, Event, is_blank, walk
from briefing.model.briefing import Inline
from briefing.reading.body.blocks import BlockReader
from briefing.reading.body.days import remembered_date
from briefing.reading.body.findings import Citation
from briefing.reading.body.inline import cited_keys
from briefing.reading.body.items import EXAMPLES, first_words, paragraphs_of
from briefing.reading.body.typed import Typed
from briefing.reading.limits import EVENTS
from briefing.reading.markdown import Block

__all__ = ["Evidence", "evidence_of", "has_evidence", "read_correction", "read_events", "says_nothing"]

_EVENT = re.compile(
    # A colon with one or two figures before it and two after it belongs to a time of day.
    r"(?P<date>(?:[^:]|(?<=\d)(?<!\d\d\d):(?=\d\d(?!\d)))*):(?:\s+|$)(?P<text>.*)",
    re.DOTALL,
)

_STRESSED = re.compile(r"[,،，、]\s*stressed\s*\Z", re.IGNORECASE)


def read_events(reader: BlockReader, items: Sequence[Block], originals: Sequence[Event]) -> tuple[Event, ...]:
    """Read ``DATE, stressed: what happened [@key]``; ``originals`` are the events of the original's timeline."""
    if len(items) > EVENTS:
        message = f"There are more than {EVENTS:,} events in this list."
        hint = "Divide it into several timelines, or leave some out."
        reader.findings.report("error", "too-large", message, reader.position(items[EVENTS]), hint)
        return ()
    if originals and len(originals) != len(items):
        items, originals = _dated(reader, items, originals), ()
    counterparts: Sequence[Event | None] = originals or [None] * len(items)
    events = map(partial(_read_event, reader), items, counterparts)
    return tuple(event for event in events if event)


def _dated(reader: BlockReader, items: Sequence[Block], originals: Sequence[Event]) -> list[Block]:
    """Leave out what has no date of its own, for with another number of events its counterpart cannot be told."""
    begun = [(item, _has_date(first_words(reader, item))) for item in items]
    undated = next((item for item, has_date in begun if not has_date), None)
    if undated is not None:
        own = f"{len(items)} event{'' if len(items) == 1 else 's'}"
        message = f"This timeline has {own} instead of {len(originals)}: it cannot be told which is which."
        hint = "Type the same ones as the original, in their order, or begin each with its date."
        reader.findings.report("error", "wrong-shape", message, reader.position(undated), hint)
    return [item for item, has_date in begun if has_date]


def _has_date(text: str) -> bool:
    found = _EVENT.match(text)
    return bool(found and _has_digit(found["date"]))


def _read_event(reader: BlockReader, item: Block, original: Event | None) -> Event | None:
    texts = paragraphs_of(reader, item, "timeline", 1)
    if not texts:
        return None
    found = _parts(texts[0], original)
    if found is None:
        message = "This event does not have a date, a colon and what happened."
        _wrong_shape(reader, "timeline", message, texts[0])
        return None
    words, stressed, happened = found
    text = reader.inline.read(happened)
    if says_nothing(text):
        _wrong_shape(reader, "timeline", "This event does not say what happened.", happened)
        return None
    date = _read_date(reader, words, texts[0], original)
    if date is None:
        return None
    if original is not None:
        text, stressed = _with_citations(reader, text, original), stressed or original.stressed
    return Event(date, text, texts[0].at(0), cited_keys(*text), stressed=stressed)


def read_correction(reader: BlockReader, item: Block) -> Correction | None:
    """Read ``DATE: what was corrected``."""
    texts = paragraphs_of(reader, item, "corrections", 1)
    if not texts:
        return None
    found = _EVENT.match(texts[0].text)
    text = reader.inline.read(texts[0].part(found.start("text"))) if found else ()
    if found is None or not found["date"].strip(" \n*_") or says_nothing(text):
        message = "This correction does not have a date, a colon and what was corrected."
        _wrong_shape(reader, "corrections", message, texts[0])
        return None
    date = _read_date(reader, found["date"].strip(" \n*_"), texts[0], None)  # the day may be set in bold
    return Correction(date, text, texts[0].at(0)) if date else None


def _wrong_shape(reader: BlockReader, name: str, message: str, typed: Typed) -> None:
    hint = f"Write it like this: {EXAMPLES[name]}"
    reader.findings.report("error", "wrong-shape", message, typed.at(0), hint)


def _parts(typed: Typed, original: Event | None) -> tuple[str, bool, Typed] | None:
    """Part an item into the words of its date, whether it is stressed, and what happened.

    With an original the date may be left out: then what stands before a colon, if anything, belongs to the sentence.
    """
    found = _EVENT.match(typed.text)
    words, stressed = _without_stress(found["date"]) if found else ("", False)
    if original is not None and not (_has_digit(words) or _same_words(words, original.date)):
        return "", False, typed
    if found is None or not words or not found["text"].strip():
        return None
    return words, stressed, typed.part(found.start("text"))


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _same_words(words: str, date: Date) -> bool:
    return " ".join(words.split()) == date.typed


def _read_date(reader: BlockReader, words: str, typed: Typed, original: Event | None) -> Date | None:
    if original is not None and (not words or _same_words(words, original.date)):
        return original.date
    date = remembered_date(reader, words, typed.at(0))
    if isinstance(date, Diagnostic):
        more = " Or leave it out: then it is that of the original." if original is not None else ""
        reader.findings.add(replace(date, hint=date.hint + more))
        return None
    return date


class Evidence(NamedTuple):
    """The citations of a claim, or its reason for having none."""

    marks: tuple[Element, ...]
    cited: tuple[Citation, ...]


def evidence_of(text: Inline, position: Position) -> Evidence:
    """Gather what an edition takes over where it types neither, from a text that begins at a position."""
    marks = tuple(filter(_is_evidence, walk(Element("p", text))))
    cited = (
        Citation(each.get("data-key"), each.get("data-locator"), each.position or position)
        for each in marks
        if "data-key" in each.attributes
    )
    return Evidence(marks, tuple(cited))


def has_evidence(text: Inline) -> bool:
    """Tell whether a sentence has citations, or a reason for having none."""
    return any(map(_is_evidence, walk(Element("p", text))))


def says_nothing(text: Inline) -> bool:
    """Tell whether a sentence has marks that hang on words, citations and the like, and no words."""
    return all(is_blank(node) if isinstance(node, str) else _has_no_words(node) for node in text)


def _has_no_words(element: Element) -> bool:
    is_mark = _is_evidence(element) or "noteref" in element.classes
    return is_mark or (bool(element.children) and says_nothing(element.children))


def _with_citations(reader: BlockReader, text: Inline, original: Event) -> Inline:
    if has_evidence(text):
        return text
    evidence = evidence_of(original.text, original.position)
    reader.findings.cited += evidence.cited
    return (*text, *evidence.marks)


def _is_evidence(element: Element) -> bool:
    return "data-key" in element.attributes or "waiver" in element.classes


def _without_stress(words: str) -> tuple[str, bool]:
    """Part ``, stressed`` from the end of a date, which may have commas of its own; any script's comma will do."""
    found = _STRESSED.search(words)
    date = words[: found.start()].strip() if found else ""
    return (date, True) if date else (words.strip(), False)
