"""Who stands behind a text: the approval, and the check of a translation. Neither is by the one who wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.checking.content import content_hash
from briefing.errors import Diagnostic, Severity
from briefing.model import Approval, Briefing, Translation
from briefing.model.dates import surely_before

__all__ = ["approval", "translation", "without_lapsed_check"]

_Found = Iterator[Diagnostic]


class _Release(NamedTuple):
    """How the messages about one kind of release are worded; ``id`` begins their names."""

    field: str
    id: str
    unsaid: str
    lapsed: str
    again: str
    valid: str


_APPROVAL = _Release(
    "approved",
    "approval",
    "The approval does not say which text was approved.",
    "The text changed since it was approved.",
    "Let it be read and approved again, then write",
    "This is the text that was approved",
)
_CHECK = _Release(
    "translation_checked",
    "translation-check",
    "The check of the translation does not say which text was checked.",
    "The text changed since its translation was checked.",
    "Let it be checked again, then write",
    "This is the text whose translation was checked",
)


def approval(briefing: Briefing) -> _Found:
    """Hold the content against the hash of what was approved, and the approver against the authors."""
    approved = briefing.masthead.approved
    if approved is None:
        return
    position = briefing.masthead.positions.get("approved", briefing.position)
    if _person(approved.by) in map(_person, briefing.masthead.authors):
        message = f'"{approved.by}" has written the text and cannot release it.'
        hint = "A second person reads and releases it."
        yield Diagnostic("warning", "approver-is-author", message, position, hint)
    yield _bound(briefing, approved, _APPROVAL)


def translation(briefing: Briefing) -> _Found:
    """Keep a language edition a draft until a second person has checked it."""
    made = briefing.translation
    if made is None:
        return
    if made.checked is None:
        yield _unchecked(briefing, made)
        return
    position = briefing.masthead.positions.get("translation_checked", briefing.position)
    if made.by and _person(made.by) == _person(made.checked.by):
        message = f'"{made.checked.by}" has made the translation and cannot check it.'
        yield Diagnostic("warning", "checker-is-translator", message, position, "A second person reads both texts.")
    published = briefing.masthead.date
    if published and surely_before(made.checked.on, published):
        day = made.checked.on.edtf
        message = f"The translation was checked on {day}; the date of the briefing is {published.edtf}."
        hint = "Say when this text was read beside the original: a text may have changed until its date."
        yield Diagnostic("warning", "checked-too-early", message, position, hint)
    yield _bound(briefing, made.checked, _CHECK, unsaid="open" if made.machine else "note")


def without_lapsed_check(briefing: Briefing) -> Briefing:
    """Take the check of a translation away where it is of another text; a machine's has to say of which it is."""
    made = briefing.translation
    if made is None or made.checked is None:
        return briefing
    checked = made.checked.content
    stands = checked == content_hash(briefing) if checked else not made.machine
    return briefing if stands else replace(briefing, translation=replace(made, checked=None))


def _unchecked(briefing: Briefing, made: Translation) -> Diagnostic:
    hint = "When somebody has read it beside the original, write translation_checked: and below it, further in, "
    if made.machine:
        message = "A machine has made this translation, and nobody has checked it."
        hint += f"by, on and content: {content_hash(briefing)}"
    else:
        message = "Nobody has checked this translation."
        hint += "by and on."
        hint += "" if made.by else " Say who translated, too: translated_by: and a name, or machine."
    position = briefing.masthead.positions.get("translated_by", briefing.position)
    return Diagnostic("open", "translation-unchecked", message, position, hint)


def _bound(briefing: Briefing, release: Approval, words: _Release, *, unsaid: Severity = "note") -> Diagnostic:
    """Hold the content against the hash of what was released; without one, say which it would be."""
    position, present = briefing.masthead.positions.get(words.field, briefing.position), content_hash(briefing)
    line = f"content: {present}"
    if not release.content:
        return Diagnostic(unsaid, f"{words.id}-without-hash", words.unsaid, position, f"This one is: {line}")
    if release.content != present:
        return Diagnostic("open", f"{words.id}-lapsed", words.lapsed, position, f"{words.again}: {line}")
    return Diagnostic("note", words.field.replace("_", "-"), f"{words.valid}: {line}", position)


def _person(name: str) -> str:
    """Fold a name for comparing, without what follows the first comma: ``Jane Doe, head of policy``."""
    return " ".join(name.partition(",")[0].casefold().split())
