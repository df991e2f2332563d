"""What pages draw, with their marks numbered anew, or with none.

Only what this program writes is understood: strings in hexadecimal, no pictures among the operators, properties of
marks where they are used. See: ISO 32000-1, 14.6 (marked content).
"""

from __future__ import annotations

import re

__all__ = ["marks_in", "renumbered", "unmarked"]

_MARK = re.compile(rb"<</MCID (\d{1,9})>> BDC\b")
_LINK = re.compile(rb"/Link (?=<</MCID )")
_BOUND = re.compile(rb"/[A-Za-z0-9]+ (?:<<[^<>]*>> BDC|BMC)\s*|\bEMC\b\s*")


def marks_in(content: bytes) -> list[int]:
    """List the numbers of marks, in the order in which they are drawn."""
    return [int(number) for number in _MARK.findall(content)]


def renumbered(content: bytes, first: int) -> bytes:
    """Count the marks from another number on; those of links are plain text on paper."""
    content = _LINK.sub(b"/Span ", content)
    if not first:
        return content
    return _MARK.sub(lambda found: b"<</MCID %d>> BDC" % (first + int(found[1])), content)


def unmarked(content: bytes) -> bytes:
    """Take out all marks, also those of artifacts: for what is drawn inside an artifact."""
    return _BOUND.sub(b"", content)
