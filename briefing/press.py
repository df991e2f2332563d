"""Folder → PDF: the one place that calls the stages in order. The first file to read.

    read → check → fill the template → parse its HTML → mark abbreviations → set signs and spaces → set the pages
    → write the file

A ``Press`` holds what is opened once and used for many documents: compiled templates, themes, fonts. It is passed
in, never global.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing import checking, reading
from briefing.archiving import attached_files, notices
from briefing.editions import EDITIONS, SCREEN, Edition
from briefing.errors import (
    BriefingError,
    ContentError,
    Diagnostic,
    LayoutError,
    Position,
    TemplateError,
    errors_of,
    sorted_diagnostics,
)
from briefing.model import Briefing, Element, Picture, walk
from briefing.model.licences import licence_named
from briefing.pdf import Attachment, Metadata, Relationship, write_pdf
from briefing.reading import Places, Reading
from briefing.resources import assets_folder
from briefing.saving import check_output, save
from briefing.templating import (
    Template,
    events_of_drawing,
    find_template,
    language_problems,
    load_template,
    parse_html,
    picture_of,
    render,
    typeset,
    with_abbreviations,
)
from briefing.theme import Theme, load_theme
from briefing.timeline import Chart, Palette
from briefing.typesetting import FontLibrary, SetDocument, set_document

__all__ = ["Attached", "Built", "Press", "Rendered", "build", "check", "default_output", "load", "without_collecting"]

_DAY_ZERO = datetime(2000, 1, 1, tzinfo=UTC)
"""From which the days of ``Date`` are counted."""
_MOST_THEMES = 16
"""Organisations whose colours and fonts a press keeps ready."""
_SIZES = ("A4", "letter", "A5")
"""Those tried where something is too tall for a page, the tallest first."""
_ROOMY = "briefing"
"""Template that sets the call to the public smallest."""
_MOST_TRIED = 20_000
"""Elements of a document that is set anew on other pages: to advise may take seconds, not minutes."""
_DRAFT = ("open", "question")
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
    """``A4``, ``A5`` or ``letter``."""
    draft: bool
    diagnostics: tuple[Diagnostic, ...]
    """Everything that does not stop a build, in the order of the files."""
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """A briefing that was written to a file."""

    path: Path
    pages: int
    page_size: str
    size: int
    """Bytes."""
    draft: bool
    diagnostics: tuple[Diagnostic, ...]
    attached: tuple[Attached, ...] = ()


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

    def __init__(self, template: str = "briefing", *, page: str | None = None, edition: str = SCREEN.name) -> None:
        self.template: Template = load_template(template)
        self.edition = _edition(edition)
        self._page = page
        self._themes: dict[object, tuple[Theme, FontLibrary]] = {}

    @without_collecting()
    def render(
        self,
        briefing: Briefing,
        *,
        files: Mapping[str, bytes] = _NO_FILES,
        draft: bool = False,
        epoch: int | None = None,
    ) -> Rendered:
        """Make the PDF of a briefing.

        ``files`` is what it was read from, for an edition that attaches it. ``epoch`` (seconds since 1970) takes the
        place of the briefing's date.

        Raises:
            ContentError: something in the content has no place in the document.
            TemplateError: the template or its theme is at fault.
            LayoutError: the pages cannot be made.
        """
        html = self.document(briefing, draft=draft)
        document = self.set(briefing, html, files)
        metadata = _metadata(html, briefing, draft=draft, epoch=epoch)
        attachments = attached_files(briefing, files, metadata) if self.edition.attaches else ()
        return Rendered(
            write_pdf(document, metadata, attachments),
            len(document.pages),
            document.page.name,
            draft,
            sorted_diagnostics((*document.diagnostics, *notices(attachments, briefing))),
            tuple(map(_attached, attachments)),
        )

    def document(self, briefing: Briefing, *, draft: bool = False) -> Element:
        """Write a briefing as the tree that is set.

        Raises:
            ContentError, TemplateError: as ``render``.
        """
        written = render(briefing, self.template, draft=draft)
        html = parse_html(written, file=f"{self.template.name}/document.html")
        html = with_abbreviations(html, briefing.abbreviations)
        return html if briefing.signs_as_typed else typeset(html)

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
        return set_document(
            html,
            theme,
            fonts=fonts,
            pictures=pictures_of(briefing, html),
            drawings=drawings_of(briefing, html, theme),
            position=briefing.position,
            locate=Places(files).find,
        )

    def _what_holds(self, briefing: Briefing, html: Element) -> str:
        """Try other sizes of page, and our roomiest template, for what this page is too small for."""
        if sum(1 for _ in walk(html)) > _MOST_TRIED:
            return ""
        for size in _SIZES:
            if self._holds(briefing, html, size):
                return f" It fits on {size}: --page {size}."
        if self.template.name == _ROOMY:
            return ""
        roomy = Press(_ROOMY, page=self._page)
        html = roomy.document(briefing)
        if roomy._holds(briefing, html, None):
            return f" It fits in the template {_ROOMY}: --template {_ROOMY}."
        if roomy._holds(briefing, html, _SIZES[0]):
            return f" It fits in the template {_ROOMY} on {_SIZES[0]}: --template {_ROOMY} --page {_SIZES[0]}."
        return ""

    def _holds(self, briefing: Briefing, html: Element, page: str | None) -> bool:
        try:
            self._set(briefing, html, _NO_FILES, page)
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
            theme = _load_theme(self.template, briefing, page)
            self._themes[key] = (theme, FontLibrary(theme.fonts))
        return self._themes[key]


def _is_too_tall(diagnostic: Diagnostic) -> bool:
    return diagnostic.id == "too-tall"


def _advised(diagnostic: Diagnostic, advice: str) -> Diagnostic:
    return replace(diagnostic, hint=diagnostic.hint + advice) if _is_too_tall(diagnostic) else diagnostic


def _edition(name: str) -> Edition:
    if name not in EDITIONS:
        message, hint = f'There is no edition "{name}".', f"Editions are {', '.join(EDITIONS)}."
        raise TemplateError(Diagnostic("error", "unknown-edition", message, hint=hint))
    return EDITIONS[name]


def _attached(attachment: Attachment) -> Attached:
    return Attached(attachment.name, len(attachment.data), attachment.relationship)


def _load_theme(template: Template, briefing: Briefing, page: str | None) -> Theme:
    file = f"{template.name}/theme.toml"

    def read_font(name: str) -> bytes:
        for folder in (template.folder, assets_folder() / "fonts"):
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path.read_bytes()
        raise FileNotFoundError(name)

    return load_theme(
        _theme_text(template.folder),
        file=file,
        read_font=read_font,
        read_theme=lambda name: _theme_text(find_template(name)),
        organisation=briefing.organisation,
        size=page,
    )


def _theme_text(folder: Path) -> str:
    path, file = folder / "theme.toml", f"{folder.name}/theme.toml"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message, hint = f"The template {folder.name} has no theme.toml.", "Copy that of one of our templates."
        raise TemplateError(Diagnostic("error", "theme", message, hint=hint)) from error
    except OSError as error:
        reason = "is a folder, not a file" if path.is_dir() else f"cannot be read: {error.strerror or error}"
        message = f"theme.toml {reason}."
        raise TemplateError(Diagnostic("error", "theme", message, Position(file))) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message, hint = "theme.toml is not UTF-8 text.", "Save the file as UTF-8: most editors offer it under Save as."
        raise TemplateError(Diagnostic("error", "theme", message, Position(file, line), hint)) from error


def pictures_of(briefing: Briefing, html: Element) -> Mapping[str, Picture]:
    """Find the pictures that a document shows, by its ``src``."""
    wanted = {element.get("src") for element in walk(html) if element.get("src")}
    found = {name: picture_of(briefing, name) for name in sorted(wanted)}
    return {name: picture for name, picture in found.items() if picture}


def drawings_of(briefing: Briefing, html: Element, theme: Theme) -> Mapping[str, Chart]:
    """Make the charts that a document shows, by its ``data-drawing``, in the theme's colours."""
    colours = theme.colours
    palette = Palette(
        structure=colours["structure"],
        accent=colours["accent"],
        ink=colours["ink"],
        muted=colours["muted"],
    )
    wanted = {element.get("data-drawing") for element in walk(html) if element.get("data-drawing")}
    events = {name: events_of_drawing(briefing, name) for name in sorted(wanted)}
    language = briefing.masthead.language
    return {name: Chart(shown, palette=palette, language=language) for name, shown in events.items() if shown}


def _metadata(html: Element, briefing: Briefing, *, draft: bool, epoch: int | None) -> Metadata:
    found: dict[str, list[str]] = {}
    for element in walk(html):
        if element.tag == "meta":
            found.setdefault(element.get("name"), []).append(element.get("content"))

    def one(name: str) -> str:
        return found.get(name, [""])[0]

    licence = licence_named(one("rights"))
    return Metadata(
        title=briefing.masthead.title,
        language=briefing.masthead.language,
        authors=tuple(found.get("author", ())),
        description=one("description"),
        keywords=briefing.masthead.keywords,
        publisher=one("publisher"),
        rights=one("rights"),
        licence_address=licence.address if licence else "",
        public_domain=licence.public_domain if licence else False,
        date=_moment(briefing, epoch),
        label="Draft" if draft else "",
    )


def _moment(briefing: Briefing, epoch: int | None) -> datetime | None:
    """Decide when the file says it was made: never from the clock, for the same input gives the same bytes."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    date = briefing.masthead.date
    if date is None or date.first is None:
        return None
    try:
        return _DAY_ZERO + timedelta(days=date.first)
    except OverflowError:
        return None


def load(folder: Path | str, *, language: str | None = None, configuration: Path | None = None) -> Reading:
    """Read an article folder: the briefing with every diagnostic of reading it."""
    return reading.read_folder(Path(folder), language=language, configuration=configuration)


def check(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    configuration: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Read and check an article folder and set its pages; return all diagnostics, in the order of the files."""
    found = load(folder, language=language, configuration=configuration)
    diagnostics = _checked(found)
    if found.briefing is None or any(each.id == "right-to-left" for each in diagnostics):
        return diagnostics
    try:
        press = Press(template, page=page, edition=edition)
        if errors_of(diagnostics):
            return sorted_diagnostics((*diagnostics, *_tried(press, found.briefing, found.files)))
        rendered = press.render(found.briefing, files=found.files)
    except BriefingError as error:
        return sorted_diagnostics((*diagnostics, *error.diagnostics))
    return sorted_diagnostics((*diagnostics, *rendered.diagnostics))


def _tried(press: Press, briefing: Briefing, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Set what could be read of an article with errors, and say what that adds: its letters, what is too large.

    A picture that was refused is missing on the page as well, which is not said again.
    """
    briefing = checking.with_stand_ins(briefing)
    try:
        return press.set(briefing, press.document(briefing), files).diagnostics
    except LayoutError as error:
        return tuple(each for each in error.diagnostics if each.id != "missing-picture")
    except (ContentError, TemplateError):
        message = "The pages could not be tried yet: more may be said when these errors are mended."
        return (Diagnostic("note", "pages-not-tried", message),)


def _checked(found: Reading) -> tuple[Diagnostic, ...]:
    if found.briefing is None:
        return sorted_diagnostics((*found.diagnostics, *_profile_used(found)))
    more = (*checking.check(found.briefing), *language_problems(found.briefing))
    return sorted_diagnostics((*found.diagnostics, *more, *_profile_used(found)))


def _profile_used(found: Reading) -> tuple[Diagnostic, ...]:
    if not found.profile:
        return ()
    return (Diagnostic("note", "profile", f"The organisation's profile is {found.profile}."),)


def build(
    folder: Path | str,
    output: Path | str | None = None,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    final: bool = False,
    configuration: Path | None = None,
    epoch: int | None = None,
) -> Built:
    """Build an article folder into a PDF; without ``output`` into ``build/`` under the folder's name.

    The file takes the place of an older PDF only when it is whole, and never that of another file. ``edition`` is a
    name of ``briefing.editions``. With ``final`` a draft is refused. ``epoch`` is ``SOURCE_DATE_EPOCH``: it takes the
    place of the briefing's date in the metadata.

    Raises:
        ContentError: the content has errors, or is a draft and ``final`` was asked.
        TemplateError: the template or its theme is at fault.
        LayoutError: the pages cannot be made.
        OutputError: the file cannot be written.
    """
    folder = Path(folder)
    found = load(folder, language=language, configuration=configuration)
    diagnostics = _checked(found)
    errors = errors_of(diagnostics)
    if found.briefing is None or errors:
        raise ContentError(*diagnostics)
    draft = any(diagnostic.severity in _DRAFT for diagnostic in diagnostics)
    if draft and final:
        raise ContentError(*diagnostics, _not_final(diagnostics))
    press = Press(template, page=page, edition=edition)
    path = Path(output) if output is not None else default_output(folder, template, language, edition)
    check_output(path, (*_files_read(folder, found, found.briefing), *press.template.files()))
    rendered = press.render(found.briefing, files=found.files, draft=draft, epoch=epoch)
    save(path, rendered.data)
    return Built(
        path,
        rendered.pages,
        rendered.page_size,
        len(rendered.data),
        draft,
        sorted_diagnostics((*diagnostics, *rendered.diagnostics)),
        rendered.attached,
    )


def _not_final(diagnostics: tuple[Diagnostic, ...]) -> Diagnostic:
    count = sum(diagnostic.severity in _DRAFT for diagnostic in diagnostics)
    things = "one thing is" if count == 1 else f"{count} things are"
    return Diagnostic("error", "not-final", f"This cannot be final: {things} open.", None, "Settle what is open first.")


def _files_read(folder: Path, found: Reading, briefing: Briefing) -> Iterator[Path]:
    """Name the files of an article: its text, sources, kept texts, pictures, and the profile with its logo."""
    yield folder / briefing.position.file
    for source in briefing.sources.values():
        yield folder / source.position.file
        yield folder / "sources" / f"{source.key}.txt"
    yield from (folder / name for name in briefing.pictures)
    if found.profile:
        yield found.profile
        if briefing.organisation and briefing.organisation.logo:
            yield found.profile.parent / briefing.organisation.logo.name


def default_output(folder: Path, template: str, language: str | None, edition: str = SCREEN.name) -> Path:
    """Where a PDF goes that nobody named a place for: ``build/``, under the folder's name."""
    parts = [folder.resolve().name]
    if Path(template).name != "briefing":
        parts.append(Path(template).name)
    if language:
        parts.append(language)
    if edition != SCREEN.name:
        parts.append(edition)
    return Path("build") / ("-".join(parts) + ".pdf")
