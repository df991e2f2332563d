"""Claims that have no source, nor a reason for having none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from types import MappingProxyType

from briefing.claims import MOST_CLAIMS, Claim, Ledger, ledger_of
from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing

__all__ = ["evidence", "ledger_for"]

_Found = Iterator[Diagnostic]

_ADD = "Add a source: [@key], or say why none is needed: [no source, REASON]."
_ADD_TO_CHART = "Cite it below the figures, inside the block: [@key], or say why none is needed: [no source, REASON]."
_ADD_TO_TABLE = "Cite one for all of them in the caption below the table, : What it shows. [@key], or one in each cell."
_ADD_TO_TIMELINEJS = "This kind of file cites nothing: let briefing import make a list of it, and add a source to each."
_SAY_IN_TEXT = "A source cannot stand here: say the same in the text, and cite one there: [@key]."
_MOST_EACH = 3
"""Claims of one timeline or table that are told one by one; of more, the first with their number."""
_MOST_LISTED = 12
_LONGEST = 60
"""Characters of what is told that are shown."""
_WITHOUT_CITATIONS = frozenset({"title", "subtitle", "description"})
_TOLD_AS_ONE = frozenset({"event", "key figure", "chart", "quotation"})
"""Places where what is told as a whole stands for all that is told in it."""
_IN_ROWS = frozenset({"event", "table"})
_NAMES: Mapping[str, str] = MappingProxyType(
    {"event": "The event ", "key figure": "The figure ", "chart": "The chart ", "quotation": "The quotation "}
)


def ledger_for(
    briefing: Briefing, original: Briefing | None, memory: Memory = FORGETFUL, *, strict: bool = False
) -> Ledger:
    """Find the claims that are judged: those of the original, where what a language edition lacks is mended."""
    judged = replace(original, sources=briefing.sources) if original else briefing
    return ledger_of(judged, memory, with_dates=strict)


def evidence(ledger: Ledger, *, strict: bool = False) -> _Found:
    """Say which claims are open; with ``strict`` also which dated statements have no source."""
    if not ledger.is_whole:
        message = f"This briefing has more than {MOST_CLAIMS:,} quotations and figures; the others are not looked at."
        yield Diagnostic("open", "too-many-claims", message, ledger.claims[-1].position, "Divide it.")
    judged = [each for each in ledger.claims if each.counts or (strict and each.kind == "date")]
    blocks: dict[Position, list[Claim]] = {}
    words = Counter(map(_shown, judged))
    for claim in _each_once(each for each in judged if each.status == "unsourced"):
        blocks.setdefault(claim.block, []).append(claim)
    for block, claims in blocks.items():
        if claims[0].place in _IN_ROWS and len(claims) > _MOST_EACH:
            yield _of_many(claims, len([*_each_once(each for each in judged if each.block == block)]))
        else:
            yield from (_of_one(claim, is_one_of_several=words[_shown(claim)] > 1) for claim in claims)


def _each_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out what is told within a whole, such as the figures of an event."""
    wholes: set[Position] = set()
    for claim in claims:
        whole = claim.block if claim.place == "chart" else claim.passage
        if claim.place not in _TOLD_AS_ONE or whole not in wholes:
            yield claim
        wholes.add(whole)


def _of_many(claims: Sequence[Claim], of: int) -> Diagnostic:
    first, *others = claims
    things, block = ("events", "timeline") if first.place == "event" else ("figures", "table")
    own = " but your own text" if any(claim.own_only for claim in claims) else ""
    is_all = len(claims) == of
    many = f"None of the {of} {things}" if is_all else f"{len(claims)} of the {of} {things}"
    message = f"{many} of this {block} {'has a' if is_all else 'have no'} source{own}; this is the first."
    listed = tuple(f"{claim.position}: {_shown(claim)}" for claim in others[:_MOST_LISTED])
    more = (f"and {len(others) - len(listed)} more",) if len(others) > len(listed) else ()
    return _unsourced(first, message, (*listed, *more))


def _of_one(claim: Claim, *, is_one_of_several: bool) -> Diagnostic:
    """Say which claim is open; where several are told in the same words, which of the figures in them it is."""
    name = _NAMES.get(claim.place, "The quotation " if claim.kind == "quotation" else "")
    figure = claim.quantity.words if is_one_of_several and claim.quantity else ""
    which = f'The "{" ".join(figure.split())}" of "{_shown(claim)}"' if figure else f'{name}"{_shown(claim)}"'
    return _unsourced(claim, f"{which} has {'only your own text behind it' if claim.own_only else 'no source'}.")


def _shown(claim: Claim) -> str:
    return shorten(claim.text, _LONGEST, placeholder=" …")


def _unsourced(claim: Claim, message: str, details: tuple[str, ...] = ()) -> Diagnostic:
    return Diagnostic("open", "no-source", message, claim.position, _hint(claim), details)


def _hint(claim: Claim) -> str:
    if claim.position.file.endswith(".json"):
        return _ADD_TO_TIMELINEJS
    if claim.place in _WITHOUT_CITATIONS:
        return _SAY_IN_TEXT
    return {"chart": _ADD_TO_CHART, "table": _ADD_TO_TABLE}.get(claim.place, _ADD)
