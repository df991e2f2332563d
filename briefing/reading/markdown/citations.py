"""Read what stands in brackets and braces inside a sentence: citations, waivers, merge fields.

Each function looks at one offset of a text and answers what is there, ``None`` for plain text, or a diagnostic
(without its place) for something that was meant and is mistyped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.addressing import FIELD, otherwise_of
from briefing.errors import Diagnostic

__all__ = ["CitationGroup", "Cited", "MergeField", "Waiver", "citation_at", "field_at", "waiver_at"]

_BRACKETS = re.compile(r"\[([^\[\]]{1,2000})\]")
_CITED = re.compile(
    r"""(?P<prefix>(?:.*?\s)??)-?@(?:
        \{(?P<braced>[^{}\s]+)\}
      | (?P<key>\w(?:\w|[:.\#$%&\-+?<>~/](?=\w))*)
    )(?P<suffix>(?!\w).*)$""",
    re.VERBOSE | re.DOTALL,
)
_CITING = re.compile(r"(?:^|[\s;\[-])@[\w{]")
_WAIVER = re.compile(r"\[no source\b([^\[\]]*)\]", re.IGNORECASE)
_MEANT_AS_WAIVER = re.compile(r"\[([Nn][^\[\],:;]{3,20})[,:;]([^\[\]]{0,2000})\](?![(\[{])")
_WAIVES, _ALIKE = "nosource", 0.85
"""The letters with which a waiver begins, and from which likeness on others are a slip of them."""
_MEANT_AS_FIELD = re.compile(r"\{\{[^{}\n]*\b(?:recipient|otherwise)\b[^{}\n]*\}\}")


class Cited(NamedTuple):
    """One source in a citation."""

    key: str
    locator: str
    """What follows the key, such as ``p. 7``."""
    offset: int
    """Of its ``@`` in the text."""
    prefix: str = ""
    """What stands before the key, such as ``see``."""


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """``[@key, p. 7; @other]``."""

    end: int
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Waiver:
    """``[no source, REASON]``."""

    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class MergeField:
    """``{{ recipient.NAME | otherwise "words" }}``."""

    end: int
    name: str
    """With its ``recipient.``."""
    otherwise: str | None


def citation_at(text: str, start: int, end: int) -> CitationGroup | tuple[int, Diagnostic] | None:
    """Read Pandoc's citations in brackets; a mistyped one comes with the offset at which it ends."""
    brackets = _BRACKETS.match(text, start, end)
    if brackets is None or not _CITING.search(brackets[1]):
        return None
    cited, offset = [], start + 1
    for piece in brackets[1].split(";"):
        found = _CITED.match(piece)
        if found is None or _CITING.search(found["suffix"]):
            return brackets.end(), _unreadable(brackets[0], together=found is not None)
        locator = " ".join(found["suffix"].strip().removeprefix(",").split())
        prefix = " ".join(found["prefix"].split())
        place = found.start("braced") - 2 if found["braced"] else found.start("key") - 1
        cited.append(Cited(found["braced"] or found["key"], locator, offset + place, prefix))
        offset += len(piece) + 1
    return CitationGroup(brackets.end(), tuple(cited))


def _unreadable(typed: str, *, together: bool) -> Diagnostic:
    if together:
        hint = "Put a semicolon between two sources: [@first; @second, p. 7]."
    else:
        hint = "Each part between semicolons names a source: [@key] or [@first; @second, p. 7]."
    return Diagnostic("error", "unreadable-citation", f"The citation {_short(typed)} cannot be read.", hint=hint)


def waiver_at(text: str, start: int, end: int) -> Waiver | tuple[int, Diagnostic] | None:
    """Read a waiver; one without a reason, or with its two words misspelt, is a mistake."""
    found = _WAIVER.match(text, start, end)
    if found is None:
        return _meant_as_waiver(text, start, end)
    reason = " ".join(found[1].lstrip(" ,:;\n").split())
    if reason:
        return Waiver(found.end(), reason)
    hint = "Say why none is needed: [no source, date of record]. The reason is never printed."
    return found.end(), Diagnostic("error", "waiver-without-reason", "This waiver gives no reason.", hint=hint)


def _meant_as_waiver(text: str, start: int, end: int) -> tuple[int, Diagnostic] | None:
    found = _MEANT_AS_WAIVER.match(text, start, end)
    if found is None:
        return None
    begins = "".join(filter(str.isalpha, found[1])).casefold()
    if SequenceMatcher(None, begins, _WAIVES, autojunk=False).ratio() < _ALIKE:
        return None
    message = f"{_short(found[0])} is no waiver and is printed as it stands."
    meant = _short(f"[no source, {' '.join(found[2].split()) or 'REASON'}]")
    return found.end(), Diagnostic("warning", "not-a-waiver", message, hint=f"Did you mean {meant}?")


def field_at(text: str, start: int, end: int) -> MergeField | tuple[int, Diagnostic] | None:
    """Read a merge field; other words in braces are text, with a warning where a field seems meant."""
    found = FIELD.match(text, start, end)
    if found is not None:
        return MergeField(found.end(), found["name"], otherwise_of(found))
    meant = _MEANT_AS_FIELD.match(text, start, end)
    if meant is None:
        return None
    message = f"{_short(meant[0])} is not a field and is printed as it stands."
    hint = 'Write {{ recipient.name }} or {{ recipient.salutation | otherwise "Dear reader" }}.'
    return meant.end(), Diagnostic("warning", "not-a-field", message, hint=hint)


def _short(typed: str) -> str:
    text = " ".join(typed.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
