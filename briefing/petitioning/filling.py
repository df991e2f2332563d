"""What stands on sheets → the documents of their forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.errors import ContentError, sorted_diagnostics
from briefing.model import Briefing, Element, in_digits
from briefing.petitioning.commons import commons_of
from briefing.petitioning.notice import Part, parts_of
from briefing.petitioning.signatures import Signatures
from briefing.petitioning.values import Rows
from briefing.press import Press
from briefing.protecting import Protected
from briefing.resources import templates_folder
from briefing.templating import parse_html, read_words, typeset
from briefing.templating.page import Page

__all__ = ["FORMS", "commons_sheets", "notice_leaf", "signature_sheets"]

FORMS = ("signatures", "commons", "data-notice")
"""Folders among the templates."""


class _Filler:
    """Fills the form of one press with a briefing."""

    def __init__(self, publisher: Press, briefing: Briefing, protected: Protected, *, draft: bool) -> None:
        self._publisher, self._briefing, self._protected = publisher, briefing, protected
        words = read_words(templates_folder() / "words", briefing.masthead.language)
        self.page = Page(briefing, words, draft=draft)

    def document(self, names: Mapping[str, Any]) -> Element:
        """Write the document.

        Raises:
            ContentError: a sentence asks for what a sheet has not, such as the name of a recipient.
            ProtectedError: it holds a protected word.
            TemplateError: the form is at fault.
        """
        template = self._publisher.template
        written = template.write({**self.page.names(), **names})
        if problems := self.page.resolver.problems:
            raise ContentError(*sorted_diagnostics(problems))
        self._protected.refuse_text(written, "The text of the sheets")
        html = parse_html(written, file=f"{template.name}/form.html")
        return html if self._briefing.signs_as_typed else typeset(html)


def signature_sheets(
    publisher: Press,
    briefing: Briefing,
    signatures: Signatures,
    *,
    first: int,
    sheets: int,
    rows: int,
    draft: bool,
    protected: Protected,
) -> Element:
    """Write general sheets, each with its number, from ``first`` on; the last is the number of all that there are."""
    filler = _Filler(publisher, briefing, protected, draft=draft)
    language = briefing.masthead.language
    names = {
        "sheet": signatures,
        "notice_columns": _halves(signatures.parts),
        "sheet_numbers": [in_digits(number, language) for number in range(first, first + sheets)],
        "sheet_count": in_digits(first + sheets - 1, language),
        "row_numbers": [in_digits(number, language) for number in range(1, rows + 1)],
    }
    return filler.document(names)


def commons_sheets(
    publisher: Press, briefing: Briefing, *, sheets: int, rows: Rows, draft: bool, protected: Protected
) -> Element:
    """Write the sheet with the full text, and the others with the request; the briefing has a Commons petition."""
    filler = _Filler(publisher, briefing, protected, draft=draft)
    petition = briefing.commons_petition
    said = commons_of(petition, filler.page.text) if petition else None
    return filler.document({"petition": said, "sheet_rows": [rows.first, *[rows.other] * (sheets - 1)]})


def notice_leaf(publisher: Press, briefing: Briefing, *, draft: bool, protected: Protected) -> Element:
    """Write what people are told of their data on a leaf of its own; the profile has a notice."""
    filler = _Filler(publisher, briefing, protected, draft=draft)
    notice = briefing.organisation.data_notice if briefing.organisation else None
    return filler.document({"notice": parts_of(notice) if notice else ()})


def _halves(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Part what is said into two columns of about the same length."""
    lengths = [len(part.text) + len(part.name) for part in parts]
    half = min(range(len(parts) + 1), key=lambda each: abs(2 * sum(lengths[:each]) - sum(lengths)))
    return parts[:half], parts[half:]
