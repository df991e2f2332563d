"""``claims.json`` of any file → the values of a ledger; whoever made the file may mean harm."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import get_args

from briefing.evidence.entries import FORMAT, VERSION, ClaimEntry, Kind, LedgerEntries, SourceEntry, Status

__all__ = ["LARGEST_LEDGER", "UnreadableError", "parse"]

LARGEST_LEDGER = 32_000_000
"""Bytes."""
MOST_CLAIMS = 50_000
MOST_SOURCES = 5_000
_MOST_CITED = 200
_LONGEST = 2_000_000
"""Characters of one text."""
_KINDS: Mapping[str, Kind] = {each: each for each in get_args(Kind)}
_STATUSES: Mapping[str, Status] = {each: each for each in get_args(Status)}


class UnreadableError(Exception):
    """A ledger that this program does not read; the words complete "its ledger of claims …"."""


def parse(data: bytes) -> LedgerEntries | None:
    """Read a ledger; ``None`` where the file is something else of that name.

    Raises:
        UnreadableError: it says that it is a ledger, and is damaged, too large, or of a later version.
    """
    tree = _tree(data)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        return None
    if tree.get("version") != VERSION:
        raise UnreadableError("is of a version that this program does not know")
    claims, sources = _records(tree, "claims", MOST_CLAIMS), _records(tree, "sources", MOST_SOURCES)
    entries = tuple(_claim(each) for each in claims)
    if len({each.id for each in entries}) < len(entries):
        raise UnreadableError("names two claims alike")
    return LedgerEntries(_text(tree, "title"), _text(tree, "language"), entries, tuple(map(_source, sources)))


def _tree(data: bytes) -> object:
    if len(data) > LARGEST_LEDGER:
        raise UnreadableError("is larger than any")
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as problem:
        raise UnreadableError("cannot be read: it is damaged") from problem


def _records(tree: Mapping[str, object], name: str, most: int) -> list[dict[str, object]]:
    found = tree.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise UnreadableError(f"has no list of {name}")
    if len(found) > most:
        raise UnreadableError(f"has more than {most:,} {name}")
    return found


def _claim(record: Mapping[str, object]) -> ClaimEntry:
    cited = _records(record, "sources", _MOST_CITED)
    kind, status = _KINDS.get(_text(record, "kind")), _STATUSES.get(_text(record, "status"))
    line = record.get("line", 0)
    if kind is None or status is None or type(line) is not int:
        raise UnreadableError("says what no ledger says of a claim")
    return ClaimEntry(
        id=_text(record, "id"),
        kind=kind,
        status=status,
        words=_text(record, "words"),
        sentence=_text(record, "sentence"),
        part=_text(record, "part"),
        section=_text(record, "section"),
        file=_text(record, "file"),
        line=line,
        sources=tuple(_text(each, "key") for each in cited),
        locators=tuple(_text(each, "locator") for each in cited),
        waiver=_text(record, "waiver"),
        needs_source=record.get("needs_source") is True,
        found_in=_text(record, "found_in"),
        source_words=_text(record, "source_words"),
    )


def _source(record: Mapping[str, object]) -> SourceEntry:
    return SourceEntry(
        key=_text(record, "key"),
        title=_text(record, "title"),
        url=_text(record, "url"),
        accessed=_text(record, "accessed"),
        archived=_text(record, "archived"),
        own=record.get("own") is True,
        captured=_text(record, "captured"),
        sha256=_text(record, "sha256").lower(),
        file=_text(record, "file"),
        file_sha256=_text(record, "file_sha256").lower(),
        whole=record.get("whole") is True,
    )


def _text(record: Mapping[str, object], name: str) -> str:
    found = record.get(name, "")
    if not isinstance(found, str) or len(found) > _LONGEST:
        raise UnreadableError(f'says in "{name}" what is no text')
    return found.encode("utf-8", "replace").decode("utf-8")
