"""A set document → whether it has a QR code for its petition."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing
from briefing.typesetting import SetDocument

__all__ = ["left_out_codes"]


def left_out_codes(briefing: Briefing, document: SetDocument) -> Iterator[Diagnostic]:
    """Tell that no page, or no strip, has a code for the link of the petition: small ones have none for a long link."""
    petition = briefing.petition
    if petition is None or not petition.link:
        return
    letters = len(petition.link.encode("utf-8", "replace"))
    if document.codes:
        yield from _on_strips(document, letters, petition.position)
        return
    message = f"These pages have no QR code for the petition, whose link has {letters} letters."
    hint = "Where there is no room for a large code, use a shorter link: one of 108 letters fits on a postcard."
    yield Diagnostic("note", "code-left-out", message, petition.position, hint)


def _on_strips(document: SetDocument, letters: int, position: Position) -> Iterator[Diagnostic]:
    """Tell that strips to tear off have none, which are what people take home."""
    for node in document.tree.walk():
        if "strips" in node.classes and not any(each.get("data-qr") for each in node.walk()):
            message = f"The strips to tear off have no QR code: the petition's link has {letters} letters."
            hint = "They have room for the code of a link of 60 letters; the address stands on them."
            yield Diagnostic("note", "code-left-out", message, position, hint)
