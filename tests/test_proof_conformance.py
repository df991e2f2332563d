"""Files that are too long, too short or too odd are PDF/UA-1 and PDF/A-2a as well, and their trees are right."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import pytest
from conforming import ATTACHING, assert_conforming
from hunting import examples
from hypothesis import given, settings
from made_documents import any_text, documents
from peak_memory import PEAK, needs_a_peak
from PIL import Image
from proof_articles import (
    PAGE_SIZES,
    RUNNING,
    TEMPLATES,
    article_named,
    built_articles,
    everything,
    made,
    made_of_html,
    prose,
    vocabulary,
)
from reading_folders import HEAD, write
from structure_proof import Proof, problems
from typesetting_tools import METADATA, set_text, small_theme

from briefing.errors import LayoutError
from briefing.pdf import write_pdf
from briefing.verifying.judging.conformance import ARCHIVAL

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
"""Each makes files that are long or odd, and has them judged: seconds where a machine has nothing else to do."""


def assert_right(data: bytes, proof: Proof, archival: str = ARCHIVAL) -> None:
    assert_conforming(data, archival, thorough=False)
    assert problems(proof) == []


@pytest.mark.parametrize(("article", "template", "page"), built_articles())
def test_articles_conform_and_say_what_their_html_says_on_every_page_size(tmp_path, article, template, page):
    built = made(article_named(article, tmp_path), tmp_path / "made.pdf", template=template, page=page)
    assert_right(built.data, built.proof)


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_article_with_everything_conforms_with_its_files_attached(tmp_path, template):
    article = everything(tmp_path / "article")
    built = made(article, tmp_path / "made.pdf", template=template, edition="archive")
    assert_right(built.data, built.proof, ATTACHING)


@pytest.mark.parametrize("page", PAGE_SIZES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_all_that_html_can_say_conforms_and_is_said(template, page):
    built = made_of_html(vocabulary(), template=template, page=page, running=RUNNING)
    assert built.pages > 3
    assert_right(built.data, built.proof)


# Long and short articles.


def two_hundred_pages() -> str:
    """Prose with lists and links; a little over 200 pages of A4."""
    parts = []
    for number in range(420):
        parts.append(f"\n## Part {number}\n" if number % 6 == 0 else "\n### Inner part\n" if number % 3 == 0 else "")
        link = f"[{prose(4, number)}](https://example.org/{number})"
        parts.append(f"{prose(110, number)} *{prose(3)}* {prose(70, 2 * number)} {link}.\n\n{prose(40)}\n")
        parts.append(f"- {prose(12, number)}\n- {prose(20)}\n")
    return "\n".join(parts)


def two_thousand_rows() -> str:
    rows = "\n".join(f"| {number} | {prose(number % 9, number)} | {number * 37:,} |" for number in range(2000))
    return f"| No. | Words | Count |\n|---|---|--:|\n{rows}\n\n: Two thousand rows\n"


def five_hundred_notes() -> str:
    text = "\n\n".join(f"{prose(25, number)}[^n{number}] {prose(5)}" for number in range(500))
    return text + "\n\n" + "\n\n".join(f"[^n{number}]: Note {number}, {prose(number % 30)}" for number in range(500))


def nested_list() -> str:
    lines = []
    for number in range(300):
        depth = min(number % 8, 7 - number % 3)
        lines.append(f"{'    ' * depth}{'-' if depth % 2 else '1.'} {prose(3 + number % 20, number)}")
    return "\n".join(lines) + "\n"


TEXTS: dict[str, Callable[[], str]] = {
    "two thousand rows": two_thousand_rows,
    "five hundred notes": five_hundred_notes,
    "nested list": nested_list,
    "only a summary": lambda: "::: summary\n- One point.\n:::\n",
    "one word": lambda: "Word\n",
    "only a table": lambda: "| a | b |\n|---|---|\n| c | |\n",
    "only headings": lambda: "## One\n\n#### Two\n\n## Three\n",
}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", TEXTS)
def test_articles_of_any_length_conform(tmp_path, name, template):
    folder = write(tmp_path / "article", {"briefing.md": HEAD + "\n" + TEXTS[name]()})
    built = made(folder, tmp_path / "made.pdf", template=template)
    assert_right(built.data, built.proof)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("main", ["", "<p></p>", "<h1>Title</h1><section></section>", "<p>Word</p>"])
def test_documents_with_next_to_nothing_conform(main, template):
    built = made_of_html(main, template=template)
    assert_right(built.data, built.proof)


BUILD = (
    PEAK
    + """
import sys, time
import briefing
built = briefing.build(sys.argv[1], sys.argv[2])
print(built.pages, int(megabytes()), time.process_time())
"""
)


@needs_a_peak
def test_two_hundred_pages_need_little_memory_and_conform(tmp_path):
    folder = write(tmp_path / "article", {"briefing.md": HEAD + two_hundred_pages()})
    command = [sys.executable, "-c", BUILD, str(folder), str(tmp_path / "apart.pdf")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    print(run.stdout)
    pages, megabytes, _ = map(float, run.stdout.split())
    assert pages >= 200
    assert megabytes < 500
    built = made(folder, tmp_path / "made.pdf")
    assert_right(built.data, built.proof)


# Pictures and texts.


def of_mode(kind: str, mode: str, **saving: object) -> bytes:
    data = BytesIO()
    Image.effect_mandelbrot((90, 60), (-2, -1, 1, 1), 20).convert(mode).save(data, kind, **saving)
    return data.getvalue()


def test_pictures_of_all_kinds_conform(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    pictures = {
        **{f"{mode}.png": of_mode("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "1")},
        "see-through.png": of_mode("PNG", "P", transparency=0),
        "rgb.jpg": of_mode("JPEG", "RGB"),
        "grey.jpg": of_mode("JPEG", "L"),
        "progressive.jpg": of_mode("JPEG", "RGB", progressive=True),
        "turned.jpg": of_mode("JPEG", "RGB", exif=turned.tobytes()),
    }
    text = "\n\n".join(
        f'![A picture of the kind {name}]({name} "Caption of {name}"){{width=50mm}}' for name in pictures
    )
    folder = write(tmp_path / "article", {"briefing.md": HEAD + text + "\n", **pictures})
    built = made(folder, tmp_path / "made.pdf")
    assert_right(built.data, built.proof)


@settings(max_examples=examples(150))
@given(documents(any_text))
def test_any_text_is_refused_or_conforms(html):
    try:
        data = write_pdf(set_text(html), METADATA)
    except LayoutError as error:
        assert all(diagnostic.severity == "error" for diagnostic in error.diagnostics)
    else:
        assert_right(data, Proof(data, html, small_theme()))
