"""HTML text ⇄ document tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Position, TemplateError
from briefing.model import Element, Node, walk
from briefing.templating import parse_html, to_html
from briefing.templating.faults import faults_of
from briefing.templating.vocabulary import DEPTH_LIMIT, ELEMENTS
from briefing.templating.whitespace import collapse


def as_tuples(node: Node) -> object:
    """A tree as plain tuples: text, or (tag, attributes if any, children …)."""
    if isinstance(node, str):
        return node
    children = [as_tuples(child) for child in node.children]
    return (node.tag, dict(node.attributes), *children) if node.attributes else (node.tag, *children)


def mistakes(text: str, root: str = "section") -> list[str]:
    with pytest.raises(TemplateError) as caught:
        parse_html(text, file="out", root=root)
    return [str(diagnostic) for diagnostic in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("<p>Plain</p>", ("p", "Plain")),
        ("<h2 id='a'>Title</h2>", ("h2", {"id": "a"}, "Title")),
        ("<p>a <strong>b <em>c</em></strong></p>", ("p", "a ", ("strong", "b ", ("em", "c")))),
        ("<p>a<br>b<br/>c</p>", ("p", "a", ("br",), "b", ("br",), "c")),
        ("<p>&lt;img src=x&gt; &amp;amp; &quot;</p>", ("p", '<img src=x> &amp; "')),
        ("<p>a < b & c</p>", ("p", "a < b & c")),
        (
            "<ul>\n <li>one</li>\n <li>two <ul><li>in</li></ul></li>\n</ul>",
            ("ul", ("li", "one"), ("li", "two", ("ul", ("li", "in")))),
        ),
        ('<ol start="3"><li>x</li></ol>', ("ol", {"start": "3"}, ("li", "x"))),
        ("<dl><dt>a</dt><dd>b</dd></dl>", ("dl", ("dt", "a"), ("dd", "b"))),
        ("<hr>", ("hr",)),
        ('<img alt="" data-qr="x">', ("img", {"alt": "", "data-qr": "x"})),
        (
            '<img alt="Flood" src="a b.png" data-width="45.5mm">',
            ("img", {"alt": "Flood", "src": "a b.png", "data-width": "45.5mm"}),
        ),
        (
            "<figure><img alt='x' src='y'><figcaption>z</figcaption></figure>",
            ("figure", ("img", {"alt": "x", "src": "y"}), ("figcaption", "z")),
        ),
        (
            "<table><caption>c</caption><thead><tr><th scope='col'>h</th></tr></thead>"
            "<tbody><tr><td data-align='right'>d</td></tr></tbody></table>",
            (
                "table",
                ("caption", "c"),
                ("thead", ("tr", ("th", {"scope": "col"}, "h"))),
                ("tbody", ("tr", ("td", {"data-align": "right"}, "d"))),
            ),
        ),
        (
            '<p><a href="HTTPS://example.org/?a=1&amp;b=2">x</a></p>',
            ("p", ("a", {"href": "HTTPS://example.org/?a=1&b=2"}, "x")),
        ),
        (
            '<p>p. <span data-fill="page"></span> of <span data-fill="pages"></span></p>',
            ("p", "p. ", ("span", {"data-fill": "page"}), " of ", ("span", {"data-fill": "pages"})),
        ),
        (
            "<blockquote><p>q</p><p class='attribution'>w</p></blockquote>",
            ("blockquote", ("p", "q"), ("p", {"class": "attribution"}, "w")),
        ),
        ("<!-- a remark --><p>x</p>", ("p", "x")),
        ("<!DOCTYPE html>\n<p>x</p>", ("p", "x")),
    ],
)
def test_reads_each_element(text: str, tree: tuple[object, ...]) -> None:
    assert as_tuples(parse_html(text, root=str(tree[0]))) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("<p>\n  two\n  words \t</p>", ("p", "two words")),
        ("<p>a <em> b </em> c</p>", ("p", "a ", ("em", "b "), "c")),
        ("<p> <em> b </em> </p>", ("p", ("em", "b"))),
        ("<p>a <br> b</p>", ("p", "a", ("br",), "b")),
        ("<p>\N{NO-BREAK SPACE}5\N{NO-BREAK SPACE}kg </p>", ("p", "\N{NO-BREAK SPACE}5\N{NO-BREAK SPACE}kg")),
        ("<p>&nbsp;x</p>", ("p", "\N{NO-BREAK SPACE}x")),
        ("<p><code>a  b\n c</code> d</p>", ("p", ("code", "a  b\n c"), " d")),
        ("<p class='code'>  a\n  b</p>", ("p", {"class": "code"}, "  a\n  b")),
        ("<div> a \n <p> b </p>\n c </div>", ("div", "a", ("p", "b"), "c")),
    ],
)
def test_white_space_is_what_html_means(text: str, tree: tuple[object, ...]) -> None:
    assert as_tuples(parse_html(text, root=str(tree[0]))) == tree


def test_the_place_in_the_article_is_kept() -> None:
    tree = parse_html('<p data-at="a:b/briefing.md:12:3">x <em data-at="briefing.md:12:9">y</em></p>', root="p")
    assert tree.position == Position("a:b/briefing.md", 12, 3)
    assert isinstance(tree.children[1], Element)
    assert tree.children[1].position == Position("briefing.md", 12, 9)
    assert "data-at" not in tree.attributes
    assert to_html(tree) == '<p data-at="a:b/briefing.md:12:3">x <em data-at="briefing.md:12:9">y</em></p>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "<section><paragraph>x</paragraph></section>",
            "out:1:10  error  unknown-element\n  There is no element <paragraph>.",
        ),
        (
            "<section><asid></asid></section>",
            "out:1:10  error  unknown-element\n  There is no element <asid>.\n  Did you mean aside?",
        ),
        (
            "<section>\n <p onclick='x'>a</p></section>",
            "out:2:2  error  unknown-attribute\n  <p> has no attribute onclick.",
        ),
        (
            "<section><p clas='x'>a</p></section>",
            "out:1:10  error  unknown-attribute\n  <p> has no attribute clas.\n  Did you mean class?",
        ),
        (
            "<section><p id='x' id='y'>a</p></section>",
            "out:1:10  error  unknown-attribute\n  id is given twice to <p>.",
        ),
        (
            "<section><p lang='e'>a</p></section>",
            'out:1:10  error  bad-attribute\n  lang="e" of <p>: it takes a language tag such as en-GB.',
        ),
        (
            "<section><p dir>a</p></section>",
            'out:1:10  error  bad-attribute\n  dir="" of <p>: it takes one of ltr, rtl.',
        ),
        (
            "<section><p data-break='after'>a</p></section>",
            'out:1:10  error  bad-attribute\n  data-break="after" of <p>: it takes one of before, avoid, together.',
        ),
        (
            "<section><p data-at='here'>a</p></section>",
            'out:1:10  error  bad-attribute\n  data-at="here" of <p>: it takes file:line:column.',
        ),
        (
            "<section><p><a href='javascript:alert(1)'>a</a></p></section>",
            'out:1:13  error  bad-attribute\n  href="javascript:alert(1)" of <a>: '
            "it takes an address that begins with https:, http:, mailto: or #.",
        ),
        ("<section><p><a>a</a></p></section>", "out:1:13  error  missing-attribute\n  <a> needs the attribute href."),
        (
            "<section><img src='a.png'></section>",
            "out:1:10  error  missing-alt\n  <img> has no alt text.\n"
            '  Say in alt="…" what it shows; alt="" if it is only ornament.',
        ),
        (
            "<section><img alt='x'></section>",
            "out:1:10  error  missing-attribute\n  <img> needs exactly one of src, data-drawing, data-qr.",
        ),
        ("<section><p>a<p>b</p></p></section>", "out:1:14  error  bad-nesting\n  <p> cannot stand directly in <p>."),
        ("<section><p><em>a</p></section>", "out:1:13  error  not-closed\n  <em> is still open where </p> stands."),
        ("<section><p>a</p>", "out:1:1  error  not-closed\n  <section> is never closed."),
        ("<section></p></section>", "out:1:10  error  bad-nesting\n  </p> closes nothing."),
        ("<section><hr></hr></section>", "out:1:14  error  bad-nesting\n  <hr> stands alone: there is no </hr>."),
        ("<section><p/></section>", "out:1:10  error  not-closed\n  <p/> does not close itself: write <p></p>."),
        (
            "<section>loose <p>a</p></section>",
            'out:1:10  error  misplaced-text\n  Text cannot stand directly in <section>: "loose".',
        ),
        (
            "<section><p>a</p></section>stray",
            'out:1:28  error  misplaced-text\n  Text cannot stand outside <section>: "stray".',
        ),
        ("<p>a</p>", "out:1:1  error  bad-nesting\n  <p> cannot stand outermost."),
        ("", "out:1:1  error  no-document\n  There must be one <section> and nothing beside it."),
        (
            "<section></section><section></section>",
            "out:1:1  error  no-document\n  There must be one <section> and nothing beside it.",
        ),
        (
            "<section><p id='x'>a</p><p id='x'>b</p></section>",
            'out:1:25  error  duplicate-id\n  The id "x" stands twice.',
        ),
        (
            "<section><p><a href='#y'>a</a></p></section>",
            'out:1:13  error  dead-link\n  Nothing on these pages has the id "y".',
        ),
        (
            "<section><p><span data-fill='page-of:y'></span></p></section>",
            'out:1:13  error  dead-link\n  Nothing on these pages has the id "y".',
        ),
        ("<section><?php x ?></section>", "out:1:10  error  not-html\n  <?php x ?> is not known here."),
        (
            "<!doctype xml><section></section>",
            "out:1:1  error  not-html\n  <!doctype xml> is not known here: only <!doctype html> is.",
        ),
        (
            "<section><p data-at='briefing.md:7:1'>a</p><p foo='1'>b</p></section>",
            "out:1:44  error  unknown-attribute\n  <p> has no attribute foo.\n    It stands near briefing.md:7:1.",
        ),
    ],
)
def test_refuses_what_is_not_in_the_vocabulary(text: str, message: str) -> None:
    assert mistakes(text) == [message]


def test_says_all_mistakes_at_once() -> None:
    assert len(mistakes("<section><b>x</b><i>y</i><p foo='1'>z</section>")) == 4


def test_gives_up_after_a_hundred_mistakes() -> None:
    assert len(mistakes("<section>" + "<b></b>" * 1000 + "</section>")) == 100


def test_depth_has_a_limit() -> None:
    deepest = DEPTH_LIMIT
    parse_html("<div>" * deepest + "</div>" * deepest, root="div")
    message = f"out:1:301  error  too-deep\n  More than {DEPTH_LIMIT} elements stand inside one another here."
    assert mistakes("<div>" * 100_000, root="div") == [message]


def test_length_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.templating.parse.SIZE_LIMIT", 1_000_000)
    message = "out:1:1  error  too-long\n  The template wrote more than 1 million characters."
    assert mistakes("x" * 1_000_001) == [message]


def test_a_tree_too_deep_is_not_written() -> None:
    tree = Element("em", ("x",))
    for _ in range(2000):
        tree = Element("em", (tree,))
    with pytest.raises(TemplateError, match=f"More than {DEPTH_LIMIT} elements stand inside one another here"):
        to_html(tree)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from([" ", "  a ", "\n", "<b>", "&amp;", "]]>"])
VALUES = {
    "href": st.sampled_from(["https://example.org/?a=1&b='2'", "mailto:a@b.org"]),
    "lang": st.just("fa-AF"),
    "dir": st.just("rtl"),
    "class": st.sampled_from(["a", "code", "a b"]),
    "scope": st.just("row"),
    "colspan": st.just("2"),
    "start": st.just("7"),
    "data-break": st.just("together"),
    "data-align": st.just("centre"),
    "data-width": st.just("60%"),
    "data-crop": st.just("3:2"),
    "data-focus": st.just("40% 30%"),
    "data-cited": st.just("7;3,5;"),
    "data-continued": st.just("(goes on)"),
    "data-fill": st.just("page"),
    "data-on": st.just("rest"),
    "data-signs": st.just("as-typed"),
    "name": st.just("author"),
    "alt": TEXTS,
    "content": TEXTS,
    "title": TEXTS,
}
CHOSEN = {"src", "data-drawing", "data-qr", "id", "data-at"}


@st.composite
def elements(draw: st.DrawFn, tag: str | None = None, depth: int = 3) -> Element:
    """Any tree of the vocabulary."""
    tag = tag or draw(st.sampled_from(sorted(ELEMENTS)))
    rule = ELEMENTS[tag]
    optional = sorted({"lang", "dir", "class", "data-break", *rule.attributes} - CHOSEN - set(rule.required))
    names = [*rule.required, *draw(st.lists(st.sampled_from(optional), unique=True, max_size=2))]
    attributes = {name: draw(VALUES[name]) for name in names}
    if rule.one_of:
        attributes[draw(st.sampled_from(rule.one_of))] = "x" + draw(TEXTS)
    children: list[Node] = []
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        if rule.text and draw(st.booleans()):
            children.append(draw(TEXTS))
        elif rule.children:
            children.append(draw(elements(draw(st.sampled_from(sorted(rule.children))), depth - 1)))
    return Element(tag, tuple(children), attributes)


def is_sound(tree: Element) -> bool:
    """Without what no single tag shows."""
    links = [each for each in walk(tree) if each.tag == "a"]
    nested = any(inner is not link and inner.tag == "a" for link in links for inner in walk(link))
    return not nested and not any(fault for each in walk(tree) for fault in faults_of(each))


@given(elements().filter(is_sound))
def test_what_is_written_is_read_back(tree: Element) -> None:
    read = parse_html(to_html(tree), root=tree.tag)
    assert read == collapse(tree)
    assert parse_html(to_html(read), root=tree.tag) == read


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["<", ">", "/", "p", "section", "em", " ", "=", "'", '"', "&", "!--", "x"])).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_html(f"<section>{text}</section>", root="section")
    except TemplateError as error:
        assert error.diagnostics
