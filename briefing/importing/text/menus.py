"""Menus before an article and lists of other stories behind it: they are left out, and quoted in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from briefing.importing.bylines import read_byline
from briefing.importing.found import Question
from briefing.importing.sidelines import begins_links
from briefing.importing.text.furniture import ask_about, is_furniture
from briefing.importing.text.lines import Group, Line

__all__ = ["without_menus"]

_ENTRIES = re.compile(
    r"home|news|sports?|search|about(?: us)?|contact(?: us)?|register|world|politics|business|opinion|culture|video"
    r"|live|startseite|suche|politik|wirtschaft|kultur|kontakt|accueil|rechercher|actualités|inicio|buscar|noticias|cerca"
    r"|notizie|zoeken|nieuws|strona główna|szukaj|início|notícias|главная|поиск|новости|головна|пошук|новини"
    r"|ana sayfa|haberler|αρχική|خانه|صفحه اصلی|جستجو|اخبار|الرئيسية|الصفحة الرئيسية|بحث|صفحۂ اول|首页|ホーム",
    re.IGNORECASE,
)
"""Entries of menus that may be titles where they stand alone."""
_BUTTONS = re.compile(
    r"(?:main |open |close )?menu|(?:toggle |main )?navigation|my account|menü|anmelden|abonnieren"
    r"|se connecter|s['’]abonner|menú|iniciar sesión|accedi|inloggen|zaloguj(?: się)?|меню"
    r"|войти|увійти|giriş yap|منو|ورود|القائمة|تسجيل الدخول",
    re.IGNORECASE,
)
_LONGEST_ENTRY = 25
_MOST_WORDS = 3
_NEAR = 12
_NEAR_LINES = 100
"""Groups and lines at the beginning of a text in which menus stand."""
_OTHERS = re.compile(
    r"(?:top|related|recommended|popular|trending|latest|more|other)"
    r"(?: (?:stories|articles|news|posts|topics|reading|now))?(?: for you| from us)?"
    r"|more (?:on|about) (?:this|the) (?:story|topic|subject)|read (?:more|next|also)|see also"
    r"|you (?:may|might) also like|most (?:read|viewed|popular)|editors?['’]?s?['’]? picks?"
    r"|mehr zum thema|auch interessant|weitere (?:artikel|themen|nachrichten)|lesen sie auch|(?:à |a )?lire aussi"
    r"|sur le même sujet|articles liés|te puede interesar|(?:leer?|lea) también|más noticias|leggi anche|lees ook"
    r"|czytaj też|leia também|(?:читайте|смотрите) также|читайте також|مطالب مرتبط|بیشتر بخوانید|اقرأ أيضا|مزید پڑھیں",
    re.IGNORECASE,
)
"""Heads of lists of other stories."""
_ENDS_SENTENCE = re.compile(r"\w[.!…؟۔।。！][\"'”’»)\]]*\Z")
_MOST_LISTS = 20
"""Heads of such lists that are looked at."""
_LONGEST_TITLE = 60
"""Characters from which on a line is text, even where it ends with no sign."""


def without_menus(groups: Sequence[Group], file: str, language: str) -> tuple[tuple[Group, ...], tuple[Question, ...]]:
    """Leave out the menus before the text, and lists of other stories; each is quoted in a question."""
    first = [line for group in groups[:_NEAR] for line in group][:_NEAR_LINES]
    lists = [*_menus(first, language), *_stories(groups)]
    dropped = {line for each in lists for line in each}
    kept = (tuple(line for line in group if line not in dropped) for group in groups)
    return tuple(filter(None, kept)), tuple(ask_about(each, file) for each in lists)


def _menus(lines: Sequence[Line], language: str) -> Iterator[Group]:
    """Yield runs of short lines above the text among which are entries of menus."""
    start = 0
    for is_short, run in groupby(lines, key=lambda line: _may_be_entry(line, language)):
        found = list(run)
        start += len(found)
        if not is_short:
            if any(_is_text(line) for line in found):
                return
            continue
        following = lines[start] if start < len(lines) else None
        if not _is_marked(found[-1]) and following and (_is_text(following) or _says_who(following, language)):
            found.pop()  # the title
        if any(_is_button(line) for line in found) or sum(map(_is_marked, found)) > 1:
            yield tuple(found)


def _may_be_entry(line: Line, language: str) -> bool:
    text = line.text.strip()
    is_short = len(text) <= _LONGEST_ENTRY and len(text.split()) <= _MOST_WORDS and not _ENDS_SENTENCE.search(text)
    return _is_button(line) or (is_short and not _says_who(line, language))


def _is_button(line: Line) -> bool:
    text = line.text.strip()
    return is_furniture(text) or _BUTTONS.fullmatch(text) is not None


def _is_marked(line: Line) -> bool:
    return _is_button(line) or _ENTRIES.fullmatch(line.text.strip()) is not None


def _is_text(line: Line) -> bool:
    return len(line.text) >= _LONGEST_TITLE or _ENDS_SENTENCE.search(line.text) is not None


def _says_who(line: Line, language: str) -> bool:
    return any(read_byline(line.text, language))


def _stories(groups: Sequence[Group]) -> Iterator[Group]:
    """Yield each list of other stories: the rest of a group, or all that follows to the end."""
    text = next((index for index, group in enumerate(groups) if any(map(_is_text, group))), len(groups))
    heads = ((index, at) for index in range(text + 1, len(groups)) if (at := _head_in(groups[index])) is not None)
    for index, start in islice(heads, _MOST_LISTS):
        group = groups[index]
        own, rest = group[start:], tuple(line for each in groups[index + 1 :] for line in each)
        if all(_ENDS_SENTENCE.search(line.text) is None for line in own) and (len(own) > 1 or rest):
            if _are_stories((*own, *rest)):
                yield (*own, *rest)
                return
            if len(own) > 1 and _are_stories(own):
                yield own


def _head_in(group: Group) -> int | None:
    """Find the head of a list of other stories."""
    texts = (line.text.strip().rstrip(":…") for line in group)
    return next((at for at, text in enumerate(texts) if begins_links(text) or _OTHERS.fullmatch(text)), None)


def _are_stories(lines: Group) -> bool:
    """Tell titles of stories from text: no line is a sentence of some length, and few end as sentences do."""
    told = [line for line in lines if _ENDS_SENTENCE.search(line.text) and not is_furniture(line.text.strip())]
    return 2 * len(told) < len(lines) and all(len(line.text) < _LONGEST_TITLE for line in told)
