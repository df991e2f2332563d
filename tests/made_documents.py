"""Documents of any shape and text, made by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.model import Element, is_blank
from briefing.model import plain_text as words_in

ODD = "ﬁ ﬃ \u00a0\u00ad\u200b\u200d\u2028\u2029\ufeff\u0301\u0000\u0007\ud800\ufffe\U0001f600\U000e0001Ж中لمש ﷽Ａ"
"""Ligatures, invisible and combining characters, half a surrogate, other scripts, right to left."""
PLAIN = "abcdefghij kl AV. To, “fi” – ffi 0123456789 €½ äöüßé — (x) / - ' \" & < >"

any_text = st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=30)
plain_text = st.text(st.sampled_from(PLAIN), min_size=1, max_size=60)


def element(tag: str, *children: Element | str, **attributes: str) -> Element:
    return Element(tag, children, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})


@st.composite
def inline(draw, texts: st.SearchStrategy[str], depth: int = 2) -> tuple[Element | str, ...]:
    """Texts and inline elements, with a text at least."""
    children: list[Element | str] = [draw(texts)]
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        kind = draw(st.sampled_from(["strong", "em", "sup", "code", "q", "span", "a", "br", "abbr"]))
        inside = () if kind == "br" else draw(inline(texts, depth - 1))
        attributes = {
            "a": {"href": "https://example.org/ä?b=c&d"},
            "span": {"lang": "fr"},
            "abbr": {"title": "Long (form)"},
        }
        if kind == "a" and (any(isinstance(child, Element) for child in inside) or not _has_words(inside)):
            continue
        children += [element(kind, *inside, **attributes.get(kind, {})), draw(texts)]
    return tuple(children)


def _has_words(nodes: tuple[Element | str, ...]) -> bool:
    """Tell whether a heading or a link may hold only these: reading HTML refuses one without words."""
    return not is_blank(words_in(element("p", *nodes)))


def _list_of(item: st.SearchStrategy[Element]) -> st.SearchStrategy[Element]:
    items = st.lists(item, min_size=1, max_size=4)
    return st.builds(lambda tag, made: element(tag, *made), st.sampled_from(["ul", "ol"]), items)


@st.composite
def table(draw, texts: st.SearchStrategy[str]) -> Element:
    count = draw(st.integers(1, 4))
    # Short texts: a table that is wider than the page is refused.
    short = inline(texts.map(lambda text: text[:8]), depth=0)
    cells = st.lists(short, min_size=count, max_size=count)
    head = [element("tr", *(element("th", *cell, scope="col") for cell in draw(cells)))]
    rows = [element("tr", *(element("td", *cell) for cell in draw(cells))) for _ in range(draw(st.integers(1, 5)))]
    caption = [element("caption", *draw(short))] if draw(st.booleans()) else []
    return element("table", *caption, element("thead", *head), element("tbody", *rows))


def _blocks(texts: st.SearchStrategy[str], depth: int = 2) -> st.SearchStrategy[Element]:
    words = inline(texts)
    simple = [
        st.builds(lambda made: element("p", *made), words),
        st.builds(lambda level, made: element(f"h{level}", *made), st.integers(2, 6), words.filter(_has_words)),
        st.builds(lambda made: element("blockquote", element("p", *made)), words),
        st.builds(lambda one, two: element("dl", element("dt", *one), element("dd", *two)), words, words),
        table(texts),
        st.just(element("hr")),
        st.just(element("img", alt="A code", data_qr="https://example.org", data_width="40mm")),
    ]
    if depth:
        inner = st.lists(_blocks(texts, depth - 1), min_size=1, max_size=3)
        simple += [
            _list_of(st.builds(lambda made: element("li", *made), inner)),
            st.builds(lambda made: element("aside", *made, class_="box"), inner),
            st.builds(lambda made: element("section", *made), inner),
        ]
    return st.one_of(simple)


def documents(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Element]:
    """Documents of a heading and blocks that hold the texts."""

    def document(title: tuple[Element | str, ...], blocks: list[Element]) -> Element:
        main = element("main", element("h1", *title), *blocks)
        footer = element("footer", element("p", "Page ", element("span", data_fill="page")), data_on="all")
        return element("html", element("head", element("title", "T")), element("body", footer, main), lang="en-GB")

    return st.builds(document, inline(texts).filter(_has_words), st.lists(_blocks(texts), max_size=5))
