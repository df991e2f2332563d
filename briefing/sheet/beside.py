"""A claim → what its sources say: the words that are kept, what differs, and what is still to be opened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from briefing.claims import Claim, Status
from briefing.model import Briefing, Source
from briefing.model.languages import read_tag
from briefing.sheet.values import Line, Piece, Reference, line
from briefing.templating.source_names import source_name

__all__ = ["address_of", "beginning_of", "end_of", "kept", "references", "says"]

_AROUND = 140
"""Characters of the source that are shown before and behind a quotation."""
_READ = 4 * _AROUND
"""Characters of the text that are looked at for them."""
_BRACKETED = re.compile(r"(\[[^\[\]]*\])")
_LABELLED = re.compile(r"(you|source):\s+(.*)", re.DOTALL)
_LABELS = {"you": "Yours:", "source": "Source:"}
_LEFT_OUT = re.compile(r"\n[ \t]*[\[(]?(?:…|\.{3})[\])]?[ \t]*\n")
_CONFIDENTIAL = "The words that are kept have it; they are confidential and not shown here."
_CONFIDENTIAL_DIFFERS = "The words that are kept do not have it; they are confidential and not shown here."
_CONFIDENTIAL_UNLIKE = (
    "The words that are kept have the number, but perhaps of another thing; they are confidential and not shown here."
)
_NO_LETTER, _NONE = "□", frozenset({"Cc", "Cn", "Co", "Cs"})
"""What is shown for characters of some categories of Unicode: controls, and what is assigned to nothing."""
_OF_CONFIDENTIAL: Mapping[Status, str] = {
    "verbatim": _CONFIDENTIAL,
    "matches": _CONFIDENTIAL,
    "differs": _CONFIDENTIAL_DIFFERS,
}
_WEB = re.compile(r"(?i:https?)://[^\s\x00-\x1f]+")


def references(claim: Claim, briefing: Briefing, numbers: Mapping[str, int]) -> tuple[Reference, ...]:
    """List the sources that are cited for a claim, with what is to be done about each."""
    return tuple(_references(claim, briefing, numbers))


def _references(claim: Claim, briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Reference]:
    for key in claim.sources:
        source = briefing.sources.get(key)
        if source is None:
            continue
        name = line(source_name(source), source.language or briefing.original_language)
        locator = next((mark.locator for mark in claim.cited if mark.key == key and mark.locator), "")
        number = str(numbers.get(key, ""))
        if source.confidential:
            yield Reference(number, name, locator, note="Confidential: ask who keeps it.")
        elif source.own:
            yield Reference(number, name, locator, note="Our own text: no evidence.")
        elif claim.found and key == claim.found_in:
            yield Reference(number, name, locator, note=kept(source))
        else:
            address = address_of(source)
            is_other = _language_of(source, briefing) != read_tag(briefing.masthead.language).language
            yield Reference(number, name, locator, address, _to_be_opened(source, claim, address, is_other=is_other))


def _language_of(source: Source, briefing: Briefing) -> str:
    return read_tag(source.language or briefing.original_language).language


def _to_be_opened(source: Source, claim: Claim, address: str, *, is_other: bool) -> str:
    """Say why the words of a source are not shown; ``is_other`` where they are in another language."""
    where = "Open it:" if address else "Look for it."
    if source.captured is None:
        return f"Not kept here. {where}"
    if is_other:
        return f"Not compared, for it is in another language; its words are in sources/{source.key}.txt. {where}"
    if claim.status in ("verbatim", "matches"):
        return f"Kept in sources/{source.key}.txt as well."
    if claim.kind == "date" or claim.waiver:
        return f"Not compared; its words are in sources/{source.key}.txt. {where}"
    return f"Not found in sources/{source.key}.txt. {where}"


def kept(source: Source) -> str:
    """Say where the words of a source are kept, and since when where that is known."""
    day = source.kept.captured[: len("2021-08-24")] if source.kept else ""
    return f"Kept in sources/{source.key}.txt{f', taken {day}' if day else ''}."


def address_of(source: Source) -> str:
    """Give the address at which a source can be opened; empty where none is known."""
    address = source.url or source.archived or (f"https://doi.org/{source.doi}" if source.doi else "")
    return address if _WEB.fullmatch(address) else ""


def says(claim: Claim, briefing: Briefing) -> tuple[Line, ...]:
    """Show the words of the source, and what differs; or say what stands in their place."""
    return tuple(map(_printable, _says(claim, briefing)))


def _printable(line: Line) -> Line:
    """Show a box for what is no letter, such as a control character of a page that was captured: no font has it."""
    return line._replace(pieces=tuple(piece._replace(text=_shown(piece.text)) for piece in line.pieces))


def _shown(text: str) -> str:
    return "".join(_NO_LETTER if unicodedata.category(each) in _NONE else each for each in text)


def _says(claim: Claim, briefing: Briefing) -> Iterator[Line]:
    if claim.waiver:
        yield line(claim.waiver, label="No source, the author says:")
    source = briefing.sources.get(claim.found_in)
    if claim.found is None or source is None:
        if not (claim.sources or claim.waiver):
            yield line("No source.")
        return
    language = source.language or briefing.original_language
    if source.confidential:
        yield line(_OF_CONFIDENTIAL.get(claim.status, _CONFIDENTIAL_UNLIKE))
    elif claim.status == "differs":
        yield from _differences(claim.found.differences, language)
        if not claim.found.differences:
            yield line("Nothing like it stands in the words that are kept.")
        if claim.found.elsewhere:
            yield line(f"The source {claim.found.elsewhere} has these words.")
    elif claim.kind == "quotation":
        yield _in_its_place(source.captured or "", claim.found.start, claim.found.end, language)
    elif claim.found.excerpt:
        yield line(claim.found.excerpt, language)


def _differences(lines: tuple[str, ...], language: str) -> Iterator[Line]:
    """Mark what stands in brackets; these stay, for a print without bold letters."""
    for each in lines:
        labelled = _LABELLED.fullmatch(each)
        label, text = (_LABELS[labelled[1]], labelled[2]) if labelled else ("", each)
        pieces = (Piece(words, bool(_BRACKETED.fullmatch(words))) for words in _BRACKETED.split(text) if words)
        yield Line(tuple(pieces), language, label)


def _in_its_place(text: str, start: int, end: int, language: str) -> Line:
    """Show some words of a text with those around them, as far as nothing is left out there."""
    before = _LEFT_OUT.split(text[max(start - _READ, 0) : start])[-1]
    behind = _LEFT_OUT.split(text[end : end + _READ])[0]
    pieces = (
        Piece(end_of(_spaced(before).lstrip(), _AROUND)),
        Piece(" ".join(text[start:end].split()), is_marked=True),
        Piece(beginning_of(_spaced(behind).rstrip(), _AROUND)),
    )
    return Line(tuple(piece for piece in pieces if piece.text), language)


def end_of(text: str, most: int) -> str:
    """Give the last words of a text, as many as there is room for."""
    return text if len(text) <= most else "… " + text[-most:].partition(" ")[2]


def beginning_of(text: str, most: int) -> str:
    """Give the first words of a text, as many as there is room for."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"


def _spaced(text: str) -> str:
    """Write white space as one space, at the ends too."""
    return re.sub(r"\s+", " ", text)
