"""Briefing → the bytes of a PDF."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.addressing import NOBODY, addressed
from briefing.editions import EDITIONS, SCREEN, Edition
from briefing.errors import ContentError, Diagnostic, LayoutError, TemplateError, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, DrawnCode, Element, walk
from briefing.pdf import Attachment, Metadata, Relationship, Separation, write_pdf
from briefing.press.fallback import FallbackLookup
from briefing.press.folding import fold_notes
from briefing.press.left_out_codes import left_out_codes
from briefing.press.margins import Bleed, reaches_margins
from briefing.press.marked import unmarked_draft
from briefing.press.metadata import metadata_of
from briefing.press.shown import drawings_of, pictures_of
from briefing.press.themes import theme_of
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import Places
from briefing.templating import (
    Template,
    load_template,
    parse_html,
    render,
    typeset,
    with_abbreviations,
    with_numbers_in_brackets,
)
from briefing.theme import CitedAs, NotePlace, Theme
from briefing.typesetting import FontLibrary, SetDocument, set_document

__all__ = ["Attached", "Press", "Rendered", "without_collecting"]

_MOST_THEMES = 16
"""Organisations whose colours and fonts a press keeps ready."""
_SIZES = ("A4", "letter", "A5")
"""Those tried where something is too tall for a page, the tallest first."""
_POSTERS = "A3"
"""A size for what is hung up: tried besides where a page is divided into panels."""
_ROOMY = "briefing"
"""Template that sets the call to the public smallest."""
_MOST_TRIED = 20_000
"""Elements of a document that is set anew on other pages: to advise may take seconds, not minutes."""
_NO_FILES: Mapping[str, bytes] = MappingProxyType({})


class Attached(NamedTuple):
    """A file that travels inside the PDF."""

    name: str
    """Path with forward slashes, as in a folder that holds all of them."""
    size: int
    """Bytes."""
    relationship: Relationship


@dataclass(frozen=True, slots=True)
class Rendered:
    """A briefing as a PDF that is not written yet."""

    data: bytes = field(repr=False)
    pages: int
    page_size: str
    """Such as ``A4``, or ``A4 landscape``."""
    draft: bool
    diagnostics: tuple[Diagnostic, ...]
    """Everything that does not stop a build, in the order of the files."""
    attached: tuple[Attached, ...] = ()
    codes: tuple[DrawnCode, ...] = ()
    """The QR codes on its pages; ``prove`` tries them."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles of references, where it does so, until a document is made.

    A document is very many values and hardly a cycle; each search would look at all of them again, and together they
    take a third of the time of a long document.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Press:
    """Turns briefings into PDFs, and remembers what they share."""

    def __init__(
        self,
        template: str | Template = "briefing",
        *,
        page: str | None = None,
        edition: str = SCREEN.name,
        fonts: Path | None = None,
        memory: Memory | None = None,
        protected: Protected = NOTHING_PROTECTED,
        profile: Path | None = None,
    ) -> None:
        """Open a template; ``fonts`` is the user's own folder of fonts, ``profile`` that of a press, in place of ours.

        ``memory`` is one in place of the press's own, such as ``FORGETFUL`` for a press that makes one document: that
        is made a little sooner, and takes half the room where it is long. ``protected`` is what nothing that is made
        may hold.
        """
        self.template = template if isinstance(template, Template) else load_template(template)
        self.edition = _edition(edition)
        self._separation = _separation(self.edition, profile)
        self._page = page
        self._protected = protected
        self._fonts = fonts
        self._fallback = FallbackLookup(fonts)
        self._themes: dict[object, tuple[Theme, FontLibrary]] = {}
        self.memory = memory or Memory()

    @without_collecting()
    def render(
        self,
        briefing: Briefing,
        *,
        recipient: Mapping[str, str] = NOBODY,
        files: Mapping[str, bytes] = _NO_FILES,
        draft: bool = False,
        epoch: int | None = None,
    ) -> Rendered:
        """Make the PDF of a briefing, for all or for one recipient, by the names of the fields.

        ``files`` is what it was read from, for an edition that attaches it. ``epoch`` (seconds since 1970) takes the
        place of the briefing's date.

        Raises:
            ProtectedError: the text or what is attached holds a protected word.
            ContentError: something in the content has no place in the document; or a merge field has neither a value
                nor other words.
            TemplateError: the template or its theme is at fault.
            LayoutError: the pages cannot be made.
        """
        if self.edition.attaches:
            briefing, files = self._travelling(briefing, files)
        html = self.document(briefing, recipient=recipient, draft=draft)
        briefing = addressed(briefing, recipient, self.memory).briefing
        document = self.set(briefing, html, files)
        metadata = metadata_of(html, briefing, draft=draft, epoch=epoch)
        if self.edition.press and metadata.date is None:
            raise ContentError(_undated(briefing))
        attachments, noticed = self._attachments(briefing, html, files, metadata) if self.edition.attaches else ((), ())
        self._protected.refuse_files({each.name: each.data for each in attachments})
        data = write_pdf(
            document,
            metadata,
            attachments,
            self.memory,
            grey=self.edition.grey,
            separation=self._separation,
            per_inch=self.edition.per_inch,
        )
        unmarked = unmarked_draft(document.tree, self.theme(briefing)[0]) if draft else ()
        about = (*fold_notes(document), *left_out_codes(briefing, document), *unmarked)
        told = (*document.diagnostics, *noticed, *about, *self._ink(briefing, html, document, data))
        return Rendered(
            data,
            len(document.pages),
            document.page.name,
            draft,
            sorted_diagnostics(told),
            tuple(map(_attached, attachments)),
            document.codes,
        )

    def _travelling(self, briefing: Briefing, files: Mapping[str, bytes]) -> tuple[Briefing, Mapping[str, bytes]]:
        """Show the pictures that travel inside the file, so that it can be made again from them."""
        from briefing.archiving import travelling

        return travelling(briefing, files)

    def _attachments(
        self, briefing: Briefing, html: Element, files: Mapping[str, bytes], metadata: Metadata
    ) -> tuple[tuple[Attachment, ...], Iterable[Diagnostic]]:
        """Gather what travels inside the file, and what is to be said of it."""
        from briefing.archiving import attached_files, notices
        from briefing.evidence import gather

        attachments = attached_files(briefing, files, metadata, gather(briefing, html, self.memory))
        return attachments, notices(attachments, briefing)

    def _ink(self, briefing: Briefing, html: Element, document: SetDocument, data: bytes) -> Iterator[Diagnostic]:
        """Tell what becomes of the edges of the pages, and of their ink where the edition is for printers."""
        # Late: they draw the pages, for which most documents need no library.
        bleed: Bleed = "empty"
        if reaches_margins(document):
            from briefing.press.edges import bleed_of, edge_notes

            bleed = bleed_of(data)
            yield from edge_notes(data, is_cut=self.edition.press)
        if self.edition.grey:
            from briefing.press.ink import ink_notes

            yield from ink_notes(data)
        elif self._separation:
            from briefing.press.press_notes import press_notes
            from briefing.press.printed_contrast import pale_in_inks

            theme, _ = self.theme(briefing)
            drawings = drawings_of(briefing, html, theme, self.memory).values()
            yield from press_notes(document, self._separation, bleed)
            yield from pale_in_inks(document.tree, theme, drawings, self._separation)

    def document(
        self,
        briefing: Briefing,
        *,
        recipient: Mapping[str, str] = NOBODY,
        draft: bool = False,
        page_size: str | None = None,
        notes: NotePlace | None = None,
        sources: CitedAs | None = None,
    ) -> Element:
        """Write a briefing as the tree that is set.

        ``page_size`` is one in place of the press's own; ``notes`` and ``sources`` are in that of the theme's.

        Raises:
            ProtectedError, ContentError, TemplateError: as ``render``.
        """
        theme, _ = self.theme(briefing, page_size)
        written = render(
            briefing,
            self.template,
            recipient=recipient,
            draft=draft,
            notes=notes or theme.page.notes,
            sources=sources or theme.page.sources,
            memory=self.memory,
        )
        self._protected.refuse_text(written, "The text of the pages")
        html = parse_html(written, file=f"{self.template.name}/document.html", memory=self.memory)
        html = with_abbreviations(html, briefing.abbreviations, self.memory)
        html = html if briefing.signs_as_typed else typeset(html, self.memory)
        return with_numbers_in_brackets(html, self.memory) if theme.page.numbers == "brackets" else html

    def set(self, briefing: Briefing, html: Element, files: Mapping[str, bytes] = _NO_FILES) -> SetDocument:
        """Set the pages of a document; ``files`` is what it was read from, for messages that name a place in it.

        Raises:
            TemplateError, LayoutError: as ``render``.
        """
        try:
            return self._set(briefing, html, files, self._page)
        except LayoutError as error:
            if not any(map(_is_too_tall, error.diagnostics)):
                raise
            advice = self._what_holds(briefing, html)
            raise LayoutError(*(_advised(each, advice) for each in error.diagnostics)) from error

    def _set(self, briefing: Briefing, html: Element, files: Mapping[str, bytes], page: str | None) -> SetDocument:
        theme, fonts = self.theme(briefing, page)
        document = set_document(
            html,
            theme,
            fonts=fonts,
            pictures=pictures_of(briefing, html, self.memory),
            drawings=drawings_of(addressed(briefing, memory=self.memory).briefing, html, theme, self.memory),
            position=briefing.position,
            locate=Places(files).find,
            memory=self.memory,
        )
        return document._replace(diagnostics=(*document.diagnostics, *self._fallback.noticed(document)))

    def _what_holds(self, briefing: Briefing, html: Element) -> str:
        """Try other sizes of page, and our roomiest template, for what this page is too small for."""
        if sum(1 for _ in walk(html)) > _MOST_TRIED:
            return ""
        panels = bool(self.theme(briefing)[0].panels)
        for size in (*_SIZES, _POSTERS) if panels else _SIZES:
            if self._holds(briefing, size):
                return f" It fits on {size}: --page {size}."
        # Who wants a poster or a leaflet to be folded is not helped by a briefing.
        if panels or self.template.name == _ROOMY:
            return ""
        roomy = Press(_ROOMY, page=self._page, fonts=self._fonts, memory=FORGETFUL, protected=self._protected)
        if roomy._holds(briefing, None):
            return f" It fits in the template {_ROOMY}: --template {_ROOMY}."
        if roomy._holds(briefing, _SIZES[0]):
            return f" It fits in the template {_ROOMY} on {_SIZES[0]}: --template {_ROOMY} --page {_SIZES[0]}."
        return ""

    def _holds(self, briefing: Briefing, page: str | None) -> bool:
        try:
            # Where notes stand may be another thing on another size of page.
            self._set(briefing, self.document(briefing, page_size=page), _NO_FILES, page)
        except LayoutError as error:
            return not any(map(_is_too_tall, error.diagnostics))
        except TemplateError:
            return False
        return True

    def theme(self, briefing: Briefing, page: str | None = None) -> tuple[Theme, FontLibrary]:
        """The theme in the colours and fonts of the briefing's organisation, with its fonts opened.

        ``page`` is a size of paper in place of the press's own.
        """
        page = page or self._page
        organisation = briefing.organisation
        key = (page, organisation and (organisation.colours, organisation.reading_font, organisation.informing_font))
        if key not in self._themes:
            if len(self._themes) >= _MOST_THEMES:
                self._themes.clear()
            theme = theme_of(self.template, briefing, page, self.edition.name)
            self._themes[key] = (theme, FontLibrary(theme.fonts, self._fallback, least=theme.page.least))
        return self._themes[key]


def _is_too_tall(diagnostic: Diagnostic) -> bool:
    return diagnostic.id in ("too-tall", "panel-overfull")


def _advised(diagnostic: Diagnostic, advice: str) -> Diagnostic:
    return replace(diagnostic, hint=diagnostic.hint + advice) if _is_too_tall(diagnostic) else diagnostic


def _edition(name: str) -> Edition:
    if name not in EDITIONS:
        message, hint = f'There is no edition "{name}".', f"Editions are {', '.join(EDITIONS)}."
        raise TemplateError(Diagnostic("error", "unknown-edition", message, hint=hint))
    return EDITIONS[name]


def _separation(edition: Edition, profile: Path | None) -> Separation | None:
    """Open the profile of a press, for the edition that has one."""
    if edition.press:
        # Late: the other editions need none.
        from briefing.press.printing_condition import separation_of

        return separation_of(profile)
    if profile is not None:
        message, hint = "Only the edition press has the profile of a press.", "Add --edition press."
        raise TemplateError(Diagnostic("error", "profile", message, hint=hint))
    return None


def _undated(briefing: Briefing) -> Diagnostic:
    message = "A file for a press says when it was made, and this briefing has no date."
    return Diagnostic(
        "error", "press-undated", message, briefing.position, "Add a date, such as: date: 2 September 2021"
    )


def _attached(attachment: Attachment) -> Attached:
    return Attached(attachment.name, len(attachment.data), attachment.relationship)
