"""Sentences become nodes of the document tree."""

from __future__ import annotations

import pytest
from reading_body_sample import blocks, body, clean, problems, shown

from briefing.errors import Position
from briefing.reading.body import read_inline

CITE = '<cite class="citation" data-key="{}"></cite>'.format


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("a < b & \"c\" 'd' -- e... (c)", None),
        ("{{ x }} {x} {% y %} {{{ z }}}", None),
        ("@handle and me@example.org, www.example.org, https://example.org", None),
        ("H~2~O ~~no~~ a_b_c 5 * 3 [brackets] [a][b] ![x] $x$", None),
        ("[mail me@example.org] [x]{y} [ ] [x]( ^ ^2^", None),
        ("x" * 200, None),
        ("&amp; &lt;b&gt; &#65; &#x41; &nbsp;&copy;", None),
        ("*&amp;* `&amp; &lt;`", "<em>&amp;</em> <code>&amp; &lt;</code>"),
        ("[&lt;](https://x.org/?a=1&amp;b=\\_2)", '<a href="https://x.org/?a=1&amp;b=_2">&lt;</a>'),
        ("<https://x.org/?a=1&amp;b=2>", '<a href="https://x.org/?a=1&amp;b=2">https://x.org/?a=1&amp;b=2</a>'),
        ("[a][1]\n\n[1]: <https://x.org/&lt;\\>> 'b'", '<a href="https://x.org/&lt;%3E">a</a>'),
        ("*a* _b_ **c** ***d***", "<em>a</em> <em>b</em> <strong>c</strong> <em><strong>d</strong></em>"),
        ("****a**** _b *c* d_", "<strong>a</strong> <em>b c d</em>"),
        ("`a*b* [@k]` \\[@k] \\*a\\*", "<code>a*b* [@k]</code> [@k] *a*"),
        ("[a *b*](https://x.org/ü?q=1&r)", '<a href="https://x.org/%C3%BC?q=1&r">a <em>b</em></a>'),
        ("[a](mailto:b@x.org 'title')", '<a href="mailto:b@x.org">a</a>'),
        (
            "<https://x.org/ü> <b@x.org>",
            '<a href="https://x.org/%C3%BC">https://x.org/ü</a> <a href="mailto:b@x.org">b@x.org</a>',
        ),
        ("[a][1]\n\n[1]: https://x.org", '<a href="https://x.org">a</a>'),
        ("[متن]{lang=fa}", '<span lang="fa">متن</span>'),
        ("[a *b*]{#c lang=fa-AF dir=rtl}", '<span lang="fa-AF" dir="rtl" id="c">a <em>b</em></span>'),
        ('[NRF]{.abbr title="Front"}', '<abbr title="Front">NRF</abbr>'),
        ("[a]{.q} [b]{.sub} [c]{.sup}", "<q>a</q> <sub>b</sub> <sup>c</sup>"),
        ("a [no source, its *date* is known].", 'a<span class="waiver" data-waived="its *date* is known"></span>.'),
        ("a [No source: two\nlines]", 'a<span class="waiver" data-waived="two lines"></span>'),
        ("{{ recipient.name }}", '<span data-field="recipient.name"></span>'),
        (
            '{{recipient.salutation|otherwise "Dear you"}}, a',
            '<span data-field="recipient.salutation" data-otherwise="Dear you"></span>, a',
        ),
    ],
)
def test_inline(typed, made):
    assert blocks(typed) == f"<p>{typed if made is None else made}</p>"


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("a [@k].", f"a{CITE('k')}."),
        ("a\n[@k] b", f"a{CITE('k')} b"),
        ("a [@k] [@l]", f"a{CITE('k')}{CITE('l')}"),
        ("[@k] a", f"{CITE('k')} a"),
        ("*a* [-@k]", f"<em>a</em>{CITE('k')}"),
        ("[@a; @b_c:d.e/f]", CITE("a") + CITE("b_c:d.e/f")),
        ("[@{https://x.org/y}]", CITE("https://x.org/y")),
        ("[@a;\n@b]", CITE("a") + CITE("b")),
        ("[@k, p. 7]", '<cite class="citation" data-key="k" data-locator="p. 7"></cite>'),
        (
            "[see @k pp. 7-8; @l]",
            f'<cite class="citation" data-key="k" data-prefix="see" data-locator="pp. 7-8"></cite>{CITE("l")}',
        ),
        (
            "[see @k, p. 7, and elsewhere]",
            '<cite class="citation" data-key="k" data-prefix="see" data-locator="p. 7, and elsewhere"></cite>',
        ),
        ("[@handle](https://x.org)", '<a href="https://x.org">@handle</a>'),
    ],
)
def test_citations(typed, made):
    assert blocks(typed) == f"<p>{made}</p>"


def test_each_citation_has_its_place():
    read = clean("---\n\n- One [@a].\n  Two [see @b, p. 7;\n  @c]", first_line=30)
    assert [(each.key, each.locator, str(each.position)) for each in read.cited] == [
        ("a", "", "briefing.md:32:8"),
        ("b", "p. 7", "briefing.md:33:12"),
        ("c", "", "briefing.md:34:3"),
    ]


UNREADABLE = "  A link begins with https://, http:// or mailto:, or with # and the name of a heading of this text."


@pytest.mark.parametrize(
    ("typed", "made", "said"),
    [
        (
            "a [no source].",
            "a [no source].",
            "1:3  error  waiver-without-reason\n  This waiver gives no reason.\n"
            "  Say why none is needed: [no source, date of record]. The reason is never printed.",
        ),
        (
            "a [no source, ]",
            "a [no source, ]",
            "1:3  error  waiver-without-reason\n  This waiver gives no reason.\n"
            "  Say why none is needed: [no source, date of record]. The reason is never printed.",
        ),
        *(
            (
                f"a [{typed}, our *own* sum].",
                f"a [{typed}, our *own* sum].",
                f"1:3  warning  not-a-waiver\n  [{typed}, our *own* sum] is no waiver and is printed as it stands.\n"
                "  Did you mean [no source, our *own* sum]?",
            )
            for typed in ("no sources", "nosource", "No-source", "no soruce", "no sourc")
        ),
        (
            "a [@b, @c]",
            "a [@b, @c]",
            "1:3  error  unreadable-citation\n  The citation [@b, @c] cannot be read.\n"
            "  Put a semicolon between two sources: [@first; @second, p. 7].",
        ),
        (
            "[@b; p. 7]",
            "[@b; p. 7]",
            "1:1  error  unreadable-citation\n  The citation [@b; p. 7] cannot be read.\n"
            "  Each part between semicolons names a source: [@key] or [@first; @second, p. 7].",
        ),
        (
            "Dear {{ recipient.name | otherwise you }}",
            "Dear {{ recipient.name | otherwise you }}",
            "1:6  warning  not-a-field\n  {{ recipient.name | otherwise you }} is not a field "
            "and is printed as it stands.\n"
            '  Write {{ recipient.name }} or {{ recipient.salutation | otherwise "Dear reader" }}.',
        ),
        (
            "a <!-- b -->",
            "a <!-- b -->",
            "1:3  warning  comment-in-text\n  This comment stands inside a paragraph and is printed as typed.\n"
            "  Put it on lines of its own, or take it out.",
        ),
        (
            "[a](javascript:alert)",
            "a",
            f'1:1  error  unreadable-link\n  "javascript:alert" is no address that a reader could open.\n{UNREADABLE}',
        ),
        (
            "[a](../b.md)",
            "a",
            f'1:1  error  unreadable-link\n  "../b.md" is no address that a reader could open.\n{UNREADABLE}',
        ),
        ("[a]()", "a", f"1:1  error  unreadable-link\n  This link has no address.\n{UNREADABLE}"),
        (
            "[a](www.x.org)",
            "a",
            '1:1  error  unreadable-link\n  "www.x.org" is no address that a reader could open.\n'
            "  Write it in full: https://www.x.org",
        ),
        (
            "[a](#tlaks) [b]{#talks}",
            '<a href="#tlaks">a</a> <span id="talks">b</span>',
            '1:1  error  unknown-anchor\n  Nothing in this text is called "tlaks". Did you mean talks?\n'
            "  Write the name after the # as it stands in the braces of the heading: ## Words {#name}.",
        ),
        (
            "[a [@k]](https://x.org)",
            '<a href="https://x.org">a </a>',
            "1:4  error  link-in-link\n  A citation cannot stand inside the words of a link.\n  Put it after the link.",
        ),
        (
            "[a]{lang=farsi_1}",
            "a",
            '1:1  error  unknown-language\n  "farsi_1" is not the tag of a language.\n'
            "  Write a tag such as cy, en-GB or fr-CH.",
        ),
        (
            "[a]{dir=up}",
            "a",
            '1:1  error  unknown-direction\n  "up" is no direction of writing.\n  Write ltr or rtl.',
        ),
        (
            "[a]{.abr}",
            "a",
            '1:1  error  unknown-attribute\n  ".abr" is not known here. Did you mean abbr?\n'
            '  Words in brackets take {lang=fr}, {.abbr title="…"}, {.q}, {.sub} or {.sup}.',
        ),
        (
            "a\x07b\ufffe",
            "a\ufffdb\ufffd",
            "1:2  error  unprintable-character\n  There is a character here that cannot be printed (U+0007).\n"
            "  Delete it and type the word again; it may have come with a copied text.",
        ),
    ],
)
def test_what_is_wrong_is_said(typed, made, said):
    assert problems(typed)[0] == f"briefing.md:{said}"
    assert shown(*body(typed).sections[0].blocks) == f"<p>{made}</p>"


@pytest.mark.parametrize(
    "typed", ["[no sources here, then]", "[no sources]", "[nobody, then]", "[no sources, a](https://x.org)"]
)
def test_words_in_brackets_that_begin_like_a_waiver(typed):
    assert problems(typed) == []


def test_a_note_inside_a_link_is_refused():
    assert [line.split("\n")[1] for line in problems("[a^[b]](https://x.org) [c[^d]](https://x.org)\n\n[^d]: e")][
        :2
    ] == [
        "  A note cannot stand inside the words of a link.",
        "  A note cannot stand inside the words of a link.",
    ]


PLACE = Position("briefing.md", 4, 13)


def test_a_sentence_of_the_front_matter():
    read = read_inline(" The *front* [@k, p. 7]\nof {{ recipient.name }} ", position=PLACE, language="en-GB")
    assert shown(*read.nodes) == (
        'The <em>front</em><cite class="citation" data-key="k" data-locator="p. 7"></cite> of '
        '<span data-field="recipient.name"></span>'
    )
    assert [(each.key, each.position) for each in read.cited] == [("k", PLACE)]
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a^[b]", "note-out-of-place\n  A note cannot stand here.\n  Put it in the text below."),
        (
            "![a](b.png)",
            "picture-in-text\n  A picture cannot stand inside a sentence.\n"
            "  Put it on a line of its own, with an empty line before and after.",
        ),
        (
            "\0",
            "unprintable-character\n  There is a character here that cannot be printed (U+0000).\n"
            "  Delete it and type the word again; it may have come with a copied text.",
        ),
    ],
)
def test_what_cannot_stand_in_the_front_matter(typed, said):
    [diagnostic] = read_inline(typed, position=PLACE, language="en").diagnostics
    assert str(diagnostic) == f"briefing.md:4:13  error  {said}"
