"""What is written as Markdown is read back as the same elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from proof_articles import LISTS, REST
from reading_body_sample import body, shown

from briefing.errors import Position, errors_of
from briefing.model import Element, Section, plain_text
from briefing.reading.body import Body
from briefing.writing import as_inline, as_markdown
from briefing.writing.markdown.typable import typable

EVENTS = "::: timeline\n- 1979: War [no source, a test]\n:::"
CHART = "::: chart Title {data=a.csv}\n:::"


def flat(sections: tuple[Section, ...], level: int = 2) -> Iterator[Element]:
    """The blocks of a body with its headings, as they stood before they were nested."""
    for section in sections:
        if section.title:
            wish = {"data-break": "before"} if section.break_before else {}
            wish = {"data-break": "avoid"} if section.break_avoided else wish
            yield Element(f"h{level}", section.title, {"id": section.id, **wish}, section.position)
        yield from section.blocks
        yield from flat(section.sections, level + 1)


def written(read: Body, *, pandoc: bool = False) -> str:
    given = {each.id: EVENTS for each in read.timelines} | {each.id: CHART for each in read.charts}
    return as_markdown(flat(read.sections), read.notes, given=given, pandoc=pandoc).text


def seen(read: Body) -> list[str]:
    """Everything as HTML, notes by the order of their markers."""
    names: dict[str, str] = {}
    lines = [shown(block) for block in flat(read.sections)]
    marked = "\n".join(lines)
    waiting = re.findall(r'href="#(note-[\d-]+)"', marked)
    notes: dict[str, str] = {}
    while waiting:
        name = waiting.pop(0)
        if name in read.notes and name not in notes:
            notes[name] = shown(*read.notes[name])
            waiting += re.findall(r'href="#(note-[\d-]+)"', notes[name])
    text = "\n".join([*lines, *notes.values()])
    return re.sub(r"note-[\d-]+", lambda found: names.setdefault(found[0], f"{len(names)}"), text).split("\n")


def back_again(text: str) -> None:
    read = body(text)
    for pandoc in (False, True):
        assert seen(body(written(read, pandoc=pandoc))) == seen(read)


SAME = {
    "sentences": "Words *emphasised* and **strong**, ***both** kinds* and **_both_**, `code` and ``a`b``.",
    "escapes": r"\*No\* \[mark\](up) and 5 * 3, a_b_c, \`x\` \\ and \<https://example.org/\>.",
    "signs": r"The sign \" and \-- and it\'s.",
    "links": "[the *college*](https://www.army.mod.uk/a(b)) <https://example.org/> [here](#start-here)",
    "citations": "Said. [@a; see @b, p. 7] And [no source, of record]. [@{a:b/}, ch. 2]",
    "spans": '[maquis]{lang=fr} [NRF]{.abbr title="The \\"Front\\""} H[2]{.sub} [x]{#here dir=rtl} [said]{.q}',
    "fields": 'Dear {{ recipient.name | otherwise "reader" }}, {{ recipient.town }} {{ x }}',
    "breaks": "Two lines\\\nof an address\\\n2. is no list",
    "headings": "## One\n\n### Two {#two break=before}\n\n## One\n\n# Three {.keep}\n\nSet\\\nhead\n====",
    "notes": "Words[^a] and^[One with *marks*[^b].] more.\n\n[^a]: First.\n\n    - list\n\n[^b]: > Quoted.",
    "lists": "- a\n- b\n  1. c\n  2. d\n\n  e\n- f\n\n<!-- -->\n\n- other\n\n7. seven\n8.\n9. nine",
    "tight": "- a\n- b\n  > quoted\n- c\n  - d",
    "definitions": "Term\n: one\n: two\n\nOther\n: three",
    "loose definitions": "Term\n: one\n\n  more\n\nOther\n: three",
    "quotations": "> Words.\n>\n> More.\n> -- Ann, *Paper* [@a]\n\n> - list\n>\n> -- Bob\n\n> ## Head\n>\n> x",
    "table": "| a \\| b | c |\n|:--|--:|\n| `x\\|y` | \\*\n| | z |\n\n: Caption [@a] {#table}",
    "table without head": "| | |\n|-|:-:|\n| a | b |",
    "pictures": '![A street \\[1\\]](<two words.png> "In May. Photo: Ann")\n![B](b%25.jpg){width=6cm credit="C" #b}',
    "code": "```\nif x:\n    y\n\n```\n\n~~~\n```\n:::\n~~~",
    "rules": "a\n\n---\n\n\\newpage\n\nb\n\n\\newpage\n\n- c",
    "boxes": ":::: {.box #b lang=fr}\n::: keep\n- a\n:::\n::::\n\n::: box Title {of} *it*\n## Head\nx\n:::",
    "languages": "::: {lang=fr}\nUn mot.\n:::",
    "charts and timelines": f"a\n\n{EVENTS}\n\nb\n\n{CHART}",
    "looks like blocks": r"\# a | \> b | \+ c | 1\) d | \::: box | \: e | \\newpage | [f]\: g | Table\: h".replace(
        " | ", "\n\n"
    ),
    "right to left": "این *یک* متن است. [@a، ص ۷]\n\n- \u200fیک\n- דוגמה (1) [x](https://example.org/א)",
    "pandoc": "H~2~O, x^2^, $5 and $6$, @handle, <b>bold</b> &amp; \\alpha, a | b, (1) c",
    "pandoc lines": "| a\n\n(1) b\n\n#. c\n\n% d",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_elements_are_read_back_as_they_were(text):
    back_again(text)


def test_an_article_is_read_back_as_it_was():
    back_again(LISTS + REST)


def test_ordinary_text_is_written_as_its_author_typed_it():
    text = (
        'He said: it\'s 5 * 3, a_b or [sic] - "so"; 50% of #1 & <2>... e.g. a@b.org. [@a; see @b, p. 7]\n\n'
        "## Heading\n\n- one[^1]\n- two\n\n[^1]: A note.\n\n> Words.\n> -- Ann [@a]\n\n"
        '![A street](street.png){caption="In May." width=60%}\n\n::: box Title\nWords.\n:::\n\n'
        "| a | b |\n| ---: | --- |\n| 1 | 2 |\n\n: Caption\n"
    )
    assert written(body(text)) == text


def test_pandoc_gets_what_it_calls_by_its_own_names():
    text = '::: box Where "we" stand {lang=en}\n![Alt](a.png "Caption")\n\n@all, _@us: $5, x~y, \\é.\n:::\n\nA\n: b\n'
    assert written(body(text), pandoc=True) == (
        '::: {.box title="Where \\"we\\" stand" lang=en}\n![Caption](a.png){fig-alt=Alt}\n\n'
        "\\@all, \\_\\@us: \\$5, x\\~y, \\\\é.\n:::\n\nA\n:   b\n"
    )


def test_the_line_of_every_block_is_known():
    text = "Words.\n\n## Head\n\n- a\n- b\n\n  c\n\n> Quoted\n> -- Ann\n\n| a |\n|---|\n| b |\n"
    read = body(text)
    lines = as_markdown(flat(read.sections)).lines
    at = {(position.line, position.column): line for position, line in lines.items()}
    assert at == {
        (1, 1): 1, (3, 1): 3, (5, 1): 5, (5, 3): 5, (6, 1): 7, (6, 3): 7, (8, 3): 9, (10, 1): 11, (10, 3): 11,
        (11, 6): 12, (13, 1): 14, (15, 1): 16,
    }  # fmt: skip


FOUND = {
    "spaces in bold": ((Element("strong", ("Bold ",)), "words"), "**Bold** words"),
    "bold beside letters": (("a", Element("strong", ("(b)",)), "c"), "a(**b**)c"),
    "emphasis twice": ((Element("em", ("a",)), Element("em", ("b",)), "c"), "_a_*b*c"),
    "emphasis twice in a word": (("x", Element("em", ("a",)), Element("em", ("b",)), "c"), "x*ab*c"),
    "code twice": ((Element("code", ("a",)), Element("code", ("b",))), "`ab`"),
    "bold of nothing": ((Element("em", (" ",)), "c"), "c"),
    "script": ((Element("a", ("words",), {"href": "javascript:x"}),), "words"),
    "address with spaces": ((Element("a", ("x",), {"href": " https://e.org/a b "}),), "[x](https://e.org/a%20b)"),
    "other elements": ((Element("u", ("a",)), Element("span", ("b",), {"style": "x"})), "ab"),
    "no such note": (("a", Element("a", (), {"class": "noteref", "href": "#x"})), "a"),
    "control characters": (("a\x00b\x0bc\ufeff",), "ab c"),
    "breaks at the ends": ((Element("br"), "a", Element("br"), " b", Element("br")), "a b"),
    "a link in a link": ((Element("a", ("a", Element("a", ("b",), {"href": "#c"})), {"href": "#d"}),), "[ab](#d)"),
}


@pytest.mark.parametrize(("nodes", "text"), FOUND.values(), ids=FOUND)
def test_what_markdown_cannot_hold_leaves_its_words(nodes, text):
    assert as_inline(nodes) == text


def test_blocks_that_markdown_cannot_hold_leave_their_words():
    cell = Element("td", (Element("p", ("a",)), Element("p", ("b", Element("br"), "c"))), {"colspan": "2"})
    rows = Element("tr", (Element("th", ("Head|",)),)), Element("tr", (cell, Element("td", ("d",))))
    blocks = (
        Element("section", (Element("h1", ("A", Element("br"), "B")), "loose ", Element("em", ("words",)))),
        Element("table", rows),
        Element("dl", (Element("dt", ("a",)), Element("dt", ("b",)), Element("dd", ("c",)), Element("dt", ("d",)))),
        Element("ul", (Element("li", ("a",)), Element("li", (Element("p", ("b",)),)))),
        Element("aside", ()),
    )
    assert as_markdown(blocks).text == (
        "A\\\nB\n===\n\nloose *words*\n\n"
        "| Head\\| |  |  |\n| --- | --- | --- |\n| a b c |  | d |\n\n"
        "a, b\n: c\n\nd\n\n- a\n\n- b\n"
    )


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from(list("\\`*_{}[]()<>#+-.!|:^@\"'=~&$ \n1ا")), max_size=60)


@given(TEXTS, TEXTS)
@example("1. a", "- b")
@example("a", ": b")
@example("---", "===")
@example("\N{SOFT HYPHEN}", "")
def test_any_text_keeps_its_words(one, other):
    blocks = (Element("p", (one,)), Element("p", (other,)), Element("ul", (Element("li", (one,)),)))
    for pandoc in (False, True):
        read = body(as_markdown(blocks, pandoc=pandoc).text)
        assert not errors_of(read.diagnostics)
        found = " ".join(plain_text(block) for block in flat(read.sections))
        meant = as_plain(f"{one} {other} {one}")
        assert words(found) == words(meant)


def words(text):
    """List the words; a soft hyphen alone is none, and an item of a list that holds nothing else is empty."""
    return [word for word in text.split() if word.strip("\N{SOFT HYPHEN}")]


def as_plain(text: str) -> str:
    """What of a text can be printed."""
    return "".join(node for node in typable((text,), ()) if isinstance(node, str))


NODES = st.recursive(
    st.text(st.sampled_from(list("ab *_[]()!`\\")), min_size=1, max_size=6),
    lambda inner: st.builds(
        lambda tag, children: Element(tag, tuple(children), {"href": "https://example.org/"} if tag == "a" else {}),
        st.sampled_from(["em", "strong", "a", "sub", "code", "u"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(NODES, max_size=5))
def test_any_sentence_keeps_its_words(nodes):
    blocks = (Element("p", tuple(nodes)),)
    read = body(as_markdown(blocks).text)
    assert not errors_of(read.diagnostics)
    assert "".join(map(plain_text, flat(read.sections))).split() == plain_text(tuple(nodes)).split()


PIECES = st.sampled_from(
    [
        "", "", "", "Words of a *paragraph*.", "more [@a] **b**", "## Heading", "### Heading {#name}", "- item", "- x",
        "  - item in an item", "  more", "1. first", "2) second", "> quoted", "> -- Ann", "::: box Title", ":::",
        ":::: keep", "::: {lang=fr}", "[^a]: A note.", "    more of it", "Words[^a] and^[there].", "| a | b |",
        "|---|--:|", "| c | d |", ": Caption", "Term", "Setext", "======", "---", "```", "    code", "\\newpage",
        "![A](a.png)", "a\\", "<!-- -->", "\\- a", "* * *", "+", "Dari: متن",
    ]
)  # fmt: skip


@settings(max_examples=examples(200))
@given(st.lists(PIECES, max_size=14))
def test_whatever_is_read_is_written_so_that_it_is_read_again(lines):
    read = body("\n".join(lines))
    if not errors_of(read.diagnostics):
        assert seen(body(written(read))) == seen(read)


def test_positions_of_imports_are_kept_apart():
    blocks = [Element("p", ("a",), {}, Position("page.html", 40)), Element("p", ("b",), {}, Position("page.html", 7))]
    assert as_markdown(blocks).lines == {Position("page.html", 40): 1, Position("page.html", 7): 3}
