"""What a source or the text says otherwise: quotations, figures, and words that say how sure a figure is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims import Claim, Dropped, Ledger, Statement, dropped_hedges
from briefing.errors import Diagnostic

__all__ = ["compared", "hedges"]

_COPY = 'Copy the source\'s words, or mark what you left out with "…".'
_ELSEWHERE = "Look whether another source has them; the text of this one is sources/{key}.txt."
_CHOOSE = "Choose one, or print both."
_WORKED_OUT = "If you worked it out yourself, say so behind the citation: [no source, our sum]."
_SAY_IT = "Say it here too, or cite a source that confirms it."
_NUMBERS = ("no", "one", "two", "three", "four")
_LONGEST = 80
"""Characters of what is told that are shown."""


def compared(ledger: Ledger, language: str) -> Iterator[Diagnostic]:
    """Say which quotations and figures are not what their source says; the language is that of the briefing."""
    for claim in ledger.claims:
        if claim.status == "differs" and claim.found:
            yield _quotation(claim) if claim.kind == "quotation" else _figure(claim, language)


def hedges(ledger: Ledger, language: str) -> Iterator[Diagnostic]:
    """Say which figures have lost the words that say how sure they are."""
    for dropped in dropped_hedges(ledger, language):
        claim = dropped.claim
        message = f'The {claim.place} says "{_shown(claim.text)}"; {_where(dropped)} "{dropped.said}".'
        yield Diagnostic("warning", "hedge-dropped", message, claim.position, _SAY_IT)


def _quotation(claim: Claim) -> Diagnostic:
    differences = claim.found.differences if claim.found else ()
    if differences:
        message = f"This is not what {claim.found_in} says."
        return Diagnostic("error", "quote-differs", message, claim.position, _COPY, differences)
    message = f'"{_shown(claim.text)}" is not in {claim.found_in}, nor anything like it.'
    elsewhere = claim.found.elsewhere if claim.found else ""
    hint = f"{elsewhere} has these words: [@{elsewhere}]." if elsewhere else _ELSEWHERE.format(key=claim.found_in)
    return Diagnostic("error", "quote-differs", message, claim.position, hint)


def _figure(claim: Claim, language: str) -> Diagnostic:
    found = claim.found
    lines, advice = (found.differences, found.advice) if found else ((), "")
    message = f'"{_with_since(claim, language)}" is not in {claim.found_in}.'
    if not lines:
        return Diagnostic("error", "figure-differs", message, claim.position, _WORKED_OUT)
    others = "another thing" if len(lines) == 1 else f"{_NUMBERS[len(lines)]} other things"
    hint = f"{advice} {_CHOOSE}".strip() if len(lines) > 1 else _WORKED_OUT
    return Diagnostic("error", "figure-differs", f"{message} It says {others}:", claim.position, hint, lines)


def _with_since(claim: Claim, language: str) -> str:
    """Give a figure as typed, with since when it counts."""
    statement = Statement(claim.sentence, language)
    figure = statement.like(claim.quantity) if claim.quantity else None
    if figure is None:
        return _shown(claim.text)
    since = statement.since(figure)
    words = " ".join(figure.words.split())
    return f"{words} {since.words[:1].lower()}{since.words[1:]}" if since else words


def _where(dropped: Dropped) -> str:
    if dropped.where is None:
        return f"{dropped.claim.found_in} says"
    here, there = dropped.claim.position, dropped.where.position
    return f"line {there.line} says" if here.file == there.file else f"{there.file}, line {there.line}, says"


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rpartition(' ')[0]} …"
