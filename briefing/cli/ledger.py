"""All claims of a briefing → a table for a terminal, for programs, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.cli.report import claims_sentence, one_line

if TYPE_CHECKING:
    from briefing.claims import Claim, Ledger

__all__ = ["FORMATS", "is_held_back"]

_HEAD = ("Place", "Part", "Status", "Source", "Claim")
_WIDTHS = (8, 12, 12, 20, 28)
"""Columns of the table, 80 together; each keeps its last one free."""
_ONLY_LISTED = "(no source): nothing is cited; that is asked for with --strict alone."
_STARTS_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for the beginning of a formula."""


def is_held_back(ledger: Ledger, *, strict: bool) -> bool:
    """Tell whether a claim is open, or is not what its source says."""
    return any(claim.status == "differs" or _is_open(claim, strict) for claim in ledger.claims)


def _is_open(claim: Claim, strict: bool) -> bool:
    return claim.is_open or (strict and claim.kind == "date" and claim.status == "unsourced")


def _as_text(ledger: Ledger, strict: bool) -> str:
    """Write a table of 80 columns for each file; quotations stand in their marks."""
    if not ledger.claims:
        return "There are no quotations, figures or dated statements.\n"
    parts = []
    for file, claims in groupby(ledger.claims, key=lambda claim: claim.position.file):
        rows = [line for claim in claims for line in _lines(_cells(claim, strict))]
        parts.append("\n".join([one_line(file), *_lines(_HEAD), *rows]))
    parts.append("\n".join(filter(None, [claims_sentence(ledger, strict=strict), _ONLY_LISTED])))
    return "\n\n".join(parts) + "\n"


def _cells(claim: Claim, strict: bool) -> tuple[str, ...]:
    status: str = "marked" if claim.is_marked else claim.status
    if status == "unsourced":
        words = "own only" if claim.own_only else "no source"
        status = words if _is_open(claim, strict) else f"({words})"
    behind = [", ".join(filter(None, pair)) for pair in zip(claim.sources, _locators(claim), strict=True)]
    text = f"“{claim.text}”" if claim.kind == "quotation" else claim.text
    place = f"{claim.position.line}:{claim.position.column}"
    return place, claim.place, status, "; ".join([*behind, *filter(None, [claim.waiver])]), text


def _locators(claim: Claim) -> list[str]:
    """Give the locator of each source, as it is typed at the first citation; empty where there is none."""
    return [next(mark.locator for mark in claim.cited if mark.key == key) for key in claim.sources]


def _lines(cells: Sequence[str]) -> Iterator[str]:
    """Set the cells of one row beside each other, each in as many lines as it needs."""
    wrapped = [textwrap.wrap(one_line(cell), width - 1) for cell, width in zip(cells, _WIDTHS, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        yield "".join(f"{piece:{width}}" for piece, width in zip(pieces, _WIDTHS, strict=True)).rstrip()


def _record(claim: Claim, strict: bool) -> dict[str, object]:
    return {
        "file": claim.position.file,
        "line": claim.position.line,
        "column": claim.position.column,
        "part": claim.place,
        "kind": claim.kind,
        "status": claim.status,
        "open": _is_open(claim, strict),
        "sources": list(claim.sources),
        "locators": _locators(claim),
        "waiver": claim.waiver,
        "claim": claim.text,
        "sentence": claim.sentence,
        "source_says": claim.found.excerpt if claim.found else "",
        "marked_changes": claim.is_marked,
    }


def _as_json(ledger: Ledger, strict: bool) -> str:
    claims = [_record(claim, strict) for claim in ledger.claims]
    return json.dumps({"counts": dict(ledger.counted(strict=strict)), "claims": claims}, indent=2) + "\n"


def _as_csv(ledger: Ledger, strict: bool) -> str:
    """Write comma-separated values (RFC 4180); several sources stand in one cell.

    It begins with the mark of Unicode, without which Excel takes quotation marks and Persian for other letters.
    """
    written = io.StringIO("\ufeff" if ledger.claims else "", newline="")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    for number, claim in enumerate(ledger.claims):
        record = _record(claim, strict)
        if not number:
            writer.writerow(record)
        writer.writerow(map(_cell, record.values()))
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = one_line("; ".join(filter(None, value)) if isinstance(value, list) else str(value))
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


FORMATS = MappingProxyType({"text": _as_text, "json": _as_json, "csv": _as_csv})
"""How ``check --ledger`` may answer, by the name that is typed; with whether dated statements need a source."""
