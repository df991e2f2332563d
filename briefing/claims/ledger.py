"""A briefing → all its claims, each with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from briefing.claims.binding import Coverage
from briefing.claims.claim import Claim, Ledger, Status
from briefing.claims.compared import Comparer
from briefing.claims.detecting import Detected, detect
from briefing.claims.languages import keeps_open
from briefing.claims.passages import ClaimKind, Mark, Passage, passages_of
from briefing.claims.quantities import Quantity
from briefing.claims.typed import Typed, TypedPassage
from briefing.errors import Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Source

__all__ = ["MOST_CLAIMS", "ledger_of"]

MOST_CLAIMS = 20_000
"""Of one briefing; no more are looked for."""
_LONGEST_CLAUSE = 64
"""Characters of the words that are shown of a figure or date."""
_CLAUSE_ENDS = re.compile(r"[.:!?,;،؛؟](?=\s)|[()“”«»\"—…。，、；：]|\s[-–]+\s")
_HEAD = frozenset({"title", "subtitle", "standfirst", "description"})
"""Places where a citation cannot stand, or seldom does: what is told there is told in the text as well."""


def ledger_of(briefing: Briefing, memory: Memory = FORGETFUL, *, with_dates: bool = True) -> Ledger:
    """Find every claim of a briefing and what stands behind it; ``memory`` knows the passages that it has seen.

    An event of a file that is shown in two timelines is told once.
    To find the dates of sentences takes as long as all the rest: they are left out where nobody asks for them.
    """
    clerk = _Clerk(briefing, memory, with_dates)
    claims: list[Claim] = []
    asked: list[Claim] = []
    for passage in passages_of(briefing):
        (asked if passage.place == "ask" else claims).extend(clerk.claims(passage))
        if len(claims) > MOST_CLAIMS:
            break
    is_whole = len(claims) <= MOST_CLAIMS
    claims = claims[:MOST_CLAIMS]
    comparer = Comparer(briefing, memory)
    compared = [comparer.compared(claim) for claim in _with_what_the_text_says(claims)]
    once = {(claim.position, claim.kind, claim.text): claim for claim in compared}
    in_order = sorted(once.values(), key=lambda claim: claim.position)
    figures = tuple(claim for claim in asked if claim.kind == "figure")
    return Ledger(tuple(in_order), figures, is_whole, tuple(comparer.left_out))


class _Found(NamedTuple):
    """A claim that was found in a passage."""

    kind: ClaimKind
    start: int
    end: int
    text: str
    counts: bool = True
    quantity: Quantity | None = None
    edtf: str = ""


class _Clerk:
    """Enters the claims of one briefing."""

    def __init__(self, briefing: Briefing, memory: Memory, with_dates: bool) -> None:
        self._sources = briefing.sources
        self._memory = memory
        self._with_dates = with_dates
        self._typed = {file: Typed(file, text) for file, text in briefing.manuscripts.items()}

    def claims(self, passage: Passage) -> Iterator[Claim]:
        """Find the claims of a passage."""
        if not passage.text.strip():
            return
        detected = self._memory.recall(detect, passage.text, passage.language, passage.silent, self._with_dates)
        found = [*_found_in(passage, detected)]
        if found:
            entry = _Entry(passage, detected, self._typed.get(passage.position.file))
            for each in found:
                yield self._entered(entry, each)

    def _entered(self, entry: _Entry, found: _Found) -> Claim:
        marks = entry.coverage.of(found.start, found.end)
        cited = tuple(mark for mark in marks if mark.key)
        waiver = next((mark.waiver for mark in marks if mark.waiver), "")
        return Claim(
            kind=found.kind,
            text=found.text,
            sentence=entry.sentence(found.start),
            place=entry.passage.place,
            position=entry.position(found),
            passage=entry.passage.position,
            block=entry.passage.block or entry.passage.position,
            status=_status(cited, waiver, self._sources),
            cited=cited,
            waiver=waiver,
            counts=found.counts,
            quantity=found.quantity,
            edtf=found.edtf,
        )


class _Entry:
    """A passage with claims."""

    def __init__(self, passage: Passage, detected: Detected, typed: Typed | None) -> None:
        self.passage = passage
        self.coverage = Coverage(passage, detected.ends)
        self._typed = typed
        self._sentences: dict[tuple[int, int], str] = {}

    def sentence(self, offset: int) -> str:
        """Give the sentence that holds an offset; the same text for each of its claims."""
        bounds = self.coverage.sentence(offset)
        if bounds not in self._sentences:
            self._sentences[bounds] = " ".join(self.passage.text[slice(*bounds)].split())
        return self._sentences[bounds]

    def position(self, found: _Found) -> Position:
        """Tell where a claim was typed; a whole begins where its passage does, such as an event with its date."""
        is_whole = (found.kind, found.start, found.end) == (self.passage.told, 0, self.passage.told_end)
        place = None if is_whole or self._where is None else self._where.find(found.start, found.end)
        return place or self.passage.position

    @cached_property
    def _where(self) -> TypedPassage | None:
        return self._typed.passage(self.passage.text, self.passage.position) if self._typed else None


def _found_in(passage: Passage, detected: Detected) -> Iterator[_Found]:
    """List what is told as a whole, then what is told in it or behind it."""
    told_end = 0
    if passage.told:
        figures = [each for each in detected.figures if each.start < passage.told_end]
        text = " ".join(passage.text[: passage.told_end].split())
        quantity = figures[0] if figures and passage.told == "figure" else None
        yield _Found(passage.told, 0, passage.told_end, text, quantity=quantity, edtf=passage.edtf)
        told_end = 0 if passage.told == "date" else passage.told_end
    for quoted in detected.quotations:
        if quoted.start >= told_end:
            counts = keeps_open("quotation", passage.language)
            yield _Found("quotation", quoted.start, quoted.end, " ".join(quoted.words.split()), counts)
    for figure in detected.figures:
        if figure.start >= told_end:
            words = _clause(passage.text, figure.start, figure.end)
            counts = not figure.only_lists and keeps_open(figure.detector, passage.language)
            yield _Found("figure", figure.start, figure.end, words, counts, figure)
    for date in detected.dates:
        if date.start >= told_end:
            words = _clause(passage.text, date.start, date.end)
            yield _Found("date", date.start, date.end, words, counts=False, edtf=date.date.edtf)


def _clause(text: str, start: int, end: int) -> str:
    """Give the words around a figure or date, from one comma or full stop to the next, as far as there is room."""
    before, behind = text[max(start - _LONGEST_CLAUSE, 0) : start], text[end : end + _LONGEST_CLAUSE]
    first = max((found.end() for found in _CLAUSE_ENDS.finditer(before)), default=0)
    last = _CLAUSE_ENDS.search(f"{behind} ")
    behind = behind[: last.start() if last else None].rstrip(".!?")
    room = max(_LONGEST_CLAUSE - (end - start), 0)
    right = _shortened(behind, room)
    left = _shortened(before[first:][::-1], room - len(right))[::-1]
    return " ".join(f"{left}{text[start:end]}{right}".split())


def _shortened(words: str, room: int) -> str:
    """Leave out the words at the end for which there is no room."""
    if len(words) <= room and len(words) < _LONGEST_CLAUSE:
        return words
    kept = words[: max(room - 1, 0)].rpartition(" ")[0]
    return f"{kept} …" if kept else " …"


def _status(cited: tuple[Mark, ...], waiver: str, sources: Mapping[str, Source]) -> Status:
    """Judge by what is cited; what the organisation wrote itself is no evidence, but a waiver may stand beside it."""
    if any(mark.key not in sources or not sources[mark.key].own for mark in cited):
        return "attributed"
    return "waived" if waiver else "unsourced"


def _with_what_the_text_says(claims: list[Claim]) -> Iterator[Claim]:
    """Let a title or standfirst have the sources of the same claim in the text."""
    bound: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.status != "unsourced":
            bound.setdefault(_what(claim), []).append(claim)
    for claim in claims:
        is_unbound = claim.place in _HEAD and claim.status == "unsourced"
        others = bound.get(_what(claim), ()) if is_unbound else ()
        same = next((other for other in others if _is_of_the_same(claim, other)), None)
        yield replace(claim, status=same.status, cited=same.cited, waiver=same.waiver) if same else claim


def _what(claim: Claim) -> object:
    """Tell what is claimed, whatever the words around it."""
    if claim.quantity:
        return claim.quantity.low, claim.quantity.high
    if claim.kind == "quotation":
        return "".join(filter(str.isalnum, claim.text)).casefold()
    return claim.edtf or claim.text


def _is_of_the_same(claim: Claim, other: Claim) -> bool:
    """Tell whether two equal figures count the same things: a short title seldom says what."""
    units = {each.quantity.unit for each in (claim, other) if each.quantity} - {""}
    return len(units) < 2
