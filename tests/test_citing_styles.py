"""Works of every kind in the styles that are asked for most, and in ours, compared with what is kept.

The kept texts are the program's own. They show what changes; that they are what the manual of a style asks for was not
held against the manuals. Kept again with ``--update-golden``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from templating_sample import BARE, MASTHEAD, cited, paragraph, place
from works import WORKS, work

from briefing.citing import Entries
from briefing.model import CitationStyle, Element, Node, Section, plain_text, walk
from briefing.reading.citation_style import read_citation_style
from briefing.reading.yaml import Scalar
from briefing.resources import citation_style_names
from briefing.templating import load_template, parse_html, render

KEPT = Path(__file__).parent / "citations"
STYLES = (
    "american-medical-association",
    "apa",
    "association-for-computing-machinery",
    "chicago-author-date",
    "chicago-notes",
    "elsevier-harvard",
    "harvard-cite-them-right",
    "ieee",
    "modern-language-association",
    "nature",
    "oscola",
    "vancouver-nlm",
)
SIGNS = {"em": "*", "strong": "**", "cite": "*"}
NEEDS_STYLES = pytest.mark.skipif(not citation_style_names(), reason="the extra [styles] is not installed")


def style_of(name: str) -> CitationStyle:
    found = read_citation_style(KEPT, Scalar(name, place(1)))
    assert found.style is not None, found.diagnostics
    return found.style


def entries(style: CitationStyle | None, language: str = "en-GB") -> list[Element]:
    """The list of sources of an article that cites every work."""
    section = Section("text", (), (paragraph("Yes", *(cited(work.key) for work in WORKS)),), place(4))
    masthead = replace(MASTHEAD, language=language)
    sources = {work.key: work for work in WORKS}
    made = replace(BARE, masthead=masthead, sections=(section,), sources=sources, citation_style=style)
    tree = parse_html(render(made, load_template("briefing")))
    return [each for each in walk(tree) if "source" in each.classes]


def shown(node: Node) -> str:
    """An entry as Markdown; a text of its own direction or language in ⟨⟩."""
    if isinstance(node, str):
        return node
    inside = "".join(map(shown, node.children))
    if node.tag == "a":
        return f"[{inside}]({node.get('href')})"
    if node.tag == "span":
        said = " ".join(node.get(name) for name in ("lang", "dir") if node.get(name))
        return f"⟨{said}: {inside}⟩" if said else inside
    sign = SIGNS.get(node.tag, "")
    return f"{sign}{inside}{sign}"


def compare(name: str, found: list[Element], *, update: bool) -> None:
    lines = [f"{work.key}: {shown(entry).strip()}\n" for work, entry in zip(WORKS, found, strict=True)]
    file = KEPT / f"{name}.txt"
    if update:
        KEPT.mkdir(exist_ok=True)
        file.write_text("".join(lines), "utf-8")
    assert "".join(lines).splitlines() == file.read_text("utf-8").splitlines()


def test_the_house_style(request: pytest.FixtureRequest) -> None:
    compare("house", entries(None), update=request.config.getoption("--update-golden"))


@NEEDS_STYLES
@pytest.mark.parametrize("name", STYLES)
def test_a_named_style(name: str, request: pytest.FixtureRequest) -> None:
    compare(name, entries(style_of(name)), update=request.config.getoption("--update-golden"))


@NEEDS_STYLES
def test_words_of_a_style_are_of_the_language_of_the_document() -> None:
    german = [shown(entry) for entry in entries(style_of("chicago-author-date"), "de")]
    assert german[2].startswith("Roy, Olivier, und Gilles Dorronsoro.")


@NEEDS_STYLES
def test_in_a_document_from_right_to_left_a_latin_work_is_isolated() -> None:
    entry = shown(entries(style_of("apa"), "fa")[0])
    assert "⟨ltr: Gabriel José García Márquez⟩" in entry


@NEEDS_STYLES
@pytest.mark.parametrize("field", ["publisher", "container"])
@pytest.mark.parametrize("name", ["american-medical-association", "apa", "chicago-author-date", "ieee", "nature"])
def test_where_a_text_of_the_law_stands_is_said_once(name: str, field: str) -> None:
    answers = work("answers", "bill", "Oral answers", date="2026", **{field: "Hansard"})
    entry = Entries(style_of(name), "en-GB", lambda text, language: {}).entry(answers, "en")
    assert plain_text(entry.nodes).count("Hansard") == 1
