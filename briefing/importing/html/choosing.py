"""Which parts of a page are its article: as trafilatura finds it, with what belongs to it.

trafilatura finds the words of an article and loses its structure. Its words are looked for in the page's own parts, and
what stands between the first and the last of those found, in the smallest part of the page that holds them, is kept.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from briefing.importing.html.sentences import asks_to_sign
from briefing.importing.html.units import RUN, Unit, runs_of, units_of, words_in
from briefing.importing.sidelines import begins_comments, begins_links, is_sideline, says_when_updated

__all__ = ["Choice", "article_units"]

_FOUND = 0.5
"""Share of a part's runs that have to be found."""
_LINKS = 0.5
"""Share of a part's text in links from which on it is taken for a way to other pages."""
_MOST = 0.6
"""Share of the words found after which a heading may end the article."""
_MOST_BEFORE = 0.1
"""Share of the words found that may stand before a title and not be the article."""
_MOST_IN_A_BOX = 450
"""Characters."""
_MANY = 5_000
"""Elements from which on trafilatura does without its comparisons, whose time grows with their square."""
_ALL = 0.9
"""Share of the words found that the article's part of the page has to hold."""

_WAY_IN = re.compile(
    r"/(?:subscribe|subscriptions?|login|log-in|signin|sign-in|signup|sign-up|register|checkout)(?:[/?#.]|\Z)",
    re.IGNORECASE,
)
"""In the address of a page where readers pay or give their names."""
_COUNTER = re.compile(r"(?P<number>\d{1,3})\s*/\s*(?P<of>\d{1,3})")
_LEAST_COUNTED = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WHOLES = ("table", "dl", "ul", "ol")
_NOT_IN_A_WHOLE = (*_HEADINGS, "table", "p", "section", "article", "form", "nav")
"""What shows that a table or list only places parts of a page."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class _Article(NamedTuple):
    """What trafilatura found."""

    runs: frozenset[tuple[str, ...]]
    lines: frozenset[tuple[str, ...]]

    def has(self, words: tuple[str, ...]) -> bool:
        """Tell whether a part of the page is in it."""
        if len(words) < RUN:
            return words in self.lines
        runs = runs_of(words)
        return sum(run in self.runs for run in runs) >= _FOUND * len(runs)


def _found(root: HtmlElement) -> _Article:
    copied = deepcopy(root)
    for element in copied.iter("figcaption", "dt", "dd", "caption"):
        element.tag = "p"
    for element in copied.iter("figure", "details", "summary"):
        element.tag = "div"
    for element in copied.iter("time"):
        element.tag = "span"
    for element in copied.iter("td", "th"):  # trafilatura writes a row as wide as its first cell says
        element.attrib.pop("colspan", None)
        element.attrib.pop("rowspan", None)
    many = sum(1 for _ in copied.iter()) > _MANY
    found = bare_extraction(copied, include_comments=False, favor_recall=True, with_metadata=False, fast=many)
    text = found.text or "" if isinstance(found, Document) else ""
    words = words_in(text)
    lines = frozenset(words_in(part) for line in text.splitlines() for part in (line, *line.split("|")))
    return _Article(frozenset(runs_of(words)), lines)


class Choice(NamedTuple):
    """Parts of a page, in reading order."""

    article: list[Unit]
    """The title among them if it is shown."""
    cut: list[Unit]
    """What was found to be the article's, and stands above its title or below a heading that ends one."""


def article_units(root: HtmlElement, title: str) -> Choice:
    """Choose the parts of a page that are its article."""
    article, units = _found(root), units_of(root)
    matched = [bool(unit.words) and article.has(unit.words) for unit in units]
    region = _region(root, [unit for unit, found in zip(units, matched, strict=True) if found])
    inside = [_is_in(unit.block, region) for unit in units]
    sure = [
        number
        for number, unit in enumerate(units)
        if matched[number] and inside[number] and len(unit.words) >= RUN and not _is_sideline(unit)
    ]
    if not sure:
        return Choice([unit for unit in units if unit.words and not _is_sideline(unit)], [])
    follows = [inside[number] and (matched[number] or _asks(unit)) for number, unit in enumerate(units)]
    boxes = _boxes(units, region) | _counters(units)
    begin = _title_at(units, title, sure)
    last = _end(units, sure, follows)
    first = sure[0] if begin is None else begin
    chosen = [
        unit
        for number, unit in enumerate(units[: last + 1])
        if number >= first
        and unit.block not in boxes
        and _belongs(unit, matched=matched[number], inside=inside[number] or number < sure[0])
    ]
    return Choice(chosen, [units[number] for number in sure if not first <= number <= last])


def _is_sideline(unit: Unit) -> bool:
    return is_sideline(unit.text) or says_when_updated(unit.text) or _leads_in(unit)


def _leads_in(unit: Unit) -> bool:
    """Tell whether a part is nothing but links to where readers pay or give their names."""
    if len(unit.text) > _MOST_IN_A_BOX or unit.link_share < _ALL:
        return False
    above = (each for element, inside in unit.texts if inside for each in (element, element.getparent()))
    return any(each is not None and each.tag == "a" and _WAY_IN.search(each.get("href", "")) for each in above)


def _belongs(unit: Unit, *, matched: bool, inside: bool) -> bool:
    """Tell whether a part between the first and the last of an article is one of it."""
    if _is_sideline(unit) or (not matched and unit.link_share >= _LINKS and not _asks(unit)):
        return False
    return matched or inside


def _asks(unit: Unit) -> bool:
    """Tell whether a part is a link that asks to sign."""
    return unit.link_share >= _LINKS and asks_to_sign(unit.text)


def _boxes(units: Sequence[Unit], region: HtmlElement) -> frozenset[HtmlElement]:
    """Find the boxes that a phrase of furniture stands in, such as a place to sign up, and all that is in them."""
    found: set[HtmlElement] = set()
    for unit in units:
        box, above = None, unit.block
        while _is_sideline(unit) and above is not region and len(above.text_content()) <= _MOST_IN_A_BOX:
            box, above = above, above.getparent()
            if above is None or next(above.iter("h1"), None) is not None:
                break
        found.update(() if box is None else box.iter())
    return frozenset(found)


def _counters(units: Sequence[Unit]) -> frozenset[HtmlElement]:
    """Find what counts the slides of a show, such as 1/7, 2/7 and 3/7."""
    found = [(unit.block, match) for unit in units if (match := _COUNTER.fullmatch(unit.text))]
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for _, match in found:
        numbers[match["of"]].append(int(match["number"]))
    rising = {of for of, each in numbers.items() if len(each) >= _LEAST_COUNTED and each == sorted(set(each))}
    return frozenset(block for block, match in found if match["of"] in rising)


def _title_at(units: Sequence[Unit], title: str, sure: Sequence[int]) -> int | None:
    """Find the title: what stands before it is not the article, unless much of what was found stands there."""
    words = words_in(title)
    found = [number for number, unit in enumerate(units) if words and unit.words == words]
    early = [number for number in found if number <= sure[0]]
    if early or not found:
        return early[-1] if early else None
    before = sum(len(units[number].words) for number in sure if number < found[0])
    return found[0] if before <= _MOST_BEFORE * sum(len(units[number].words) for number in sure) else None


def _end(units: Sequence[Unit], sure: Sequence[int], follows: Sequence[bool]) -> int:
    """Find the last part of an article: the last found, or the one before a heading that ends articles.

    Lines right behind the last that is sure are its as well where they were found, but are too short to be sure of, or
    ask to sign.
    """
    weights = {number: len(units[number].words) for number in sure}
    linked = {number: weight for number, weight in weights.items() if units[number].link_share >= _LINKS}
    total = left = sum(weights.values())
    left_linked = sum(linked.values())
    for number in range(sure[0], sure[-1] + 1):
        said = total - left
        left, left_linked = left - weights.get(number, 0), left_linked - linked.get(number, 0)
        links_follow = left_linked >= _LINKS * left
        if said >= _MOST * total and _ends_article(units, number, sure, links_follow=links_follow):
            return number - 1
    last = sure[-1]
    while last + 1 < len(units) and follows[last + 1] and _belongs(units[last + 1], matched=False, inside=True):
        last += 1
    return _end_of_whole(units, last)


def _ends_article(units: Sequence[Unit], number: int, sure: Sequence[int], *, links_follow: bool) -> bool:
    """Tell whether a part is a heading below which only readers speak, or which only links follow."""
    if begins_links(units[number].text):
        return links_follow
    return begins_comments(units[number].text) and not _is_section(units, number, sure)


def _is_section(units: Sequence[Unit], number: int, sure: Sequence[int]) -> bool:
    """Tell whether a heading is one of several on its level, of which another follows with text of the article."""
    tag = units[number].block.tag
    behind = [unit for unit in units[number + 1 : sure[-1]] if unit.block.tag == tag and unit.link_share < _LINKS]
    return tag in _HEADINGS and any(not (begins_comments(unit.text) or begins_links(unit.text)) for unit in behind)


def _end_of_whole(units: Sequence[Unit], last: int) -> int:
    """Find the end of the table or list in which the last part stands: rows or items of it are not left behind."""
    block = units[last].block
    holder = next((each for each in (block, *block.iterancestors()) if each.tag in _WHOLES), None)
    if holder is None or next(holder.iterdescendants(*_NOT_IN_A_WHOLE), None) is not None:
        return last
    end = last
    while end + 1 < len(units) and _is_in(units[end + 1].block, holder):
        end += 1
    linked = sum(unit.link_share >= _LINKS for unit in units[last + 1 : end + 1])
    return last if linked * 2 > end - last else end


def _is_in(element: HtmlElement, region: HtmlElement) -> bool:
    return element is region or any(above is region for above in element.iterancestors())


def _region(root: HtmlElement, found: Sequence[Unit]) -> HtmlElement:
    """Go down from the whole page as long as one part of it holds nearly all that was found."""
    weights: Counter[HtmlElement] = Counter()
    for unit in found:
        weight = len(unit.words)
        for element in (unit.block, *unit.block.iterancestors()):
            weights[element] += weight
    region, least = root, _ALL * weights[root]
    while heavy := [child for child in region if weights[child] >= max(least, 1)]:
        region = heavy[0]
    return region
