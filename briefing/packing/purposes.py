"""What the day asks for: for each purpose the files of its pack, how many of each, and on which paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from briefing.editions import SCREEN
from briefing.printing import Scheme

__all__ = ["PURPOSES", "SIGNATURE_SHEETS", "Item", "Purpose", "Share"]

SIGNATURE_SHEETS = "signature-sheets"
"""The one item that no template makes."""


class Share(NamedTuple):
    """How many copies there are of a file, by how many people are to be reached."""

    people: int
    """For how many there is one."""
    least: int = 1


_EACH = Share(1)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a pack, before it is made."""

    name: str
    """The end of its file's name, without its suffix."""
    title: str
    use: str
    template: str = ""
    """Empty for the signature sheets."""
    edition: str = SCREEN.name
    page: str = ""
    """The size of its pages; empty for that of the paper."""
    scheme: Scheme | None = None
    """How its pages are put on sheets; ``None`` where a page is a side of paper."""
    share: Share | None = None
    """``None`` for what is not printed here."""
    grams: int = 80
    one_side: bool = False
    ink: str = "colour or black"
    finish: str = ""
    paper: str = ""
    """The paper of a pack that it goes with; empty for all."""
    instead: Item | None = None
    """What is made where this does not fit."""


class Purpose(NamedTuple):
    """A day, or a piece of work, that a pack is for."""

    name: str
    summary: str
    copies: int
    """How many people are to be reached, where nobody says it."""
    items: tuple[Item, ...]


_LARGE_PRINT = Item(
    "briefing-large-print",
    "The briefing in large print",
    "for people who see little: have it ready before somebody has to ask",
    template="briefing",
    edition="large-print",
    share=Share(50, 2),
    finish="Staple in the corner.",
)
_SIGNATURES = Item(
    SIGNATURE_SHEETS,
    "Signature sheets",
    "to be signed; each has a number: print each once, and count them when they come back",
    share=_EACH,
    grams=90,
    one_side=True,
    ink="black",
)
_LEAFLET = Item(
    "leaflet-to-cut",
    "The leaflet, two on a sheet",
    "to hand out, or to lie in a letter of C5",
    template="leaflet",
    page="A5",
    scheme="repeat",
    share=_EACH,
    grams=120,
    finish="Cut at the marks.",
    paper="A4",
)
_TRIFOLD = Item(
    "trifold",
    "The leaflet that is folded twice",
    "to hand out, or to lie in a long letter",
    template="trifold",
    share=_EACH,
    grams=120,
    finish="Fold at the marks: the flap first, the cover over it.",
)
_BRIEFING = Item("briefing", "The briefing", "to send, and to attach to e-mails", template="briefing")
_AT_THE_TABLE = replace(_BRIEFING, use="one for each place", share=_EACH, finish="Staple in the corner.")

_STALL = Purpose(
    "stall",
    "a stall in the street",
    100,
    (
        _LEAFLET,
        Item(
            "leaflet-A5",
            "The leaflet by itself",
            "to send, or for a copy shop",
            template="leaflet",
            page="A5",
            paper="A4",
        ),
        replace(_TRIFOLD, paper="letter"),
        Item(
            "poster",
            "The poster",
            "for the table and the notice boards around, with strips to tear off",
            template="poster",
            share=Share(25, 4),
            grams=160,
            one_side=True,
            finish="Cut between the strips, up to the line.",
        ),
        Item(
            "handout",
            "The handout",
            "for those who stop and ask",
            template="handout",
            share=Share(4),
            grams=90,
        ),
        _SIGNATURES,
        _LARGE_PRINT,
        Item(
            "briefing-grey",
            "The briefing for office printers",
            "for those who want all of it, and for whoever stands at the stall",
            template="briefing",
            edition="grey",
            share=Share(20, 3),
            ink="black",
            finish="Staple in the corner.",
        ),
    ),
)
_MAILING = Purpose(
    "mailing",
    "letters and e-mails to supporters",
    100,
    (
        Item(
            "postcards-to-cut",
            "The postcard to a representative",
            "to lie in each letter, for the reader to sign, stamp and send",
            template="postcard",
            page="A6",
            scheme="repeat",
            share=_EACH,
            grams=250,
            finish="Cut at the marks.",
        ),
        replace(_TRIFOLD, use="to lie in each letter", instead=replace(_LEAFLET, use="to lie in each letter, of C5")),
        _BRIEFING,
        replace(
            _LARGE_PRINT,
            use="to send to those who ask for it, on paper too: no copier makes it of another edition",
            share=None,
        ),
    ),
)
_MEETING = Purpose(
    "meeting",
    "a meeting in a room",
    20,
    (
        Item(
            "briefing-booklet",
            "The briefing as a booklet",
            "one for each place",
            template="briefing",
            page="A5",
            scheme="booklet",
            share=_EACH,
            finish="Fold in the middle, staple on the fold.",
            paper="A4",
            instead=_AT_THE_TABLE,
        ),
        replace(_AT_THE_TABLE, paper="letter"),
        Item(
            "handout-grey",
            "The handout for office printers",
            "to take home, and to hand on",
            template="handout",
            edition="grey",
            share=_EACH,
            grams=90,
            ink="black",
        ),
        _SIGNATURES,
        replace(_LARGE_PRINT, share=Share(20, 2)),
    ),
)

PURPOSES: Mapping[str, Purpose] = MappingProxyType({each.name: each for each in (_STALL, _MAILING, _MEETING)})
"""By name."""
