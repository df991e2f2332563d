"""A style as it was found → one that the library sets well, for items that have some fields and lack others.

The library, citeproc-py, is good at most of the Citation Style Language and does not know all of it. What it does not
know is said here in words that it knows: the style is changed before it is read. The numbers of the entries are the
document's own, so they are taken out.

A style is somebody's file. It has no entities, and what its macros call is counted before any of them is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from copy import deepcopy
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from lxml import etree

__all__ = ["StyleError", "prepared", "read_style", "title_is_substituted_by"]

_SPACE = {"cs": "http://purl.org/net/xbiblio/csl"}
_NAMESPACE = f"{{{_SPACE['cs']}}}"
_TEXT, _CHOOSE, _GROUP = (f"{_NAMESPACE}{name}" for name in ("text", "choose", "group"))
_TITLE = ".//cs:text[@variable='title'][not(ancestor::cs:substitute)]"
_MOST_GONE_THROUGH = 20_000_000
"""Letters of a style that are gone through for one item, see ``_cost``."""
_ELEMENT = 40
"""Letters that an element counts as, besides its attributes."""
_MOST_PARTS = 1_000
"""Parts of one element: the library takes time with the square of their number."""
_DEEPEST = 60
"""Macros that may call one another in a row."""


class StyleError(Exception):
    """Why a style cannot be used, as the end of a sentence."""


def read_style(data: bytes) -> etree._Element:
    """Read a style, and see that it can do no harm.

    Raises:
        StyleError: it is no style, or one that is not taken.
    """
    try:
        # the parser below is held to UTF-8 too, whatever the file says of itself
        is_declared = "<!DOCTYPE" in data.decode("utf-8")
    except UnicodeDecodeError:
        raise StyleError("it is not UTF-8 text") from None
    if is_declared:
        raise StyleError("it has a document type (<!DOCTYPE …>), which a style has no need of")
    parser = etree.XMLParser(encoding="UTF-8", resolve_entities=False, no_network=True, remove_comments=True)
    try:
        style = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise StyleError(f"it is not XML (line {problem.lineno})") from None
    if style.tag != f"{_NAMESPACE}style":
        raise StyleError("it is not in the Citation Style Language")
    if not _all(style, "cs:bibliography/cs:layout | cs:citation/cs:layout"):
        raise StyleError("it says nothing of how a source is set")
    if any(len(each) > _MOST_PARTS for each in style.iter(etree.Element) if each is not style):
        raise StyleError(f"one of its elements has more than {_MOST_PARTS:,} parts")
    _check_calls(style)
    return style


def prepared(style: etree._Element, fields: Set[str], *, without: Set[str] = frozenset()) -> bytes:
    """Write a style for items with these fields; macros named in ``without`` are called in place of names alone."""
    ours = deepcopy(style)
    _with_bibliography(ours)
    _drop(_all(ours, ".//cs:text[@variable='citation-number']"))
    _drop(each for each in _all(ours, ".//cs:label[@variable]") if each.get("variable") not in fields | {"locator"})
    if without:
        _drop(_titles_said_again(ours, without))
    for bibliography in _all(ours, "cs:bibliography"):
        bibliography.attrib.pop("subsequent-author-substitute", None)
    _say_initials_where_they_are(ours)
    _say_delimiters_of_dates(ours)
    written: bytes = etree.tostring(ours, encoding="UTF-8", xml_declaration=True)
    return written


def title_is_substituted_by(style: etree._Element) -> frozenset[str]:
    """Name the macros that print a title where there is no author.

    What stands in place of an author is not said again, and the library knows that of single fields only.
    """
    calls = _calls(style)
    called = {each.get("macro", "") for each in _all(style, ".//cs:substitute//cs:text[@macro]")}
    return frozenset(name for name in called if any(_says_title(style, each) for each in _reached(calls, {name})))


def _titles_said_again(style: etree._Element, substituted: Set[str]) -> Iterator[etree._Element]:
    """Find what says a title and is not in the place of an author."""
    calls = _calls(style)
    in_place = _reached(calls, substituted)
    titled = {name for name in in_place if any(_says_title(style, each) for each in _reached(calls, {name}))}
    called = _all(style, ".//cs:text[@macro][not(ancestor::cs:substitute)]")
    for each in (*(call for call in called if call.get("macro") in titled), *_all(style, _TITLE)):
        if not in_place & {macro.get("name") for macro in each.iterancestors(f"{_NAMESPACE}macro")}:
            yield each


def _says_title(style: etree._Element, macro: str) -> bool:
    return bool(_all(_macro(style, macro), _TITLE))


def _reached(calls: Mapping[str, Set[str]], macros: Set[str]) -> set[str]:
    """Name these macros, and those that they call, and so on."""
    reached: set[str] = set()
    waiting = set(macros)
    while waiting:
        reached |= waiting
        waiting = set().union(*(calls[name] for name in waiting)) - reached
    return reached


def _check_calls(style: etree._Element) -> None:
    """See that macros come to an end, and soon."""
    calls = _calls(style)
    missing = sorted(set().union(*calls.values(), _called_by(style)) - calls.keys())
    if missing:
        raise StyleError(f'it calls a macro that it has not: "{missing[0][:60]}"')
    try:
        order = tuple(TopologicalSorter(calls).static_order())
    except CycleError:
        raise StyleError("its macros call one another without end") from None
    costs: dict[str, _Cost] = {}
    depths: dict[str, int] = {}
    macros = {each.get("name", ""): each for each in reversed(_all(style, "cs:macro"))}
    for name in order:
        costs[name] = _cost(macros[name], costs)
        depths[name] = 1 + max((depths[each] for each in calls[name]), default=0)
    layouts = _all(style, "cs:citation | cs:bibliography")
    if (
        sum(_cost(each, costs).rendered for each in layouts) > _MOST_GONE_THROUGH
        or max(depths.values(), default=0) > _DEEPEST
    ):
        raise StyleError("its macros call one another too often")


class _Cost(NamedTuple):
    """Letters of a style that are gone through, at most, for one item."""

    rendered: int
    """To set what an element says."""
    asked: int
    """To find out whether it calls a variable."""


def _cost(element: etree._Element, costs: Mapping[str, _Cost]) -> _Cost:
    """Count what the library goes through, which asks of each part of a group whether it calls a variable."""
    own = _ELEMENT + sum(map(len, element.attrib.values()))
    parts = [_cost(each, costs) for each in element.iterchildren(etree.Element)]
    if element.tag == _TEXT and "macro" in element.attrib:
        parts.append(costs[element.get("macro", "")])
    asked = own + sum(part.asked for part in parts)
    rendered = sum(part.rendered for part in parts)
    if element.tag == _CHOOSE:
        return _Cost(asked + max((part.rendered for part in parts), default=0), asked)
    if element.tag == _GROUP:
        return _Cost(own + rendered + sum(part.asked for part in parts), own)
    return _Cost(own + rendered, asked)


def _calls(style: etree._Element) -> dict[str, set[str]]:
    """Say of each macro which others it calls."""
    return {macro.get("name", ""): set(_macros_in(macro)) for macro in reversed(_all(style, "cs:macro"))}


def _called_by(style: etree._Element) -> set[str]:
    return {name for each in _all(style, "cs:citation | cs:bibliography") for name in _macros_in(each)}


def _macros_in(element: etree._Element) -> Iterator[str]:
    yield from (each.get("macro", "") for each in _all(element, ".//cs:text[@macro]"))


def _macro(style: etree._Element, name: str) -> etree._Element:
    return next(each for each in _all(style, "cs:macro") if each.get("name", "") == name)


def _with_bibliography(style: etree._Element) -> None:
    """Let a style for notes alone set the list as it sets a source that comes first in a note."""
    if _all(style, "cs:bibliography"):
        return
    bibliography = deepcopy(_all(style, "cs:citation")[0])
    bibliography.tag = f"{_NAMESPACE}bibliography"
    style.append(bibliography)


def _say_initials_where_they_are(style: etree._Element) -> None:
    """Take ``initialize-with`` away where ``initialize`` is false: the library knows the first attribute alone.

    It is inherited, and nothing takes back what was inherited, so it is said of each name and nowhere above.
    """
    above = [style, *_all(style, "cs:citation | cs:bibliography")]
    shared = _inherited(above)
    for names in _all(style, ".//cs:names[not(cs:name)][not(parent::cs:substitute)]"):
        names.insert(0, etree.Element(f"{_NAMESPACE}name"))
    for name in _all(style, ".//cs:name"):
        own = {key: name.get(key, value) for key, value in shared.items()}
        name.attrib.pop("initialize-with", None)
        if own["initialize"] != "false" and own["initialize-with"] is not None:
            name.set("initialize-with", own["initialize-with"])
    for element in above:
        element.attrib.pop("initialize-with", None)


def _inherited(above: Iterable[etree._Element]) -> dict[str, str | None]:
    found: dict[str, str | None] = {"initialize": None, "initialize-with": None}
    for element in above:
        if element.tag != f"{_NAMESPACE}citation":
            found |= {key: element.get(key) for key in found if element.get(key) is not None}
    return found


def _say_delimiters_of_dates(style: etree._Element) -> None:
    """Give each date the sign between its parts, which the library looks for there and not in the form of dates."""
    forms = {each.get("form"): each.get("delimiter") for each in _all(style, "cs:locale/cs:date[@form][@delimiter]")}
    for date in _all(style, ".//cs:date[@form][@variable]"):
        delimiter = forms.get(date.get("form"))
        if delimiter is not None and date.get("delimiter") is None:
            date.set("delimiter", delimiter)


def _drop(elements: Iterable[etree._Element]) -> None:
    for element in tuple(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _all(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=_SPACE)
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []
