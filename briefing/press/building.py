"""Article folder → a PDF that is written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.claims import NO_CLAIMS, Ledger
from briefing.editions import SCREEN
from briefing.errors import ContentError, Diagnostic, LayoutError, errors_of, sorted_diagnostics
from briefing.memory import FORGETFUL
from briefing.model import Date, DrawnCode
from briefing.press.loading import Checked, fonts_folder, load_checked, publication_of
from briefing.press.making import Attached, Press, Rendered, without_collecting
from briefing.press.proving import prove
from briefing.press.release import of_template, refused
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import check_output, save

__all__ = ["Built", "build", "default_output"]


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
    codes: tuple[DrawnCode, ...] = ()
    """The QR codes on its pages."""


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
    use = publication_of(edition, today)
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
    return _built(path, rendered, found, told)


def _told(rendered: Rendered, diagnostics: tuple[Diagnostic, ...], *, final: bool) -> tuple[Diagnostic, ...]:
    """Say what is known of a file; of one that has to be final also whether its QR codes can be read.

    Raises: LayoutError where they cannot.
    """
    told = sorted_diagnostics((*diagnostics, *rendered.diagnostics, *(prove(rendered) if final else ())))
    if errors_of(told):
        raise LayoutError(*told)
    return told


def _built(path: Path, rendered: Rendered, found: Checked, told: tuple[Diagnostic, ...]) -> Built:
    return Built(
        path,
        rendered.pages,
        rendered.page_size,
        len(rendered.data),
        found.draft,
        told,
        rendered.attached,
        found.claims,
        rendered.codes,
    )


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
