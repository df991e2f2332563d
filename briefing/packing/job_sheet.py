"""A pack → its job sheet: for whoever prints, what to print, on which paper, and what is not ready.

It is not for publication; its own words are English, as those of messages are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.checking import content_hash
from briefing.editions import SCREEN
from briefing.memory import FORGETFUL
from briefing.model import Briefing, Element
from briefing.model.languages import direction
from briefing.packing.making import Order
from briefing.packing.telling import (
    about_codes,
    codes_left_out,
    finish_words,
    how_to_print,
    left_out,
    links_of,
    not_ready,
    paper_words,
    sheets_words,
    totals,
)
from briefing.packing.values import Packed, PackedFile
from briefing.pdf import Metadata, write_pdf
from briefing.press import Press, fonts_folder, metadata_of
from briefing.protecting import Protected
from briefing.templating import load_form, parse_html
from briefing.templating.page import linked

__all__ = ["write_job_sheet"]

_FORM = "job-sheet"
_LANGUAGE = "en-GB"
_SIGNS = 8
"""Of a SHA-256 that are printed: as many as nobody minds to compare."""
_SIGNS_OF_CONTENT = 12
"""Of the hash that an approval names, as many as the checking sheet has."""


class _Row(NamedTuple):
    """A file to be printed, as the table shows it."""

    name: str
    title: str
    use: str
    copies: str
    sheets: str
    paper: str
    how: str
    finish: str


class _Version(NamedTuple):
    """A file, and how its prints are told from those of another version."""

    name: str
    edition: str
    pages: str
    digest: str


def write_job_sheet(order: Order, briefing: Briefing, packed: Packed) -> bytes:
    """Write the sheet of a pack as a PDF.

    Raises:
        LayoutError: no font has the letters of what is on it.
        ProtectedError: it holds a protected word.
        TemplateError: the form is at fault.
    """
    publisher = Press(
        load_form(_FORM),
        page=order.paper,
        fonts=fonts_folder(order.configuration),
        memory=FORGETFUL,
        protected=order.protected,
    )
    html = _document(publisher, _names(order, briefing, packed), order.protected)
    document = publisher.set(_unpublished(briefing), html)
    return write_pdf(document, _metadata(order, briefing, packed, html), (), publisher.memory)


def _unpublished(briefing: Briefing) -> Briefing:
    """Take a briefing without its organisation, whose colours and fonts are for what it publishes."""
    return replace(briefing, organisation=None)


def _metadata(order: Order, briefing: Briefing, packed: Packed, html: Element) -> Metadata:
    found = metadata_of(html, _unpublished(briefing), draft=packed.draft, epoch=order.epoch)
    return replace(found, title=f"Job sheet: {briefing.masthead.title}", language=_LANGUAGE)


def _document(publisher: Press, names: dict[str, object], protected: Protected) -> Element:
    written = publisher.template.write(names)
    protected.refuse_text(written, "The text of the job sheet")
    return parse_html(written, file=f"{_FORM}/form.html")


def _names(order: Order, briefing: Briefing, packed: Packed) -> dict[str, object]:
    masthead = briefing.masthead
    # a sandbox knows what it has written before by the languages and the words of the document
    document = {"language": _LANGUAGE, "original_language": _LANGUAGE, "words": None}
    embargo = masthead.embargo.until if masthead.embargo else ""
    return {
        **document,
        "title": masthead.title,
        "title_language": masthead.language,
        "title_direction": direction(masthead.language),
        "draft": packed.draft,
        "content": content_hash(briefing)[:_SIGNS_OF_CONTENT],
        "purpose": order.purpose.summary,
        "people": f"{order.people:,}",
        "not_ready": tuple(not_ready(packed.diagnostics, embargo)),
        "left_out": tuple(left_out(packed.left_out)),
        "rows": tuple(_rows(packed.files)),
        "sent": tuple(each for each in packed.files if each.job is None),
        "paper": tuple(totals(packed.paper)),
        "all_sheets": sheets_words(sum(each.sheets for each in packed.paper)),
        "codes": about_codes(packed.files),
        "codes_left_out": codes_left_out(packed.diagnostics),
        "links": links_of(packed.files),
        "linked": linked,
        "collected": packed.collected,
        "signatures": f"{packed.collected.signatures:,}" if packed.collected else "",
        "versions": tuple(_versions(packed.files)),
    }


def _rows(files: tuple[PackedFile, ...]) -> Iterator[_Row]:
    for each in files:
        if each.job is None:
            continue
        ink = f" It covers {100 * each.coverage:.0f} % of the paper." if each.coverage is not None else ""
        yield _Row(
            each.name,
            each.title,
            each.use,
            f"{each.job.copies:,}",
            f"{each.job.sheets:,}",
            paper_words(each.job.paper),
            how_to_print(each.job) + ink,
            finish_words(each.job),
        )


def _versions(files: tuple[PackedFile, ...]) -> Iterator[_Version]:
    for each in files:
        edition = each.edition if each.edition != SCREEN.name else ""
        yield _Version(each.name, edition or "–", f"{each.pages:,}", each.digest[:_SIGNS])
