"""A code that was tried → what keeps people's telephones from reading it, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.theme import LEAST_CONTRAST_OF_CODES
from briefing.verifying.findings import Code, Copying, Problem
from briefing.verifying.words import beginning

__all__ = ["LEAST_MODULE_MM", "faults_of"]

LEAST_MODULE_MM = 0.4
"""The least that phones read when all is well; what this program sets has 0.5."""
_ROUNDING = 0.01
"""Millimetres by which the edges of a code may be seen wrong."""
_LONGEST_QUOTE = 50
"""Characters."""
_LARGER = "Print it larger, or let it say a shorter address."
_WHAT_FAILS: dict[Copying, str] = {
    "grey": "in grey, at 150 points an inch",
    "blurred": "from a blurred and pale copy",
    "copied lighter": "from a photocopy that is a little too light",
    "copied darker": "from a photocopy that is a little too dark",
    "copied twice": "from a copy of a copy",
}


def faults_of(code: Code) -> Iterator[Problem]:
    """Tell what is wrong with a code; of one that was not tried nothing is known."""
    if code.module_mm is None or code.contrast is None:
        return
    if code.module_mm < LEAST_MODULE_MM - _ROUNDING:
        small = f"has modules of {code.module_mm:.2f} mm: phones need {LEAST_MODULE_MM:.1f} mm."
        yield _problem("code-too-small", code, small, _LARGER)
    if code.inverted:
        yield _problem(
            "code-inverted", code, "is light on dark: many phones do not read that.", "Make it dark on light."
        )
    if code.contrast < LEAST_CONTRAST_OF_CODES:
        pale = f"is too pale: its contrast is {code.contrast:.1f}:1, and {LEAST_CONTRAST_OF_CODES:g}:1 is needed."
        yield _problem("code-too-pale", code, pale, "Make it black on white.")
    if not code.margin:
        crowded = "has not four modules of white on each side: phones may not find it."
        yield _problem("code-crowded", code, crowded, "Move away what stands beside it, or the edge of the page.")
    if code.unread and not code.inverted:
        yield _problem("code-not-copied", code, f"cannot be read {_WHAT_FAILS[code.unread[0]]}.", _LARGER)


def _problem(name: str, code: Code, words: str, hint: str) -> Problem:
    said = beginning(code.text, _LONGEST_QUOTE)
    return Problem(name, f"The {code.kind} on page {code.page} that says “{said}” {words}", page=code.page, hint=hint)
