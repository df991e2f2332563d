"""What there is to say about a pack, in sentences: on its job sheet and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.checking import NOT_ANSWERED, NOT_SIGNED_OFF
from briefing.errors import Diagnostic
from briefing.packing.values import LeftOut, PackedFile, Paper, PaperNeeded, PrintJob

__all__ = [
    "Said",
    "about_codes",
    "codes_left_out",
    "finish_words",
    "how_to_print",
    "left_out",
    "links_of",
    "not_ready",
    "paper_words",
    "sheets_words",
    "totals",
]

_OPEN = ("open", "question")
_UNSIGNED = NOT_SIGNED_OFF | {"approval-lapsed"}
_OF_FILES = (("too-long", "Too long."), ("notice-unknown-rule", "Data notice."), ("petition-days", "Days."))
"""Warnings that whoever prints has to know."""
_MOST_TOLD = 6
"""Of what is open; of more the number is told."""
_REAM = 500
_POUNDS = {80: "20 lb bond", 90: "24 lb bond", 120: "32 lb bond", 160: "60 lb cover", 250: "90 lb cover"}
"""What is sold in North America and comes nearest to some grams a square metre."""


class Said(NamedTuple):
    """Something to know, with the words that it begins with."""

    lead: str
    text: str


def how_to_print(job: PrintJob) -> str:
    """Such as ``Both sides, flipped on the long edge. Colour or black.``."""
    sides = f"Both sides, flipped on the {job.flip} edge" if job.flip else "One side"
    return f"{sides}. {job.ink[:1].upper()}{job.ink[1:]}."


def finish_words(job: PrintJob) -> str:
    """Such as ``Cut at the marks. This makes 100.``; may be empty."""
    return f"{job.finish} This makes {job.pieces:,}.".lstrip() if job.pieces > job.copies else job.finish


def paper_words(paper: Paper) -> str:
    """``A4, 120 g/m²``; in pounds where the paper is American."""
    pounds = paper.size == "letter" and _POUNDS.get(paper.grams)
    return f"{paper.size}, {pounds or f'{paper.grams} g/m²'}"


def sheets_words(number: int) -> str:
    """``1 sheet``, ``50 sheets``."""
    return f"{number:,} sheet{'' if number == 1 else 's'}"


def totals(paper: Sequence[PaperNeeded]) -> Iterator[str]:
    """Tell how much of each paper is needed, the usual reams too where there is one."""
    for needed in paper:
        reams = needed.sheets / _REAM
        more = f", {reams:.1f} packs of {_REAM}" if reams >= 1 else ""
        yield f"{paper_words(needed.paper)}: {sheets_words(needed.sheets)}{more}"


def about_codes(files: Sequence[PackedFile]) -> str:
    """Tell of the QR codes what was proved, and no more; what they say follows. Empty where there are none."""
    number = sum(len(each.codes) for each in files)
    if not number:
        return ""
    if not all(each.codes_tried for each in files if each.codes):
        return "The QR codes were not tried: install the extra [verify], and make the pack again. They say:"
    if number == 1:
        return "The QR code was read from its page, also in grey, blurred and from photocopies. It says:"
    return f"All {number} QR codes were read from their pages, also in grey, blurred and from photocopies. They say:"


def links_of(files: Sequence[PackedFile]) -> tuple[str, ...]:
    """List what the QR codes say, each once."""
    return tuple(dict.fromkeys(text for each in files for text in each.codes))


def codes_left_out(diagnostics: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Tell which files have no QR code for the petition, where others may have one."""
    return tuple(each.message for each in diagnostics if each.id == "code-left-out")


def not_ready(diagnostics: Sequence[Diagnostic], embargo: str = "") -> Iterator[Said]:
    """Tell what keeps a pack from being given to anybody, each with the line to go to."""
    if embargo:
        yield Said("Embargo.", f"Nothing may be given away before {embargo}.")
    still_open = [each for each in diagnostics if each.severity in _OPEN]
    for each in still_open[:_MOST_TOLD]:
        lead = "A question is open." if each.severity == "question" else "Open."
        yield Said(lead, _placed(each))
    if len(still_open) > _MOST_TOLD:
        yield Said("Open.", f"{len(still_open) - _MOST_TOLD} more things: briefing check lists them.")
    for ids, lead in ((NOT_ANSWERED, "Imprint."), (_UNSIGNED, "Not signed off.")):
        found = next((each for each in diagnostics if each.id in ids and each.severity not in _OPEN), None)
        if found:
            yield Said(lead, found.message)
    for name, lead in _OF_FILES:
        yield from (Said(lead, _placed(each)) for each in diagnostics if each.id == name)


def left_out(missing: Sequence[LeftOut]) -> Iterator[Said]:
    """Tell what is not in a pack, and why."""
    for each in missing:
        place = f" In its place: {each.instead[:1].lower()}{each.instead[1:]}." if each.instead else ""
        yield Said(f"{each.title}.", f"{_why(each)}{place}")


def _why(missing: LeftOut) -> str:
    first, others = _placed(missing.reasons[0]), len(missing.reasons) - 1
    if not others:
        return first
    number = "One more thing is" if others == 1 else f"{others} more things are"
    return f"{first} {number} {'wrong' if missing.is_mistake else 'missing'}."


def _placed(each: Diagnostic) -> str:
    place = f" ({each.position.file}, line {each.position.line})" if each.position else ""
    message = each.message.strip()
    return f"{message.rstrip(':')}{place}"
