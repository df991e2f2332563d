"""Articles that use everything, and some that are too long, for the proofs of finished files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from reading_folders import picture, write
from structure_proof import Proof
from templating_sample import BARE
from typesetting_tools import METADATA, page_of

import briefing
from briefing.pdf import write_pdf
from briefing.press import Press, making
from briefing.typesetting import set_document

__all__ = [
    "EXAMPLE",
    "PAGE_SIZES",
    "RUNNING",
    "TEMPLATES",
    "Made",
    "article_named",
    "built_articles",
    "everything",
    "made",
    "made_of_html",
    "prose",
    "vocabulary",
]

ASSETS = Path(__file__).parent.parent / "assets"
EXAMPLE, STARTER = ASSETS / "northern-alliance", ASSETS / "starter"

_SENTENCE = (
    "The library opens at nine and the reading room fills by ten with people who look for work, for warmth or for a "
    "quiet hour; officials of the office of affordable traffic find that difficult to “afford”, they say – and yet "
    "twelve of 34 visitors, or 35.3 per cent, come back within 7 days (see page 3)."
)

TEMPLATES = ("briefing", "handout")
PAGE_SIZES = ("A4", "A5", "letter")
RUNNING = (
    '<header class="running" data-on="rest"><p>Running</p></header>'
    '<footer class="running" data-on="all"><p>Page <span data-fill="page"></span> of <span data-fill="pages"></span>'
    "</p></footer>"
)


def built_articles() -> list[tuple[str, str, str]]:
    """Articles by name with templates and page sizes."""
    articles = ("example", "starter", "everything")
    return [(article, template, page) for article in articles for template in TEMPLATES for page in PAGE_SIZES]


def article_named(name: str, parent: Path) -> Path:
    """The folder of one of ``built_articles``; what has to be written is written below ``parent``."""
    return {"example": EXAMPLE, "starter": STARTER}.get(name) or everything(parent / "article")


class Made(NamedTuple):
    """A finished file with what it was made from."""

    data: bytes
    proof: Proof
    pages: int


def made(folder: Path, output: Path, **options) -> Made:
    """Build an article, and keep the HTML and the theme that were set."""
    with mock.patch.object(making, "set_document", wraps=making.set_document) as spy:
        built = briefing.build(folder, output, **options)
    html, theme = spy.call_args.args
    data = built.path.read_bytes()
    return Made(data, Proof(data, html, theme), built.pages)


def made_of_html(main: str, *, template: str = "briefing", page: str = "A4", running: str = "", **parts) -> Made:
    """Set HTML in the theme of a template and write it."""
    theme, fonts = _theme(template, page)
    html = page_of(main, running)
    document = set_document(html, theme, fonts=fonts, pictures=parts.get("pictures", {}), drawings={})
    data = write_pdf(document, METADATA)
    return Made(data, Proof(data, html, theme), len(document.pages))


@cache
def _theme(template: str, page: str):
    return Press(template, page=page).theme(BARE)


def prose(words: int, start: int = 0) -> str:
    """So many words that make sense in a way."""
    return " ".join(islice(cycle(_SENTENCE.split()), start, start + words))


FRONT = """---
title: "Who reads here? Été, Ærø & “more” <than> a title"
subtitle: A line below the title
standfirst: Sentences with *emphasis*, a [link](https://example.org/standfirst) and a source. [@source-1]
organisation: ours
series: A series
number: 12
date: 2 September 2021
information_as_of: 24 August 2021
version: "2"
authors: [One Author, Other Author]
contact: [1 Example Road, desk@example.org, "https://example.org/contact"]
language: en-GB
keywords: [first, second]
description: A description.
embargo: 3 September 2021, 00:01 BST
petition:
  ask: Tell the council to keep our library
  addressed_to: the town council
  link: https://example.org/petition/with-a-long-address
  print_as: example.org/petition
  deadline: 10 September 2021
  text: Nearly 50,000 have signed. [@source-2]
licence: CC BY 4.0
disclaimer: Not advice.
image_credits: [A picture by Jane Doe]
---
"""

PROFILE = """name: Our organisation
short_name: Ours
about: Who we *are*, with a [link](https://example.org/about).
website: https://example.org/
logo: logo.png
logo_alt: Our organisation’s sign
imprint:
  printed_by: A. Printer, 1 High Street, Leeds
  promoted_by: J. Doe, 2 High Street, Leeds
  on_behalf_of: Our organisation, the same address
"""

SUMMARY = """
::: summary
- Nearly 400 readers come each day. [@source-1; see @source-2, p. 7]
- **Strong** and *emphasised* words[^in-summary] and H[2]{.sub}O.
:::

[^in-summary]: A note of the summary. [@source-3]

::: figures
- **12,400** visits in 2020. [@source-4]
  A caveat. As of 31 December 2020.
- **3 in 5** visitors live near. [@source-5]
- **35.3 per cent** come back. [no source, our count]
:::

::: asks
- **Members of the council**: vote for it, by 10 September 2021.
- **Everyone**: come, by 18 September 2021.
:::
"""

LISTS = """
## Lists in lists

- first, with a note[^in-list]
- second

  A second paragraph of the second item.

  1. one
  2. two
     - deeper
       - and deeper [@source-6]
  3. three
- third

[^in-list]: A note in a list, with a list:

    - of its own
    - and a [link](https://example.org/in-a-note)

5. five
6. six

Reading room
: Where people read.
: Or are quiet.

Lending desk
: Where books go.
"""

TABLE_HEAD = """
## A table over pages

| Reading room | Visitors by the day | Opened | Where it is said |
|:-------------|--------------------:|:------:|------------------|
"""

REST = """
## An empty section

## Languages and abbreviations

The word [maquis]{lang=fr} means *scrubland*; the [NRF]{.abbr title="National Resistance Front"} writes
`code with  two spaces`. [Zwei **deutsche** Wörter]{lang=de-CH}.

::: {lang=fr}
Un paragraphe entier, *souligné*, avec [une adresse](https://example.org/fr).

- un
- deux
:::

### Deeper

#### Deeper still

##### And deeper

Text under a heading of the fifth level.\\
A second line.

### Up again {#up}

A link to [the heading above](#up), and one to [the tables](#a-table-over-pages).

## Quotations and boxes

> A quotation of two sentences. It ends here.
>
> A second paragraph[^in-quotation] of it.
> -- Somebody, *The Daily Example* [@source-7]

[^in-quotation]: A note in a quotation.

::: box Where we stand
A box with a list:

- one
- two, and a [link](https://example.org/in-a-box)
:::

![A grey box with a grain](one.png "The box. Credit: Jane Doe"){width=60%}

![Another box](two.jpg){width=40mm}

::: keep
1. Stays together.
2. With this.
:::

::: timeline Forty years of a library
- 1985: The library opens [@source-8]
- the 1990s: It grows to three floors [@source-9]
- by 1998: Half the town has a card [no source, example]
- 2001-09-09: A second house opens [@source-10]
- since May 2019, stressed: It closes on Mondays [@source-11; @source-12]
- 21 September 2020, stressed: The council proposes to close it [@source-12]
:::

More text between two charts. [no source, an example]

::: timeline The last days
- 1 August 2021, 9:00: The doors open [@source-13]
- 1 August 2021, 17:30: The doors close [@source-13]
- 12 August 2021: Nobody comes [@source-14]
:::

::: handout For your pocket
Sign, and tell two friends.[^in-handout] See [our pages](https://example.org/handout).

> A short quotation.
> -- A Reader
:::

[^in-handout]: A note on the handout.
"""


def _long_text(paragraphs: int) -> Iterator[str]:
    yield "\n## Paragraphs over pages, with notes and links\n"
    for number in range(paragraphs):
        address = f"https://example.org/a/rather/long/address/{number}"
        link = f"[{prose(12, 40)}]({address})"
        yield f"\n{prose(90, 7 * number)}[^long-{number}] {prose(25)} {link} and {prose(30, 3)}"
        yield f" [@source-{number + 15}]\n"
        yield f"\n[^long-{number}]: Note {number}. {prose(25, number)} <{address}>\n"


def _rows(count: int) -> Iterator[str]:
    for number in range(count):
        note = f"[^row-{number}]" if number % 10 == 3 else ""
        link = f"[page {number}](https://example.org/{number})"
        yield f"| Room *{number}*{note} | {number * 37} | {1950 + number} | {link} |\n"
    yield "\n: Rooms of the library [@source-29]\n\n"
    yield from (f"[^row-{number}]: A note on room {number}.\n\n" for number in range(3, count, 10))


def everything(folder: Path, *, paragraphs: int = 14, rows: int = 90) -> Path:
    """Write an article that uses all that can be typed, over many pages."""
    opening = f"\n## Text\n\n{prose(60)} [@source-30]\n"
    text = [FRONT, SUMMARY, opening, *_long_text(paragraphs), LISTS, TABLE_HEAD, *_rows(rows), REST]
    sources = "".join(
        f"source-{number}:\n  title: Title of the work number {number}\n  authors: [An Author, Another]\n"
        f"  container: The Daily Example\n  date: {number % 28 + 1} August 2021\n"
        f"  url: https://example.org/news/2021/08/a-long-address-of-number-{number}\n  accessed: 30 August 2021\n"
        for number in range(1, 31)
    )
    files = {
        "briefing.md": "".join(text),
        "sources.yaml": sources,
        "ours.yaml": PROFILE,
        "logo.png": picture("PNG", "RGBA", (120, 40)),
        "one.png": picture("PNG", "L", (300, 200)),
        "two.jpg": picture("JPEG", "RGB", (200, 160)),
    }
    return write(folder, files)


def vocabulary() -> str:
    """HTML that Markdown has no signs for: row heads, spans, links over pages, text in odd places."""
    rows = "".join(
        f'<tr><th scope="row">Ward {number}</th><td colspan="2">{prose(4, number)}</td>'
        f'<td data-align="right">{number}</td></tr>'
        f'<tr><th scope="row" lang="fr">Quartier {number}</th><td>a</td><td></td><td><p>one</p><p>two</p></td></tr>'
        for number in range(40)
    )
    head = '<tr><th>Ward</th><th colspan="2" scope="col">Of the <em>count</em></th><th>Sum</th></tr>'
    second = '<tr><th scope="col">of</th><th>a</th><th>b</th><th>c</th></tr>'
    table = f"<table><caption>Wards</caption><thead>{head}{second}</thead><tbody>{rows}</tbody></table>"
    marker = '<a class="noteref" id="ref-{0}" href="#note-{0}">{0}</a>'
    note_mark = '<a class="note-mark" href="#ref-{0}">{0}</a>'
    note = f'<aside class="note" id="note-{{0}}"><p>{note_mark} Note {{0}}.</p><p>More.</p></aside>'
    long_link = f'<a href="https://example.org/long">{prose(900)}</a>'
    return (
        "<h1>A title</h1><section><h2 id='one'>One</h2>"
        f"<p>a{marker.format('x')} b</p>{note.format('x')}{table}"
        f"<p>{prose(30)}{marker.format('y')} {long_link} after.</p>{note.format('y')}"
        "<p><a href='#one'>See <strong>one</strong></a> "
        "<q>quoted <code>code</code></q> <a href='https://example.org/é?a=b'>x</a></p>"
        "<blockquote><p>Words.</p><ul><li><p>one</p><p>two</p></li><li>three<ol start='7'><li>x</li></ol></li></ul>"
        "</blockquote>"
        "<dl><dt>a</dt><dt>b</dt><dd>both</dd><dt lang='de'>Wort</dt><dd><p>one</p><p>two</p></dd><dd>more</dd></dl>"
        "</section><aside class='box'><h4>Deep</h4><p lang='fr'>Un <span lang='de'>Wort</span> et <em>deux</em></p>"
        "</aside><figure><figcaption>Before</figcaption>"
        "<img alt='A code' data-qr='https://example.org' data-width='40mm'></figure>"
        "<section><p></p><ul><li></li></ul></section><hr><div lang='it'><p>Una parola</p></div>"
        "<p>See page <span data-fill='page-of:one'></span> of <span data-fill='pages'></span>.</p>"
    )
