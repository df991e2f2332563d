"""Two figures of the same number → do they count different things, or parts of different wholes, or is one denied?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from briefing.claims.comparing.statements import Statement
from briefing.claims.quantities import Quantity
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of

__all__ = ["counted_apart"]

_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "en": (
        "soldier, troop, troops, fighter, combatant, infantry, marine, militant, rebel, insurgent, gunman, personnel",
        "refugee, migrant, immigrant, seeker, displaced",
        "prisoner, detainee, inmate, convict, hostage",
        "pupil, student, schoolchild, undergraduate",
        "teacher, lecturer, professor",
        "doctor, physician, surgeon",
        "nurse, midwife",
        "farmer, smallholder",
        "journalist, reporter",
        "lawmaker, mp, deputy, senator, congressman, legislator",
        "tank, vehicle, car, lorry, truck, bus, van, ambulance",
        "aircraft, plane, jet, helicopter, drone, aeroplane, airplane, airliner",
        "missile, rocket, shell, bomb, mine",
        "ship, vessel, boat, ferry, tanker, yacht",
        "rifle, gun, pistol, firearm, weapon",
        "home, house, household, dwelling, flat, apartment, property, building",
        "school, academy, kindergarten, nursery",
        "hospital, clinic",
        "church, chapel, cathedral",
        "mosque",
        "country, nation",
        "city, town, village, municipality, settlement",
        "job, vacancy",
        "tree, sapling",
        "cow, cattle",
        "sheep, lamb, goat",
        "pig, piglet",
        "horse, pony",
        "dog, puppy",
        "bird, chicken, hen, duck, goose",
        "hotel, hostel",
        "shop, store, supermarket",
        "road, street, motorway",
        "bridge, tunnel",
        "vote, ballot",
    ),
})  # fmt: skip
"""What one number is seldom of at once, each with its other names, by primary subtag."""
_OF = re.compile(r"\s*(?:of|among|amongst)\s+([^,.;:()]{1,60})")
_MOST_WORDS = 4
"""Words behind "of" in which it is said of whom a share is."""
_WHOLE = re.compile(r"(?<!\w)(?:of|von|sur|de|di|van)\s+(?:the\s+|all\s+)?(\d[\d.,]*\d|\d)(?!\w)")
_SAME_WHOLE = 20
"""The part of a whole by which another one may differ, and be the same rounded: one in so many."""
_DENIED = re.compile(
    r"(?<!\w)(?:(?:denied|denies|deny|denying) (?:that|having|claims|reports|killing|any)|"
    r"(?:reject|rejects|rejected|dismissed|dismisses) (?:claims|reports|allegations|suggestions)|"
    r"(?:not true|untrue|false|wrong) that|no evidence that)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def counted_apart(figure: Quantity, claim: Statement, other: Quantity, said: Statement) -> tuple[str, str] | None:
    """Give what a claim says, and what its source does, that makes equal numbers different ones; one may be empty."""
    return (
        _of_another_whole(figure, other)
        or _of_other_things(figure, claim, other, said)
        or _is_denied(claim.text, said.text, claim.language)
    )


def _of_another_whole(figure: Quantity, other: Quantity) -> tuple[str, str] | None:
    """Tell "90 of 120 schools" from "90 of 210"."""
    mine, its = _WHOLE.search(figure.words), _WHOLE.search(other.words)
    if not mine or not its:
        return None
    one, two = (int(re.sub(r"\D", "", found[1])) for found in (mine, its))
    return _words(figure, other) if abs(one - two) * _SAME_WHOLE > max(one, two) else None


def _of_other_things(figure: Quantity, claim: Statement, other: Quantity, said: Statement) -> tuple[str, str] | None:
    """Tell soldiers from tanks; not where either sentence has a name of what the other counts."""
    mine, its = _counted(figure, claim), _counted(other, said)
    if not mine or not its or _kinds(claim) & its.keys() or _kinds(said) & mine.keys():
        return None
    if figure.unit != "%":
        return _words(figure, other)
    return next(iter(mine.values())), next(iter(its.values()))


def _words(figure: Quantity, other: Quantity) -> tuple[str, str]:
    return " ".join(figure.words.split()), " ".join(other.words.split())


def _is_denied(claim: str, said: str, language: str) -> tuple[str, str] | None:
    """Tell what somebody says from what somebody denies."""
    if read_tag(language).language != "en":
        return None
    mine, its = _DENIED.search(claim), _DENIED.search(said)
    return (mine[0] if mine else "", its[0] if its else "") if bool(mine) != bool(its) else None


def _counted(figure: Quantity, statement: Statement) -> Mapping[int, str]:
    """Say what a figure counts, or of what a share is, by the number of its kind."""
    if figure.unit == "%":
        behind = _OF.match(statement.text, figure.end)
        words = _WORD.findall(behind[1])[:_MOST_WORDS] if behind else []
    else:
        words = [figure.unit] if figure.unit.isalpha() else []
    known = _known(statement.language)
    return {kind: word for word in words if (kind := known.get(_singular(word, known))) is not None}


def _kinds(statement: Statement) -> frozenset[int]:
    """List the kinds of things that a sentence speaks of."""
    known = _known(statement.language)
    words = (_singular(word, known) for word in _WORD.findall(statement.text))
    return frozenset(known[word] for word in words if word in known)


def _singular(word: str, known: Mapping[str, int]) -> str:
    key = key_of(word)
    endings = (key, key.removesuffix("s"), key.removesuffix("es"), f"{key.removesuffix('ies')}y")
    return next((each for each in endings if each in known), key)


@lru_cache(maxsize=16)
def _known(language: str) -> Mapping[str, int]:
    """Number the kinds of a language, by word. A process keeps them: they depend on the tag and this program alone."""
    listed = _KINDS.get(read_tag(language).language, ())
    return MappingProxyType({word: number for number, words in enumerate(listed) for word in words.split(", ")})
