"""The ledger of claims inside a file → what came of holding it against the pages of that file.

Few files have one. For those that do, the rules of comparing are loaded: that takes as long as reading a short file.
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from briefing.verifying.findings import Problem, Rechecked, Tag
from briefing.verifying.inspecting.attachments import streams_named
from briefing.verifying.inspecting.text import PageText

__all__ = ["LEDGER", "read_evidence"]

LEDGER = "claims.json"


def read_evidence(
    pdf: pikepdf.Pdf, roots: Sequence[Tag] | None, texts: Sequence[PageText]
) -> Rechecked | Problem | None:
    """Look for the ledger of a file, and hold it against the texts of the pages, in the order of the tags if any.

    Gives a problem for a ledger that cannot be read, and nothing where there is none.
    """
    stream = streams_named(pdf, {LEDGER}).get(LEDGER)
    if stream is None:
        return None
    from briefing.verifying.inspecting.rechecking import rechecked

    return rechecked(pdf, stream, roots, texts)
