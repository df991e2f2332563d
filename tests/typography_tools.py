"""Spaces that can be seen, for tables of what is typed and what is set."""

from __future__ import annotations

from briefing.templating.typography import typeset_text


def shown(text: str) -> str:
    """Write the no-break space as ~ and the narrow one as _."""
    return text.replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "_")


def typeset(typed: str, language: str) -> str:
    return shown(typeset_text(typed, language))
