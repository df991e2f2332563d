"""What a page says about its article, for machines and in its first lines: title, authors, date, language, site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import urljoin

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from briefing.importing.bylines import Byline, read_byline, starts_byline, without_byline_words
from briefing.importing.html.units import Unit, units_of, words_in
from briefing.importing.trees import words_of
from briefing.model.language_names import has_name
from briefing.reading.fields import language_tag

__all__ = ["Facts", "facts_of"]

_ARTICLE = re.compile(r"Article|Posting|Report|Recipe|WebPage|BlogPost|Statement|Petition")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl")
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "dc.date.issued", "pubdate",
          "publish-date", "parsely-pub-date", "citation_publication_date", "sailthru.date")  # fmt: skip
_SITES = ("og:site_name", "application-name", "citation_journal_title")
_LANGUAGES = ("content-language", "language", "dc.language", "og:locale")
_OTHERS = frozenset({"td", "th", "li", "dt", "dd", "h2", "h3", "figcaption"})
"""Parts of a page whose lines are not about the article as a whole."""
_DAY = re.compile(r"\s*(\d{4})-(\d{2})(?:-(\d{2}))?")
_AND = re.compile(r"\s*(?:;|\band\b|\bund\b|\bet\b|\by\b| & |،)\s*")
_SEPARATOR = re.compile(r"\s+[|–—·•»«-]\s+|\s*[||_]\s*|:\s+")
_TIMES = "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'published')]/@datetime"
_OF_MACHINES = "//meta/@content | //link/@href | //@datetime | //script/text()"
_BYLINES = "//*[contains(@class, 'by') or contains(@class, 'aut')][string-length() < 120]"
_PETITION = re.compile(r"p[eé]tition|petici[oó]n|petizione|petição|петици|عريضة|دادخواست|کارزار|طومار", re.IGNORECASE)
_PETITION_PATH = re.compile(r"\Ahttps?://[^/?#]+/(?:[^?#]*/)?petitions?/[^/?#]", re.IGNORECASE)
_MOST_FORMS = 20
_BETWEEN_FACTS = re.compile(r"\s+[|·•–—]\s+|\s*\|\s*")
_MOST_FACTS = 6
"""In one line."""
_MOST_AROUND_A_DATE = 12
"""Words of a line that says when something was published; a longer one is a sentence of the text."""
_NEAR = 6
"""Lines below the title in which it may stand who wrote the article and when."""
_MOST_TITLE_WORDS = 40
_LEAST_SHARED = 4
"""Words that two titles have to begin with to be those of one article."""
_MOST_DATA = 200
_LONGEST_NAME = 80
_MOST_IN_A_NAME = 3
"""Words."""


class Facts(NamedTuple):
    """What a page says about its article; empty where it does not."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    """EDTF."""
    date_is_guessed: bool = False
    language: str = ""
    """BCP 47 tag."""
    site: str = ""
    description: str = ""
    url: str = ""
    base: str = ""
    """What addresses in the page are relative to."""
    text: str = ""
    """The whole article, where a page holds it for machines."""
    is_petition: bool = False
    """Whether the page itself is signed."""
    authors_are_guessed: bool = False
    """Whether only a line somewhere on the page names them."""


def facts_of(tree: HtmlElement) -> Facts:
    """Collect what a page says about its article, before anything is taken off it."""
    metas, data = _metas(tree), tuple(_data(tree))
    window = " ".join((tree.findtext(".//title") or "").split())
    headlines = (text for each in data for text in _texts(each.get("headline")))
    units = units_of(tree)
    title = _title(units, [metas.get("og:title", ""), *headlines, window])
    language = _language(tree, metas)
    shown = _shown(units, title, language)
    found = extract_metadata(tree)
    date, guessed = _date(tree, metas, data, shown.date, _told_apart(found.date or "", tree, units))
    url = _address(tree, metas)
    declared = _authors(tree, metas, data) or shown.authors
    authors = declared or _signed(tree) or _likely((found.author or "").split(";"))
    return Facts(
        title,
        authors,
        date,
        guessed,
        language,
        _site(metas, data, window, title),
        metas.get("description", "") or metas.get("og:description", ""),
        url,
        urljoin(url, next((each.get("href", "") for each in tree.iter("base")), "")),
        max((str(each.get("articleBody", "")) for each in data), key=len, default=""),
        any("Petition" in str(each.get("@type", "")) for each in data)
        or bool(_PETITION_PATH.search(url))
        or (bool(_PETITION.search(f"{window} {metas.get('og:title', '')}")) and _has_form_to_sign(tree)),
        bool(authors) and not declared,
    )


def _has_form_to_sign(tree: HtmlElement) -> bool:
    forms = list(tree.iter("form"))[:_MOST_FORMS]
    return any("sign" in each.get("class", "").split() or _PETITION.search(words_of(each)) for each in forms)


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = " ".join(meta.get("content", "").split())
        if name and content and len(content) < 2_000:
            found.setdefault(name.strip().lower(), content)
    return found


def _data(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield what a page says of itself in JSON-LD, as far as it speaks of an article."""
    waiting: list[object] = []
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(_MOST_DATA):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            waiting += [each[name] for name in ("@graph", "mainEntity") if name in each]
            if _ARTICLE.search(str(each.get("@type", ""))):
                yield each


def _texts(value: object, name: str = "name") -> Iterator[str]:
    """Yield the names in a value of JSON-LD: a text, a thing with a name, or a list of them."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        yield from _texts(value.get(name))
    elif isinstance(value, list):
        for each in value[:20]:
            if not isinstance(each, list):
                yield from _texts(each, name)


def _title(units: Iterable[Unit], named: Iterable[str]) -> str:
    """Take the title as readers see it: what the window's title or the page's data speak of, else the first heading."""
    spoken = [words_in(each.casefold()) for each in named if each]
    best, best_score, heading = "", 0, ""
    for unit in units:
        words = words_in("".join(unit.pieces).casefold())
        if not 1 <= len(words) <= _MOST_TITLE_WORDS:
            continue
        first = unit.block.tag == "h1"
        heading = heading or (unit.text if first else "")
        score = (len(words) + 1) * (3 if first else 2)
        if score > best_score and any(_speaks_of(each, words) for each in spoken):
            best, best_score = unit.text, score
    return best or heading or next(iter(named), "")


def _speaks_of(spoken: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    """Tell whether a title that is said elsewhere is the one that is shown, with a site's name or without its end."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(spoken, shown, strict=False)))
    if shared >= max(_LEAST_SHARED, len(spoken) // 2):
        return True
    short, long = sorted((spoken, shown), key=len)
    starts = range(len(long) - len(short) + 1)
    return len(short) * 3 >= len(long) and any(long[start : start + len(short)] == short for start in starts)


def _authors(tree: HtmlElement, metas: Mapping[str, str], data: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """Collect who wrote the article, as the page declares it."""
    named = [name for each in data for name in _texts(each.get("author"))]
    named = named or [metas[name] for name in _AUTHORS if name in metas][:1]
    named = named or [words_of(each) for each in tree.xpath("//*[@rel='author' or @itemprop='author']")][:5]
    return _names(named)


def _signed(tree: HtmlElement) -> tuple[str, ...]:
    """Take who wrote the article from the first line that says so."""
    return _names([line for each in tree.xpath(_BYLINES) if starts_byline(line := words_of(each))][:1])


def _likely(named: Iterable[str]) -> tuple[str, ...]:
    """Keep guessed names if all of them look like names of people."""
    names = _names(named)
    return names if all(2 <= len(name.split()) <= _MOST_IN_A_NAME for name in names) else ()


def _names(named: Iterable[str]) -> tuple[str, ...]:
    """Part names that stand in one text."""
    parts = (part.strip(" .,") for name in named for part in _parted(without_byline_words(name)))
    fit = (part for part in parts if part and len(part) <= _LONGEST_NAME and not re.search(r"https?:|\d", part))
    return tuple(dict.fromkeys(fit))


def _parted(name: str) -> Iterator[str]:
    for part in _AND.split(name):
        by_commas = part.split(",")
        yield from by_commas if all(" " in each.strip() for each in by_commas) else (part,)


def _shown(units: Sequence[Unit], title: str, language: str) -> Byline:
    """Read who wrote the article and when from the lines right below its title."""
    words = words_in(title)
    place = next((index for index, unit in enumerate(units) if unit.words == words), len(units))
    near = [unit for unit in units[place + 1 :] if unit.words != words][:_NEAR]
    lines = [unit.text for unit in near if unit.block.tag not in _OTHERS]
    read = [read for line in lines for read in _facts_in(line, language)]
    authors = next((each.authors for each in read if each.authors), ())
    return Byline(authors, next((each.date for each in read if each.date), ""))


def _facts_in(line: str, language: str) -> Iterator[Byline]:
    """Read a line as a whole, then the facts that stand beside each other in it."""
    yield read_byline(line, language, most_others=0)
    parts = [] if line.endswith((".", "!", "?", "…", "؟", "۔", "。")) else _BETWEEN_FACTS.split(line)
    if 1 < len(parts) <= _MOST_FACTS:
        yield from (read_byline(part, language, most_others=0) for part in parts)


def _told_apart(day: str, tree: HtmlElement, units: Iterable[Unit]) -> str:
    """Keep a day that was found somewhere on a page unless only sentences of the text tell of it."""
    if not day or any(day in said or day.replace("-", "/") in said for said in tree.xpath(_OF_MACHINES)):
        return day
    numbers = re.compile(rf"\b{day[:4]}\b"), re.compile(rf"(?<!\d)0?{int(day[8:])}(?!\d)")
    telling = [
        unit for unit in units if numbers[0].search(unit.text) and (_is_year(day) or numbers[1].search(unit.text))
    ]
    short = any(len(unit.words) <= _MOST_AROUND_A_DATE for unit in telling)
    return day if short or not (telling or _is_year(day)) else ""


def _is_year(day: str) -> bool:
    """Tell whether a day stands for a year of which no more was found."""
    return day.endswith("-01-01")


def _date(
    tree: HtmlElement, metas: Mapping[str, str], data: Iterable[Mapping[str, object]], shown: str, found: str
) -> tuple[str, bool]:
    """Give the day of publication in EDTF, and whether it was guessed from the text of the page."""
    said = [str(each.get("datePublished", "")) for each in data] + [metas.get(name, "") for name in _DATES]
    for each in (*said, *tree.xpath(_TIMES)[:1], shown):
        if day := _DAY.match(each):
            return "-".join(filter(None, day.groups())), False
    return (found[:4] if _is_year(found) else found), bool(found)


def _language(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    """Give the language that a page declares, with the country where only one of its places names it."""
    typed = [tree.get("lang", ""), *(each.get("lang", "") for each in tree.iter("body", "main", "article"))]
    typed += [metas.get(name, "").split(",")[0] for name in _LANGUAGES]
    tags = [tag for each in typed if (tag := language_tag(_well_written(each))) and has_name(tag)]
    longer = [tag for tag in tags if tag.startswith(f"{tags[0]}-")]
    return next(iter([*longer, *tags]), "")


def _well_written(tag: str) -> str:
    """Write a tag as it should be: small letters for the language, capitals for the country."""
    language, *parts = tag.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *(part.upper() if len(part) == 2 else part for part in parts)])


def _site(metas: Mapping[str, str], data: Iterable[Mapping[str, object]], window: str, title: str) -> str:
    """Name the site: as it does itself, else by what stands beside the article's title in that of the window."""
    said = [metas.get(name, "") for name in _SITES] + [
        name for each in data for part in ("publisher", "isPartOf") for name in _texts(each.get(part))
    ]
    if named := next((each for each in said if each and len(each) <= _LONGEST_NAME), ""):
        return named
    parts = [part.strip() for part in _SEPARATOR.split(window) if part.strip()]
    of_title = set(words_in(title.casefold()))
    beside = [part for part in parts if 2 * len(set(words := words_in(part.casefold())) & of_title) < len(words)]
    return beside[-1] if beside and len(parts) > 1 else ""


def _address(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    """Give the address of the page, as it names it itself; empty where it does not."""
    links = (each.get("href", "") for each in tree.iter("link") if "canonical" in each.get("rel", ""))
    for typed in (*links, metas.get("og:url", "")):
        if typed.strip().lower().startswith(("https://", "http://")) and len(typed) < 2_000:
            return str(typed.strip())
    return ""
