"""Newspapers and bodies that a sentence names as its source → sources that nobody has looked up yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.claims import Sentence, sentences
from briefing.errors import Position
from briefing.importing.found import Found, Question, fewer
from briefing.importing.keys import Keys
from briefing.importing.proposing.passages import cited_behind, with_passages
from briefing.importing.proposing.words import ProposalWords, any_of, words_of
from briefing.model import Element
from briefing.reading.events import Reference
from briefing.reading.fields import TO_FILL_IN

__all__ = ["with_named_sources"]

_KNOWN = (
    "AFP, Agence France-Presse, Al Jazeera, Al-Jazeera, Amnesty International, AP, Associated Press, BBC, Bloomberg, "
    "Channel 4 News, CNN, Der Spiegel, Deutsche Welle, Die Zeit, dpa, El País, Euronews, Financial Times, Guardian, "
    "Human Rights Watch, Independent, Kyodo, La Repubblica, Le Figaro, Le Monde, Libération, Los Angeles Times, "
    "New York Times, NPR, Pajhwok, Politico, Radio Azadi, Reuters, Sky News, Süddeutsche Zeitung, TASS, Telegraph, "
    "The Times, Tolo News, TOLOnews, Wall Street Journal, Washington Post, World Bank, Xinhua, "
    "رویترز, رويترز, واشنگتن پست, واشنطن بوست, بی‌بی‌سی, بي بي سي, الجزيرة, طلوع نیوز, فرانس برس, فرانس پرس, پژواک"
)
"""Newspapers, agencies and bodies that are called by nothing else."""
_PAPERS = "Gazette|Herald|Journal|Magazine|News|Post|Radio|Times|Tribune"
"""Words at the end of a name that say it is a newspaper or the like."""
_BODIES = (
    "Agency|Authority|Commission|Council|Department|Federation|Foundation|Institute|Ministry|Office|Organisation|"
    "Organization|Society|Trust|University"
)
_COMPOUND = (
    r"(?:[A-ZÄÖÜ][\w-]{0,40} ){0,3}[A-ZÄÖÜ][\w-]{0,40}"
    r"(?:amt|ministerium|behörde|institut|agentur|kommission|universität|stiftung)(?:e?s)?"
    r"(?: (?:für|der|des) [A-ZÄÖÜ][\w-]{0,40}(?: und [A-ZÄÖÜ][\w-]{0,40})?){0,2}(?!\w)"
)
"""A body whose name is one word of German, such as "Umweltbundesamt", with what stands beside it."""
_GENITIVE = re.compile(r"(?<=amt)e?s\b|(?<=ministerium)s\b|(?<=institut)e?s\b")
_SHORT_FORM = r"[A-Z][A-Z&]{2,6}(?![\w-])"
_LONGEST_NAME = 60
_MOST = 100
"""Sources that are proposed: each has to be looked up."""
_MORE = f"Look through sources.yaml for what has no link; no more than {_MOST} names were taken from the text."


class _Name(NamedTuple):
    name: str
    typed: str
    """The words that name it as a source, and it."""


def with_named_sources(found: Found, language: str) -> Found:
    """Cite, in each sentence that cites nothing, what it says that it is from."""
    finder = _Finder(language, found)
    blocks = tuple(with_passages(found.blocks, finder.passage))
    questions = (*found.questions, *fewer(tuple(finder.questions()), _MORE))
    return found._replace(blocks=blocks, sources={**found.sources, **finder.sources()}, questions=questions)


class _Finder:
    def __init__(self, language: str, found: Found) -> None:
        self._language = language
        self._words = words_of(language)
        self._pattern = _pattern(self._words)
        self._keys = Keys(found.sources)
        self._named: dict[str, str] = {}
        """Keys by names."""
        self._typed: dict[str, tuple[str, Position]] = {}

    def passage(self, passage: Element) -> Element:
        """Cite what the sentences of a passage name."""
        if self._pattern is None:
            return passage
        parted = sentences(passage.children, self._language)
        changed = [self._sentence(each, passage.position) for each in parted]
        if changed == list(parted):
            return passage
        return replace(passage, children=tuple(node for each in changed for node in each.nodes))

    def sources(self) -> dict[str, dict[str, str]]:
        """List the sources that were named."""
        note = {"note": self._words.not_looked_up} if self._words.not_looked_up else {}
        title = f"{TO_FILL_IN} what was published"
        return {key: {"title": title, "container": name, **note} for name, key in self._named.items()}

    def questions(self) -> Iterator[Question]:
        """Ask for each source once."""
        for name, (typed, position) in self._typed.items():
            text = (
                f'The text says "{typed}" and gives no link. Find what it is from, and complete {self._named[name]} in '
            )
            yield Question(f"{text}sources.yaml; nobody has looked it up.", position)

    def _sentence(self, sentence: Sentence, position: Position | None) -> Sentence:
        name = None if sentence.is_cited else self._name_in(sentence.text)
        if name is None or (len(self._named) >= _MOST and name.name not in self._named):
            return sentence
        where = position or Position("")
        if name.name not in self._named:
            self._named[name.name] = self._keys.key(Reference(where, words=name.name))
            self._typed[name.name] = name.typed, where
        return cited_behind(sentence, self._named[name.name])

    def _name_in(self, text: str) -> _Name | None:
        found = self._pattern.search(" ".join(text.split())) if self._pattern else None
        if found is None:
            return None
        name = found["told"] or found["behind"] or found["before"]
        name = _GENITIVE.sub("", name)
        return _Name(name, found[0].strip()) if len(name) <= _LONGEST_NAME else None


def _pattern(words: ProposalWords) -> re.Pattern[str] | None:
    """Make a pattern of the words before a name, or behind it, in which only the name has to have its capitals."""
    if not words.according:
        return None
    papers = rf"(?:{any_of(_KNOWN)})(?!\w)|{_long_form(_PAPERS)}"
    names = rf"{papers}|{_long_form(_BODIES)}|{_COMPOUND}|{_SHORT_FORM}"
    ways = (
        rf"{_before(words.told, words)}(?P<told>{papers})" if words.told else "(?P<told>(?!))",
        rf"{_before(words.according, words)}(?P<behind>{names})",
        rf"(?<!\w)(?P<before>{names})(?:['’]\w+)? (?i:{any_of(words.according)})(?!\w)",
    )
    return re.compile("|".join(ways))


def _before(leading: str, words: ProposalWords) -> str:
    articles = any_of(words.article) or "(?!)"
    return rf"(?<!\w)(?i:{any_of(leading)})\s*(?:(?i:{articles})(?<=[’'])|(?i:{articles})\s+)*"


def _long_form(last: str) -> str:
    """Match up to six words in capitals, of which the last says what is named."""
    return rf"(?:[A-Z][\w’'-]*(?: (?:of|for|and|the|de|du|des|der|für))* ){{1,5}}(?:{last})(?!\w)"
