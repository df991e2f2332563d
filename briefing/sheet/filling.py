"""Briefing and claims → a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from briefing.checking import claims_hash, content_hash
from briefing.claims import Claim, Ledger
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Date, Event, Source, plain_text
from briefing.model.dates import date_from_edtf
from briefing.model.wording import date_words
from briefing.sheet.beside import address_of, beginning_of, end_of, kept, references, says
from briefing.sheet.places import grouped
from briefing.sheet.values import LANGUAGE, STATUSES, Fact, Group, Line, Piece, Row, Sheet, Status, line, status_of

__all__ = ["sheet_of"]

_AROUND = 400
"""Characters of a sentence that are shown before and behind what is claimed."""
_ONLY_TOLD = "Dated statements and small numbers"
_LISTED = Status("·", "listed", f"{_ONLY_TOLD}, at the end. They need no source.")
_OF_CLAIMS = frozenset(
    {"no-source", "quote-differs", "figure-differs", "figure-unlike", "hedge-dropped", "marked-turns"}
)
"""Names of what is told of a claim, and is seen beside it."""
_ASKS_ABOUT = frozenset({"error", "open", "question", "warning"})
_OF_VOTERS = frozenset({"voters-answered", "voters-audience", "voters-lapsed", "voters-unanswered", "voters-unbound"})
"""Names of what is told of the answer whether the text is intended to influence voters: a fact about the text."""
_OF_THE_APPROVAL = frozenset({"approval-lapsed", "approval-reworded", "approver-is-author"})


def sheet_of(
    briefing: Briefing,
    ledger: Ledger,
    numbers: Mapping[str, int],
    diagnostics: Sequence[Diagnostic] = (),
    *,
    command: str,
    strict: bool = False,
) -> Sheet:
    """Fill a sheet; with ``strict`` dated statements stand among what needs a source.

    ``numbers`` are those of the sources in the briefing, by their keys; ``command`` is what prints the approval.
    """
    filler = _Filler(briefing, numbers, diagnostics)
    asked = [claim for claim in ledger.claims if _is_asked(claim, strict)]
    listed = [claim for claim in ledger.claims if not _is_asked(claim, strict)]
    groups = tuple(Group(title, tuple(filler.rows(claims))) for title, claims in grouped(asked, briefing))
    in_order = [claim for _, claims in grouped(listed, briefing) for claim in claims]
    return Sheet(
        title=line(briefing.masthead.title, briefing.masthead.language),
        translated=briefing.translation is not None,
        embargo=line(_embargo(briefing), briefing.masthead.language),
        facts=tuple(_facts(briefing, diagnostics)),
        counts=tuple(_counted(asked, listed)),
        groups=groups,
        listed=(Group(line(_ONLY_TOLD), tuple(filler.rows(in_order)), is_compact=True),) if listed else (),
        asks=tuple(_asks(briefing)),
        findings=tuple(_findings(diagnostics)),
        sources=tuple(_sources(briefing, numbers)),
        content=content_hash(briefing),
        claims=claims_hash(briefing),
        command=command,
    )


def _is_asked(claim: Claim, strict: bool) -> bool:
    return claim.counts or (strict and claim.kind == "date")


class _Filler:
    """Makes the rows of one sheet, numbered from 1."""

    def __init__(self, briefing: Briefing, numbers: Mapping[str, int], diagnostics: Iterable[Diagnostic]) -> None:
        self._briefing, self._numbers = briefing, numbers
        self._language = briefing.masthead.language
        self._events = {event.position: event for each in briefing.timelines for event in each.events}
        self._count = count(1)
        self._remarks: dict[Position | None, list[str]] = {}
        for each in diagnostics:
            if each.id in ("hedge-dropped", "figure-unlike", "marked-turns"):
                self._remarks.setdefault(each.position, []).append(each.message)

    def rows(self, claims: Iterable[Claim]) -> Iterator[Row]:
        """Make the rows of a group; a sentence with several claims is said in full once."""
        before: object = None
        for claim in claims:
            sentence = (claim.passage, claim.sentence)
            yield self._row(claim, is_same=sentence == before)
            before = sentence

    def _row(self, claim: Claim, *, is_same: bool) -> Row:
        is_listed = not claim.counts and claim.status == "unsourced" and not claim.cited
        return Row(
            number=next(self._count),
            told=self._told(claim, is_same=is_same),
            place=f"{claim.place[:1].upper()}{claim.place[1:]}, line {claim.position.line}",
            status=_LISTED if is_listed else status_of(claim),
            references=references(claim, self._briefing, self._numbers),
            says=says(claim, self._briefing),
            remarks=tuple(self._remarks.get(claim.position, ())),
        )

    def _told(self, claim: Claim, *, is_same: bool) -> Line:
        event = self._events.get(claim.passage)
        if claim.place == "event" and claim.kind == "date" and event and claim.position == claim.passage:
            return Line((Piece(_date_of(event, self._language), is_marked=True), Piece(claim.text)), self._language)
        words = claim.quantity.words if claim.kind == "figure" and claim.quantity else claim.text
        words = " ".join(words.split())
        around = claim.text if is_same else claim.sentence
        return Line(tuple(_marked(words, around, claim.text)), self._language)


def _marked(words: str, around: str, otherwise: str) -> Iterator[Piece]:
    """Mark some words in those around them, as far as there is room; where they do not stand there, they come alone."""
    start = around.find(words)
    if start < 0:
        yield Piece(otherwise, is_marked=True)
        return
    pieces = (
        Piece(end_of(around[:start], _AROUND)),
        Piece(words, is_marked=True),
        Piece(beginning_of(around[start + len(words) :], _AROUND)),
    )
    yield from (piece for piece in pieces if piece.text)


def _date_of(event: Event, language: str) -> str:
    return f"{date_words(event.date, language)}: "


def _counted(asked: Sequence[Claim], listed: Sequence[Claim]) -> Iterator[tuple[Status, int]]:
    found = [status_of(claim) for claim in asked]
    for status in STATUSES.values():
        if number := found.count(status):
            yield status, number
    if listed:
        yield _LISTED, len(listed)


def _facts(briefing: Briefing, diagnostics: Iterable[Diagnostic]) -> Iterator[Fact]:
    masthead, language = briefing.masthead, briefing.masthead.language
    organisation = briefing.organisation.name if briefing.organisation else ""
    yield from _typed("Version", masthead.version, language)
    yield from _typed("Date", _day(masthead.date))
    yield from _typed("Information as of", _day(masthead.information_as_of))
    yield from _typed("Written by", "; ".join(masthead.authors), language)
    yield from _typed("Published by", organisation, language)
    yield from _typed("Embargoed until", _embargo(briefing), language)
    yield from (Fact("Voters", line(each.message)) for each in diagnostics if each.id in _OF_VOTERS)
    yield Fact("Language", line(language))
    if briefing.translation:
        yield Fact("Translated from", line(briefing.translation.file))
    yield Fact("Made from", line(briefing.position.file))


def _embargo(briefing: Briefing) -> str:
    return briefing.masthead.embargo.until if briefing.masthead.embargo else ""


def _typed(name: str, text: str, language: str = "") -> Iterator[Fact]:
    if text:
        yield Fact(name, line(text, language))


def _day(date: Date | None) -> str:
    return date_words(date_from_edtf(date.edtf), LANGUAGE) if date else ""


def _asks(briefing: Briefing) -> Iterator[Fact]:
    language = briefing.masthead.language
    for ask in briefing.asks:
        text = f"{ask.actor}: {plain_text(ask.text)}"
        by = date_words(ask.by, language) if ask.by else ""
        text += f" ({by})" if by and by not in text and ask.by and ask.by.typed not in text else ""
        yield Fact(f"Ask, line {ask.position.line}", line(text, language))
    petition = briefing.petition
    if petition is None:
        return
    yield Fact("Petition", line(petition.ask, language))
    if petition.addressed_to:
        yield Fact("Addressed to", line(petition.addressed_to, language))
    if petition.link:
        yield Fact("Leads to", line(petition.link))
    if petition.print_as:
        yield Fact("Printed as", line(petition.print_as))
    if petition.deadline:
        yield Fact("Last day", line(_day(petition.deadline)))


def _findings(diagnostics: Iterable[Diagnostic]) -> Iterator[Fact]:
    """List what the program asks about besides the claims, each with its place."""
    for each in diagnostics:
        if each.severity in _ASKS_ABOUT and each.id not in _OF_CLAIMS | _OF_VOTERS | _OF_THE_APPROVAL:
            place = f"{each.position.file}, line {each.position.line}" if each.position else "The whole"
            yield Fact(place, line(" ".join((each.message, *each.details)), label=each.severity.capitalize()))


def _sources(briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Fact]:
    for key, number in sorted(numbers.items(), key=lambda item: item[1]):
        source = briefing.sources[key]
        yield Fact(str(number), line(_described(source), source.language or briefing.original_language, _kept(source)))


def _described(source: Source) -> str:
    texts = (", ".join(source.authors), source.title, source.container, source.publisher, _day(source.date))
    said = ". ".join(dict.fromkeys(text.rstrip(".") for text in texts if text))
    return " ".join(filter(None, (f"{said}." if said else source.key, address_of(source))))


def _kept(source: Source) -> str:
    if source.confidential:
        return "Confidential."
    if source.own:
        return "Our own text."
    return "Its words are not kept." if source.captured is None else kept(source)
