"""Sources → the list of works in the head of a text, in the words of CSL, which Pandoc reads.

See: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Source
from briefing.writing import as_fields

__all__ = ["references"]

_NAMES = {
    "type": "type",
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "doi",
    "URL": "url",
    "note": "note",
    "language": "language",
}
"""Our fields by the names of CSL."""


def references(sources: Iterable[Source]) -> str:
    """Write the list; empty where there are no sources."""
    works = "".join(map(_work, sources))
    return f"references:\n{works}" if works else ""


def _work(source: Source) -> str:
    fields = {theirs: str(getattr(source, ours)) for theirs, ours in _NAMES.items()}
    fields["issued"] = source.date.edtf if source.date else ""
    fields["accessed"] = source.accessed.edtf if source.accessed else ""
    # what CSL has no name for
    custom = {"archived": source.archived, "own": "yes" if source.own else ""}
    if source.confidential:
        custom |= {"confidential": "yes", "described_as": source.title}
    kept = {name: text for name, text in custom.items() if text}
    first, *rest = as_fields({"id": source.key, **fields, "custom": kept}, "    ").splitlines(keepends=True)
    authors = "".join(f"      -{as_fields({'literal': author}, ' ')}" for author in source.authors)
    people = f"    author:\n{authors}" if authors else ""
    return f"  - {first.lstrip()}{people}{''.join(rest)}"
