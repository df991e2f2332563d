"""Inline nodes of a document → runs, links, marks of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from briefing.exporting.docx.runs import Look, runs_of
from briefing.exporting.docx.story import Story
from briefing.exporting.docx.xml import Xml, node, valued
from briefing.model import Element, Node, plain_text

__all__ = ["Notes", "field", "inline", "style_of_run"]

_MARKS = {False: "\N{LEFT-TO-RIGHT MARK}", True: "\N{RIGHT-TO-LEFT MARK}"}
"""Invisible letters by whether they run from right to left."""
_STYLES = {"citations": "Citation", "citation": "Citation", "number": "Number"}


class Notes(Protocol):
    """Knows the footnotes of a document."""

    def reference(self, target: str) -> Iterator[Xml] | None:
        """Write the mark of a note by its id; ``None`` where there is no such note."""

    def own_mark(self) -> Xml:
        """Write the mark at the beginning of a note."""


def inline(nodes: Iterable[Node], look: Look, story: Story, notes: Notes) -> Iterator[Xml]:
    """Write nodes in a row."""
    for each in nodes:
        if isinstance(each, str):
            yield from runs_of(each, look)
        elif each.tag == "br":
            yield node("w:r", {}, node("w:br"))
        else:
            yield from story.package.bookmark(each.get("id"))
            yield from _isolated(each, look, _look_of(each, look), story, notes)


def _isolated(element: Element, around: Look, look: Look, story: Story, notes: Notes) -> Iterator[Xml]:
    """Write an element; one of another direction than the text around it between invisible marks of both.

    Word knows no isolates, but these marks, which keep digits and signs on their side.
    """
    written = _element(element, look, story, notes)
    if look.mirrored == around.mirrored:
        yield from written
        return
    outer, inner = (_MARKS[each.mirrored] for each in (around, look))
    yield from runs_of(outer + inner, around)
    yield from written
    yield from runs_of(inner + outer, around)


def _element(element: Element, look: Look, story: Story, notes: Notes) -> Iterator[Xml]:
    if element.tag != "a":
        yield from inline(element.children, look, story, notes)
        return
    if "note-mark" in element.classes:
        yield notes.own_mark()
        return
    target = element.get("href")
    if "noteref" in element.classes and (mark := notes.reference(target.removeprefix("#"))) is not None:
        yield from mark
        return
    look = look if look.style else look._replace(style="Hyperlink")
    runs = tuple(inline(element.children, look, story, notes))
    reach = _reach(target, story)
    if reach and plain_text(element):
        yield node("w:hyperlink", reach, *runs)
    else:
        yield from runs


def _reach(target: str, story: Story) -> dict[str, str]:
    """Where a link leads; nothing where the document has no such place."""
    if not target.startswith("#"):
        return {"r:id": story.link(target), "w:history": "1"}
    name = story.package.bookmark_name(target[1:])
    return {"w:anchor": name, "w:history": "1"} if name else {}


def _look_of(element: Element, look: Look) -> Look:
    style = next((_STYLES[name] for name in element.classes if name in _STYLES), "")
    if element.tag == "code":
        style = "CodeLetters"
    mirrored = {"ltr": False, "rtl": True}.get(element.get("dir"), look.mirrored)
    raised = {"sup": "superscript", "sub": "subscript"}.get(element.tag, look.raised)
    return Look(
        look.style or style,
        look.bold or element.tag == "strong" or "actor" in element.classes,
        look.italic or element.tag in ("em", "cite") or "credit" in element.classes,
        raised,
        element.get("lang") or look.language,
        mirrored,
    )


def field(instruction: str, shown: str, style: str = "") -> Iterator[Xml]:
    """Write a field, in a character style, with what it shows until a program counts again."""
    pieces = (
        node("w:fldChar", {"w:fldCharType": "begin"}),
        node("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} "),
        node("w:fldChar", {"w:fldCharType": "separate"}),
        node("w:t", text=shown),
        node("w:fldChar", {"w:fldCharType": "end"}),
    )
    for piece in pieces:
        yield node("w:r", {}, *((style_of_run(style),) if style else ()), piece)


def style_of_run(name: str) -> Xml:
    """The properties of a run in a character style."""
    return node("w:rPr", {}, valued("w:rStyle", name))
