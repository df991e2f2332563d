"""A briefing and the document that is printed of it → the ledger of what it prints, and the words of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.claims import LONGEST_SENTENCE, Claim, Comparer, ledger_of
from briefing.evidence.entries import ClaimEntry, LedgerEntries, SourceEntry
from briefing.evidence.excerpts import excerpt_of
from briefing.evidence.printed import Finder, Printed, Telling, pieces_of
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Element, KeptText, Source
from briefing.reading.sources import Capture, digest, legible, written

__all__ = ["Evidence", "gather"]

_MOST_ROUNDS = 3
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?")
_ABOUT_TEXTS = """\
# The texts beside this file, where each comes from, when it was taken, and the SHA-256 of the whole of it.
# excerpt_sha256 is that of the words that are kept of it here.
"""


class Evidence(NamedTuple):
    """What travels."""

    ledger: LedgerEntries
    texts: Mapping[str, str]
    """Words of sources, by the names of their files."""
    captures: str = ""
    """What ``captures.toml`` says of them; empty where there are none."""


def gather(briefing: Briefing, html: Element, memory: Memory = FORGETFUL) -> Evidence:
    """Take the claims that a document prints, and of each source that they are compared with what they quote.

    A claim has the status that can be seen from the words that travel: what was compared with a confidential text is
    attributed to it, and no more.
    """
    here = [*_printed(ledger_of(briefing, memory).claims, html)]
    claims, travelling = _settled(briefing, [claim for claim, _ in here], memory)
    entries = [
        _entry(number, claim, section)
        for number, (claim, (_, section)) in enumerate(zip(claims, here, strict=True), start=1)
    ]
    sources = tuple(_sources(briefing, claims, travelling))
    ledger = LedgerEntries(briefing.masthead.title, briefing.masthead.language, tuple(entries), sources)
    texts = {source.file: travelling[source.key] for source in sources if source.file}
    said = [written(each.key, _capture(each)) for each in sources if each.file]
    return Evidence(ledger, texts, "\n".join([_ABOUT_TEXTS, *said]) if said else "")


def _printed(claims: Sequence[Claim], html: Element) -> Iterator[tuple[Claim, str]]:
    """Yield the claims that a document prints, each with the heading that it stands under."""
    told = [Telling(claim.text, _sentence(claim)) for claim in claims]
    finder = Finder(Printed(pieces_of(html)), told)
    for claim, telling in zip(claims, told, strict=True):
        if place := finder.find(telling):
            yield claim, place.section


def _settled(briefing: Briefing, claims: Sequence[Claim], memory: Memory) -> tuple[list[Claim], Mapping[str, str]]:
    """Compare what was found in its source with the words that travel, until that changes neither.

    Almost always once is enough. What was not found, or not looked for, is not looked for in excerpts.
    """
    known = {key: source for key, source in briefing.sources.items() if _may_travel(source)}
    shown = {key: known.get(key) or replace(source, captured=None) for key, source in briefing.sources.items()}
    briefing = replace(briefing, sources=shown)
    compared = [*_seen(briefing, claims, known, memory)]
    travelling = _travelling(known, compared)
    for _ in range(_MOST_ROUNDS):
        kept = {key: replace(source, captured=_text_of(travelling, key)) for key, source in known.items()}
        comparer = Comparer(replace(briefing, sources={**briefing.sources, **kept}), memory)
        compared = [comparer.compared(_uncompared(claim)) if claim.found_in else claim for claim in compared]
        again = _travelling(kept, compared)
        if again == travelling:
            break
        travelling = again
    return compared, travelling


def _seen(briefing: Briefing, claims: Sequence[Claim], known: Mapping[str, Source], memory: Memory) -> Iterator[Claim]:
    """Compare those claims anew that were found in words which stay at home, with the words of the other sources."""
    comparer = Comparer(briefing, memory)
    for claim in claims:
        stays = claim.found_in and claim.found_in not in known
        yield comparer.compared(_uncompared(claim)) if stays else claim


def _uncompared(claim: Claim) -> Claim:
    return replace(claim, status="attributed", found=None, found_in="")


def _text_of(travelling: Mapping[str, str], key: str) -> str | None:
    return legible(travelling[key]) if key in travelling else None


def _may_travel(source: Source) -> bool:
    """Tell whether words of a source may go along with a file."""
    return source.captured is not None and source.kept is not None and not source.confidential


def _travelling(sources: Mapping[str, Source], claims: Sequence[Claim]) -> Mapping[str, str]:
    """Cut out of each text what is quoted of it, or take all of it; in the order of the sources."""
    quoted: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        if claim.found and claim.found.end > claim.found.start:
            quoted.setdefault(claim.found_in, []).append((claim.found.start, claim.found.end))
    texts = {key: _words(source, quoted.get(key, ())) for key, source in sources.items()}
    return {key: text for key, text in texts.items() if text}


def _words(source: Source, quoted: Sequence[tuple[int, int]]) -> str:
    if source.kept and source.kept.whole is not None:
        return source.kept.whole
    return excerpt_of(source.captured or "", quoted)


def _sentence(claim: Claim) -> str:
    return claim.sentence if len(claim.sentence) <= LONGEST_SENTENCE else ""


def _entry(number: int, claim: Claim, section: str) -> ClaimEntry:
    return ClaimEntry(
        id=f"c{number}",
        kind=claim.kind,
        status=claim.status,
        words=claim.text,
        sentence=_sentence(claim),
        part=claim.place,
        section=section,
        file=claim.position.file,
        line=claim.position.line,
        sources=claim.sources,
        locators=tuple(_locators(claim)),
        waiver=claim.waiver,
        needs_source=claim.counts,
        found_in=claim.found_in,
        source_words=claim.found.excerpt if claim.found else "",
    )


def _locators(claim: Claim) -> Iterator[str]:
    """Give of each source where in it, as it is typed at its first citation."""
    for key in claim.sources:
        yield next(mark.locator for mark in claim.cited if mark.key == key)


def _sources(briefing: Briefing, claims: Sequence[Claim], texts: Mapping[str, str]) -> Iterator[SourceEntry]:
    """List the sources that are cited for a claim, or whose words travel, in their order."""
    cited = {key for claim in claims for key in claim.sources}
    for key, source in briefing.sources.items():
        if key in texts:
            yield _with_words(_source(source), source.kept or KeptText(""), texts[key])
        elif key in cited:
            yield _source(source)


def _source(source: Source) -> SourceEntry:
    accessed = source.accessed.edtf if source.accessed else ""
    return SourceEntry(source.key, source.title, source.url, accessed, source.archived, source.own)


def _with_words(entry: SourceEntry, kept: KeptText, text: str) -> SourceEntry:
    found = digest(text.encode())
    return entry._replace(
        url=entry.url or kept.url,
        captured=kept.captured if _MOMENT.fullmatch(kept.captured) else "",
        sha256=kept.sha256,
        file=f"sources/{entry.key}.txt",
        file_sha256=found,
        whole=found == kept.sha256,
    )


def _capture(source: SourceEntry) -> Capture:
    excerpt = "" if source.whole else source.file_sha256
    return Capture(source.sha256, source.captured, source.url, excerpt_sha256=excerpt)
