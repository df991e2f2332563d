"""Pictures as Markdown."""

from __future__ import annotations

from briefing.model import Element, Node, walk
from briefing.model.briefing import Inline
from briefing.writing.markdown.escaping import all_escaped
from briefing.writing.markdown.lines import Line
from briefing.writing.markdown.marks import attributes, file_name
from briefing.writing.markdown.sentences import Sentences

__all__ = ["written_figure"]


def written_figure(figure: Element, sentences: Sentences, *, pandoc: bool) -> list[Line]:
    """Write a picture on a line of its own, with its caption in the braces; for Pandoc that stands in the brackets."""
    image = next((element for element in walk(figure) if element.tag == "img"), None)
    if image is None:
        return []
    caption, credit = _caption_and_credit(figure)
    words = sentences.write(caption, breaks=False)
    alternative = " ".join(image.get("alt").split())
    values = {"caption": words, "credit": sentences.write(credit, breaks=False), "people": image.get("data-people")}
    values |= {name: image.get(f"data-{name}") for name in ("crop", "focus", "width")}
    if words and pandoc:
        values |= {"caption": "", "fig-alt": alternative}
    shown = words if words and pandoc else all_escaped(alternative)
    braces = attributes(values, name=figure.get("id"))
    return [Line(f"![{shown}]({file_name(image.get('src'))}){braces}")]


def _caption_and_credit(figure: Element) -> tuple[Inline, Inline]:
    captions = (part for part in figure.children if isinstance(part, Element) and part.tag == "figcaption")
    caption: list[Node] = []
    credit: Inline = ()
    for node in (node for part in captions for node in part.children):
        if isinstance(node, Element) and "credit" in node.classes:
            credit = node.children
        else:
            caption.append(node)
    return tuple(caption), credit
