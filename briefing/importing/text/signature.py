"""The signature below an e-mail: it is left out, and quoted in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.importing.found import Question
from briefing.importing.text.furniture import ask_about
from briefing.importing.text.lines import Group, Line

__all__ = ["without_signature"]

_SEPARATOR = re.compile(r"--")
"""See: RFC 3676, 4.3 "Usenet Signature Convention"; the space behind it is gone."""
_GREETING = re.compile(
    r"(?:(?:(?:(?:with )?(?:best|kind|warm) |many )?(?:regards|wishes|thanks)|all the best|best|cheers"
    r"|yours (?:sincerely|faithfully)|sincerely(?: yours)?"
    r"|mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|beste|liebe|herzliche) grüße|(?:bien )?cordialement"
    r"|bien à vous|(?:un )?saludos?(?: cordiales)?|atentamente|(?:cordiali|distinti) saluti"
    r"|met vriendelijke groeten?|z poważaniem|pozdrawiam|atenciosamente|с уважением|з повагою|saygılarımla|با احترام"
    r"|مع (?:التحية|خالص التحية)))[,،.!]?",
    re.IGNORECASE,
)
_MOST_LINES = 15
"""Lines of a signature."""


def without_signature(groups: Sequence[Group], file: str) -> tuple[tuple[Group, ...], tuple[Question, ...]]:
    """Leave out what follows a greeting or the line of two dashes among the last lines of an e-mail."""
    lines = [line for group in groups for line in group]
    last = range(max(1, len(lines) - _MOST_LINES), len(lines))
    start = next((index for index in last if _begins(lines[index])), None)
    if start is None:
        return tuple(groups), ()
    signature = tuple(lines[start:])
    kept = (tuple(line for line in group if line.number < signature[0].number) for group in groups)
    return tuple(filter(None, kept)), (ask_about(signature, file),)


def _begins(line: Line) -> bool:
    text = line.text.strip()
    return _SEPARATOR.fullmatch(text) is not None or _GREETING.fullmatch(text) is not None
