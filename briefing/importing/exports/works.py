"""An entry of the list of sources, as a template words it → fields of a source.

An entry is ``AUTHORS, “TITLE”, CONTAINER, PUBLISHER, PAGES, DATE. ADDRESS. Read DATE. Archived copy: ADDRESS. NOTE``,
each where it is known; a work without a container has its title set as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from briefing.errors import Position
from briefing.importing.exports.typed import SOURCE
from briefing.model import Date, Element, Node, plain_text
from briefing.reading.dates import dates_in, read_date

__all__ = ["work_of"]

_QUOTED = re.compile(r"(?:(?P<authors>.+?)[,،]\s+)?[“«„「‘\"](?P<title>.+)[”»“」’\"][,،]?", re.DOTALL)
_COMMA = re.compile(r"[,،]\s+")
_ENDS = " .,،۔\N{NO-BREAK SPACE}"
_STOPS = (".", "۔")
_VOLUME = re.compile(r"(?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?")
_PAGES = re.compile(r"\D{1,8}(?P<pages>\d+(?:[–-]\d+)?)")
_DOI = "https://doi.org/"
_LONGEST_REMARK = 60
"""Characters of the sentence that says when a page was read."""
_SENTENCE_END = re.compile(r"(?:^|(?<=[^\W\d_]{4}))[.۔]\s+(?=\S)")
"""Behind a word that is no abbreviation, or behind the work itself."""
_OWN = "our-article"
"""Key under which an import keeps where an article itself appeared."""
_HERE = Position("")


def work_of(entry: Element, language: str) -> tuple[str, dict[str, str | tuple[str, ...]]]:
    """Read an entry; gives its key, and its fields, those that are not known left out."""
    key = entry.get("id").removeprefix(SOURCE)
    nodes = list(_flat(entry))
    links = [each for each in nodes if isinstance(each, Element) and each.get("href").startswith("http")]
    said = list(takewhile(lambda node: node not in links, nodes))
    fields: dict[str, str | tuple[str, ...]] = {
        **_named(said, language, is_last=not links),
        **_whereabouts(nodes, links, language),
    }
    if key == _OWN:
        fields["own"] = "yes"
    return key, {name: value for name, value in fields.items() if value}


def _flat(element: Element) -> Iterator[Node]:
    """Yield texts, titles and links, whatever they stand in."""
    for child in element.children:
        if isinstance(child, Element) and child.tag not in ("a", "cite", "em"):
            yield from _flat(child)
        else:
            yield child


def _named(said: list[Node], language: str, *, is_last: bool) -> dict[str, str | tuple[str, ...]]:
    """Read who wrote what, where and when: a work is set in italics, a title in it in quotation marks."""
    at = next((index for index, node in enumerate(said) if isinstance(node, Element)), len(said))
    before = _words(said[:at])
    work = _words(said[at : at + 1])
    after = _words(said[at + 1 :])
    quoted = _QUOTED.fullmatch(before)
    if not work:
        return {"title": before.strip(_ENDS)}
    authors = (quoted["authors"] or "") if quoted else before.strip(_ENDS)
    names: dict[str, str | tuple[str, ...]] = (
        {"title": quoted["title"], "container": work} if quoted else {"title": work}
    )
    return {
        **names,
        "authors": tuple(filter(None, _COMMA.split(authors))),
        **_published(after, language, is_last=is_last),
    }


def _published(text: str, language: str, *, is_last: bool) -> dict[str, str]:
    """Read what follows a work: publisher, volume and pages, the date, and the note where there is no address."""
    end = next((each.end for each in dates_in(text, language) if _ends_sentence(text, each.end)), None)
    fields: dict[str, str] = {}
    if end is None and is_last and (stop := _SENTENCE_END.search(text)):
        fields, text = {"note": text[stop.end() :]}, text[: stop.start()]
    pieces = _COMMA.split(text[:end])
    if end is not None:
        date, pieces = _dated(pieces, language)
        fields = {"date": date, "note": text[end:].lstrip(_ENDS)}
    for words in (piece.strip(_ENDS) for piece in pieces):
        if found := _VOLUME.fullmatch(words):
            fields |= {name: value for name, value in found.groupdict().items() if value}
        elif found := _PAGES.fullmatch(words):
            fields["pages"] = found["pages"]
        elif words:
            fields["publisher"] = f"{fields['publisher']}, {words}" if "publisher" in fields else words
    return fields


def _dated(pieces: list[str], language: str) -> tuple[str, list[str]]:
    """Part the date at the end, in EDTF, from the pieces before it; one like "May 3, 2021" is two of them."""
    for count in (2, 1):
        date = read_date(", ".join(pieces[-count:]).strip(_ENDS), _HERE, language)
        if isinstance(date, Date):
            return date.edtf, pieces[:-count]
    return "", pieces


def _ends_sentence(text: str, place: int) -> bool:
    return text[place : place + 1] in ("", *_STOPS)


def _whereabouts(nodes: list[Node], links: list[Element], language: str) -> dict[str, str]:
    """Read the address, the day on which it was read, the copy in an archive, and the note."""
    if not links:
        return {}
    address = links[0].get("href")
    fields = {"doi": address.removeprefix(_DOI)} if address.startswith(_DOI) else {"url": address}
    if links[1:]:
        fields["archived"] = links[1].get("href")
    between = _words(nodes[nodes.index(links[0]) + 1 : nodes.index(links[1]) if links[1:] else None]).lstrip(_ENDS)
    read = _accessed(between, language)
    fields["accessed"] = read[0]
    fields["note"] = _words(nodes[nodes.index(links[1]) + 1 :]).lstrip(_ENDS) if links[1:] else read[1]
    return fields


def _accessed(text: str, language: str) -> tuple[str, str]:
    """Part the day on which a page was read, in EDTF, from the note behind it."""
    for mention in dates_in(text[:_LONGEST_REMARK], language):
        rest = text[mention.end :]
        is_sentence = rest.startswith(_STOPS) and len(text[: mention.start].split()) <= 2
        if is_sentence and isinstance(read_date(mention.date.edtf, _HERE, language), Date):
            return mention.date.edtf, rest.lstrip(_ENDS)
    return "", text


def _words(nodes: list[Node]) -> str:
    return " ".join("".join(map(plain_text, nodes)).split())
