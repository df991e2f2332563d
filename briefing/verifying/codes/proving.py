"""The codes that a document has drawn, looked for in its own file → what keeps them from being read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.errors import Diagnostic, Position
from briefing.model import DrawnCode
from briefing.verifying.code_faults import faults_of
from briefing.verifying.codes.finding import find_codes
from briefing.verifying.extras import NOT_INSTALLED
from briefing.verifying.findings import Code
from briefing.verifying.words import beginning

__all__ = ["NOT_TRIED", "prove_codes"]

NOT_TRIED = Diagnostic("note", "codes-not-tried", f"The QR codes were not tried: {NOT_INSTALLED}.")
"""Said where no decoder is installed."""
_LONGEST_QUOTE = 80
"""Characters."""


def prove_codes(data: bytes, drawn: Sequence[DrawnCode]) -> tuple[Diagnostic, ...]:
    """Read each code of a file that is ours as a telephone would, from the page and from copies of it.

    Each has to be found on its page, to say what it should, and to come through grey, blur and a copier. Nothing is
    returned where all do, and a note where no decoder is installed.
    """
    if not drawn:
        return ()
    found = find_codes(data, sorted({each.page for each in drawn})).codes
    if found is None:
        return (NOT_TRIED,)
    return tuple(dict.fromkeys([*_missing(found, drawn), *_faulty(found, drawn)]))


def _missing(found: Sequence[Code], drawn: Sequence[DrawnCode]) -> Iterator[Diagnostic]:
    read = Counter((each.page, each.text) for each in found)
    wanted = {(each.page, each.text) for each in drawn}
    for code in drawn:
        key = (code.page, code.text)
        read[key] -= 1
        if read[key] >= 0:
            continue
        others = [each.text for each in found if each.page == code.page and (each.page, each.text) not in wanted]
        link = beginning(code.text, _LONGEST_QUOTE)
        if others:
            message = f"A QR code on page {code.page} says “{beginning(others[0], _LONGEST_QUOTE)}”, and not “{link}”."
            yield Diagnostic("error", "code-other-link", message, code.position)
        else:
            message = f"The QR code on page {code.page} cannot be read: “{link}”."
            hint = "Give it more room, black on white, with nothing over it."
            yield Diagnostic("error", "code-unreadable", message, code.position, hint)


def _faulty(found: Sequence[Code], drawn: Sequence[DrawnCode]) -> Iterator[Diagnostic]:
    positions: dict[tuple[int, str], Position | None] = {(each.page, each.text): each.position for each in drawn}
    for code in found:
        if (code.page, code.text) in positions:
            for fault in faults_of(code):
                place = positions[code.page, code.text]
                yield Diagnostic("error", fault.id, fault.message, place, fault.hint)
