"""Read a text and show what came of it, for the tests of the body."""

from __future__ import annotations

from briefing.model import Node, Section
from briefing.reading.body import Body, read_body


def body(text: str, **wishes) -> Body:
    return read_body(text, file="briefing.md", **wishes)


def clean(text: str, **wishes) -> Body:
    """Read a text in which nothing is wrong."""
    read = body(text, **wishes)
    assert "\n".join(map(str, read.diagnostics)) == ""
    return read


def shown(*nodes: Node) -> str:
    """Write nodes as HTML, unescaped, without end tags that say nothing."""
    return "".join(node if isinstance(node, str) else _element(node) for node in nodes)


def _element(element) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.attributes.items())
    end = "" if element.tag in ("br", "hr", "img") else f"</{element.tag}>"
    return f"<{element.tag}{attributes}>{shown(*element.children)}{end}"


def blocks(text: str, **wishes) -> str:
    """Show the blocks before the first heading, one a line, of a text in which nothing is wrong."""
    sections = clean(text, **wishes).sections
    return "\n".join(shown(block) for block in sections[0].blocks) if sections else ""


def outline(sections: tuple[Section, ...]) -> list[tuple]:
    return [(section.id, shown(*section.title), outline(section.sections)) for section in sections]


def problems(text: str, **wishes) -> list[str]:
    return [str(diagnostic) for diagnostic in body(text, **wishes).diagnostics]
