"""The reader of HTML behind ``parse``: builds the tree and collects the mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from html.parser import HTMLParser
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.model import Element, Node
from briefing.templating.faults import faults_of
from briefing.templating.vocabulary import COMMON_ATTRIBUTES, DEPTH_LIMIT, ELEMENTS, ElementRule
from briefing.templating.whitespace import collapse

__all__ = ["SPACES", "HtmlReader", "Whole"]

_MISTAKES_LIMIT = 100
"""After so many the rest is left unsaid."""
SPACES = " \t\n\r\f"
"""What HTML takes for white space."""
_AMONG_BLOCKS = frozenset({"html", "body", "main", "section"})
"""Elements with nothing but blocks directly in them."""


class Whole(NamedTuple):
    """An element by itself, and what the document that takes it in has to know."""

    element: Element
    ids: tuple[str, ...]
    targets: tuple[str, ...]
    """Ids that it leads to."""
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not come yet."""

    tag: str
    rule: ElementRule
    attributes: dict[str, str]
    position: Position | None
    place: Position
    children: list[Node] = field(default_factory=list)

    def close(self) -> Element:
        return Element(self.tag, tuple(self.children), self.attributes, self.position)


class HtmlReader(HTMLParser):
    """Builds the tree of one outermost element, and collects mistakes."""

    def __init__(self, file: str, root: str, *, levels: int = DEPTH_LIMIT) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.top = _Open("", ElementRule(children=frozenset({root})), {}, None, Position(file))
        self.open: list[_Open] = [self.top]
        self.root = root
        self.levels = levels
        self.settled: list[Element] = []
        """Taken in: their white space has its normal form."""
        self.unknown = 0
        self.near: Position | None = None
        self.ids: set[str] = set()
        self.targets: list[tuple[str, Position]] = []
        self.notes: list[tuple[str, Position]] = []
        self.diagnostics: list[Diagnostic] = []

    def tree(self) -> Element:
        """Hand over the outermost element, or every mistake."""
        outermost = self._outermost()
        for target, place in self.targets:
            if target not in self.ids:
                self.report("dead-link", f'Nothing on these pages has the id "{target}".', place)
        led_to = {target for target, _ in self.targets}
        for note, place in self.notes:
            if note not in led_to:
                hint = f'Mark the place that it belongs to: <a class="noteref" href="#{note}">.'
                self.report("unused-note", "No marker leads to this note, so it would not be printed.", place, hint)
        self._stop_on_mistakes()
        return collapse(outermost, frozenset(map(id, self.settled)))

    def whole(self) -> Whole:
        """Hand over the outermost element, whose links may lead out of it, or every mistake."""
        targets, notes = (tuple(name for name, _ in found) for found in (self.targets, self.notes))
        outermost = self._outermost()
        self._stop_on_mistakes()
        return Whole(collapse(outermost), tuple(self.ids), targets, notes)

    def is_among_blocks(self) -> bool:
        """Tell whether what comes stands where nothing but blocks may stand: white space says nothing there."""
        return not self.rawdata and self.open[-1].tag in _AMONG_BLOCKS

    def may_take(self, most: int) -> bool:
        """Tell whether a block may be taken in: between two blocks, inside at most so many elements, in no code."""
        if not self.is_among_blocks() or len(self.open) > most:
            return False
        return not any("code" in opened.attributes.get("class", "") for opened in self.open)

    def take(self, known: Whole) -> None:
        """Keep an element that was read before.

        Raises:
            TemplateError: an id stands twice, or it may not stand here.
        """
        self._check_place(known.element.tag)
        for name in known.ids:
            self._note_names({"id": name})
        self._stop_on_mistakes()
        place = self.place()
        self.targets += ((name, place) for name in known.targets)
        self.notes += ((name, place) for name in known.notes)
        self.settled.append(known.element)
        self.open[-1].children.append(known.element)

    def _outermost(self) -> Element:
        for left in self.open[1:]:
            self.report("not-closed", f"<{left.tag}> is never closed.", left.place)
        roots = [child for child in self.top.children if isinstance(child, Element)]
        if len(roots) != 1 and not self.diagnostics:
            self.report("no-document", f"There must be one <{self.root}> and nothing beside it.", Position(self.file))
        return roots[0] if roots else Element(self.root)

    def _stop_on_mistakes(self) -> None:
        if self.diagnostics:
            raise TemplateError(*self.diagnostics)

    def report(self, name: str, message: str, place: Position | None = None, hint: str = "") -> None:
        """Keep a mistake, with the last known place in the article."""
        details = (f"It stands near {self.near}.",) if self.near else ()
        self.diagnostics.append(Diagnostic("error", name, message, place or self.place(), hint, details))
        if len(self.diagnostics) >= _MISTAKES_LIMIT:
            raise TemplateError(*self.diagnostics)

    def place(self) -> Position:
        """Where the parser is, as a person counts."""
        line, offset = self.getpos()
        return Position(self.file, line, offset + 1)

    # What HTMLParser calls.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or keep one that is void."""
        rule = ELEMENTS.get(tag)
        if rule is None:
            self.report("unknown-element", f"There is no element <{tag}>.", hint=_did_you_mean(tag, ELEMENTS))
            self.unknown += 1
            return
        self._check_place(tag)
        attributes = self._read_attributes(tag, rule, attrs)
        at = attributes.pop("data-at", None)
        position = Position.parse(at) if at else None
        self.near = position or self.near
        opened = _Open(tag, rule, attributes, position, self.place())
        if rule.void:
            self._take(opened)
        else:
            self._push(opened)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read ``<br/>``; what is not void does not close itself."""
        self.handle_starttag(tag, attrs)
        if tag in ELEMENTS and not ELEMENTS[tag].void:
            self.report("not-closed", f"<{tag}/> does not close itself: write <{tag}></{tag}>.")
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what is still open in it."""
        if tag not in ELEMENTS:
            self.unknown = max(0, self.unknown - 1)
        elif ELEMENTS[tag].void:
            self.report("bad-nesting", f"<{tag}> stands alone: there is no </{tag}>.")
        elif tag not in [opened.tag for opened in self.open]:
            self.report("bad-nesting", f"</{tag}> closes nothing.")
        else:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Keep text where it may stand."""
        here = self.open[-1]
        if here.rule.text:
            here.children.append(data)
        elif data.strip(SPACES) and not self.unknown:
            # Inside an unknown element nobody can tell whether text may stand there.
            words = " ".join(data.split())[:40]
            where = f"directly in <{here.tag}>" if here.tag else f"outside <{self.root}>"
            self.report("misplaced-text", f'Text cannot stand {where}: "{words}".')

    def handle_decl(self, decl: str) -> None:
        """Accept ``<!doctype html>`` alone."""
        if decl.strip().lower() != "doctype html":
            self.report("not-html", f"<!{decl[:40]}> is not known here: only <!doctype html> is.")

    def handle_pi(self, data: str) -> None:
        """Refuse ``<?…>``."""
        self.report("not-html", f"<?{data[:40]}> is not known here.")

    def unknown_decl(self, data: str) -> None:
        """Refuse ``<![…]>``."""
        self.report("not-html", f"<![{data[:40]}]> is not known here.")

    # Parts of the work.

    def _check_place(self, tag: str) -> None:
        around = self.open[-1]
        if tag == "a" and around.tag != "a" and any(opened.tag == "a" for opened in self.open):
            self.report("bad-nesting", "<a> cannot stand inside another <a>.")
        if tag in around.rule.children:
            return
        where = f"directly in <{around.tag}>" if around.tag else "outermost"
        self.report("bad-nesting", f"<{tag}> cannot stand {where}.")

    def _push(self, opened: _Open) -> None:
        if len(self.open) > self.levels:
            self.report("too-deep", f"More than {self.levels} elements stand inside one another here.")
            raise TemplateError(*self.diagnostics)
        self.open.append(opened)

    def _close(self, tag: str) -> None:
        while True:
            closed = self.open.pop()
            self._take(closed)
            if closed.tag == tag:
                return
            self.report("not-closed", f"<{closed.tag}> is still open where </{tag}> stands.", closed.place)

    def _take(self, closed: _Open) -> None:
        """Keep an element that is whole."""
        element = closed.close()
        for fault in faults_of(element):
            self.report(fault.id, fault.message, closed.place, fault.hint)
        if element.tag == "aside" and "note" in element.classes and element.get("id"):
            self.notes.append((element.get("id"), closed.place))
        self.open[-1].children.append(element)

    def _read_attributes(self, tag: str, rule: ElementRule, pairs: list[tuple[str, str | None]]) -> dict[str, str]:
        known = {**COMMON_ATTRIBUTES, **rule.attributes}
        attributes: dict[str, str] = {}
        for name, given in pairs:
            value = given or ""
            if name not in known:
                message = f"<{tag}> has no attribute {name}."
                self.report("unknown-attribute", message, hint=_did_you_mean(name, known))
            elif name in attributes:
                self.report("unknown-attribute", f"{name} is given twice to <{tag}>.")
            elif not known[name].pattern.fullmatch(value):
                shown = value[:60]
                self.report("bad-attribute", f'{name}="{shown}" of <{tag}>: it takes {known[name].words}.')
            else:
                attributes[name] = value
        self._check_required(tag, rule, {name for name, _ in pairs})
        self._note_names(attributes)
        return attributes

    def _check_required(self, tag: str, rule: ElementRule, given: set[str]) -> None:
        for name in rule.required:
            if name == "alt" and name not in given:
                hint = 'Say in alt="…" what it shows; alt="" if it is only ornament.'
                self.report("missing-alt", f"<{tag}> has no alt text.", hint=hint)
            elif name not in given:
                self.report("missing-attribute", f"<{tag}> needs the attribute {name}.")
        if rule.one_of and len(given.intersection(rule.one_of)) != 1:
            self.report("missing-attribute", f"<{tag}> needs exactly one of {', '.join(rule.one_of)}.")

    def _note_names(self, attributes: dict[str, str]) -> None:
        name = attributes.get("id")
        if name in self.ids:
            self.report("duplicate-id", f'The id "{name}" stands twice.')
        if name:
            self.ids.add(name)
        href, fill = attributes.get("href", ""), attributes.get("data-fill", "")
        if href.startswith("#"):
            self.targets.append((href[1:], self.place()))
        if fill.startswith("page-of:"):
            self.targets.append((fill.removeprefix("page-of:"), self.place()))


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    matches = get_close_matches(word, list(known), 1) if len(word) <= 40 else []
    return f"Did you mean {matches[0]}?" if matches else ""
