"""Two versions of a briefing → what changed, and which of it is significant.

Significant is what changes a claim: a figure, a date or another number, and how it is called in a table; a quotation
or who says it; what is cited, and which work that is; a "not" that came or went; a claim that was added or taken out;
the title or standfirst; what is asked of whom; who publishes. Spelling, typography, addresses and order are not. Other
words around a claim are for a person to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.claims import Typed, TypedPassage, negations_in
from briefing.errors import Position
from briefing.model import Briefing
from briefing.versions.contents import (
    Changed,
    Contents,
    Reader,
    changed_dates,
    changed_figures,
    changed_numbers,
    changed_quotations,
)
from briefing.versions.fields import ChangedField, changed_fields
from briefing.versions.pairing import Pair, paired
from briefing.versions.shown import NO_LINES, Lines, shown_apart
from briefing.versions.speaking import changes_speaker
from briefing.versions.told import Told, told_by
from briefing.versions.words import is_number, respelled, words_in
from briefing.versions.works import ChangedWork, Works

__all__ = ["Change", "ChangeKind", "Weight", "changes_between"]

ChangeKind = Literal[
    "quotation-changed", "figure-changed", "date-changed", "citation-changed", "source-changed", "claim-added",
    "claim-removed", "title-changed", "ask-changed", "field-changed", "negation-changed", "waiver-changed",
    "wording-changed", "wording-added", "wording-removed", "spelling-changed", "address-changed", "locator-changed",
]  # fmt: skip
Weight = Literal["significant", "look", "minor"]
"""``significant`` asks for a new date and version, and for a correction; at ``look`` a person has to judge."""

_LONG = 5
"""Letters of a word that is no other number, month or hedge with a letter changed, as "nine" and "none" are."""
_HEADS = frozenset({"title", "subtitle", "standfirst"})
_ASKS = frozenset({"ask", "petition"})
_FIGURES: tuple[Callable[[Contents, Contents], Changed | None], ...] = (changed_figures, changed_numbers)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed."""

    kind: ChangeKind
    weight: Weight
    what: Changed
    """What was told once, and what is told now: figures, words, keys of sources; may be empty."""
    before: Position | None
    """Place in the earlier version; ``None`` where something was added."""
    now: Position | None
    """Place in the new version; ``None`` where something was taken out."""
    lines: Lines = NO_LINES
    """The words around it."""
    name: str = ""
    """Of a field or a source."""
    in_claim: bool = False
    """Whether the words stand around a claim or a citation."""


def changes_between(before: Briefing, now: Briefing, *, strict: bool = False) -> tuple[Change, ...]:
    """List what changed; with ``strict`` a dated statement that was added or taken out is significant, too."""
    comparing = _Comparing(before, now, strict)
    return (*comparing.told(), *comparing.works(), *map(_field, changed_fields(before, now)))


def _field(changed: ChangedField) -> Change:
    before, now = changed
    kind: ChangeKind = "address-changed" if before.is_address else "field-changed"
    weight: Weight = "look" if before.is_address or before.is_judged else "significant"
    if not before.is_address and respelled(words_in(before.text), words_in(now.text)) is not None:
        kind, weight = "spelling-changed", "minor"
    what = Changed(*((each.text,) if each.text else () for each in changed))
    return Change(kind, weight, what, before.position, now.position, name=now.name)


class _Comparing:
    def __init__(self, before: Briefing, now: Briefing, strict: bool) -> None:
        self._strict = strict
        self._told = told_by(before), told_by(now)
        self._works = Works(before.sources, now.sources)
        self._reader = Reader()
        self._places = [_Places(each) for each in (before, now)]

    def works(self) -> Iterator[Change]:
        """Compare the works that both versions cite."""
        cited = frozenset(mark.key for told in self._told[1] for mark in told.passage.marks + told.passage.around)
        for changed in self._works.changed(cited):
            yield from _work(changed)

    def told(self) -> Iterator[Change]:
        """Compare what is told."""
        for pair in paired(*self._told):
            if not pair.before:
                yield from self._alone(pair.now[0], is_new=True)
            elif not pair.now:
                yield from self._alone(pair.before[0], is_new=False)
            else:
                yield from self._pair(pair)

    def _pair(self, pair: Pair) -> Iterator[Change]:
        same = _text(pair.before) == _text(pair.now)
        if same and self._cites_the_same(pair):
            return
        before, now = self._reader.contents(pair.before), self._reader.contents(pair.now)
        is_claim = before.is_claim or now.is_claim or bool(before.days or now.days)
        found = [] if same else [*self._claims(pair, before, now)]
        found += self._citations(pair, is_claim=is_claim)
        if not same and not any(each.weight == "significant" for each in found):
            found += self._wording(pair, before, now, is_claim=is_claim)
        yield from found

    def _claims(self, pair: Pair, before: Contents, now: Contents) -> Iterator[Change]:
        if quotations := changed_quotations(before, now):
            yield self._change("quotation-changed", "significant", quotations, pair)
        is_slip = _is_slip(pair)
        figures = next(filter(None, (compare(before, now) for compare in _FIGURES)), None)
        if figures and not (is_slip and len(before.figures) != len(now.figures)):
            yield self._change("figure-changed", "significant", figures, pair)
        if not is_slip and (dates := changed_dates(before, now)):
            yield self._change("date-changed", "significant", dates, pair)

    def _wording(self, pair: Pair, before: Contents, now: Contents, *, is_claim: bool) -> Iterator[Change]:
        """Judge words in which nothing changed that can be traced."""
        spelled = respelled(_without_numbers(pair.before), _without_numbers(pair.now))
        if spelled is None:  # what the same figure or date is typed with may differ
            spelled = respelled(before.words, now.words)
        if spelled is not None:
            for each in spelled:
                yield self._change("spelling-changed", "minor", Changed((each.before,), (each.now,)), pair)
            return
        place, language, nothing = pair.now[0].place, pair.now[0].passage.language, Changed((), ())
        is_cited = any(told.own_marks for side in pair for told in side)
        denying = Changed(*(negations_in(_text(side), language) for side in pair))
        if place in _HEADS:
            yield self._change("title-changed", "significant", nothing, pair)
        elif place in _ASKS:
            yield self._change("ask-changed", "significant", nothing, pair)
        elif place == "attribution":
            yield self._change("quotation-changed", "significant", nothing, pair)
        elif place == "table head" or (place == "table" and (is_claim or before.numbers or now.numbers)):
            yield self._change("figure-changed", "significant", nothing, pair)
        elif len(denying.before) != len(denying.now):
            weight: Weight = "significant" if is_claim or is_cited else "look"
            yield self._change("negation-changed", weight, denying, pair, in_claim=True)
        elif (before.quotations or now.quotations) and changes_speaker(before.words, now.words, language):
            yield self._change("quotation-changed", "significant", nothing, pair)
        else:
            yield self._change("wording-changed", "look", nothing, pair, in_claim=is_claim or is_cited)

    def _cites_the_same(self, pair: Pair) -> bool:
        return all(listed(pair.before) == listed(pair.now) for listed in (_marks, _waivers))

    def _citations(self, pair: Pair, *, is_claim: bool) -> Iterator[Change]:
        """Compare what is cited for a claim; for other sentences, what is cited in them."""
        chosen = _marks if is_claim else _own_marks
        old = {self._works.now(key): locator for key, locator in chosen(pair.before)}
        new = dict(chosen(pair.now))
        if old.keys() != new.keys():
            gone, come = (tuple(key for key in one if key not in other) for one, other in ((old, new), (new, old)))
            yield self._change("citation-changed", "significant", Changed(gone, come), pair)
        else:
            for key in (each for each in old if old[each] != new[each]):
                yield self._change("locator-changed", "minor", Changed((old[key],), (new[key],)), pair, name=key)
            reasons = Changed(*map(_waivers, pair))
            if reasons.before != reasons.now:
                yield self._change("waiver-changed", "look", reasons, pair)

    def _alone(self, told: Told, *, is_new: bool) -> Iterator[Change]:
        """Judge what was added or taken out."""
        contents = self._reader.contents((told,))
        is_claim = contents.is_claim or bool(told.own_marks) or (self._strict and bool(contents.days))
        pair = Pair((), (told,)) if is_new else Pair((told,), ())
        kind: ChangeKind
        weight: Weight = "significant"
        if told.place in _HEADS:
            kind = "title-changed"
        elif told.place in _ASKS:
            kind = "ask-changed"
        elif is_claim or told.place in ("chart", "event", "attribution"):
            kind = "claim-added" if is_new else "claim-removed"
        else:
            kind, weight = "wording-added" if is_new else "wording-removed", "look"
        yield self._change(kind, weight, Changed((), ()), pair, in_claim=bool(contents.days or contents.numbers))

    def _change(
        self, kind: ChangeKind, weight: Weight, what: Changed, pair: Pair, *, name: str = "", in_claim: bool = False
    ) -> Change:
        places = [places.of(side) for side, places in zip(pair, self._places, strict=True)]
        lines = shown_apart(_text(pair.before), _text(pair.now))
        return Change(kind, weight, what, places[0], places[1], lines, name, in_claim)


class _Places:
    """Finds where sentences of one version were typed; each passage is looked for once."""

    def __init__(self, briefing: Briefing) -> None:
        self._typed = {name: Typed(name, text) for name, text in briefing.manuscripts.items()}
        self._found: dict[int, TypedPassage | None] = {}

    def of(self, told: tuple[Told, ...]) -> Position | None:
        """Tell where the first of some sentences stands."""
        if not told:
            return None
        passage = told[0].passage
        if told[0].start == 0:
            return passage.position
        if id(passage) not in self._found:
            typed = self._typed.get(passage.position.file)
            self._found[id(passage)] = typed.passage(passage.text, passage.position) if typed else None
        return told[0].position(self._found[id(passage)])


def _text(told: tuple[Told, ...]) -> str:
    return " ".join(each.text for each in told)


def _is_slip(pair: Pair) -> bool:
    """Tell whether only longer words are spelled otherwise, which may keep a figure or a date from being seen."""
    found = respelled(*(tuple(word for each in side for word in each.words) for side in pair))
    return bool(found) and all(len(word) >= _LONG for each in found or () for word in each)


def _without_numbers(told: tuple[Told, ...]) -> tuple[str, ...]:
    return tuple(word for each in told for word in each.words if not is_number(word))


def _marks(told: tuple[Told, ...]) -> tuple[tuple[str, str], ...]:
    """List the keys of what covers it, with the locators."""
    return tuple((mark.key, mark.locator) for each in told for mark in each.marks if mark.key)


def _own_marks(told: tuple[Told, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((mark.key, mark.locator) for each in told for mark in each.own_marks if mark.key)


def _waivers(told: tuple[Told, ...]) -> tuple[str, ...]:
    return tuple(mark.waiver for each in told for mark in each.own_marks if mark.waiver)


def _work(changed: ChangedWork) -> Iterator[Change]:
    before, now = changed.before, changed.now
    for name, old, new in changed.fields:
        what = Changed((old,) if old else (), (new,) if new else ())
        typed = "described_as" if name == "title" and before.confidential and now.confidential else name
        yield Change("source-changed", "significant", what, before.position, now.position, name=f"{now.key}.{typed}")
    for each in changed.respelled:
        what = Changed((each.before,), (each.now,))
        yield Change("spelling-changed", "minor", what, before.position, now.position, name=now.key)
    if changed.has_moved:
        nothing = Changed((), ())
        yield Change("address-changed", "minor", nothing, before.position, now.position, name=now.key)
