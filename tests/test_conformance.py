"""Every file is PDF/UA-1 and PDF/A-2a at once, by the rules of every validator there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from made_documents import documents, plain_text
from typesetting_tools import pdf_of, picture

import briefing

TEMPLATES = ("briefing", "handout")
STARTER = Path(__file__).parent.parent / "assets" / "starter"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("folder", ["example", "starter"])
def test_what_the_templates_make_conforms(example, tmp_path, template, folder):
    article = example if folder == "example" else STARTER
    assert_conforming(briefing.build(article, tmp_path / "made.pdf", template=template).path.read_bytes())


@settings(max_examples=examples(80))
@given(documents(plain_text))
def test_documents_of_any_shape_conform(html):
    assert_conforming(pdf_of(html), thorough=False)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "LA", "CMYK", "1"])
def test_pictures_of_every_kind_conform(mode):
    name = "one.jpg" if mode == "CMYK" else "one.png"
    assert_conforming(pdf_of(f'<img src="{name}" alt="A picture">', pictures={name: picture(name, mode=mode)}))


NOTE = '<aside class="note" id="{0}"><p>Note {0}</p></aside>'
MARKER = '<a class="noteref" href="#{0}">1</a>'


@pytest.mark.parametrize(
    "main",
    [
        "",
        "<p></p>",
        "<hr>",
        "<h2>Without a first</h2><p>a</p>",
        f"<p>a{MARKER.format('n1')}</p>{NOTE.format('n1')}<p>b{MARKER.format('n2')}</p>{NOTE.format('n2')}",
        '<p><a href="#x">in</a> <a href="https://example.org/ä">out</a> <a href="mailto:a@b.example">mail</a></p>'
        '<p id="x">x</p>',
        '<p lang="fr">Un <span lang="de">Wort</span> <abbr title="as soon as possible">asap</abbr></p>',
        '<figure><img alt="A code" data-qr="https://example.org" data-width="40mm">'
        "<figcaption>Code</figcaption></figure>",
        "<table><caption>c</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
        f"<tbody>{'<tr><td></td><td>x</td></tr>' * 80}</tbody></table>",
        '<p>Page <span data-fill="page"></span> of <span data-fill="pages"></span></p>',
        "<dl><dt>a</dt><dd>b</dd></dl><blockquote><p>q</p></blockquote><ul><li><ol><li>x</li></ol></li></ul>",
        '<div class="pair"><p>a</p><p>b</p></div>',
        "".join(f'<section data-break="before"><h2>Part {number}</h2><p>x</p></section>' for number in range(12)),
    ],
    ids=range(13),
)
def test_the_corners_conform(main):
    assert_conforming(pdf_of(main))


def test_the_validators_see_what_is_wrong():
    data = pdf_of("<p>a</p>").replace(b"pdfuaid:part>1<", b"pdfuaid:part>7<")
    with pytest.raises(AssertionError, match=r"PDF/UA-1: \(BrokenRule\(rule='PDFUA1-ID-PART-001'"):
        assert_conforming(data)
