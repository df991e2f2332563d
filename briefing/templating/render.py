"""Briefing and template → the document as semantic HTML text."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import ContentError, Diagnostic, Position, TemplateError, sorted_diagnostics
from briefing.model import Briefing
from briefing.resources import templates_folder
from briefing.templating.content import check_depth
from briefing.templating.page import Page
from briefing.templating.template import ENTRY, Template
from briefing.templating.words import read_words

__all__ = ["render"]


def render(
    briefing: Briefing, template: Template, *, recipient: Mapping[str, str] | None = None, draft: bool = False
) -> str:
    """Write a briefing as semantic HTML, for one recipient or for all.

    ``recipient`` holds the values of merge fields by name: ``constituency`` for ``{{ recipient.constituency }}``.
    ``draft`` marks the document as a draft. The text is for ``parse_html``.

    Raises:
        ContentError: with everything in the content that cannot be settled: a citation without its source, a
            marker without its note, a merge field without a value, elements too deep in one another.
        TemplateError: when the template is at fault.
    """
    check_depth(briefing)
    words = read_words(templates_folder() / "words", briefing.masthead.language)
    page = Page(briefing, words, recipient=recipient, draft=draft)
    html = template.write(page.names())
    if page.resolver.problems:
        raise ContentError(*sorted_diagnostics(page.resolver.problems))
    if page.resolver.letters.waiting:
        message = "The template leaves out notes whose markers it prints."
        hint = "Write {{ notes() }} after the blocks that may hold markers."
        raise TemplateError(Diagnostic("error", "lost-notes", message, Position(f"{template.name}/{ENTRY}"), hint))
    return page.finished(html)
