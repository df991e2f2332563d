"""Changes → the words for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from briefing.errors import Diagnostic, Position, Severity
from briefing.versions.changes import Change, ChangeKind
from briefing.versions.shown import NO_LINES, Lines

__all__ = ["said"]

_MOST = 400
"""Changes that are told one by one."""
_MOST_MINOR = 12
_LONGEST = 80
"""Characters of what is told that are shown."""
_LOOK = "Look whether it still says what its source says; if not, it is a correction as well."
_IN_PRINT = "What is in print already leads to the old one."
_GONE: Mapping[str, str] = MappingProxyType(
    {
        "embargo": "No page says any longer before when nothing may be published: see that the moment is past.",
        "changed_names": "Readers are no longer told that names were changed: see that none of them is.",
    }
)
"""What to look at where a field was taken out."""
_MINOR: Mapping[ChangeKind, tuple[str, str]] = MappingProxyType(
    {
        "spelling-changed": ("One word is spelled otherwise.", "{} words are spelled otherwise."),
        "address-changed": ("One source has another address.", "{} sources have another address."),
        "locator-changed": ("One citation names another place.", "{} citations name another place."),
    }
)


def said(changes: Sequence[Change]) -> Iterator[Diagnostic]:
    """Say of each change what it is, with what stood there before; of spelling and links in a sentence for all."""
    told = sorted((change for change in changes if change.weight != "minor"), key=_place)
    shown: tuple[Position | None, Lines] = (None, NO_LINES)
    for change in told[:_MOST]:
        again = shown == (change.now, change.lines)
        yield _one(change, () if again else _lines(change))
        shown = (change.now, change.lines)
    if len(told) > _MOST:
        yield Diagnostic("note", "more-changes", f"{len(told) - _MOST:,} more changes are not listed.")
    minor = sorted((change for change in changes if change.weight == "minor"), key=lambda each: each.kind)
    for kind, group in groupby(minor, key=lambda each: each.kind):
        yield _many(kind, [*group])


def _place(change: Change) -> tuple[bool, Position, str]:
    """Order changes as they are told; what was taken out comes last."""
    return change.now is None, change.now or change.before or Position(""), change.kind


def _one(change: Change, lines: tuple[str, ...]) -> Diagnostic:
    severity: Severity = "warning" if change.weight == "look" and change.in_claim else "note"
    hint = " ".join(filter(None, (_hint(change), _earlier(change))))
    return Diagnostic(severity, change.kind, _message(change), change.now, hint, lines)


def _hint(change: Change) -> str:
    if change.kind in ("wording-changed", "negation-changed") and change.weight == "look" and change.in_claim:
        return _LOOK
    if change.kind == "field-changed" and change.what.before and not change.what.now:
        return _GONE.get(change.name, "")
    return _IN_PRINT if change.kind == "address-changed" else ""


def _earlier(change: Change) -> str:
    """Name the place in the earlier version, where it is another."""
    if change.before is None or change.before == change.now:
        return ""
    if change.now and change.before.file == change.now.file:
        return f"In the earlier version: line {change.before.line}."
    return f"In the earlier version: {change.before.file}, line {change.before.line}."


def _lines(change: Change) -> tuple[str, ...]:
    before, now = change.lines
    if before == now:
        return ()
    return tuple(f"{label} {text}" for label, text in (("before:", before), ("now:   ", now)) if text)


def _message(change: Change) -> str:
    match change.kind:
        case "figure-changed":
            return _became("figure", change)
        case "date-changed":
            return _became("date", change)
        case "quotation-changed":
            return "A quotation changed, or who says it."
        case "negation-changed":
            return _negation(change)
        case "citation-changed":
            return _citation(change)
        case "waiver-changed":
            old, new = ("; ".join(map(_shown, side)) or "nothing" for side in change.what)
            return f"The reason why no source is needed was {old} and is {new}."
        case "source-changed" | "field-changed" | "address-changed":
            old, new = ("; ".join(map(_shown, side)) or "nothing" for side in change.what)
            return f"{change.name} was {old} and is {new}."
        case _:
            return _SENTENCES[change.kind]


_SENTENCES: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "title-changed": "The title or standfirst says something else.",
        "ask-changed": "What is asked, or of whom, changed.",
        "claim-added": "This is new.",
        "claim-removed": "This was taken out.",
        "wording-changed": "This is said in other words.",
        "wording-added": "This is new, and no claim.",
        "wording-removed": "This was taken out, and was no claim.",
    }
)


def _became(thing: str, change: Change) -> str:
    if change.what == ((), ()):
        return "What numbers of a table stand for changed."
    old, new = (", ".join(map(_shown, side)) for side in change.what)
    several = "s" if max(map(len, change.what)) > 1 else ""
    if old and new:
        return f"The {thing}{several} {old} became {new}."
    return f"The {thing}{several} {new} came in." if new else f"The {thing}{several} {old} went out."


def _negation(change: Change) -> str:
    old, new = map(Counter, change.what)
    gone, come = (", ".join(map(_shown, (one - other).elements())) for one, other in ((old, new), (new, old)))
    if gone and come:
        return f"This denied with {gone} and now denies with {come}."
    return (
        f"The word {come} came in: this may say the opposite."
        if come
        else (f"The word {gone} went out: this may say the opposite.")
    )


def _citation(change: Change) -> str:
    old, new = (", ".join(side) for side in change.what)
    if old and new:
        return f"This cited {old} and now cites {new}."
    return f"This now cites {new} as well." if new else f"This no longer cites {old}."


def _shown(words: str) -> str:
    text = " ".join(words.split())
    return f'"{text if len(text) <= _LONGEST else text[: _LONGEST - 2] + " …"}"'


def _many(kind: ChangeKind, changes: Sequence[Change]) -> Diagnostic:
    one, several = _MINOR[kind]
    listed = tuple(map(_listed, changes[:_MOST_MINOR]))
    more = (f"and {len(changes) - len(listed)} more",) if len(changes) > len(listed) else ()
    message = one if len(changes) == 1 else several.format(len(changes))
    return Diagnostic("note", kind, message, None, "", (*listed, *more))


def _listed(change: Change) -> str:
    place: Position | None = change.now or change.before
    old, new = ("; ".join(side) for side in change.what)
    words = f"{old} → {new}" if old or new else ""
    return ": ".join(filter(None, (f"{place.file}:{place.line}" if place else "", change.name, words)))
