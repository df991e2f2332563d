"""A ledger, the words of its sources and the pages of the same file → what holds, and what does not.

The words are those of the pages, as they are copied, searched and read aloud; the ledger says where to look for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pikepdf

from briefing.claims import Captured, compare_quotation
from briefing.evidence import (
    LARGEST_LEDGER,
    ClaimEntry,
    Finder,
    LedgerEntries,
    Place,
    Printed,
    SourceEntry,
    Telling,
    UnreadableError,
    parse,
)
from briefing.reading.sources import digest, legible
from briefing.verifying.findings import ClaimFinding, ClaimFindingId, Problem, Rechecked, Tag
from briefing.verifying.inspecting.attachments import streams_named
from briefing.verifying.inspecting.printing import printed_of
from briefing.verifying.inspecting.streams import content_of
from briefing.verifying.inspecting.text import PageText

__all__ = ["recheck", "rechecked"]

LARGEST_TEXT = 2_500_000
"""Bytes of the words of one source: more than are taken of any."""
MOST_LETTERS = 200_000_000
"""Letters of pages and sources that claims are compared with, each as often as it is searched: half a minute."""
_FINDING = 100
"""So many letters are looked through for the very words of a claim while one is searched for words that are like it."""
_FOUND = ("verbatim", "marked")
"""What comes of looking for a quotation that is there."""
ALL_TEXTS = 50_000_000
"""Bytes of the words of all sources."""


def rechecked(
    pdf: pikepdf.Pdf, stream: pikepdf.Stream, roots: Sequence[Tag] | None, texts: Sequence[PageText]
) -> Rechecked | Problem | None:
    """Read the ledger of a file and the words of sources that it names, and hold both against the pages.

    Gives a problem where the ledger cannot be read, and nothing where the file is something else of that name.
    """
    try:
        ledger = parse(content_of(stream, LARGEST_LEDGER))
    except UnreadableError as problem:
        return _unreadable(str(problem))
    return recheck(ledger, _texts(pdf, ledger), printed_of(roots, texts)) if ledger else None


def _unreadable(why: str) -> Problem:
    return Problem(
        "ledger-unreadable",
        f"The ledger of claims in the file {why}: no quotation was compared with its source.",
        hint="Get the file again from where it came, or use the newest version of this program.",
    )


def _texts(pdf: pikepdf.Pdf, ledger: LedgerEntries) -> Mapping[str, str]:
    """Read the words of the sources that the ledger names, as far as there is room."""
    texts: dict[str, str] = {}
    room = ALL_TEXTS
    for name, stream in streams_named(pdf, {each.file for each in ledger.sources if each.file}).items():
        data = content_of(stream, min(LARGEST_TEXT, room))
        room -= len(data)
        texts[name] = data.decode("utf-8", "replace")
    return texts


def recheck(ledger: LedgerEntries, texts: Mapping[str, str], printed: Printed) -> Rechecked:
    """Look for every claim on the pages, and compare every quotation there with the words that travel.

    ``texts`` are those of attached files, by name.
    """
    checker = _Checker(ledger, texts, printed)
    findings = (*checker.of_texts(), *checker.of_claims())
    quotations = sum(each.kind == "quotation" for each in ledger.claims)
    counted = len(ledger.claims), quotations, checker.compared, checker.agreeing, checker.left_out
    return Rechecked(*counted, findings)


class _TooLongError(Exception):
    """There is no time left."""


class _Checker:
    def __init__(self, ledger: LedgerEntries, texts: Mapping[str, str], printed: Printed) -> None:
        self.compared = self.agreeing = self.left_out = 0
        self._letters = 0
        self._ledger, self._texts, self._printed = ledger, texts, printed
        self._sources = {each.key: each for each in ledger.sources}
        self._ready: dict[str, Captured] = {}
        self._finder = Finder(printed, map(_telling, ledger.claims))

    def of_texts(self) -> Iterator[ClaimFinding]:
        """Say which words of sources are not those that the ledger knows."""
        for source in (each for each in self._ledger.sources if each.file):
            text = self._texts.get(source.file)
            if text is None:
                yield ClaimFinding("words-missing", source.file, source=source.key)
            elif not _is_known(text, source):
                yield ClaimFinding("words-changed", source.file, source=source.key)

    def of_claims(self) -> Iterator[ClaimFinding]:
        """Say which claims the pages do not have, or have in other words than the source."""
        for claim in self._ledger.claims:
            try:
                yield from self._of_claim(claim)
            except _TooLongError:
                self.left_out += 1

    def _of_claim(self, claim: ClaimEntry) -> Iterator[ClaimFinding]:
        place = self._place(claim)
        if place is None:
            yield _finding("claim-missing", claim, None)
        elif claim.kind == "quotation":
            yield from self._of_quotation(claim, place)

    def _place(self, claim: ClaimEntry) -> Place | None:
        """Find a claim on the pages, or what took the place of a quotation."""
        self._spend(len(self._printed.text) // _FINDING)
        place = self._finder.find(_telling(claim))
        return self._changed(claim) if place is None and claim.kind == "quotation" else place

    def _changed(self, claim: ClaimEntry) -> Place | None:
        """Find the passage of the pages that is most like a claim which is not there any more."""
        self._spend(2 * len(self._printed.text))
        around = compare_quotation(claim.sentence or claim.words, self._printed.captured)
        start, text = around.start, self._printed.text[around.start : around.end]
        inside = compare_quotation(claim.words, Captured(text))
        if inside.end > inside.start:
            return self._printed.place(start + inside.start, start + inside.end)
        found = compare_quotation(claim.words, self._printed.captured)
        return self._printed.place(found.start, found.end) if found.outcome == "differs" else None

    def _of_quotation(self, claim: ClaimEntry, place: Place) -> Iterator[ClaimFinding]:
        """Compare the words of the page with those of the source, and with those of the ledger."""
        source = self._words_of(claim.found_in)
        self._spend(len(source.text) + len(place.words) if source else len(place.words))
        found = compare_quotation(place.words, source) if source else None
        holds = found is not None and found.outcome in _FOUND
        self.compared += found is not None
        self.agreeing += holds
        if found and not holds and claim.status == "verbatim":
            lines = found.differences or (f"you:    {place.words}", "source: (nothing like it)")
            yield _finding("quotation-differs", claim, place, lines)
        elif lines := _changes(place.words, claim.words):
            yield _finding("quotation-changed", claim, place, lines)
        elif (holds and claim.status != "verbatim") or self._is_unfounded(claim):
            yield _finding("status-refuted", claim, place)

    def _spend(self, letters: int) -> None:
        """Count the letters that are to be searched.

        Raises:
            _TooLongError: they are more than there is time for.
        """
        self._letters += letters
        if self._letters > MOST_LETTERS:
            raise _TooLongError

    def _is_unfounded(self, claim: ClaimEntry) -> bool:
        """Tell whether it is called verbatim, and the ledger names no words with which it was compared."""
        source = self._sources.get(claim.found_in)
        return claim.status == "verbatim" and not (source and source.file)

    def _words_of(self, key: str) -> Captured | None:
        """Make the words of a source ready, once."""
        source = self._sources.get(key)
        text = self._texts.get(source.file) if source else None
        if text is None:
            return None
        if key not in self._ready:
            self._ready[key] = Captured(legible(text))
        return self._ready[key]


def _telling(claim: ClaimEntry) -> Telling:
    return Telling(claim.words, claim.sentence)


def _is_known(text: str, source: SourceEntry) -> bool:
    found = digest(text.encode())
    return found == source.file_sha256 and (found == source.sha256 or not source.whole)


def _finding(name: ClaimFindingId, claim: ClaimEntry, place: Place | None, lines: tuple[str, ...] = ()) -> ClaimFinding:
    page = place.page if place else None
    return ClaimFinding(name, claim.id, claim.words, page, claim.found_in, claim.status, lines)


def _changes(page: str, ledger: str) -> tuple[str, ...]:
    """Show what differs between the pages and the ledger; nothing where nothing does."""
    found = compare_quotation(page, Captured(ledger))
    if found.outcome in _FOUND:
        return ()
    lines = found.differences or (f"you:    {page}", f"source: {ledger}")
    return tuple(line.replace("you:   ", "page:  ", 1).replace("source:", "ledger:", 1) for line in lines)
