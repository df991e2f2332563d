"""What an author should look at before others do: names, ages, and what the file does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from briefing.errors import Position
from briefing.importing.found import Found, Question, fewer
from briefing.importing.proposing.words import listed, words_of
from briefing.model import plain_text
from briefing.model.languages import read_tag

__all__ = ["with_doubts"]

_WORDS = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)*")
"""Words with nothing but single spaces between them."""
_LONGEST_TITLE = 300
_ENDING = 3
"""Letters of a word that are too few to tell it by; the last two may be an ending."""
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")
_KNOWN = {
    "ICRC": "International Committee of the Red Cross",
    "IAEA": "International Atomic Energy Agency",
    "IFRC": "International Federation of Red Cross and Red Crescent Societies",
    "NATO": "North Atlantic Treaty Organization",
    "OCHA": "UN Office for the Coordination of Humanitarian Affairs",
    "OECD": "Organisation for Economic Co-operation and Development",
    "OHCHR": "Office of the UN High Commissioner for Human Rights",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "UNAMA": "UN Assistance Mission in Afghanistan",
    "UNDP": "UN Development Programme",
    "UNEP": "UN Environment Programme",
    "UNESCO": "UN Educational, Scientific and Cultural Organization",
    "UNFPA": "UN Population Fund",
    "UNHCR": "UN High Commissioner for Refugees",
    "UNICEF": "UN Children's Fund",
    "UNODC": "UN Office on Drugs and Crime",
    "UNRWA": "UN Relief and Works Agency for Palestine Refugees",
}
"""Bodies whose short forms are mistyped now and then."""
_AGES = {
    "de": r"\d{1,3}(?: Jahre alt|-jährige[rn]?)",
    "en": r"(?:aged )?\d{1,3}(?:-| )years?(?:-| )(?:old|of age)|who (?:is|was) \d{2}(?=,)",
    "es": r"\d{1,3} años de edad",
    "fr": r"âgée? de \d{1,3} ans",
    "it": r"\d{1,3} anni di età",
}
_TITLE_CASE = 0.6
"""Share of the words of a title in capitals from which on they say nothing."""


def with_doubts(found: Found, language: str, file: str) -> Found:
    """Ask what nobody but the author can say."""
    text = " ".join(plain_text(block) for block in found.blocks)
    head = Position(file)
    asked = (
        *_of_title(found.title, text, language, head),
        *fewer(tuple(_of_short_forms(found)), "Look through the short forms."),
        *_of_ages(found, language),
        *_of_the_file(found, head),
    )
    return found._replace(questions=(*found.questions, *asked))


def _of_title(title: str, text: str, language: str, head: Position) -> Iterator[Question]:
    """Ask about a name in the title that the text never says."""
    words = re.findall(r"[^\W\d_][\w’'-]*", title[:_LONGEST_TITLE])
    if not words or sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words):
        return
    known = text.casefold()
    for name in dict.fromkeys(_without_common(each, language) for each in _names(title[:_LONGEST_TITLE])):
        if " " in name and any(word.casefold()[:-2] not in known for word in name.split(" ") if len(word) > _ENDING):
            yield Question(
                f'The title speaks of "{name}", and the text never does. Say in it who or what that is.', head
            )


def _names(title: str) -> Iterator[str]:
    """Yield words in capitals that stand beside one another."""
    for passage in _WORDS.findall(title):
        for is_name, words in groupby(passage.split(" "), key=lambda word: word[0].isupper()):
            if is_name:
                yield " ".join(words)


def _without_common(name: str, language: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in listed(words_of(language).common) else name


def _of_short_forms(found: Found) -> Iterator[Question]:
    """Ask about a short form that stands once and is a well-known one but for two letters in each other's place."""
    places: dict[str, list[Position]] = {}
    for block in found.blocks:
        for match in _SHORT_FORM.finditer(plain_text(block)):
            places.setdefault(match[0], []).append(block.position or Position(""))
    for name, positions in places.items():
        meant = next((known for known in _KNOWN if known not in places and _is_transposed(name, known)), "")
        if meant and len(positions) == 1:
            text = f'Is "{name}" meant to be {meant}, the {_KNOWN[meant]}? Two letters are in each other\'s place.'
            yield Question(text, positions[0])


def _is_transposed(one: str, other: str) -> bool:
    if len(one) != len(other) or one == other:
        return False
    differing = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )


def _of_ages(found: Found, language: str) -> Iterator[Question]:
    """Ask about the first age: it is out of date within a year."""
    pattern = _AGES.get(read_tag(language).language)
    for block in found.blocks if pattern else ():
        if pattern and (age := re.search(rf"(?<!\w){pattern}", plain_text(block))):
            text = f'"{age[0].strip(" ,")}" was true when this was written. Is it still, on the day of the briefing?'
            yield Question(text, block.position or Position(""))
            return


def _of_the_file(found: Found, head: Position) -> Iterator[Question]:
    """Ask for what the file does not say of itself."""
    missing = [name for name in ("date", "authors") if name not in found.fields]
    says = {"date": "when it is from", "authors": "who wrote it"}
    if missing:
        silent = " or ".join(says[name] for name in missing)
        fields = " and ".join(missing)
        yield Question(f"The file does not say {silent}. Write {fields} at the head.", head)
