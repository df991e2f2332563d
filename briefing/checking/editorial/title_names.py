"""A name in the title that the text never uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.word_lists import listed
from briefing.errors import Diagnostic

__all__ = ["names_of_title_alone"]

_WORD = re.compile(r"[^\W\d_](?:[\w’'.&-]*\w)?")
_STOPS = re.compile(r"[.?!:;–—|,()\"“”«»]|\s-\s")
"""What ends a sentence, or a name."""
_SMALL_IN_TITLES = frozenset(
    listed(
        """
        a an the and be but or nor so yet for of in on at to by from with as vs via per into over under off up out than
        de la le les des du et un une en au aux y el los las del por para con il lo gli di da e o dos das do van der
        den het een op voor met
        """
    )
)
"""Words that stay small where all others of a title have capitals."""
_OPENING = frozenset(
    listed(
        """
        how why what who whom whose when where which is are was were can could will would should did does do has have
        inside behind after before since against without comment pourquoi qui que quand où quel quelle cómo qué quién
        cuándo dónde por come perché chi quando dove hoe waarom wie wat wanneer waar como porque quem onde
        """
    )
)
"""Words that begin a sentence before a name: what stands behind them with a capital is one."""
_INSIDE = frozenset(listed("of the de la del du des di da dos van der den bin ibn and for"))
"""Words that may stand inside a name."""
_GENERAL = frozenset(
    listed(
        """
        northern southern eastern western central national international federal united new great general north south
        east west state states royal first second third government parliament president minister état états
        gouvernement parlement président ministre estado estados gobierno governo governi stato stati staat
        staten regering parlamento presidente
        """
    )
)
"""Words that many names share, and that are written with capitals where they name nobody."""
_DAYS = frozenset(
    listed(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
        September October November December Christmas Easter Thanksgiving
        """
    )
)
_MOST = 12
"""Names of one title that are looked for."""
_SHORTEST_SHORT_FORM = 3
_SHORT_STEM, _LONG_STEM = 4, 6
_LONG_WORD = 8
"""A word is known by its first letters, more of them in a long one: "Afghanistan" by "Afghans"."""


def names_of_title_alone(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of each, where the title has small letters enough to tell a name by its capitals."""
    masthead = edited.briefing.masthead
    title = next((each for each in edited.passages if each.place == "title"), None)
    if title is None or not _tells_names(masthead.title):
        return
    texts = [each.text for each in edited.passages if each.place not in ("title", "subtitle", "description")]
    texts += [each.text for each in edited.headings]
    said = " ".join(text.casefold() for text in texts if text.strip() != masthead.title.strip())
    single_names = _tells_single_names(masthead.title)
    for start, name in islice(_names(masthead.title), _MOST):
        is_name = " " in name or single_names
        if is_name and name not in _DAYS and said.strip() and not _is_used(name, said):
            message = f'The title speaks of "{name}", and the text never does.'
            hint = "Name in the title what the text is about, or say in the text what the name means."
            yield doubt("title-name", message, edited.place(title, start, start + len(name)), hint)


def _tells_single_names(title: str) -> bool:
    """Tell whether more words have small letters than capitals: then one word with a capital is a name."""
    words = [word[0] for word in _WORD.finditer(title) if word[0].casefold() not in _SMALL_IN_TITLES][1:]
    return sum(word[0].islower() for word in words) > sum(word[0].isupper() for word in words)


def _tells_names(title: str) -> bool:
    """Tell whether small letters begin words that would have capitals if all did."""
    return any(word[0][0].islower() and word[0] not in _SMALL_IN_TITLES for word in _WORD.finditer(title))


def _names(title: str) -> Iterator[tuple[int, str]]:
    """Yield words with capitals in a row, each row with its offset; not the one with which a sentence begins."""
    for sentence in _sentences(title):
        run: list[re.Match[str]] = []
        begins = sentence[0][0].casefold() not in _SMALL_IN_TITLES | _OPENING
        for word in sentence[0 if begins else 1 :]:
            is_name = word[0][0].isupper()
            if not is_name and not (run and word[0] in _INSIDE):
                yield from () if begins else _closed(title, run)
                run, begins = [], False
            else:
                run.append(word)
        yield from () if begins else _closed(title, run)


def _sentences(title: str) -> Iterator[list[re.Match[str]]]:
    """Part the words of a title where a sentence or a name ends."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(title):
        if words and _STOPS.search(title, words[-1].end(), word.start()):
            yield words
            words = []
        words.append(word)
    if words:
        yield words


def _closed(title: str, run: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    while run and run[-1][0] in _INSIDE:
        run = run[:-1]
    if run and (len(run) > 1 or len(run[0][0]) > 1):
        yield run[0].start(), title[run[0].start() : run[-1].end()]


def _is_used(name: str, said: str) -> bool:
    """Tell whether a text, in small letters, has a word of a name that is its own, or its first letters."""
    words = [word[0].removesuffix("’s").removesuffix("'s") for word in _WORD.finditer(name)]
    capitals = [word for word in words if word[0].isupper()]
    own = [part for word in capitals for part in word.split("-") if part.casefold() not in _GENERAL and len(part) > 1]
    short = "".join(word[0] for word in capitals).casefold()
    if len(short) >= _SHORTEST_SHORT_FORM and re.search(rf"\b{short}\b", said):
        return True
    return not own or any(_occurs(word, said) for word in own)


def _occurs(word: str, said: str) -> bool:
    if word.isupper() and _spelled(word.casefold(), said):
        return True
    stem = word[: _LONG_STEM if len(word) >= _LONG_WORD else _SHORT_STEM].casefold()
    return re.search(rf"\b{re.escape(stem)}", said) is not None


def _spelled(short: str, said: str) -> bool:
    letters = [letter for letter in short if letter.isalpha()]
    pattern = r"\w*(?:\s+(?:of|the|and|for|on|in|to))*[\s-]+".join(map(re.escape, letters))
    return re.search(rf"\b{pattern}", said) is not None
