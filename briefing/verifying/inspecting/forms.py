"""Fields that a reader can fill in. See: ISO 32000-1, 12.7.3 (fields), 12.7.4 (their types); ISO 14289-1, 7.18.4."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from briefing.verifying.findings import FormField
from briefing.verifying.inspecting.objects import as_array, as_name, as_text, as_whole, entry
from briefing.verifying.inspecting.pages import inherited

__all__ = ["MOST_FIELDS", "kind_of", "read_form_fields"]

MOST_FIELDS = 10_000
"""Of one page."""
_PUSHED, _ONE_OF_SEVERAL, _DROPS_DOWN = 1 << 16, 1 << 15, 1 << 17
"""Flags of fields. See: tables 226 and 230."""


def read_form_fields(pages: Sequence[object]) -> tuple[FormField, ...]:
    """List the fields as they stand on the pages."""
    return tuple(
        _field(annotation, number)
        for number, page in enumerate(pages, start=1)
        for annotation in islice(as_array(entry(page, "Annots")), MOST_FIELDS)
        if as_name(entry(annotation, "Subtype")) == "Widget"
    )


def kind_of(annotation: object) -> str:
    """Name what a field is; empty where an annotation is none."""
    flags = as_whole(inherited(annotation, "Ff")) or 0
    match as_name(inherited(annotation, "FT")):
        case "Tx":
            return "text field"
        case "Btn":
            return "button" if flags & _PUSHED else "radio button" if flags & _ONE_OF_SEVERAL else "check box"
        case "Ch":
            return "drop-down list" if flags & _DROPS_DOWN else "list"
        case "Sig":
            return "signature field"
    return "form field" if as_name(entry(annotation, "Subtype")) == "Widget" else ""


def _field(annotation: object, page: int) -> FormField:
    words = as_text(inherited(annotation, "TU"))
    return FormField(page, kind_of(annotation), words or as_text(inherited(annotation, "T")), described=bool(words))
