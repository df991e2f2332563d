"""The document tree of a briefing → the same briefing as a person would type it for Typst.

The markup is made from the tree that our own pages are set from, so both sides of a row always have the same text,
headings, lists, tables, notes, links, page numbers and chart. ``typst_look.typ`` beside this module is its template.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import segno
from typst_chart import chart_markup

from briefing.model import Drawing, Element, Node, plain_text, walk
from briefing.typesetting import drawing_name

__all__ = ["LOOK", "typst_markup", "typst_text"]

LOOK = Path(__file__).with_name("typst_look.typ")
"""The template, which stands beside the markup."""

_SIGNS = re.compile(r"[\\#*_`<>@$~\[\]\"'=+/-]|(?<=\d)\.(?= )")
_CALLS = {"em": "emph", "cite": "emph", "strong": "strong", "sub": "sub", "sup": "super"}
_SHOWN = {
    "kicker": "weight: 600, fill: accent",
    "subtitle": "weight: 600, fill: structure, size: 12.6pt",
    "standfirst": "size: 12.2pt",
    "petition-text": "fill: white, size: 10.6pt",
    "short-url": "weight: 600, fill: white, size: 13pt",
    "figure-value": "weight: 600, fill: structure, size: 19pt",
}
_SMALL = ("byline", "figure-source", "caveat", "licence", "disclaimer", "printers")
_SIDE = ("contents", "figures", "contact")


def typst_text(text: str) -> str:
    """Write text so that Typst shows it as it is."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", text).replace("\xa0", "~")


def typst_markup(html: Element, drawings: Mapping[str, Drawing], folder: Path) -> str:
    """Write a document's tree as markup; its QR codes are written into ``folder``, as pictures."""
    return _Writer(html, drawings, folder).document()


class _Writer:
    def __init__(self, html: Element, drawings: Mapping[str, Drawing], folder: Path) -> None:
        self.html, self.drawings, self.folder = html, drawings, folder
        self.notes = {each.get("id"): each for each in walk(html) if "note" in each.classes}
        self.told: set[str] = set()
        """Notes that have been written where their first marker stands."""
        self.by_tag: dict[str, Callable[[Element], str]] = {
            "a": self.link,
            "blockquote": self.quotation,
            "br": lambda _: "#linebreak()",
            "figure": self.figure,
            "h1": lambda element: f"#title[{self.inside(element)}]\n\n",
            "img": self.code,
            "ol": self.numbered,
            "p": self.paragraph,
            "span": self.span,
            "table": self.table,
            "ul": lambda element: f"#list({self.items(element)})\n\n",
        }
        self.by_class: dict[str, Callable[[Element], str]] = {
            "asks": lambda element: f"#panel(accent)[{self.inside(element)}]\n\n",
            "box": lambda element: f"#box-beside[{self.inside(element)}]\n\n",
            "masthead": lambda element: f"#masthead({self.arguments(element.children)})\n\n",
            "note": lambda _: "",
            "petition-panel": lambda element: f"#petition({self.arguments(element.children)})\n\n",
            "running-line": lambda element: f"#running-line({self.arguments(element.children)})",
            "summary": lambda element: f"#panel(structure, fill: ground)[{self.inside(element)}]\n\n",
        }

    def document(self) -> str:
        head, body = _elements(self.html)
        header, footer, main = _elements(body)
        facts = {each.get("name"): each.get("content") for each in walk(head) if each.tag == "meta"}
        year, month, day = facts["date"].split("-")
        language, _, region = self.html.get("lang").partition("-")
        return "\n".join(
            (
                f'#import "{LOOK.name}": *',
                "#show: look.with(",
                f"  title: {_quoted(plain_text(head.children[0]))},",
                f"  authors: ({_quoted(facts['author'])},),",
                f"  keywords: ({_quoted(facts['keywords'])},),",
                f"  description: {_quoted(facts['description'])},",
                f"  date: datetime(year: {int(year)}, month: {int(month)}, day: {int(day)}),",
                f"  language: {_quoted(language)}, region: {_quoted(region)},",
                f"  head: [{self.inside(header)}],",
                f"  foot: [{self.inside(footer)}],",
                ")",
                "",
                self.main(main.children),
            )
        )

    def main(self, children: Iterable[Node]) -> str:
        """Parts of the side column that follow each other stand in one."""
        written = []
        for beside, group in groupby(children, key=lambda node: any(name in _SIDE for name in _classes(node))):
            parts = [self.node(node) for node in group]
            written.append(
                f"#beside[{''.join(f'#side-part[{part}]' for part in parts)}]\n\n" if beside else "".join(parts)
            )
        return "".join(written)

    def node(self, node: Node) -> str:
        if isinstance(node, str):
            return typst_text(node)
        for name in node.classes:
            if name in self.by_class:
                return self.by_class[name](node)
        if node.tag in self.by_tag:
            return self.by_tag[node.tag](node)
        if re.fullmatch("h[2-6]", node.tag):
            return self.heading(node)
        if node.tag in _CALLS:
            return f"#{_CALLS[node.tag]}[{self.inside(node)}]"
        return self.inside(node)

    def inside(self, element: Element) -> str:
        return "".join(map(self.node, element.children))

    def arguments(self, nodes: Iterable[Node]) -> str:
        return ", ".join(f"[{self.node(node)}]" for node in nodes)

    def items(self, element: Element) -> str:
        return ", ".join(f"[{_anchor(child)}{self.inside(child)}]" for child in _elements(element))

    # Blocks

    def heading(self, element: Element) -> str:
        level, name = int(element.tag[1]) - 1, element.get("id")
        label = f" <{name}>" if name else ""
        if "label" in element.classes:
            return f"#label-heading({level})[{self.inside(element)}]{label}\n\n"
        if "petition-ask" in element.classes:
            return f"#heading(level: {level}, reading(21pt, fill: white)[{self.inside(element)}]){label}\n\n"
        return f"{'=' * level} {self.inside(element)}{label}\n\n"

    def paragraph(self, element: Element) -> str:
        for name in element.classes:
            if name in _SHOWN:
                return f"#shown({_SHOWN[name]})[{self.inside(element)}]\n\n"
            if name in _SMALL:
                return f"#shown[{self.inside(element)}]\n\n"
        return f"{self.inside(element)}\n\n"

    def quotation(self, element: Element) -> str:
        words, by = (self.inside(child) for child in _elements(element))
        return f"#quotation[{words}][{by}]\n\n"

    def numbered(self, element: Element) -> str:
        if "contents-entry" not in _elements(element)[0].classes:
            return f"#enum({self.items(element)})\n\n"
        entries = [(child.children[0], child.children[-1]) for child in _elements(element)]
        return "".join(f"#entry({self.arguments(entry)})\n" for entry in entries) + "\n"

    def table(self, element: Element) -> str:
        caption = next(child for child in _elements(element) if child.tag == "caption")
        parts = {child.tag: [self.arguments(row.children) for row in _elements(child)] for child in _elements(element)}
        columns = len(next(row for row in walk(element) if row.tag == "tr").children)
        rows = ",\n  ".join([f"table.header({', '.join(parts['thead'])})", *parts["tbody"]])
        return f"#titled-table([{self.inside(caption)}], rows({columns}, (\n  {rows}\n)))\n\n"

    def figure(self, element: Element) -> str:
        image = next(each for each in walk(element) if each.tag == "img")
        caption = next(each for each in walk(element) if each.tag == "figcaption")
        chart = chart_markup(self.drawings[drawing_name(image)])
        words = f"alt: {_quoted(image.get('alt'))}, caption: [{self.inside(caption)}]"
        return f"#wide[#figure({words}, {chart})]\n\n"

    def code(self, element: Element) -> str:
        out = io.BytesIO()
        segno.make(element.get("data-qr"), error="q", micro=False).save(out, kind="svg", border=4, light="#fff")
        (self.folder / "code.svg").write_bytes(out.getvalue())
        return f'#image("code.svg", alt: {_quoted(element.get("alt"))}, width: 100%)'

    # Words

    def link(self, element: Element) -> str:
        target, words = element.get("href"), self.inside(element)
        if "noteref" in element.classes:
            return self.note(target.removeprefix("#"))
        if "note-mark" in element.classes:
            return ""
        written = f"#link(<{target[1:]}>)[{words}]" if target.startswith("#") else f"#link({_quoted(target)})[{words}]"
        return f"#mark[{written}]" if "citation" in element.classes else written

    def note(self, name: str) -> str:
        if name in self.told:
            return f"#footnote(<{name}>)"
        self.told.add(name)
        return f"#footnote[{''.join(map(self.inside, _elements(self.notes[name])))}]<{name}>"

    def span(self, element: Element) -> str:
        wanted, inside = element.get("data-fill"), self.inside(element)
        if wanted.startswith("page-of:"):
            return f"#page-of(<{wanted.removeprefix('page-of:')}>)"
        if wanted:
            return "#page-number()" if wanted == "page" else "#page-count()"
        if "citations" in element.classes:
            return f"#mark[{inside}]"
        return f"#number[{inside}]" if "number" in element.classes else inside


def _elements(element: Element) -> Sequence[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _classes(node: Node) -> tuple[str, ...]:
    return node.classes if isinstance(node, Element) else ()


def _anchor(element: Element) -> str:
    return f"#anchor(<{element.get('id')}>)" if element.get("id") else ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
