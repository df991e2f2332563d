"""Who stands behind a text: the approval, and the check of a translation. Neither is by the one who wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.checking.content import claims_hash, content_hash
from briefing.checking.same_person import is_same_person
from briefing.errors import Diagnostic, Position, Severity
from briefing.model import Approval, Briefing, Translation
from briefing.model.dates import surely_before

__all__ = ["NOT_SIGNED_OFF", "approval", "is_author", "not_approved", "translation", "without_lapsed_check"]

_Found = Iterator[Diagnostic]

NOT_SIGNED_OFF = frozenset({"not-approved", "approver-is-author", "approval-without-hash"})
"""Names of what is told of a text that is no draft and may not be called final: nobody stands behind it."""


def approval(briefing: Briefing) -> _Found:
    """Hold the content against the hashes of what was approved, and the approver against the authors."""
    approved = briefing.masthead.approved
    if approved is None:
        return
    position = briefing.masthead.positions.get("approved", briefing.position)
    if is_author(approved.by, briefing):
        message = f'"{approved.by}" has written the text and cannot release it.'
        hint = "A second person reads and releases it."
        yield Diagnostic("warning", "approver-is-author", message, position, hint)
    yield _held(briefing, approved, position)


def not_approved(briefing: Briefing, original: Briefing | None = None) -> _Found:
    """Say that nobody has approved a text; for a translation the approval of its original and its own check will do."""
    if briefing.masthead.approved or (original is not None and _stands(original)):
        return
    message = "Nobody has approved this text." if original is None else "Nobody has approved this text or its original."
    hint = "For --final somebody who has not written it reads the sheet (check --sheet) and approves (check --approve)."
    yield Diagnostic("note", "not-approved", message, briefing.position, hint)


def is_author(name: str, briefing: Briefing) -> bool:
    """Tell whether somebody is among those who have written a text, or has translated it."""
    translator = briefing.translation.by if briefing.translation else ""
    return any(is_same_person(name, each) for each in (*briefing.masthead.authors, translator) if each)


def _stands(briefing: Briefing) -> bool:
    found = [*approval(briefing)]
    return bool(found) and not any(each.id in NOT_SIGNED_OFF or each.severity == "open" for each in found)


def _held(briefing: Briefing, approved: Approval, position: Position) -> Diagnostic:
    """Say whether this is what was approved: to the letter, or in all that an approval rests on."""
    content = content_hash(briefing)
    if approved.content == content:
        return Diagnostic("note", "approved", f"This is the text that was approved: content: {content}", position)
    claims = claims_hash(briefing)
    lines = (f"content: {content}", f"claims: {claims}")
    if not (approved.content or approved.claims):
        message = "The approval does not say which text was approved."
        hint = "If it was this one, copy these lines into the field approved, below by and on."
        return Diagnostic("note", "approval-without-hash", message, position, hint, lines)
    if approved.claims == claims:
        message = "Some wording changed since this was approved; no claim, ask, heading or source did."
        hint = "The approval stands. When these words have been read, too, put these lines in the place of the old two."
        return Diagnostic("warning", "approval-reworded", message, position, hint, lines)
    hint = "Let it be read and approved again, then put these lines in the place of the old two."
    return Diagnostic("open", "approval-lapsed", "The text changed since it was approved.", position, hint, lines)


def translation(briefing: Briefing) -> _Found:
    """Keep a language edition a draft until a second person has checked it."""
    made = briefing.translation
    if made is None:
        return
    if made.checked is None:
        yield _unchecked(briefing, made)
        return
    position = briefing.masthead.positions.get("translation_checked", briefing.position)
    if made.by and is_same_person(made.by, made.checked.by):
        message = f'"{made.checked.by}" has made the translation and cannot check it.'
        yield Diagnostic("warning", "checker-is-translator", message, position, "A second person reads both texts.")
    published = briefing.masthead.date
    if published and surely_before(made.checked.on, published):
        day = made.checked.on.edtf
        message = f"The translation was checked on {day}; the date of the briefing is {published.edtf}."
        hint = "Say when this text was read beside the original: a text may have changed until its date."
        yield Diagnostic("warning", "checked-too-early", message, position, hint)
    yield _bound(briefing, made.checked, unsaid="open" if made.machine else "note")


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


def _bound(briefing: Briefing, release: Approval, *, unsaid: Severity) -> Diagnostic:
    """Hold the content against the hash of what was checked; without one, say which it would be."""
    position = briefing.masthead.positions.get("translation_checked", briefing.position)
    line = f"content: {content_hash(briefing)}"
    if not release.content:
        message = "The check of the translation does not say which text was checked."
        return Diagnostic(unsaid, "translation-check-without-hash", message, position, f"This one is: {line}")
    if f"content: {release.content}" != line:
        message, hint = (
            "The text changed since its translation was checked.",
            f"Let it be checked again, then write: {line}",
        )
        return Diagnostic("open", "translation-check-lapsed", message, position, hint)
    return Diagnostic(
        "note", "translation-checked", f"This is the text whose translation was checked: {line}", position
    )
