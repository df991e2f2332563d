"""Article folder → sheets to be signed, as PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from briefing import press
from briefing.checking import audience_answered, country_of, influences_voters, not_answered, voters
from briefing.errors import ContentError, Diagnostic, LayoutError, errors_of, sorted_diagnostics
from briefing.memory import Memory
from briefing.model import Briefing, Date, Element, plain_text
from briefing.model.wording import date_words
from briefing.pdf import write_pdf
from briefing.petitioning.commons import imprint_left_out, least_rows, missing_of_commons, open_of_commons
from briefing.petitioning.days import answer_days, commons_days, signature_days
from briefing.petitioning.filling import commons_sheets, notice_leaf, signature_sheets
from briefing.petitioning.fitting import most_rows
from briefing.petitioning.notice import (
    OF_COMMONS,
    left_blank,
    missing_of_notice,
    not_translated,
    notice_of_commons,
    rule_of_complaints,
    rule_of_notices,
)
from briefing.petitioning.signatures import (
    LEAST_ROWS,
    Signatures,
    missing_of_signatures,
    open_of_signatures,
    signatures_of,
)
from briefing.petitioning.values import (
    COMMONS,
    HIGHEST_SHEET,
    KINDS,
    MOST_SHEETS,
    SIGNATURES,
    MadeFile,
    MadePetition,
    Rows,
)
from briefing.press import Press, metadata_of
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import Reading
from briefing.rules import Rule, read_rule, rule_for
from briefing.saving import check_output, save
from briefing.templating import load_form
from briefing.typesetting import SetDocument

__all__ = ["make_petition"]

_NOTICE = "data-notice"
_OPEN = frozenset({"open", "question"})
_OF_THE_HOUSE = "uk-commons-petition"
"""Name of a file of rules."""
_AUDIENCE = ("public",)
"""Who is asked to sign."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked for."""

    folder: Path
    found: Reading
    briefing: Briefing
    output: Path
    sheets: int
    first_sheet: int
    page: str | None
    fonts: Path | None
    epoch: int | None
    protected: Protected
    today: Date | None

    def publisher(self, form: str) -> Press:
        """Open a form; what stands on each sheet is set once."""
        return Press(load_form(form), page=self.page, fonts=self.fonts, memory=Memory(), protected=self.protected)


@press.without_collecting()
def make_petition(
    folder: Path | str,
    output: Path | str | None = None,
    *,
    kind: str = SIGNATURES,
    sheets: int = 10,
    first_sheet: int = 1,
    language: str | None = None,
    page: str | None = None,
    configuration: Path | None = None,
    epoch: int | None = None,
    protected: Protected = NOTHING_PROTECTED,
    today: Date | None = None,
) -> MadePetition:
    """Print sheets to be signed; ``kind`` is one of ``KINDS``, ``page`` A4 or letter.

    General sheets have numbers from ``first_sheet`` on, so that those of two days are told apart.

    Without ``output`` they go into ``build/`` under the names of the folder and of their kind. A petition to the
    House of Commons has its data notice in a file beside them, and where one person petitions there is one sheet.
    ``today`` is the day to compare the days of the article with; without it nothing is said of them.

    Raises:
        ContentError: the article cannot be read, or something that the sheets need is missing; with all of it.
        TemplateError: a form or a file of rules is at fault.
        LayoutError: the pages cannot be made, or have room for too few rows.
        OutputError: the file cannot be written.
        ProtectedError: what is read or written holds a protected word.
    """
    if kind not in KINDS or not 1 <= sheets <= MOST_SHEETS:
        raise ValueError(f"there are the kinds {', '.join(KINDS)}, and from 1 to {MOST_SHEETS} sheets")
    if not 1 <= first_sheet <= (1 if kind == COMMONS else HIGHEST_SHEET):
        raise ValueError(f"general sheets have numbers from 1 to {HIGHEST_SHEET:,}, those of the House none")
    folder = Path(folder)
    found = press.load(folder, language=language, configuration=configuration, protected=protected)
    if found.briefing is None or errors_of(found.diagnostics):
        raise ContentError(*found.diagnostics)
    path = Path(output) if output is not None else press.default_output(folder, kind, language)
    fonts = press.fonts_folder(configuration)
    order = _Order(folder, found, found.briefing, path, sheets, first_sheet, page, fonts, epoch, protected, today)
    return _commons(order) if kind == COMMONS else _signatures(order)


def _signatures(order: _Order) -> MadePetition:
    """Make general sheets."""
    briefing, rule = order.briefing, rule_of_notices(order.briefing)
    told = (*missing_of_signatures(briefing, rule), *open_of_signatures(briefing))
    blanks = left_blank(order.found.diagnostics, briefing.petition, briefing.signature_sheets, briefing.organisation)
    days = signature_days(briefing, order.today)
    diagnostics, draft = _judged(order, (*told, *blanks, *days, *not_translated(briefing)))
    signatures = signatures_of(briefing)
    if signatures is None:
        raise ContentError(*diagnostics)
    publisher, protected = order.publisher(SIGNATURES), order.protected

    def document(rows: int, sheets: int = 1) -> Element:
        return signature_sheets(
            publisher,
            briefing,
            signatures,
            first=order.first_sheet,
            sheets=sheets,
            rows=rows,
            draft=draft,
            protected=protected,
        )

    rows = _rows(publisher, briefing, document, LEAST_ROWS, _texts_on(signatures))
    made = _Made(document(rows, order.sheets), publisher, briefing, order.output, signatures.petition.ask)
    ready = _set(order, made, draft=draft)
    (file,) = _saved(order, ready)
    by = signatures.sheets.return_by
    return MadePetition(
        SIGNATURES,
        file,
        ready.document.page.name,
        Rows(rows, rows),
        draft,
        return_to=signatures.sheets.return_to,
        return_by=date_words(by, briefing.masthead.language) if by else "",
        retention=signatures.notice.retention,
        first_sheet=order.first_sheet,
        rules=_cited(order, rule),
        diagnostics=sorted_diagnostics((*diagnostics, *ready.document.diagnostics)),
    )


def _commons(order: _Order) -> MadePetition:
    """Make the sheets of a petition to the House, with nothing of the organisation on them, and its data notice."""
    briefing, rule = order.briefing, read_rule(_OF_THE_HOUSE)
    petition = briefing.commons_petition
    briefing = notice_of_commons(briefing)
    notice = briefing.organisation.data_notice if briefing.organisation else None
    of_notices = rule_of_notices(briefing)
    told = [*missing_of_commons(briefing, rule), *missing_of_notice(briefing, of_notices, elsewhere=OF_COMMONS)]
    told += open_of_commons(petition, rule) if petition else ()
    told += imprint_left_out(petition, rule, _imprint(order)) if petition else ()
    told += commons_days(petition, order.today) if petition else ()
    diagnostics, draft = _judged(order, (*told, *left_blank(order.found.diagnostics, petition, notice)))
    if petition is None or notice is None:
        raise ContentError(*diagnostics)
    plain, publisher, protected = replace(briefing, organisation=None), order.publisher(COMMONS), order.protected

    def document(rows: Rows, sheets: int) -> Element:
        return commons_sheets(publisher, plain, sheets=sheets, rows=rows, draft=draft, protected=protected)

    texts = {"declares": plain_text(petition.declares), "requests": plain_text(petition.requests)}
    least, sheets = least_rows(petition, rule), order.sheets
    first = other = _rows(publisher, plain, lambda rows: document(Rows(rows, 0), 1), least, texts)
    if petition.one_petitioner:
        first, sheets = least, 1
    else:
        other = _rows(publisher, plain, lambda rows: document(Rows(first, rows), 2), 1, texts, pages=2)
    rows = Rows(first, other)
    made = _Made(document(rows, sheets), publisher, plain, order.output, "Petition to the House of Commons")
    ready = _set(order, made, draft=draft)
    file, leaf = _saved(order, ready, _leaf(order, briefing, draft=draft))
    return MadePetition(
        COMMONS,
        file,
        ready.document.page.name,
        rows,
        draft,
        retention=notice.retention,
        notice=leaf,
        rules=_cited(order, rule, of_notices),
        diagnostics=sorted_diagnostics((*diagnostics, *ready.document.diagnostics)),
    )


def _leaf(order: _Order, briefing: Briefing, *, draft: bool) -> _Ready:
    publisher = order.publisher(_NOTICE)
    html = notice_leaf(publisher, briefing, draft=draft, protected=order.protected)
    path = order.output.with_name(f"{order.output.stem}-{_NOTICE}.pdf")
    return _set(order, _Made(html, publisher, briefing, path, "Data notice"), draft=draft)


def _imprint(order: _Order) -> Rule | None:
    """Find the rule on imprints, where somebody has answered that this is intended to influence voters."""
    asked = influences_voters(order.briefing, order.found.original)
    return rule_for("imprint", country_of(order.briefing)) if asked else None


def _cited(order: _Order, *of_sheets: Rule | None) -> tuple[str, ...]:
    """Name the rules that were looked at, with those on complaints and on voters."""
    of_voters = (rule_for("voters", country_of(order.briefing)), _imprint(order))
    looked_at = (*of_sheets, rule_of_complaints(order.briefing), *of_voters)
    return tuple(rule.cited for rule in looked_at if rule)


def _judged(order: _Order, told: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], bool]:
    """Sort what is to be said, and tell whether the sheets are a draft.

    Raises:
        ContentError: something is missing, or nobody has answered whether the sheets are to influence voters.
    """
    briefing, original = order.briefing, order.found.original
    answers = (*voters(briefing, original), *audience_answered(briefing, _AUDIENCE, "", original))
    of_original = (replace(each, severity="open") for each in answers if each.id == "voters-edition")
    in_doubt = answer_days(briefing, order.today)
    answered = not_answered(answers, "No sheets can be made.")
    diagnostics = sorted_diagnostics((*told, *in_doubt, *of_original, *answered))
    if errors_of(diagnostics):
        raise ContentError(*diagnostics)
    return diagnostics, any(each.severity in _OPEN for each in diagnostics)


def _rows(
    publisher: Press,
    briefing: Briefing,
    document: Callable[[int], Element],
    least: int,
    texts: Mapping[str, str],
    *,
    pages: int = 1,
) -> int:
    """Find how many rows a sheet has room for; ``texts`` are those that may be too long, by the names of their fields.

    Raises:
        LayoutError: it has room for fewer than ``least``.
    """

    def fits(rows: int) -> bool:
        try:
            return len(publisher.set(briefing, document(rows)).pages) <= pages
        except LayoutError as error:
            if all(each.id == "too-tall" for each in error.diagnostics):
                return False
            raise

    found = most_rows(fits)
    if found >= least:
        return found
    longest = max(texts, key=lambda name: len(texts[name]))
    room = "has no room for anybody to sign" if found < 1 else f"has room for {found} of the {least} rows that it needs"
    message = f'A sheet {room}. The longest text on it is "{longest}", with {len(texts[longest].split()):,} words.'
    hint = "Shorten it: who signs has to have read it, and the program leaves nothing out."
    raise LayoutError(Diagnostic("error", "petition-too-long", message, briefing.position, hint))


def _texts_on(signatures: Signatures) -> Mapping[str, str]:
    """Name the texts of a sheet by their fields."""
    own = {"ask": signatures.petition.ask, "statement": signatures.sheets.statement}
    return own | {part.name: part.text for part in signatures.parts} | {"opt_in": signatures.notice.opt_in}


class _Made(NamedTuple):
    """A document that is to be written."""

    html: Element
    publisher: Press
    briefing: Briefing
    path: Path
    title: str


class _Ready(NamedTuple):
    """A document that is to be saved."""

    path: Path
    document: SetDocument
    data: bytes


def _set(order: _Order, made: _Made, *, draft: bool) -> _Ready:
    """Set the pages; nothing is written yet, so that a fault of one file leaves none."""
    check_output(made.path, tuple(press.files_read(order.folder, order.found, order.briefing)))
    document = made.publisher.set(made.briefing, made.html, order.found.files)
    metadata = replace(metadata_of(made.html, made.briefing, draft=draft, epoch=order.epoch), title=made.title)
    return _Ready(made.path, document, write_pdf(document, metadata, (), made.publisher.memory))


def _saved(order: _Order, *ready: _Ready) -> tuple[MadeFile, ...]:
    for each in ready:
        save(each.path, each.data, protected=order.protected)
    return tuple(MadeFile(each.path, len(each.document.pages), len(each.data)) for each in ready)
