"""A page or a PDF of a source that somebody put beside the article → its text."""

from __future__ import annotations

from briefing.errors import Diagnostic

__all__ = ["text_of_original"]


def text_of_original(data: bytes, kind: str, name: str) -> str | Diagnostic:
    """Take the text out of a page or a PDF, or say why there is none; ``kind`` is ``html`` or ``pdf``.

    What that needs is imported here: hardly any folder has such a file, and reading pages takes long to import.
    """
    from briefing.capturing import text_or_problem

    return text_or_problem(data, kind, name)
