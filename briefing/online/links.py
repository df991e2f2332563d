"""Briefing → the links that its readers are given, each once, with the places where it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from briefing.errors import Position
from briefing.model import Briefing, Source, trees, walk
from briefing.online.addresses import Address, NotAskedError, read_address

__all__ = ["Find", "Found", "Kind", "Use", "links_of"]

Kind: TypeAlias = Literal["petition", "print_as", "source", "archived", "text", "organisation"]
Find: TypeAlias = Callable[[Position, str], Position | None]
"""Where letters were typed, in the block that begins at a position."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_TYPED_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class Use(NamedTuple):
    """A place where a link was typed."""

    kind: Kind
    typed: str
    position: Position
    source: Source | None = None
    """The source whose address it is."""


class Found(NamedTuple):
    """The links of a briefing."""

    links: dict[Address, tuple[Use, ...]]
    """By what is asked for; the first place is the gravest one, then the earliest."""
    refused: tuple[tuple[Use, str], ...]
    """Links that nobody is asked for, with what completes a sentence about each."""


def links_of(briefing: Briefing, find: Find) -> Found:
    """Collect what leads to the web; links within the text, to mail and telephones are not looked at."""
    links: dict[Address, tuple[Use, ...]] = {}
    refused = []
    for use in _uses(briefing, find):
        try:
            address = read_address(use.typed if _WEB.match(use.typed) else f"https://{use.typed}")
        except NotAskedError as problem:
            refused.append((use, str(problem)))
        else:
            links[address] = (*links.get(address, ()), use)
    return Found(links, tuple(refused))


def _uses(briefing: Briefing, find: Find) -> Iterator[Use]:
    yield from _of_petition(briefing)
    for root in trees(briefing):
        for element in walk(root):
            if element.tag == "a" and _WEB.match(element.get("href")):
                yield Use("text", element.get("href"), element.position or briefing.position)
    for source in briefing.sources.values():
        yield from _of_source(source, find)
    yield from _of_organisation(briefing)


def _of_petition(briefing: Briefing) -> Iterator[Use]:
    if petition := briefing.petition:
        kinds: tuple[Kind, ...] = ("petition", "print_as")
        for kind, name in zip(kinds, ("link", "print_as"), strict=True):
            typed = getattr(petition, name).strip()
            if typed:
                yield Use(kind, typed, petition.positions.get(name, petition.position))


def _of_source(source: Source, find: Find) -> Iterator[Use]:
    address = source.url or (f"https://doi.org/{quote(source.doi, safe='/:;()')}" if source.doi else "")
    typed: tuple[tuple[Kind, str, str], ...] = (
        ("source", address, source.url or source.doi),
        ("archived", source.archived, source.archived),
    )
    for kind, leads_to, letters in typed:
        if _WEB.match(leads_to):
            yield Use(kind, leads_to, find(source.position, letters) or source.position, source)


def _of_organisation(briefing: Briefing) -> Iterator[Use]:
    organisation, masthead = briefing.organisation, briefing.masthead
    if organisation and organisation.website:
        position = organisation.positions.get("website", organisation.position)
        yield Use("organisation", organisation.website, position)
    publisher = masthead if masthead.contact or not organisation else organisation
    where = publisher.positions.get("contact") or (organisation or briefing).position
    yield from (Use("organisation", line, where) for line in publisher.contact if _TYPED_WEB.fullmatch(line))
