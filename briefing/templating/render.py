"""Briefing and template → the document as semantic HTML text."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.addressing import NOBODY, addressed
from briefing.checking import without_lapsed_check
from briefing.errors import ContentError, Diagnostic, Position, TemplateError, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing
from briefing.resources import templates_folder
from briefing.templating.content import check_depth
from briefing.templating.page import Page
from briefing.templating.template import ENTRY, Template
from briefing.templating.words import read_words
from briefing.theme import CitedAs, NotePlace

__all__ = ["render"]


def render(
    briefing: Briefing,
    template: Template,
    *,
    recipient: Mapping[str, str] = NOBODY,
    draft: bool = False,
    notes: NotePlace = "foot",
    sources: CitedAs = "list",
    memory: Memory = FORGETFUL,
) -> str:
    """Write a briefing as semantic HTML, for one recipient or for all.

    ``recipient`` holds the values of merge fields by name: ``constituency`` for ``{{ recipient.constituency }}``.
    ``draft`` marks the document as a draft. ``notes`` and ``sources`` are as the theme has them. ``memory``
    knows what was written before. The text is for ``parse_html``.

    Raises:
        ContentError: with everything in the content that cannot be settled: a citation without its source, a
            marker without its note, a merge field without a value, elements too deep in one another.
        TemplateError: when the template is at fault.
    """
    check_depth(briefing, memory)
    briefing, missing = addressed(without_lapsed_check(briefing), recipient, memory)
    words = read_words(templates_folder() / "words", briefing.masthead.language)
    page = Page(
        briefing,
        words,
        recipient=recipient,
        draft=draft,
        notes=notes,
        sources=sources,
        memory=memory,
    )
    html = page.with_endnotes(template.write(page.names(), memory))
    resolver, place = page.resolver, Position(f"{template.name}/{ENTRY}")
    if problems := (*missing, *resolver.problems, *resolver.styled.problems):
        raise ContentError(*sorted_diagnostics(problems))
    if resolver.marks.waiting:
        message = "The template leaves out notes whose markers it prints."
        hint = "Write {{ notes() }} after the blocks that may hold markers."
        raise TemplateError(Diagnostic("error", "lost-notes", message, place, hint))
    if resolver.references.unwritten:
        message = "The theme asks for sources in notes, and the template does not say how they read there."
        hint = "Import briefing/parts.html as parts, and write {{ refer_with(parts.reference) }} below that."
        raise TemplateError(Diagnostic("error", "no-reference", message, place, hint))
    return page.finished(html)
