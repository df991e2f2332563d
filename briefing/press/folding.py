"""A set document → how its sheets are printed and folded, for those who do it themselves."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic
from briefing.typesetting import SetDocument

__all__ = ["fold_notes"]


def fold_notes(document: SetDocument) -> Iterator[Diagnostic]:
    """Tell of the folds that are marked on the pages; those on the sheet of a press are told with the sheet."""
    page = document.page
    if not page.folds or page.fold_marks != "inside":
        return
    edge = "short" if page.width > page.height else "long"
    message = "This is made to be folded, at the short lines near its edges."
    hint = (
        f"Print it at 100 % (actual size), on both sides, flipped on the {edge} edge; fold the narrow panel in first."
    )
    yield Diagnostic("note", "to-fold", message, hint=hint)
