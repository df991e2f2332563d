"""The values of a ledger → ``claims.json``, the same bytes for the same values."""

from __future__ import annotations

import json

from briefing.evidence.entries import FORMAT, VERSION, ClaimEntry, LedgerEntries, SourceEntry

__all__ = ["write"]


def write(ledger: LedgerEntries) -> bytes:
    """Write a ledger; what is empty is left out."""
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "title": ledger.title,
        "language": ledger.language,
        "claims": [_claim(each) for each in ledger.claims],
        "sources": [_source(each) for each in ledger.sources],
    }
    return (json.dumps(tree, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _claim(claim: ClaimEntry) -> dict[str, object]:
    record = claim._asdict()
    del record["locators"]
    cited = zip(claim.sources, claim.locators, strict=True)
    record["sources"] = [_filled({"key": key, "locator": locator}) for key, locator in cited]
    return _filled(record)


def _source(source: SourceEntry) -> dict[str, object]:
    return _filled(source._asdict())


def _filled(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if value}
