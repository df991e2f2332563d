"""What keeps a text from its release: what is open, who has to answer for it, who has to approve it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing import checking
from briefing.errors import Diagnostic
from briefing.model import Briefing
from briefing.press.making import Press

__all__ = ["DRAFT", "of_template", "refused"]

DRAFT = ("open", "question")
"""Severities that make a file a draft."""
_NOT_FINAL = "This cannot be final."
_NOT_SIGNED_OFF = checking.NOT_SIGNED_OFF | {"approval-lapsed"}
"""Names of what is told of a text that nobody but its authors stands behind, as it now is."""


def of_template(press: Press, briefing: Briefing, original: Briefing | None) -> Iterator[Diagnostic]:
    """Say where a template is for people for whom nobody has answered, or leaves out who answers for the print."""
    theme, _ = press.theme(briefing)
    yield from checking.audience_answered(briefing, theme.audience, press.template.name, original)
    if checking.influences_voters(briefing, original):
        yield from checking.imprint_printed(briefing, press.document(briefing), press.template.name)


def refused(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Say what keeps a text from being final, each thing once, in the order in which it can be settled.

    Empty where nothing does; else with all the rest that there is to say.
    """
    rest = [each for each in diagnostics if each.id not in _NOT_SIGNED_OFF | checking.NOT_ANSWERED]
    held = (
        *_still_open([each for each in rest if each.severity in DRAFT]),
        *checking.not_answered(diagnostics, _NOT_FINAL),
        *_not_signed_off(diagnostics),
    )
    return (*rest, *held) if held else ()


def _still_open(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    if found:
        things = "one thing is" if len(found) == 1 else f"{len(found)} things are"
        named = ", ".join(dict.fromkeys(each.id for each in found))
        hint = f"Settle what is open first: {named}."
        yield Diagnostic("error", "not-final", f"This cannot be final: {things} open.", None, hint)


def _not_signed_off(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Say that nobody but its authors stands behind a text: the last thing to be mended, for it lapses with others."""
    found = [each for each in diagnostics if each.id in _NOT_SIGNED_OFF]
    if found:
        # An author's approval is none, whether it has lapsed or not.
        first = next((each for each in found if each.id == "approver-is-author"), found[0])
        yield replace(first, severity="error", id="not-signed-off", message=f"{_NOT_FINAL} {first.message}")
