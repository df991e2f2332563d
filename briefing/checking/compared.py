"""What a source or the text says otherwise: quotations, figures, and words that say how sure a figure is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.claims import Claim, Comparison, Dropped, Ledger, Statement, dropped_hedges
from briefing.errors import Diagnostic, Position

__all__ = ["compared", "hedges"]

_COPY = 'Copy the source\'s words, or mark what you left out with "…".'
_ELSEWHERE = "Look whether another source has them; the text of this one is sources/{key}.txt."
_CHOOSE = "Choose one, or print both."
_WORKED_OUT = "If you worked it out yourself, say so behind the citation: [no source, our sum]."
_SAY_IT = "Say it here too, or cite a source that confirms it."
_COMPARE_THEM = "See whether both mean the same; if so, say why behind the citation: [no source, WHY]."
_QUOTE_MORE = "Quote these words too; or say behind the citation why the change is fair: [no source, WHY]."
_KEEP_LESS = "Keep of the longest texts in sources/ only what you cite, with a line […] for what is left out."
_OPEN_IT = "Its words are confidential and shown nowhere: compare them yourself, in sources/{key}.txt."
_NUMBERS = ("no", "one", "two", "three", "four")
_LONGEST = 80
"""Characters of what is told that are shown."""
_LONGEST_EXCERPT = 240
"""Characters of the source's sentence that are shown."""
_MOST_LINES = 5
"""Lines with the same words that are named."""


def compared(ledger: Ledger, language: str) -> Iterator[Diagnostic]:
    """Say which quotations and figures are not what their source says; the language is that of the briefing."""
    told: dict[object, list[Diagnostic]] = {}
    for claim in ledger.claims:
        problem = _problem(claim, language)
        if problem:
            told.setdefault((problem.message.casefold(), problem.details, problem.hint), []).append(problem)
    for first, *others in told.values():
        yield replace(first, hint=f"{first.hint} {_repeated(first, others)}".rstrip())
    if ledger.uncompared:
        yield _stopped(ledger)


def _stopped(ledger: Ledger) -> Diagnostic:
    left = len(ledger.uncompared)
    all_of_them = sum(claim.kind != "date" and bool(claim.cited) for claim in ledger.claims)
    message = (
        f"Of {all_of_them:,} cited quotations and figures {left:,} were not compared: the texts of their sources are "
        "too long to be searched for so many. This is the first."
    )
    return Diagnostic("warning", "comparing-stopped", message, ledger.uncompared[0].position, _KEEP_LESS)


def _problem(claim: Claim, language: str) -> Diagnostic | None:
    if claim.found and claim.found.unlike:
        return _turned(claim, claim.found) if claim.is_marked else _unlike(claim, claim.found)
    if claim.status != "differs" or claim.found is None:
        return None
    return _quotation(claim) if claim.kind == "quotation" else _figure(claim, language)


def hedges(ledger: Ledger, language: str) -> Iterator[Diagnostic]:
    """Say which figures have lost the words that say how sure they are."""
    for dropped in dropped_hedges(ledger, language):
        claim = dropped.claim
        said = f'{_where(dropped)} "{dropped.said}"'
        if dropped.where is None and claim.found and claim.found.is_withheld:
            said = f"{claim.found_in}, which is confidential, is not so sure of it"
        message = f'The {claim.place} says "{_shown(claim.text)}"; {said}.'
        yield Diagnostic("warning", "hedge-dropped", message, claim.position, _SAY_IT)


def _quotation(claim: Claim) -> Diagnostic:
    differences = claim.found.differences if claim.found else ()
    message = f"This is not what {claim.found_in} says."
    if differences:
        return Diagnostic("error", "quote-differs", message, claim.position, _COPY, differences)
    if _is_withheld_near(claim):
        hint = _OPEN_IT.format(key=claim.found_in)
        return Diagnostic("error", "quote-differs", message, claim.position, hint)
    message = f'"{_shown(claim.text)}" is not in {claim.found_in}, nor anything like it.'
    elsewhere = claim.found.elsewhere if claim.found else ""
    hint = f"{elsewhere} has these words: [@{elsewhere}]." if elsewhere else _ELSEWHERE.format(key=claim.found_in)
    return Diagnostic("error", "quote-differs", message, claim.position, hint)


def _figure(claim: Claim, language: str) -> Diagnostic:
    found = claim.found
    lines, advice = (found.differences, found.advice) if found else ((), "")
    message = f'"{_with_since(claim, language)}" is not in {claim.found_in}.'
    if _is_withheld_near(claim):
        hint = _OPEN_IT.format(key=claim.found_in)
        return Diagnostic("error", "figure-differs", f"{message} It says another thing.", claim.position, hint)
    if not lines:
        return Diagnostic("error", "figure-differs", message, claim.position, _WORKED_OUT)
    others = "another thing" if len(lines) == 1 else f"{_NUMBERS[len(lines)]} other things"
    hint = f"{advice} {_CHOOSE}".strip() if len(lines) > 1 else advice or _WORKED_OUT
    return Diagnostic("error", "figure-differs", f"{message} It says {others}:", claim.position, hint, lines)


def _is_withheld_near(claim: Claim) -> bool:
    """Tell whether a confidential source has something near a claim, which is not shown."""
    return claim.found is not None and claim.found.is_withheld and claim.found.outcome == "differs"


def _unlike(claim: Claim, found: Comparison) -> Diagnostic:
    mine, its = found.unlike or ("", "")
    words = " ".join(claim.quantity.words.split()) if claim.quantity else _shown(claim.text)
    where = f'where you say "{mine}" it' if mine else "it"
    number = "the number" if mine == words else f'"{words}"'
    has = f"{claim.found_in} has {number}, but {where} says"
    if found.is_withheld:
        hint = _OPEN_IT.format(key=claim.found_in)
        return Diagnostic("warning", "figure-unlike", f"{has} another thing.", claim.position, hint)
    message = f'{has} "{its}":' if its else f"{has} nothing such:"
    return Diagnostic(
        "warning", "figure-unlike", message, claim.position, _COMPARE_THEM, (f"source: {_cut(found.excerpt)}",)
    )


def _turned(claim: Claim, found: Comparison) -> Diagnostic:
    mine, its = found.unlike or ("", "")
    where = f'A marked change may turn round what {claim.found_in} says: where you have "{mine}" it has'
    if found.is_withheld:
        hint = _OPEN_IT.format(key=claim.found_in)
        return Diagnostic("warning", "marked-turns", f"{where} another thing.", claim.position, hint)
    message = f'{where} "{_cut(its)}".' if its else f"{where} nothing."
    return Diagnostic(
        "warning", "marked-turns", message, claim.position, _QUOTE_MORE, (f"source: {_cut(found.excerpt)}",)
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_EXCERPT else f"{words[: _LONGEST_EXCERPT - 2].rpartition(' ')[0]} …"


def _with_since(claim: Claim, language: str) -> str:
    """Give a figure as typed, with since when it counts."""
    statement = Statement(claim.sentence, language)
    figure = statement.like(claim.quantity) if claim.quantity else None
    if figure is None:
        return _shown(claim.text)
    since = statement.since(figure)
    words = " ".join(figure.words.split())
    return f"{words} {since.words[:1].lower()}{since.words[1:]}" if since else words


def _repeated(first: Diagnostic, others: Sequence[Diagnostic]) -> str:
    """Name the lines that say the same with the same source: what is mended in one place is to be mended in all."""
    here, *places = (each.position for each in (first, *others) if each.position)
    lines = [*dict.fromkeys(_line(there, here.file) for there in places if there.line != here.line)]
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES:] = [f"{len(lines) - _MOST_LINES} more"]
    if not lines:
        return ""
    *before, last = lines
    named = f"{', '.join(before)} and {last}" if before else last
    return f"The same is said in {named}."


def _line(position: Position, file: str) -> str:
    return f"line {position.line}" if position.file == file else f"{position.file}, line {position.line}"


def _where(dropped: Dropped) -> str:
    if dropped.where is None:
        return f"{dropped.claim.found_in} says"
    here, there = dropped.claim.position, dropped.where.position
    return f"{_line(there, here.file)}{'' if here.file == there.file else ','} says"


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rpartition(' ')[0]} …"
