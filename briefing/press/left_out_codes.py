"""A set document → whether it has a QR code for its petition."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic
from briefing.model import Briefing
from briefing.typesetting import SetDocument

__all__ = ["left_out_codes"]


def left_out_codes(briefing: Briefing, document: SetDocument) -> Iterator[Diagnostic]:
    """Tell that no page has a code for the link of the petition: small templates have none for a long link."""
    petition = briefing.petition
    if petition is None or not petition.link or document.codes:
        return
    letters = len(petition.link.encode("utf-8", "replace"))
    message = f"These pages have no QR code for the petition, whose link has {letters} letters."
    hint = "Where there is no room for a large code, use a shorter link: one of 108 letters fits on a postcard."
    yield Diagnostic("note", "code-left-out", message, petition.position, hint)
