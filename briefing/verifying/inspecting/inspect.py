"""Bytes of any PDF → what it is: everything but what validators and decoders of codes say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pikepdf

from briefing.verifying.findings import FormField, Inspection, PageSeen, Problem, Rechecked
from briefing.verifying.inspecting.actions import read_actions
from briefing.verifying.inspecting.attachments import altered_of, files_of, read_attachments
from briefing.verifying.inspecting.damage import find_damage
from briefing.verifying.inspecting.destinations import Destinations
from briefing.verifying.inspecting.evidence import read_evidence
from briefing.verifying.inspecting.fonts import read_fonts
from briefing.verifying.inspecting.forms import read_form_fields
from briefing.verifying.inspecting.images import read_images
from briefing.verifying.inspecting.links import LinkArea, areas_of, read_links
from briefing.verifying.inspecting.marks import Marks
from briefing.verifying.inspecting.metadata import read_facts
from briefing.verifying.inspecting.objects import BROKEN
from briefing.verifying.inspecting.opening import Opened, opened, refusal
from briefing.verifying.inspecting.outline import read_outline
from briefing.verifying.inspecting.pages import read_pages
from briefing.verifying.inspecting.speech import NO_TEXT, speak, speak_form_field, speak_untagged
from briefing.verifying.inspecting.tags import TagTree, read_tags
from briefing.verifying.inspecting.text import PageText, read_page
from briefing.verifying.words import AGAIN

__all__ = ["FilesInside", "files_inside", "inspect"]

_BREAKS_READERS = Problem(
    "breaks-readers",
    "PDFium, which draws pages here and in many browsers, broke down on this file: what stands on its pages was not "
    "looked at.",
    hint=f"It may be damaged, or made to harm. {AGAIN}",
)
_HARMLESS = re.compile("Resources is missing or invalid|error decoding stream data")
"""What qpdf says of pages that name nothing they need, which is no damage, and of what is told part by part."""


def inspect(data: bytes, *, file: str, draws: bool = True) -> Inspection:
    """Read a file; ``file`` is its name in what is said of it. Unless it ``draws``, what pages show is left out.

    ``problems`` holds what was met while reading: damage, repaired or not, pages that cannot be read, a tag tree that
    was cut short.

    Raises:
        VerificationError: it is no PDF, needs a password, is too large, or damaged beyond repair; with one diagnostic.
    """
    try:
        with opened(data, file, draws=draws) as source:
            return _inspect(source) if draws else _undrawn(_inspect(source))
    except BROKEN:
        raise refusal(file, "damaged-file", "the file is damaged: a part of it cannot be read.") from None


class FilesInside(NamedTuple):
    """The files of a document."""

    files: dict[str, bytes]
    """By name."""
    altered: tuple[str, ...]
    """Names of those that are not what was attached."""


def files_inside(data: bytes, *, file: str, room: int) -> FilesInside:
    """Take out the files of a document, all together no more than some bytes; what has no room is empty.

    Raises:
        VerificationError: as ``inspect`` does.
    """
    try:
        with opened(data, file, draws=False) as source:
            return FilesInside(files_of(source.pdf, room), altered_of(source.pdf))
    except BROKEN:
        raise refusal(file, "damaged-file", "the file is damaged: a part of it cannot be read.") from None


def _inspect(source: Opened) -> Inspection:
    pdf, pages = source.pdf, source.pages
    facts = read_facts(pdf)
    destinations = Destinations.of(pdf, source.numbers, len(pages))
    areas = [areas_of(page, number, destinations) for number, page in enumerate(pages, start=1)]
    texts = _texts(source, areas)
    tree = read_tags(pdf, Marks(pages, texts), source.numbers, facts.language)
    form_fields = read_form_fields(pages)
    evidence = read_evidence(pdf, tree.roots if tree else None, texts) if source.drawn else None
    return Inspection(
        file=source.file,
        size=len(source.data),
        version=pdf.pdf_version,
        encrypted=pdf.is_encrypted,
        accessible=pdf.allow.accessibility,
        title=facts.title,
        shows_title=facts.shows_title,
        language=facts.language,
        metadata=facts.metadata,
        claims=facts.claims,
        pages=_pages(pages, texts),
        fonts=read_fonts(pages),
        outline=read_outline(pdf, destinations),
        tags=tree.roots if tree else None,
        images=read_images(pages, texts, tree),
        links=read_links([area for page in areas for area in page], texts, tree.links if tree else {}),
        form_fields=form_fields,
        actions=read_actions(pdf, pages),
        attachments=read_attachments(pdf, pages),
        speech=speak(tree.roots, facts.language) if tree else speak_untagged(_read_aloud(texts, form_fields)),
        evidence=evidence if isinstance(evidence, Rechecked) else None,
        problems=(*find_damage(pdf, pages), *_unread(evidence), *_noticed(pdf, texts, tree)),
    )


def _unread(evidence: Rechecked | Problem | None) -> Iterator[Problem]:
    if isinstance(evidence, Problem):
        yield evidence


def _undrawn(found: Inspection) -> Inspection:
    """Say once for all pages that they were not looked at."""
    noticed = (each for each in found.problems if each.id != "unreadable-page")
    return replace(found, problems=(_BREAKS_READERS, *noticed))


def _pages(pages: Sequence[object], texts: Sequence[PageText]) -> tuple[PageSeen, ...]:
    seen = zip(read_pages(pages), texts, strict=True)
    return tuple(
        replace(page, has_text=bool(text.whole) or not text.readable, running=text.running) for page, text in seen
    )


def _read_aloud(texts: Sequence[PageText], form_fields: Sequence[FormField]) -> Iterator[str]:
    """Give the lines of each page of an untagged file, the form fields after the text."""
    for number, text in enumerate(texts, start=1):
        fields = [speak_form_field(each) for each in form_fields if each.page == number]
        yield "\n".join(filter(None, [text.whole or (NO_TEXT if text.images else ""), *fields]))


def _texts(source: Opened, areas: Sequence[Sequence[LinkArea]]) -> list[PageText]:
    boxes = [[box for area in page for box in area.boxes] for page in areas]
    if source.drawn is None:
        return [PageText(covered=("",) * len(page), readable=False) for page in boxes]
    return [read_page(source.drawn, index, page) for index, page in enumerate(boxes)]


def _noticed(pdf: pikepdf.Pdf, texts: Sequence[PageText], tree: TagTree | None) -> Iterator[Problem]:
    """Say what reading had to put up with; last, because damage shows only where something is read."""
    if any(not _HARMLESS.search(str(warning)) for warning in pdf.get_warnings()):
        yield Problem(
            "damaged",
            "The file is damaged and was repaired to be read: other programs may show less of it, or refuse it.",
            hint=AGAIN,
        )
    for number, text in enumerate(texts, start=1):
        if not text.readable:
            yield Problem("unreadable-page", f"Page {number} cannot be read.", page=number, gravity="warning")
    if tree and tree.cut:
        sentence = "The tag tree is larger or deeper than any document needs: what comes after the limit was left out."
        yield Problem("tags-cut", sentence, gravity="warning")
    if tree and tree.circular:
        sentence = "The tag tree leads back to itself: a screen reader may read parts twice, or stop."
        yield Problem("tags-circular", sentence, gravity="warning")
