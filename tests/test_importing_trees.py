"""Trees of HTML become elements of an article."""

from __future__ import annotations

import lxml.html
import pytest

from briefing.errors import Diagnostic
from briefing.importing.trees import Surroundings, elements_of
from briefing.model import Element, Node, plain_text, walk


def outline(node: Node) -> object:
    """An element as a line of HTML, without escapes."""
    if isinstance(node, str):
        return node
    attributes = "".join(f" {name}={value}" for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>" + "".join(str(outline(each)) for each in node.children) + f"</{node.tag}>"


def read(html: str) -> list[object]:
    around = Surroundings("page.html", "en-GB", picture=lambda image: image.get("src", ""))
    return [outline(each) for each in elements_of(lxml.html.document_fromstring(html), around)]


CASES = {
    "spaces": ("<p>One <b> two <b>three</b></b>\n four </p>", ["<p>One <strong>two three</strong> four</p>"]),
    "marks": ("<p>H<sub>2</sub>O <q>so</q> <abbr title='N R'>NR</abbr></p>",
              ['<p>H<sub>2</sub>O "so" <abbr title=N R>NR</abbr></p>']),
    "links": ("<p><a href=' https://a.b '>x </a>y <a>z</a></p>", ["<p><a href=https://a.b>x</a> y z</p>"]),
    "end of line": ("<p>a<br>b<br></p>", ["<p>a<br></br>b</p>"]),
    "paragraphs of old pages": ("a<br><br>b<font>c<br> <br>d</font>", ["<p>a</p>", "<p>bc</p>", "<p>d</p>"]),
    "block in a mark": ("<span>a<div>b</div></span>", ["<p>a</p>", "<p>b</p>"]),
    "what is unseen": ("<p>a<script>b</script><!-- c --><span hidden>d</span></p><p style='display: none'>e",
                       ["<p>a</p>"]),
    "levels": ("<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2>", ["<h2>a</h2>", "<h3>b</h3>", "<h3>c</h3>", "<h3>d</h3>"]),
    "list in a list": ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"]),
    "list beside an item": ("<ul><li>a</li><ol><li>b</ol></ul>", ["<ul><li>a<ol><li>b</li></ol></li></ul>"]),
    "loose list": (
        "<ol start=3><li><p>a<p>b<li>c</ol>",
        ["<ol start=3><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>"]),
    "list of cards": ("<ul><li><h2>a</h2><p>b</ul>", ["<h2>a</h2>", "<p>b</p>"]),
    "terms": ("<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>", ["<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>"]),
    "grouped terms": ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", ["<dl><dt>a</dt><dd>b</dd></dl>"]),
    "a term without meaning": ("<dl><dt>a</dt></dl>", ["<p><strong>a</strong></p>"]),
    "speaker in a footer": ("<blockquote><p>a</p><footer>— <cite>J</cite>, W</footer></blockquote>",
                            ["<blockquote><p>a</p><p class=attribution><em>J</em>, W</p></blockquote>"]),
    "speaker after it": ("<blockquote>a</blockquote><p>— <b>J</b></p>",
                         ["<blockquote><p>a</p><p class=attribution><strong>J</strong></p></blockquote>"]),
    "speaker as caption": ("<figure><blockquote>a</blockquote><figcaption>J</figcaption></figure>",
                           ["<blockquote><p>a</p><p class=attribution>J</p></blockquote>"]),
    "picture": ("<figure><img src=a.png alt=x><figcaption>Street. Photo: Jo</figcaption></figure>",
                ["<figure><img src=a.png alt=x></img><figcaption>Street. <span class=credit>Photo: Jo</span>"
                 "</figcaption></figure>"]),
    "picture by class": ("<div><img src=a.png><p class=wp-caption-text>Street</p></div>",
                         ["<figure><img src=a.png alt=Street></img><figcaption>Street</figcaption></figure>"]),
    "picture in a sentence": ("<p>a <img src=b.png alt=x> c</p>",
                              ["<p>a</p>", "<figure><img src=b.png alt=x></img></figure>", "<p>c</p>"]),
    "no picture at hand": ("<figure><img alt=x><figcaption>Street</figcaption></figure>", ["<p>Street</p>"]),
    "letter as picture": ("<p>a <img class=emoji alt=☂></p>", ["<p>a ☂</p>"]),
    "typed lines": ("<pre>a\n  b</pre>", ["<p class=code><code>a<br></br>  b</code></p>"]),
    "folded": ("<details><summary>Why?</summary>So.</details>", ["<h2>Why?</h2>", "<p>So.</p>"]),
    "box": ("<aside><h4>T</h4><p>a</p><h5>b</h5></aside>",
            ["<aside class=box><h3>T</h3><p>a</p><p><strong>b</strong></p></aside>"]),
    "speaker in a last line": (
        "<blockquote>One.<br>Two.<br>— Karl Weiss, engineer</blockquote>",
        ["<blockquote><p>One.<br></br>Two.</p><p class=attribution>Karl Weiss, engineer</p></blockquote>"]),
    "another language": ("<p lang=fr>a <i lang=de>b</i></p>", ["<div lang=fr><p>a <em>b</em></p></div>"]),
    "layout": ("<table><tr><td><h3>a</h3>b<td>c</table>", ["<h2>a</h2>", "<p>b</p>", "<p>c</p>"]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "found"), CASES.values(), ids=CASES)
def test_elements(html, found):
    assert read(html) == found


def test_a_table_has_one_row_of_headings_and_rows_of_one_length():
    html = """<table><caption>Cap</caption><tr><th>a<th colspan=2>b</tr><tr><th><th>m<th>w</tr>
    <tr><td rowspan=2>1<td>2<td>3<tr><td>4</table>"""
    (table,) = read(html)
    head = "<thead><tr><th scope=col>a</th><th scope=col>b m</th><th scope=col>b w</th></tr></thead>"
    rows = "<tr><td>1</td><td>2</td><td>3</td></tr><tr><td>1</td><td>4</td><td></td></tr>"
    assert table == f"<table><caption>Cap</caption>{head}<tbody>{rows}</tbody></table>"


def test_a_long_cell_that_spans_rows_is_said_in_the_first_with_a_warning():
    told: list[Diagnostic] = []
    long = "word " * 30
    html = f"<table><tr><th>a<th>b<tr><td rowspan=2>{long}<td>1<tr><td>2</table>"
    (table,) = elements_of(lxml.html.document_fromstring(html), Surroundings("page.html", report=told.append))
    assert [plain_text(each) for each in walk(table) if each.tag == "td"] == [long.strip(), "1", "", "2"]
    assert [(str(each.position), each.message, each.hint) for each in told] == [
        (
            "page.html:1:1",
            "Cells of this table span several rows; those that say much are said in the first of them alone.",
            "Write in the empty cells what belongs there.",
        )
    ]


def test_a_span_of_a_million_columns_takes_no_room():
    (table,) = read("<table><tr><th>a<th>b<tr><td colspan=99999999>1<td rowspan=99999999>2<tr><td>3</table>")
    assert len(str(table)) < 20_000


def test_a_span_that_passes_the_cells_of_a_table_ends_with_them():
    (table,) = read("<table><tr><th>a<th>b<tr><td colspan=99 rowspan=99>1</table>")
    head = "<thead><tr><th scope=col>a</th><th scope=col>b</th></tr></thead>"
    assert table == f"<table>{head}<tbody><tr><td>1</td><td></td></tr></tbody></table>"


def test_an_element_stands_where_it_was_typed():
    tree = lxml.html.document_fromstring("<p>a</p>\n\n<ul>\n<li>b</ul>")
    found: tuple[Element, ...] = elements_of(tree, Surroundings("page.html"))
    assert [str(each.position) for each in found] == ["page.html:1:1", "page.html:3:1"]
