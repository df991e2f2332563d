"""Turn a sentence as typed into nodes of the document tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from markdown_it.token import Token

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Element, Node, is_blank, plain_text, walk
from briefing.model.briefing import Inline
from briefing.reading.body.findings import Citation, Findings
from briefing.reading.body.line_ends import is_space
from briefing.reading.body.links import read_address
from briefing.reading.body.typed import Typed
from briefing.reading.body.unprintable import without_unprintable
from briefing.reading.fields import PATTERNS, Kind, language_tag
from briefing.reading.markdown import NOTHING_KNOWN, Attributes, Cited, Known, parse_inline
from briefing.reading.spelling import did_you_mean

__all__ = ["InlineReader", "InlineText", "cited_keys", "read_language", "read_inline"]

_LONGEST = 100_000
"""Characters of one paragraph."""
_SPAN_CLASSES = ("abbr", "q", "sub", "sup")
"""Classes of a span that name an element of their own."""
_SPAN_VALUES = ("dir", "lang", "title")
_SIGNS = frozenset("\"'-.")
"""What a backslash keeps as it is typed, for print has other signs in its place."""


class InlineText(NamedTuple):
    """A sentence of the front matter."""

    nodes: Inline
    cited: tuple[Citation, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_inline(
    text: str, *, position: Position, language: str, markers: Mapping[str, str] | None = None
) -> InlineText:
    """Read a sentence with emphasis, links, citations and fields; every place in it is ``position``.

    ``markers`` are the ids of notes by their labels, where notes may stand.
    """
    findings = Findings(language, markers=dict(markers or {}))
    text = without_unprintable(text, findings, lambda offset: position)
    known = NOTHING_KNOWN._replace(notes=tuple(f":{label}" for label in findings.markers))
    reader = InlineReader(known, findings, notes=markers is not None)
    nodes = reader.read(Typed.pin(text.strip(), position))
    return InlineText(nodes, tuple(findings.cited), tuple(findings.diagnostics))


def cited_keys(*nodes: Node) -> tuple[str, ...]:
    """List the sources cited in nodes, each once, in reading order."""
    found = (element for node in nodes for element in walk(node) if "data-key" in element.attributes)
    return tuple(dict.fromkeys(element.attributes["data-key"] for element in found))


def read_language(typed: str, position: Position, findings: Findings) -> str:
    """Check the tag of a language; empty where there is none, with a diagnostic where it is no tag."""
    if not typed or re.fullmatch(PATTERNS[Kind.LANGUAGE], typed):
        return typed
    meant = language_tag(typed)
    hint = f"Write its tag: lang={meant}" if meant else "Write a tag such as cy, en-GB or fr-CH."
    findings.report("error", "unknown-language", f'"{typed[:40]}" is not the tag of a language.', position, hint)
    return ""


@dataclass(slots=True)
class _Frame:
    """An element whose end has not been reached yet."""

    token: Token | None
    nodes: list[Node]

    def add(self, node: Node) -> None:
        if isinstance(node, str) and self.nodes and isinstance(self.nodes[-1], str):
            self.nodes[-1] += node
        elif node != "":
            self.nodes.append(node)

    def drop_space(self) -> None:
        """Take away the space before a mark that hangs on the word before it."""
        if self.nodes and isinstance(self.nodes[-1], str):
            text = self.nodes.pop()
            self.add(plain_text(text).removesuffix(" "))


@dataclass(slots=True)
class InlineReader:
    """Reads sentences of one text, and tells what it finds in them."""

    known: Known
    findings: Findings
    notes: bool = True
    """Whether notes may stand here."""
    memory: Memory = FORGETFUL

    def read(self, typed: Typed) -> Inline:
        """Read the text of one block."""
        return self.nodes(self.tokens(typed), typed)

    def tokens(self, typed: Typed) -> Sequence[Token]:
        """Parse without reading, for callers that look at the parts first."""
        if len(typed.text) <= _LONGEST:
            return parse_inline(typed.text, self.known, self.memory)
        message = f"This paragraph has more than {_LONGEST:,} characters."
        self.findings.report("error", "paragraph-too-long", message, typed.at(0), "Divide it.")
        return ()

    def nodes(self, tokens: Sequence[Token], typed: Typed) -> Inline:
        """Read parsed text; ``typed`` is what was parsed."""
        return _Sentence(self, typed).read(tokens)

    def check_note(self, nodes: Inline, position: Position) -> None:
        """Report a note that says nothing."""
        pictures = (element for node in nodes for element in walk(node) if element.tag == "img")
        if not _has_words(nodes) and not any(pictures):
            self.findings.report(
                "error", "empty-note", "This note has no words.", position, "Write some, or delete it."
            )


class _Sentence:
    """One text on its way from tokens to nodes."""

    def __init__(self, reader: InlineReader, typed: Typed) -> None:
        self.reader = reader
        self.findings = reader.findings
        self.typed = typed
        self.frames = [_Frame(None, [])]
        self.open = Counter[str]()
        """How many elements of each tag are not closed yet."""

    def read(self, tokens: Sequence[Token]) -> Inline:
        for index, token in enumerate(tokens):
            if token.type == "softbreak":
                self._add(" " if is_space(tokens, index) else "")
            elif token.nesting > 0:
                self.frames.append(_Frame(token, []))
                self.open[token.tag] += 1
            elif token.nesting < 0:
                self.open[token.tag] -= 1
                self._close(self.frames.pop())
            else:
                self._leaf(token)
        return tuple(self.frames[0].nodes)

    def _at(self, token: Token) -> Position:
        return self.typed.at(token.meta.get("at", 0))

    def _add(self, node: Node) -> None:
        self.frames[-1].add(node)

    def _element(self, tag: str, token: Token, children: Inline = (), **attributes: str) -> None:
        named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        self._add(Element(tag, children, named, self._at(token)))

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "hardbreak":
                self._element("br", token)
            case "code_inline":
                self._element("code", token, (token.content,))
            case "text_special" if token.content in _SIGNS:
                self._element("span", token, (token.content,), data_signs="as-typed")
            case "citation":
                self._citation(token)
            case "waiver":
                self.frames[-1].drop_space()
                self._element("span", token, class_="waiver", data_waived=token.meta["reason"])
            case "field":
                self._field(token)
            case "marker":
                self._marker(token)
            case "image":
                self._picture(token)
            case "typed":
                problem: Diagnostic = token.meta["problem"]
                self.findings.add(replace(problem, position=self._at(token)))
                self._add(token.meta["text"])
            case _:
                self._add(token.content)

    def _citation(self, token: Token) -> None:
        if self._in_link(token, "A citation"):
            return
        self.frames[-1].drop_space()
        group: tuple[Cited, ...] = token.meta["cited"]
        for each in group:
            position = self.typed.at(each.offset)
            attributes = {"class": "citation", "data-key": each.key}
            if each.prefix:
                attributes["data-prefix"] = each.prefix
            if each.locator:
                attributes["data-locator"] = each.locator
            self._add(Element("cite", (), attributes, position))
            self.findings.cited.append(Citation(each.key, each.locator, position))

    def _in_link(self, token: Token, what: str) -> bool:
        """Report what would be a link inside a link."""
        if self.open["a"]:
            message = f"{what} cannot stand inside the words of a link."
            self.findings.report("error", "link-in-link", message, self._at(token), "Put it after the link.")
        return bool(self.open["a"])

    def _field(self, token: Token) -> None:
        attributes = {"data-field": token.meta["name"]}
        if token.meta["otherwise"] is not None:
            attributes["data-otherwise"] = token.meta["otherwise"]
        self._add(Element("span", (), attributes, self._at(token)))

    def _marker(self, token: Token) -> None:
        if self._in_link(token, "A note"):
            return
        label = token.meta["label"]
        if label not in self.findings.markers:
            self.findings.markers[label] = self.findings.new_note()
        self._note_marker(token, self.findings.markers[label])

    def _note_marker(self, token: Token, identifier: str) -> None:
        self.frames[-1].drop_space()
        self._element("a", token, class_="noteref", href=f"#{identifier}")

    def _picture(self, token: Token) -> None:
        message = "A picture cannot stand inside a sentence."
        hint = "Put it on a line of its own, with an empty line before and after."
        self.findings.report("error", "picture-in-text", message, self._at(token), hint)
        self._add(alternative_text(token))

    def _close(self, frame: _Frame) -> None:
        token, children = frame.token, tuple(frame.nodes)
        if token is None:
            return
        match token.type:
            case "link_open":
                self._link(token, children)
            case "span_open":
                self._span(token, children)
            case "note_open":
                self._note(token, children)
            case _ if self.open[token.tag]:
                self._add_all(children)  # strong in strong says nothing more, however often it is repeated
            case _:
                self._element(token.tag, token, children)

    def _add_all(self, nodes: Inline) -> None:
        for node in nodes:
            self._add(node)

    def _link(self, token: Token, children: Inline) -> None:
        address = read_address(str(token.attrs.get("href", "")), self._at(token), self.findings)
        if not _has_words(children):
            hint = "Write where it leads in the square brackets: [the college's page](https://…)."
            self.findings.report("error", "empty-link", "This link has no words.", self._at(token), hint)
        if address and not self.open["a"]:
            self._element("a", token, children, href=address)
        else:
            self._add_all(children)

    def _note(self, token: Token, children: Inline) -> None:
        if not self.reader.notes:
            message = "A note cannot stand here."
            self.findings.report("error", "note-out-of-place", message, self._at(token), "Put it in the text below.")
            self._add_all(children)
            return
        if self._in_link(token, "A note"):
            return
        identifier = self.findings.new_note()
        self.findings.notes[identifier] = (Element("p", _trimmed(children), {}, self._at(token)),)
        self.reader.check_note(children, self._at(token))
        self._note_marker(token, identifier)

    def _span(self, token: Token, children: Inline) -> None:
        typed: Attributes = token.meta["attributes"]
        tag = next((name for name in typed.classes if name in _SPAN_CLASSES), "span")
        attributes = self._span_attributes(token, typed, tag)
        if tag == "span" and not attributes:
            self._add_all(children)
        else:
            self._add(Element(tag, children, attributes, self._at(token)))

    def _span_attributes(self, token: Token, typed: Attributes, tag: str) -> Mapping[str, str]:
        kept = {name: value for name, value in typed.values.items() if name in _SPAN_VALUES}
        if "lang" in kept and not read_language(kept["lang"], self._at(token), self.findings):
            del kept["lang"]
        if kept.get("dir", "ltr") not in ("ltr", "rtl"):
            message = f'"{kept.pop("dir")[:40]}" is no direction of writing.'
            self.findings.report("error", "unknown-direction", message, self._at(token), "Write ltr or rtl.")
        if tag != "abbr":
            kept.pop("title", None)
        if typed.id:
            kept["id"] = self.findings.typed_id(typed.id, self._at(token))
        unknown = [name for name in typed.values if name not in _SPAN_VALUES]
        unknown += [f".{name}" for name in typed.classes if name not in _SPAN_CLASSES]
        for name in unknown:
            meant = did_you_mean(name.lstrip("."), _SPAN_VALUES + _SPAN_CLASSES)
            hint = 'Words in brackets take {lang=fr}, {.abbr title="…"}, {.q}, {.sub} or {.sup}.'
            message = f'"{name}" is not known here.{meant}'
            self.findings.report("error", "unknown-attribute", message, self._at(token), hint)
        return kept


def _has_words(nodes: Inline) -> bool:
    """Tell whether there is something to see: letters, a citation, or a field, which has words in some copies."""
    found = (element for node in nodes for element in walk(node))
    return not is_blank(plain_text(nodes)) or any({"data-field", "data-key"} & set(each.attributes) for each in found)


def _trimmed(nodes: Inline) -> Inline:
    """Leave out the spaces at both ends of a paragraph."""
    trimmed = list(nodes)
    if trimmed and isinstance(trimmed[0], str):
        trimmed[0] = trimmed[0].lstrip()
    if trimmed and isinstance(trimmed[-1], str):
        trimmed[-1] = trimmed[-1].rstrip()
    return tuple(node for node in trimmed if node != "")


def alternative_text(token: Token) -> str:
    """Read the words in the brackets of a picture, without their marks."""
    words = (
        " " if child.type.endswith("break") else child.meta.get("text", child.content) for child in token.children or ()
    )
    return "".join(words).strip()
