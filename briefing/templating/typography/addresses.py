"""What stands in a text and is no prose: web and e-mail addresses, DOIs, names of files."""

from __future__ import annotations

import re

from briefing.templating.typography.line import OPAQUE

__all__ = ["without_addresses"]

_HINT = re.compile(r"[.@/_\\](?<=\w.)[\w/]|//|\\\\")
"""Stands in every address, and seldom elsewhere."""
_FAR = 2_000
"""Characters of an address."""
_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z+.-]{1,20}://.*"
    r"|www\..+"
    r"|(?:mailto|doi):.+"
    r"|10\.\d{4,}/.+"
    r"|[^@]+@[\w-]+\..+"
    r"|(?:[\w-]+\.)+[A-Za-z]{2,}[:/].*"
    r"|(?:[A-Za-z]:)?[\w.~\\/-]*\w\.[a-z][a-z0-9]{1,4}"
    r"|.*\w_\w.*",
    re.DOTALL,
)
_BEFORE = "\"'([{<“‘„‚«‹"
_AFTER = "\"')]}>”’“‘»›.,;:!?…"


def without_addresses(text: str) -> str:
    """Put ``OPAQUE`` for each character of an address; the text keeps its length."""
    found = _HINT.search(text)
    if not found:
        return text
    pieces: list[str] = []
    done = 0
    while found:
        start, end = _word(text, found.start(), done)
        if end > start and _ADDRESS.fullmatch(text, start, end):
            pieces += text[done:start], OPAQUE * (end - start)
            done = end
        found = _HINT.search(text, max(end, found.end()))
    return "".join((*pieces, text[done:]))


def _word(text: str, inside: int, done: int) -> tuple[int, int]:
    """Find what stands between two spaces, without the signs of a sentence around it."""
    start, end = inside, inside
    while start > max(done, inside - _FAR) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), inside + _FAR) and not text[end].isspace():
        end += 1
    while start < end and text[start] in _BEFORE:
        start += 1
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    return start, end
