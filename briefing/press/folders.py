"""Article folder → diagnostics, or a file: what the command line and other programs call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefing import checking, reading
from briefing.checking import EXPIRED, NOTHING_ASKED, NOTHING_PUBLISHED, Asked, Publication
from briefing.claims import NO_CLAIMS, Ledger, ledger_of
from briefing.editions import EDITIONS, SCREEN
from briefing.errors import (
    BriefingError,
    ContentError,
    Diagnostic,
    LayoutError,
    ProtectedError,
    TemplateError,
    errors_of,
    sorted_diagnostics,
)
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Date
from briefing.press.captured_pages import text_of_original
from briefing.press.language_editions import other_editions
from briefing.press.making import Attached, Press, Rendered, without_collecting
from briefing.press.protected import compared_with, refuse_protected
from briefing.press.proving import prove
from briefing.press.release import DRAFT, of_template, refused
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import CONSENTS, Article, Reading
from briefing.reading.sources import ORIGINALS
from briefing.saving import check_output, save
from briefing.templating import language_problems

__all__ = [
    "Built",
    "Checked",
    "Preflight",
    "build",
    "check",
    "default_output",
    "files_read",
    "fonts_folder",
    "ledger",
    "load",
    "load_checked",
    "preflight",
]


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
    claims: Ledger = NO_CLAIMS
    """What it tells and what stands behind that; dated statements are not among them."""


class Preflight(NamedTuple):
    """What is to be known of an article folder before anything is made of it."""

    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files."""
    claims: Ledger = NO_CLAIMS
    """What it tells and what stands behind that; of a language edition, what its original tells."""
    briefing: Briefing | None = None
    """What was looked at; ``None`` where nothing could be read, or a protected word stands in it."""


class Checked(NamedTuple):
    """A briefing that nothing keeps from being made into a file."""

    briefing: Briefing
    draft: bool
    """Whether something is open."""
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """What it was read from, by name."""
    sources: tuple[Path, ...]
    """The files that no output may take the place of."""
    article: Article
    """The fields and the text, as they stand in the file of the article."""
    claims: Ledger
    original: Briefing | None = None
    """Of a language edition: the text that it translates, as ``Reading`` has it."""


def load(
    folder: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    memory: Memory = FORGETFUL,
    protected: Protected = NOTHING_PROTECTED,
) -> Reading:
    """Read an article folder: the briefing with every diagnostic of reading it.

    ``memory`` is that of a press which is kept: it knows what became of the same texts before.

    Raises:
        ProtectedError: what was read holds a protected word; nothing else is said then, for it could repeat the word.
    """
    found = reading.read_folder(
        Path(folder), language=language, configuration=configuration, memory=memory, text_of=text_of_original
    )
    if protected:
        refuse_protected(Path(folder), found, protected)
    return found


def check(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    configuration: Path | None = None,
    asked: Asked = NOTHING_ASKED,
    strict: bool = False,
    protected: Protected = NOTHING_PROTECTED,
    profile: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Read and check an article folder and set its pages; return all diagnostics, in the order of the files.

    Without ``language`` the editions in other languages are held against the original, too. ``asked`` switches
    editorial checks, and says which day it is. With ``strict`` dated statements need a source, too. ``profile`` is that
    of a press, as for ``build``.
    """
    return preflight(
        folder,
        template=template,
        language=language,
        page=page,
        edition=edition,
        configuration=configuration,
        asked=asked,
        strict=strict,
        protected=protected,
        profile=profile,
    ).diagnostics


def preflight(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    configuration: Path | None = None,
    asked: Asked = NOTHING_ASKED,
    strict: bool = False,
    protected: Protected = NOTHING_PROTECTED,
    profile: Path | None = None,
) -> Preflight:
    """Do what ``check`` does; return the claims as well. Where a protected word stands, that alone is said."""
    memory = Memory()
    try:
        found = load(folder, language=language, configuration=configuration, memory=memory, protected=protected)
    except ProtectedError as error:
        return Preflight(error.diagnostics)
    publication = Publication(_uses(edition), asked.today)
    diagnostics, claims, _ = _checked(found, asked=asked, strict=strict, publication=publication)
    diagnostics = (*diagnostics, *compared_with(protected))
    if found.briefing is None:
        return Preflight(diagnostics)
    if not errors_of(diagnostics):
        diagnostics = (*diagnostics, *_not_released(Path(folder), found, found.briefing, configuration))
    if language is None:
        diagnostics = (*diagnostics, *other_editions(Path(folder), memory))
    fonts = fonts_folder(configuration)
    try:
        press = Press(
            template,
            page=page,
            edition=edition,
            fonts=fonts,
            memory=FORGETFUL,
            protected=protected,
            profile=profile,
        )
        if errors_of(diagnostics):
            more = _tried(press, found.briefing, found.files)
        else:
            rendered = press.render(found.briefing, files=found.files)
            others = of_template(press, found.briefing, found.original)
            more = (*rendered.diagnostics, *prove(rendered), *others)
    except ProtectedError as error:
        return Preflight(error.diagnostics)
    except BriefingError as error:
        more = error.diagnostics
    return Preflight(sorted_diagnostics((*diagnostics, *more)), claims, found.briefing)


def ledger(
    folder: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> Ledger:
    """List every claim of an article folder, dated statements too, with what stands behind each.

    ``language`` asks for those of a language edition, in its own words.

    Raises:
        ContentError: there is no text to speak of; other errors leave out what could not be read.
        ProtectedError: what was read holds a protected word.
    """
    found = load(folder, language=language, configuration=configuration, protected=protected)
    if found.briefing is None:
        raise ContentError(*found.diagnostics)
    return ledger_of(found.briefing)


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


def _checked(
    found: Reading,
    memory: Memory = FORGETFUL,
    asked: Asked | None = None,
    *,
    strict: bool = False,
    publication: Publication,
) -> Preflight:
    if found.briefing is None:
        return Preflight(sorted_diagnostics((*found.diagnostics, *_profile_used(found))))
    claims = checking.ledger_for(found.briefing, found.original, memory, strict=strict)
    rules = checking.check(
        found.briefing,
        whole=not errors_of(found.diagnostics),
        original=found.original,
        memory=memory,
        asked=asked,
        ledger=claims,
        strict=strict,
    )
    people = checking.people_in_pictures(found.briefing, publication, found.original)
    more = (*rules, *people, *language_problems(found.briefing))
    return Preflight(sorted_diagnostics((*found.diagnostics, *more, *_profile_used(found))), claims)


def _not_released(
    folder: Path, found: Reading, briefing: Briefing, configuration: Path | None, memory: Memory = FORGETFUL
) -> Iterator[Diagnostic]:
    """Say who has not stood up for a text: who approves, and who answers whether it is intended to influence voters.

    Only for an approved original the whole of it is read.
    """
    original = found.original
    if original and original.masthead.approved and not briefing.masthead.approved:
        original = load(folder, configuration=configuration, memory=memory).briefing
    yield from checking.not_approved(briefing, original)
    yield from checking.voters(briefing, original)


def _profile_used(found: Reading) -> tuple[Diagnostic, ...]:
    if not found.profile:
        return ()
    return (Diagnostic("note", "profile", f"The organisation's profile is {found.profile}."),)


@without_collecting()
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
    press: Press | None = None,
    protected: Protected = NOTHING_PROTECTED,
    today: Date | None = None,
    profile: Path | None = None,
) -> Built:
    """Build an article folder into a PDF; without ``output`` into ``build/`` under the folder's name.

    The file takes the place of an older PDF only when it is whole, and never that of another file. ``edition`` is a
    name of ``briefing.editions``. With ``final`` a draft is refused, or a QR code that cannot be read. ``epoch`` is
    ``SOURCE_DATE_EPOCH``, for the metadata in place of the briefing's date. ``press`` is one that is kept, opened with
    the same template, page, edition and fonts: it makes the same bytes, and sooner. ``protected`` may stand nowhere in
    it. ``today`` is the day to compare consents with, in place of the briefing's date; it never changes a byte.
    ``profile`` is an ICC profile in place of ours, for the edition ``press`` alone.

    Raises:
        ProtectedError: what is read or written holds a protected word.
        ContentError: the content has errors; or ``final`` was asked, and it is a draft or not approved.
        TemplateError: the template or its theme is at fault.
        LayoutError: the pages cannot be made; or ``final`` was asked, and a QR code cannot be read.
        OutputError: the file cannot be written.
    """
    folder, memory = Path(folder), press.memory if press else FORGETFUL
    use = Publication(_uses(edition), today)
    found = load_checked(
        folder, language=language, configuration=configuration, memory=memory, protected=protected, publication=use
    )
    fonts = fonts_folder(configuration)
    press = press or Press(
        template, page=page, edition=edition, fonts=fonts, memory=memory, protected=protected, profile=profile
    )
    diagnostics = sorted_diagnostics((*found.diagnostics, *of_template(press, found.briefing, found.original)))
    if final and (held := refused(diagnostics)):
        raise ContentError(*held)
    path = Path(output) if output is not None else default_output(folder, template, language, edition)
    check_output(path, (*found.sources, *press.template.files()))
    rendered = press.render(found.briefing, files=found.files, draft=found.draft, epoch=epoch)
    told = _told(rendered, diagnostics, final=final)
    save(path, rendered.data, protected=protected)
    return Built(
        path,
        rendered.pages,
        rendered.page_size,
        len(rendered.data),
        found.draft,
        told,
        rendered.attached,
        found.claims,
    )


def _told(rendered: Rendered, diagnostics: tuple[Diagnostic, ...], *, final: bool) -> tuple[Diagnostic, ...]:
    """Say what is known of a file; of one that has to be final also whether its QR codes can be read.

    Raises: LayoutError where they cannot.
    """
    told = sorted_diagnostics((*diagnostics, *rendered.diagnostics, *(prove(rendered) if final else ())))
    if errors_of(told):
        raise LayoutError(*told)
    return told


def load_checked(
    folder: Path,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    memory: Memory = FORGETFUL,
    protected: Protected = NOTHING_PROTECTED,
    publication: Publication = NOTHING_PUBLISHED,
) -> Checked:
    """Read and check an article folder that a file is to be made of, for a publication.

    Raises:
        ProtectedError: what was read holds a protected word.
        ContentError: the content has errors; with all that is known of it.
    """
    found = load(folder, language=language, configuration=configuration, memory=memory, protected=protected)
    diagnostics, claims, _ = _checked(found, memory, publication=publication)
    if found.briefing is None or found.article is None or errors_of(diagnostics):
        raise ContentError(*diagnostics)
    diagnostics = sorted_diagnostics(
        (*diagnostics, *_not_released(folder, found, found.briefing, configuration, memory))
    )
    # the same text gives the same bytes on every day
    draft = any(diagnostic.severity in DRAFT and diagnostic.id != EXPIRED for diagnostic in diagnostics)
    sources = tuple(files_read(folder, found, found.briefing))
    return Checked(found.briefing, draft, diagnostics, found.files, sources, found.article, claims, found.original)


def _uses(edition: str) -> tuple[str, ...]:
    return EDITIONS.get(edition, SCREEN).uses


def fonts_folder(configuration: Path | None) -> Path | None:
    """Where a user keeps fonts, in the folder of settings."""
    return configuration / "fonts" if configuration else None


def files_read(folder: Path, found: Reading, briefing: Briefing) -> Iterator[Path]:
    """Name the files of an article: text, sources, kept texts, figures, pictures, consents, profile and logo."""
    yield folder / briefing.position.file
    if found.original:
        yield folder / found.original.position.file
    for source in briefing.sources.values():
        yield folder / source.position.file
        yield from (folder / "sources" / f"{source.key}.{ending}" for ending in ("txt", *ORIGINALS))
    yield from (folder / name for name in (*found.files, CONSENTS))
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
