"""Judge the addresses that a text links to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.common.normalize_url import normalizeLink

from briefing.errors import Position
from briefing.reading.body.findings import Findings
from briefing.reading.limits import ARTICLE_LINKS
from briefing.reading.spelling import did_you_mean

__all__ = ["check_anchors", "read_address"]

_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@[^\s@]|#\S)\S*", re.IGNORECASE)
_SCHEME_FORGOTTEN = re.compile(r"www\.\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


def read_address(typed: str, position: Position, findings: Findings) -> str:
    """Encode an address for the page; empty, with a diagnostic, where it leads nowhere."""
    address = normalizeLink(typed.strip()) if not typed.startswith("#") else typed
    if not _ADDRESS.fullmatch(address):
        findings.report("error", "unreadable-link", _message(typed), position, _hint(typed.strip()))
        return ""
    findings.links.append((address, position))
    return address


def _message(typed: str) -> str:
    return f'"{typed[:80]}" is no address that a reader could open.' if typed else "This link has no address."


def _hint(typed: str) -> str:
    if _SCHEME_FORGOTTEN.fullmatch(typed):
        return f"Write it in full: https://{typed[:80]}"
    return "A link begins with https://, http:// or mailto:, or with # and the name of a heading of this text."


def check_anchors(findings: Findings, originals: Sequence[str] = ()) -> None:
    """Report links within the text that lead to nothing, and too many links.

    ``originals`` are the ids of the headings of which those of a language edition are the counterparts.
    """
    if len(findings.links) > ARTICLE_LINKS:
        position = findings.links[ARTICLE_LINKS][1]
        findings.report("error", "too-many-links", f"There are more than {ARTICLE_LINKS} links.", position)
    for address, position in findings.links[:ARTICLE_LINKS]:
        name = address.removeprefix("#")
        if name == address or name in findings.ids:
            continue
        if name in originals and len(originals) != len(findings.headings):
            own = f"{len(findings.headings)} heading{'' if len(findings.headings) == 1 else 's'}"
            message = f'This text has {own} instead of {len(originals)}, so that none has the name "{name[:80]}" yet.'
            hint = f"Type the same headings as the original, or name one so: ## Words {{#{name[:80]}}}."
        else:
            message = f'Nothing in this text is called "{name[:80]}".{did_you_mean(name, sorted(findings.ids))}'
            hint = "Write the name after the # as it stands in the braces of the heading: ## Words {#name}."
        findings.report("error", "unknown-anchor", message, position, hint)
