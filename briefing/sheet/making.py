"""Article folder → the sheet as a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import checking, press
from briefing.checking import NOTHING_ASKED, Asked
from briefing.claims import Ledger, ledger_of
from briefing.errors import ContentError, Diagnostic, errors_of
from briefing.memory import FORGETFUL
from briefing.model import Briefing, Element, walk
from briefing.pdf import Metadata, write_pdf
from briefing.press import Press, metadata_of
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import check_output, save
from briefing.sheet.filling import sheet_of
from briefing.sheet.values import LANGUAGE, Sheet
from briefing.templating import load_form, parse_html
from briefing.templating.page import linked
from briefing.templating.sentences import shortened

__all__ = ["MadeSheet", "make_sheet", "numbers_of"]

_FORM = "sheet"
_MOST = 2_500
"""Claims on one sheet: some three hundred pages, which nobody reads in a day."""


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """A sheet that was written to a file."""

    path: Path
    pages: int
    page_size: str
    size: int
    """Bytes."""
    claims: int
    """Boxes to tick."""
    diagnostics: tuple[Diagnostic, ...]


@press.without_collecting()
def make_sheet(
    folder: Path | str,
    output: Path | str | None = None,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    configuration: Path | None = None,
    asked: Asked = NOTHING_ASKED,
    strict: bool = False,
    epoch: int | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> MadeSheet:
    """Print each claim of an article beside the words of its source, with a box to tick.

    Without ``output`` it goes into ``build/`` under the folder's name. Sources have the numbers that ``template`` gives
    them. The other values are those of ``press.build`` and ``press.check``.

    Raises:
        ContentError: the article cannot be read, or has too many claims.
        TemplateError, LayoutError: the pages cannot be made.
        OutputError: the file cannot be written.
        ProtectedError: what is read or written holds a protected word.
    """
    folder = Path(folder)
    found = press.load(folder, language=language, configuration=configuration, protected=protected)
    if found.briefing is None or errors_of(found.diagnostics):
        raise ContentError(*found.diagnostics)
    path = Path(output) if output is not None else press.default_output(folder, _FORM, language)
    check_output(path, tuple(press.files_read(folder, found, found.briefing)))
    ledger = ledger_of(found.briefing)
    _check_length(ledger, found.briefing)
    told = checking.check(
        found.briefing, original=found.original, asked=asked, strict=strict, ledger=ledger if not language else None
    )
    told = (*found.diagnostics, *told, *checking.voters(found.briefing, found.original))
    fonts = press.fonts_folder(configuration)
    numbers = numbers_of(Press(template, fonts=fonts, memory=FORGETFUL), found.briefing)
    command = _approving(folder, language)
    sheet = sheet_of(found.briefing, ledger, numbers, told, command=command, strict=strict)
    publisher = Press(load_form(_FORM), page=page, fonts=fonts, memory=FORGETFUL, protected=protected)
    html = _document(sheet, publisher, protected)
    document = publisher.set(_unpublished(found.briefing), html)
    data = write_pdf(document, _metadata(found.briefing, html, epoch), (), publisher.memory)
    save(path, data, protected=protected)
    return MadeSheet(path, len(document.pages), document.page.name, len(data), sheet.count, tuple(document.diagnostics))


def _check_length(ledger: Ledger, briefing: Briefing) -> None:
    """See that a sheet holds all claims.

    Raises: ContentError where it does not.
    """
    if len(ledger.claims) > _MOST:
        message = f"There are {len(ledger.claims):,} claims; a sheet holds {_MOST:,}."
        raise ContentError(Diagnostic("error", "sheet-too-long", message, briefing.position, "Divide the briefing."))


def _approving(folder: Path, language: str | None) -> str:
    """Write the command with which an approval is given."""
    edition = f" --language {language}" if language else ""
    return f'briefing check {folder.name or "."}{edition} --approve "NAME, ROLE"'


def numbers_of(publisher: Press, briefing: Briefing) -> Mapping[str, int]:
    """Tell the numbers that the sources of a briefing have in it; none where its theme puts them into notes."""
    places = {str(source.position): key for key, source in briefing.sources.items()}
    entries = (each for each in walk(publisher.document(briefing)) if each.tag == "li" and "source" in each.classes)
    cited = [places[place] for each in entries if (place := str(each.position)) in places]
    return {key: number for number, key in enumerate(cited, start=1)}


def _unpublished(briefing: Briefing) -> Briefing:
    """Take a briefing without its organisation, whose colours and fonts are for what it publishes."""
    return replace(briefing, organisation=None)


def _metadata(briefing: Briefing, html: Element, epoch: int | None) -> Metadata:
    found = metadata_of(html, _unpublished(briefing), draft=False, epoch=epoch)
    return replace(found, title=f"Checking sheet: {briefing.masthead.title}", language=LANGUAGE)


def _document(sheet: Sheet, publisher: Press, protected: Protected) -> Element:
    # a sandbox knows what it has written before by the languages and the words of the document
    document = {"language": LANGUAGE, "original_language": LANGUAGE, "words": None}
    names = {**document, "sheet": sheet, "linked": linked, "shortened": shortened}
    written = publisher.template.write(names)
    protected.refuse_text(written, "The text of the sheet")
    return parse_html(written, file=f"{_FORM}/form.html")
