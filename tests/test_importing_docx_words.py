"""No word of a document is lost: each is in the article or named in what is told."""

from __future__ import annotations

import io
import re

import docx
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_documents import cell, document, found_in, item, paragraph, run, table

from briefing.importing.docx.counting import words_in_nodes, words_missing
from briefing.importing.found import Found

WORD = st.sampled_from([f"word{number}" for number in range(40)])
PROPERTIES = st.sampled_from(
    [
        "",
        "<w:b/>",
        "<w:i/>",
        '<w:vertAlign w:val="superscript"/>',
        '<w:lang w:val="fr-FR"/>',
        "<w:vanish/>",
        "<w:strike/>",
    ]
)
WRAPPERS = st.sampled_from(
    [
        "{}",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="nowhere">{}</w:hyperlink>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
        "<w:bdo>{}</w:bdo>",
        "<w:unheardOf>{}</w:unheardOf>",
    ]
)


@st.composite
def runs(draw: st.DrawFn) -> str:
    made = [draw(WRAPPERS).format(run(f"{draw(WORD)} ", draw(PROPERTIES))) for _ in range(draw(st.integers(1, 4)))]
    return "".join(made)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from(["", "", "Title", "Subtitle", "H1", "H2", "Quote", "Caption", "TOC1"]))
    content = draw(runs())
    if draw(st.booleans()):
        box = f"<w:txbxContent>{paragraph(draw(runs()))}</w:txbxContent>"
        content += f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    return paragraph(content, style)


@st.composite
def tables(draw: st.DrawFn) -> str:
    spans = st.sampled_from(["", "", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"])

    def row() -> str:
        return "".join(cell(draw(paragraphs()), draw(spans)) for _ in range(draw(st.integers(1, 3))))

    return table(*(row() for _ in range(draw(st.integers(1, 3)))))


ITEMS = st.builds(item, runs(), st.integers(0, 3), st.integers(1, 2))
BODIES = st.lists(st.one_of(paragraphs(), tables(), ITEMS), min_size=1, max_size=6).map("".join)


def said(found: Found) -> list[str]:
    """All that an import puts into a folder or tells."""
    fields = [found.title, *(str(value) for value in found.fields.values())]
    notes = [text for body in found.notes.values() for text in words_in_nodes(body)]
    told = [line for each in found.diagnostics for line in (each.message, *each.details)]
    return [*fields, *words_in_nodes(found.blocks), *notes, *told, *(each.text for each in found.questions)]


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(BODIES, runs(), runs())
def test_every_word_is_in_the_article_or_told(body: str, note: str, comment: str):
    marked = paragraph('<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>')
    found = found_in(
        document(
            body + marked,
            footnotes=f'<w:footnote w:id="1">{paragraph(note)}</w:footnote>',
            comments=f'<w:comment w:id="1">{paragraph(comment)}</w:comment>',
        )
    )
    contents = any(each.id == "contents-left-out" for each in found.diagnostics)
    there = re.findall(
        r"word\d+", re.sub(r'<w:p><w:pPr><w:pStyle w:val="TOC1"/>.*?</w:p>', "", body) if contents else body
    )
    assert not words_missing([*there, *re.findall(r"word\d+", note + comment)], said(found))
    assert not [each for each in found.diagnostics if each.id == "words-left-out"]


def test_a_document_of_another_program_loses_nothing():
    made = docx.Document()
    made.add_paragraph("Title words", style="Title")
    for number in range(3):
        made.add_heading(f"heading{number}", number + 1)
        made.add_paragraph(f"plain{number} ").add_run(f"bold{number}").bold = True
        made.add_paragraph(f"bullet{number}", style="List Bullet")
        made.add_paragraph(f"numbered{number}", style="List Number 2")
        made.add_paragraph(f"quoted{number}", style="Intense Quote")
        for index, each in enumerate(made.add_table(2, 2, style="Table Grid")._cells):
            each.text = f"cell{number}x{index}"
    written = io.BytesIO()
    made.save(written)
    found = found_in(written.getvalue())
    there = [text for each in made.element.body.iter() if (text := each.text) and each.tag.endswith("}t")]
    assert len(there) == 1 + 3 * 10
    assert not words_missing(there, said(found))
    assert not found.diagnostics


def test_what_is_missing_is_counted():
    assert words_missing(["one two two", "three"], ["two one"]) == ["two", "three"]
