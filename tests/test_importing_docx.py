"""Documents of Word become articles: nothing is lost, and what has no place is told."""

from __future__ import annotations

import pytest
from word_documents import (
    DECLARED,
    asked,
    cell,
    item,
    lines,
    paragraph,
    read,
    relationship,
    run,
    shapes,
    table,
    told,
)

from briefing.importing.docx.numerals import numbered
from briefing.model import plain_text, walk

HEAD = paragraph("A title", "Title")


def test_title_headings_and_paragraphs_know_their_places():
    body = HEAD + paragraph("") + paragraph("First", "H1") + paragraph("Words.") + paragraph("Deeper", "H2")
    found = read(body)
    assert found.title == "A title"
    assert found.language == "en-GB"
    assert shapes(found) == [("h2", "First"), ("p", "Words."), ("h3", "Deeper")]
    assert lines(found) == [3, 4, 5]
    assert not found.diagnostics
    assert not found.questions


def test_headings_begin_at_the_second_level_whatever_they_were():
    found = read(HEAD + paragraph("Only", "H2"))
    assert shapes(found) == [("h2", "Only")]


def test_the_first_heading_is_the_title_where_nothing_else_is():
    found = read(paragraph("All of it", "H1") + paragraph("Part", "H2"))
    assert found.title == "All of it"
    assert shapes(found) == [("h2", "Part")]
    assert asked(found) == [(1, "The first heading became the title. Type another one, if it is not right.")]


def test_emphasis_is_joined_and_keeps_spaces_outside():
    bold = "<w:b/>"
    content = run("He ") + run("said ", bold) + run("no ", bold) + run("twice", "<w:i/>") + run(".")
    assert shapes(read(HEAD + paragraph(content))) == [
        ("p", "He ", ("strong", "said no"), " ", ("em", "twice"), "."),
    ]


def test_styles_of_words_set_them_too():
    styles = (
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="E"><w:basedOn w:val="S"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    content = run("one", '<w:rStyle w:val="S"/>') + run(" two", '<w:rStyle w:val="E"/><w:b w:val="0"/>')
    found = found_in_styles(styles, paragraph(content))
    assert shapes(found) == [("p", ("strong", "one"), " ", ("em", "two"))]


def found_in_styles(styles: str, body: str):
    return read(body, styles=styles)


def test_powers_and_indexes():
    content = run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O")
    assert shapes(read(HEAD + paragraph(content))) == [("p", "H", ("sub", "2"), "O")]


def test_words_in_other_languages():
    content = run("the ") + run("maquis", '<w:lang w:val="fr-FR"/>') + run(" and ") + run("مقاومت", "<w:rtl/>")
    assert shapes(read(HEAD + paragraph(content))) == [
        ("p", "the ", ("span", {"lang": "fr-FR"}, "maquis"), " and ", ("span", {"lang": "fa-IR"}, "مقاومت")),
    ]


def test_lists_in_lists_and_lists_that_go_on():
    body = item("a") + item("b") + item("b1", 1) + item("b2", 1) + item("c")
    body += item("1", number=2) + item("2", number=2) + paragraph("Between.") + item("3", number=2)
    assert shapes(read(HEAD + body)) == [
        ("ul", ("li", "a"), ("li", ("p", "b"), ("ol", ("li", "b1"), ("li", "b2"))), ("li", "c")),
        ("ol", ("li", "1"), ("li", "2")),
        ("p", "Between."),
        ("ol", {"start": "3"}, ("li", "3")),
    ]


def test_a_quotation_with_its_speaker():
    body = paragraph("We stay.", "Quote") + paragraph("We fight.", "Quote") + paragraph("— A. Speaker", "Quote")
    assert shapes(read(HEAD + body)) == [
        ("blockquote", ("p", "We stay."), ("p", "We fight."), ("p", {"class": "attribution"}, "A. Speaker")),
    ]
    body = paragraph(run("We stay.") + "<w:r><w:br/></w:r>" + run("– A. Speaker"), "Quote")
    assert shapes(read(HEAD + body)) == [
        ("blockquote", ("p", "We stay."), ("p", {"class": "attribution"}, "A. Speaker")),
    ]


def test_a_table_with_names_a_caption_and_merged_cells():
    head = cell(paragraph(run("Year", "<w:b/>"))) + cell(paragraph(run("People", "<w:b/>")))
    merged = cell(paragraph("none") + paragraph("known"), '<w:gridSpan w:val="2"/>')
    found = read(
        HEAD + table(head, cell(paragraph("2021")) + cell(paragraph("5")), merged) + paragraph("T 1", "Caption")
    )
    assert shapes(found) == [
        (
            "table",
            ("caption", "T 1"),
            ("thead", ("tr", ("th", {"scope": "col"}, "Year"), ("th", {"scope": "col"}, "People"))),
            ("tbody", ("tr", ("td", "2021"), ("td", "5")), ("tr", ("td", "none", "; ", "known"), ("td",))),
        )
    ]
    assert told(found) == [
        "talk.docx:2:1  warning  cell-in-lines\n"
        "  Paragraphs in a cell of a table were joined into one line.\n"
        "    paragraph 2\n"
        "  Look whether the cells read well.",
        "talk.docx:2:1  warning  merged-cells\n"
        "  A table has merged cells: the words stand in the first of them.\n"
        "    paragraph 2\n"
        "  Look whether the table still says the same.",
    ]


def test_cells_merged_downwards():
    above, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        cell(paragraph("A"), above) + cell(paragraph("1")),
        cell(paragraph(""), below) + cell(paragraph("2")),
        cell(paragraph("lost?"), below) + cell(paragraph("3")),
    ]
    assert shapes(read(HEAD + table(*rows)))[0][1:] == (
        (
            "tbody",
            ("tr", ("td", "A"), ("td", "1")),
            ("tr", ("td",), ("td", "2")),
            ("tr", ("td", "lost?"), ("td", "3")),
        ),
    )


def test_a_first_row_is_taken_for_names_and_asked():
    found = read(
        HEAD + table(cell(paragraph("Year")) + cell(paragraph("People")), cell(paragraph("1")) + cell(paragraph("2")))
    )
    assert shapes(found)[0][1][0] == "thead"
    assert asked(found) == [
        (
            2,
            "The first row of this table was taken for the names of its columns. If it is not, type an empty row above "
            "it.",
        )
    ]


def test_a_first_row_that_the_style_of_its_table_sets_apart_holds_the_names():
    styles = (
        '<w:style w:type="table" w:styleId="G"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"/></w:style>'
        '<w:style w:type="table" w:styleId="H"><w:name w:val="Mine"/><w:basedOn w:val="G"/></w:style>'
    )
    rows = table(cell(paragraph("Year")) + cell(paragraph("5")), cell(paragraph("1")) + cell(paragraph("2")))
    for look, tag in (('w:val="04A0"', "thead"), ('w:firstRow="1"', "thead"), ('w:val="0480"', "tbody")):
        properties = f'<w:tblPr><w:tblStyle w:val="H"/><w:tblLook {look}/></w:tblPr>'
        found = read(paragraph("Text.") + rows.replace("<w:tbl>", f"<w:tbl>{properties}"), styles=styles)
        assert shapes(found)[1][1][0] == tag


def test_a_table_of_one_cell_is_a_box_and_one_inside_another_stands_behind_it():
    inner = table(cell(paragraph("x")) + cell(paragraph("1")))
    found = read(
        HEAD
        + table(cell(paragraph("Note", "H2") + paragraph("Words.")))
        + table(cell(inner + paragraph("o")) + cell(""))
    )
    assert shapes(found) == [
        ("aside", {"class": "box"}, ("h3", "Note"), ("p", "Words.")),
        ("table", ("tbody", ("tr", ("td", "o"), ("td",)))),
        ("table", ("tbody", ("tr", ("td", "x"), ("td", "1")))),
    ]
    assert [each.id for each in found.diagnostics] == ["table-in-table"]


def test_notes_of_both_kinds():
    content = run("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" two")
    content += '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
    notes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("Foot.")}{paragraph("More.")}</w:footnote>'
    notes += f'<w:footnote w:id="3">{paragraph("Nobody asks.")}</w:footnote>'
    found = read(
        HEAD + paragraph(content), footnotes=notes, endnotes=f'<w:endnote w:id="2">{paragraph("End.")}</w:endnote>'
    )
    assert shapes(found) == [
        (
            "p",
            "One",
            ("a", {"class": "noteref", "href": "#note-1"}),
            " two",
            ("a", {"class": "noteref", "href": "#note-2"}),
        )
    ]
    assert {name: [each.children for each in body] for name, body in found.notes.items()} == {
        "note-1": [("Foot.",), ("More.",)],
        "note-2": [("End.",)],
    }
    assert told(found) == [
        "talk.docx:1:1  warning  note-without-marker\n"
        "  A note is left out: nothing in the text refers to it.\n"
        "    outside the text: Nobody asks.\n"
        "  Put its words where they belong.",
        "talk.docx:2:1  warning  missing-note\n"
        "  A note has a marker and no text.\n"
        "    paragraph 2\n"
        "  Type it, if it is known.",
    ]


def test_links_by_relationship_by_field_and_to_nowhere():
    link = f'<w:hyperlink r:id="out">{run("page")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://b.example/x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("field")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" HYPERLINK &quot;javascript:alert(1)&quot; ">{run("simple")}</w:fldSimple>'
    found = read(
        HEAD + paragraph(link + run(", ") + field + run(", ") + simple),
        relationship("out", "hyperlink", "https://a.example/", external=True),
    )
    assert shapes(found) == [
        (
            "p",
            ("a", {"href": "https://a.example/"}, "page"),
            ", ",
            ("a", {"href": "https://b.example/x"}, "field"),
            ", simple",
        )
    ]
    assert told(found) == [
        "talk.docx:2:1  warning  unreadable-link\n"
        "  The words of a link are kept without its address.\n"
        "    paragraph 2: javascript:alert(1)\n"
        "  A link begins with https://, http:// or mailto:. Type the address of the page, if there is one.",
    ]


def test_the_sign_of_a_note_right_behind_a_word_is_no_part_of_it():
    start, end = '<w:bookmarkStart w:id="1" w:name="_Ref9"/>', '<w:bookmarkEnd w:id="1"/>'
    marker = f'{start}<w:r><w:endnoteReference w:id="2"/></w:r>{end}'
    field = f'<w:fldSimple w:instr="NOTEREF _Ref9 \\h">{run("a")}</w:fldSimple>'
    note = f'<w:endnote w:id="2">{paragraph("End.")}</w:endnote>'
    found = read(HEAD + paragraph(run("One") + marker + run(" two") + field), endnotes=note)
    ref = ("a", {"class": "noteref", "href": "#note-1"})
    assert shapes(found) == [("p", "One", ref, " two", ref)]
    assert told(found) == []


def test_links_inside_the_document_lead_to_names():
    heading = paragraph('<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + run("Talks"), "H1")
    text = paragraph(run("See ") + f'<w:hyperlink w:anchor="_Ref1">{run("below")}</w:hyperlink>' + run(" or ")
                     + f'<w:hyperlink w:anchor="gone">{run("there")}</w:hyperlink>')  # fmt: skip
    found = read(HEAD + text + heading)
    assert shapes(found) == [
        ("p", "See ", ("a", {"href": "#ref1"}, "below"), " or ", "there"),
        ("h2", {"id": "ref1"}, "Talks"),
    ]
    assert [each.details for each in found.diagnostics] == [("paragraph 2: #gone",)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f'<w:smartTag w:element="place">{run("Kabul")}</w:smartTag>', "Kabul"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt>", "inside"),
        (f"<w:customXml>{run('custom')}</w:customXml>", "custom"),
        (f"<w:bdo>{run('turned')}</w:bdo>", "turned"),
        (f'<w:fldSimple w:instr="AUTHOR">{run("Ann")}</w:fldSimple>', "Ann"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co‑op"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" done"), "✓ done"),
        (
            "<w:r><w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>",
            "漢 (kan)",
        ),
        ('<w:r><w:pict><v:shape><v:textpath string="Sign now"/></v:shape></w:pict></w:r>', "Sign now"),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>new</w:t></mc:Choice>"
            "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "new",
        ),
    ],
)
def test_habits_of_programs(content: str, words: str):
    found = read(HEAD + paragraph(content))
    assert shapes(found) == [("p", words)]
    assert not found.diagnostics


def test_text_boxes_become_boxes_once():
    box = "<w:txbxContent>" + paragraph("Boxed words.") + "</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    found = read(HEAD + paragraph(run("Before.") + both) + paragraph("After."))
    assert shapes(found) == [("p", "Before."), ("aside", {"class": "box"}, ("p", "Boxed words.")), ("p", "After.")]
    assert [(each.id, each.details) for each in found.diagnostics] == [("text-box", ("paragraph 3",))]


def test_tracked_changes():
    content = run("We ") + f"<w:ins>{run('all ')}</w:ins>" + "<w:del><w:r><w:delText>none </w:delText></w:r></w:del>"
    content += f"<w:moveFrom>{run('here ')}</w:moveFrom>" + run("agree") + f"<w:moveTo>{run(' here')}</w:moveTo>"
    found = read(HEAD + paragraph(content))
    assert shapes(found) == [("p", "We all agree here")]
    assert told(found) == [
        "talk.docx:2:1  warning  moved-text\n"
        "  A text that was moved is kept where it was moved to.\n"
        "    paragraph 2: here\n"
        "  Nothing has to be done if the move is agreed.",
        "talk.docx:2:1  warning  tracked-deletion\n"
        "  A tracked deletion is left out.\n"
        "    paragraph 2: none\n"
        "  Reject the deletion in the document and import it again, if the words are to stay.",
        "talk.docx:2:1  warning  tracked-insertion\n"
        "  A tracked insertion is kept as text.\n"
        "    paragraph 2: all\n"
        "  Accept or reject the changes in the document and import it again, if any of them is not yet agreed.",
    ]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next():
    first = paragraph("One ", properties="<w:rPr><w:del/></w:rPr>")
    found = read(HEAD + first + paragraph("sentence."))
    assert shapes(found) == [("p", "One sentence.")]
    assert not found.diagnostics


def test_a_large_first_letter_belongs_to_its_word():
    letter = paragraph("W", properties='<w:framePr w:dropCap="drop"/>')
    found = read(HEAD + letter + paragraph("e agree."))
    assert shapes(found) == [("p", "We agree.")]
    assert not found.diagnostics


def test_comments_are_asked_with_their_authors():
    content = run("Doubtful.") + '<w:r><w:commentReference w:id="4"/></w:r>'
    comment = f'<w:comment w:id="4" w:author="Cy Jones">{paragraph("Who says so?")}{paragraph("Ask.")}</w:comment>'
    found = read(HEAD + paragraph("One.") + paragraph(content), comments=comment)
    assert asked(found) == [(3, 'Cy Jones wrote in a comment: "Who says so? Ask."')]


def test_a_table_of_contents_is_left_out():
    toc = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("First 1")}'
    )
    end = run("Second 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = read(HEAD + paragraph(toc) + paragraph(end) + paragraph("Text."))
    assert shapes(found) == [("p", "Text.")]
    assert told(found) == [
        "talk.docx:2:1  warning  contents-left-out\n"
        "  The table of contents is left out.\n"
        "    paragraph 2\n"
        "  Pages are numbered anew; a template with a table of contents makes its own.",
    ]


def test_a_table_of_contents_in_a_control_or_by_its_style():
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Contents')}{paragraph('First 1')}</w:sdtContent></w:sdt>"
    )
    for body in (control, paragraph("First 1", "TOC1") + paragraph("Second 2", "TOC1")):
        found = read(HEAD + body + paragraph("Text."))
        assert shapes(found) == [("p", "Text.")]
        assert lines(found) == [4]
        assert [each.id for each in found.diagnostics] == ["contents-left-out"]


def test_hidden_words_placeholders_strokes_and_marks_are_told():
    hidden = run("secret", "<w:vanish/>")
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    content = run("Seen") + hidden + form + run(" no", "<w:strike/>") + run(" maybe", '<w:highlight w:val="yellow"/>')
    found = read(HEAD + paragraph(content))
    assert shapes(found) == [("p", "Seen no maybe")]
    assert [(each.id, each.details) for each in found.diagnostics] == [
        ("hidden-text", ("paragraph 2: secret",)),
        ("marked-text", ("paragraph 2: maybe",)),
        ("placeholder", ("paragraph 2: Click here",)),
        ("struck-text", ("paragraph 2: no",)),
    ]


def test_an_equation_is_a_line_of_text():
    fraction = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    found = read(HEAD + paragraph(f"<m:oMath>{power}<m:r><m:t>=</m:t></m:r>{fraction}</m:oMath>"))
    assert shapes(found) == [("p", "x", ("sup", "2"), "=(a+b)/2")]
    assert [(each.id, each.details) for each in found.diagnostics] == [("equation", ("paragraph 2: x2=(a+b)/2",))]


def test_charts_and_diagrams_are_told_with_their_words():
    drawing = "<w:r><w:drawing><wp:inline><a:graphic>{}</a:graphic></wp:inline></w:drawing></w:r>"
    found = read(
        HEAD
        + paragraph(drawing.format('<c:chart r:id="c1"/>'))
        + paragraph(drawing.format('<dgm:relIds r:dm="d1"/>'))
        + paragraph("Text."),
        relationship("c1", "chart", "charts/chart1.xml"),
        relationship("d1", "diagramData", "diagrams/data1.xml"),
        parts={
            "word/charts/chart1.xml": _words("c:chartSpace", "People", "2021"),
            "word/diagrams/data1.xml": _words("dgm:dataModel", "First", "Then"),
        },
    )
    assert [(each.id, each.details) for each in found.diagnostics] == [
        ("chart-left-out", ("paragraph 2: People 2021",)),
        ("diagram-left-out", ("paragraph 3: First Then",)),
    ]


def _words(root: str, *words: str) -> str:
    return f"<{root} {DECLARED}>{''.join(f'<a:t>{word}</a:t>' for word in words)}</{root}>"


def test_headers_and_footers_are_told():
    found = read(HEAD + paragraph("Text."), header1=paragraph("Secret draft"), footer1=paragraph("Page"))
    assert told(found) == [
        "talk.docx:1:1  warning  header-left-out\n"
        "  What stands at the head or foot of the pages is left out, 2 texts.\n"
        "    outside the text: Secret draft\n"
        "    outside the text: Page\n"
        "  The template has its own running lines; type what is missing into the fields at the head of briefing.md.",
    ]


def test_page_breaks_in_their_three_ways():
    by_run = paragraph("<w:r><w:br w:type='page'/></w:r>") + paragraph("Two.")
    by_property = paragraph("Three.", properties="<w:pageBreakBefore/>")
    by_section = paragraph("Four.", properties="<w:sectPr/>") + paragraph("Five.")
    same_page = paragraph("Six.", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + paragraph("Seven.")
    found = read(HEAD + paragraph("One.") + by_run + by_property + by_section + same_page)
    breaks = [block.get("data-break") for block in found.blocks]
    assert breaks == ["", "before", "before", "", "before", "", ""]


def test_a_short_bold_line_is_a_heading_and_asked():
    body = paragraph("First", "H1") + paragraph(run("Who pays?", "<w:b/>")) + paragraph("We do.")
    found = read(HEAD + body)
    assert shapes(found) == [("h2", "First"), ("h3", "Who pays?"), ("p", "We do.")]
    assert asked(found) == [
        (3, 'The line "Who pays?" is short and in bold, and was taken for a heading. If it is none, take the # away.')
    ]


def test_core_properties_become_fields():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Said elsewhere</dc:title><dc:creator>Ann Lee; Bo Ma</dc:creator>"
        "<cp:keywords>war, peace</cp:keywords>"
        "<dc:subject>Asia</dc:subject><dc:language>cy</dc:language>"
        "<dcterms:modified>2021-09-02T10:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    found = read(paragraph("In short [sic]", "Subtitle") + paragraph("Text."), parts={"docProps/core.xml": core})
    assert (found.title, found.language, found.comments) == ("Said elsewhere", "cy", ("subject: Asia",))
    assert dict(found.fields) == {
        "standfirst": r"In short \[sic\]",
        "authors": ("Ann Lee", "Bo Ma"),
        "date": "2021-09-02",
        "keywords": ("war", "peace"),
    }
    assert asked(found) == [
        (1, 'The title "Said elsewhere" stands among the properties of the document. Is it the right one?'),
        (1, "The date is the day on which the document was last saved. Is it that of the article?"),
    ]


def test_a_document_without_words_is_refused():
    assert told(read(paragraph(""))) == [
        "talk.docx:1:1  error  empty-file\n"
        "  There is no text in this document that an article could be made of.\n"
        "  Look whether it is the right file. What stands in pictures of pages cannot be read."
    ]


def test_authors_and_a_date_below_the_title_become_fields():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "Author", "Date")
    )
    body = HEAD + paragraph("Ann Lee", "Author") + paragraph("2 September 2021", "Date") + paragraph("Text.")
    found = read(body + paragraph("some day", "Date"), styles=styles)
    assert dict(found.fields) == {"authors": ("Ann Lee",), "date": "2021-09-02"}
    assert shapes(found) == [("p", "Text."), ("p", "some day")]


def test_code_keeps_its_lines_and_spaces():
    styles = (
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Source Code"/></w:style>'
        '<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>'
    )
    lines_of_code = run("if x:") + "<w:r><w:br/></w:r>" + run("    y()")
    words = run("Call ") + run("y()", '<w:rStyle w:val="V"/>')
    found = read(paragraph("Text.") + paragraph(lines_of_code, "C") + paragraph(words), styles=styles)
    indent = "\N{NO-BREAK SPACE}" * 4
    assert shapes(found)[1:] == [
        ("p", {"class": "code"}, ("code", "if x:", ("br",), f"{indent}y()")),
        ("p", "Call ", ("code", "y()")),
    ]


def test_lists_that_share_a_numbering_go_on_unless_one_begins_anew():
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("one", number=1) + item("two", number=2) + item("again", number=3)
    found = read(HEAD + body, numbering=numbering)
    assert shapes(found) == [("ol", ("li", "one"), ("li", "two")), ("ol", ("li", "again"))]


def linked(words: str, to: str, name: str = "") -> str:
    """A link to a bookmark, with a bookmark of its own, as LibreOffice writes the notes of a page."""
    own = f'<w:bookmarkStart w:id="{name[1:]}" w:name="{name}"/><w:bookmarkEnd w:id="{name[1:]}"/>' if name else ""
    return f'<w:hyperlink w:anchor="{to}">{own}{run(words)}</w:hyperlink>'


def place(name: str) -> str:
    return f'<w:bookmarkStart w:id="9{name[2:]}" w:name="{name}"/><w:bookmarkEnd w:id="9{name[2:]}"/>'


def test_notes_that_are_written_as_links_are_notes():
    found = read(
        paragraph("The dam", "Title")
        + paragraph(run("It rose.") + linked("1", "fn1", "r1") + run(" Nobody knew.") + linked("[2]", "fn2", "r2"))
        + paragraph(run("See ") + linked("the box", "fn1") + run("."))
        + paragraph("Notes", "H1")
        + paragraph(place("fn1") + linked("1", "r1") + run(" A first note."))
        + paragraph(place("fn2") + run("A second note. ") + linked("↩", "r2"))
    )
    marks = [each.get("href") for block in found.blocks for each in walk(block) if "noteref" in each.classes]
    assert marks == ["#linked-note-1", "#linked-note-2"]
    assert [plain_text(block) for block in found.blocks] == ["It rose. Nobody knew.", "See the box."]
    assert {name: plain_text(note) for name, note in found.notes.items()} == {
        "linked-note-1": "A first note.",
        "linked-note-2": "A second note.",
    }


def test_links_that_lead_to_and_fro_without_marks_of_notes_stay():
    found = read(
        paragraph(run("Words ") + linked("see below", "fn1", "r1") + run("."))
        + paragraph(place("fn1") + run("More words. ") + linked("back", "r1"))
    )
    assert found.notes == {}
    assert [plain_text(block) for block in found.blocks] == ["Words see below.", "More words. back"]


def test_a_note_without_words_is_told_and_its_marker_left_out():
    found = read(
        paragraph(run("It rose.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{paragraph("")}</w:footnote>',
    )
    assert found.notes == {}
    assert told(found) == [
        "talk.docx:1:1  warning  missing-note\n  A note has a marker and no text.\n  Type it, if it is known."
    ]


def test_small_capitals_are_told_once():
    small = run("The Dam", "<w:smallCaps/>") + run(" and ") + run("the River", "<w:smallCaps/>")
    found = read(paragraph(small) + paragraph(run("Here ") + run("It", "<w:smallCaps/>") + run(" is.")))
    assert told(found) == [
        "talk.docx:1:1  warning  small-capitals\n  Words in small capitals are kept in ordinary letters in 2 places.\n"
        "    paragraph 1: The Dam the River\n    paragraph 2: It\n"
        "  Nothing has to be done, unless the small capitals meant something."
    ]


@pytest.mark.parametrize(("shown", "before"), [("a", ()), ("xxviii", ()), ("see there", ("see there",))])
def test_the_sign_of_a_note_that_is_repeated_is_not_missed(shown, before):
    marker = '<w:bookmarkStart w:name="_Ref1"/><w:r><w:footnoteReference w:id="1"/></w:r><w:bookmarkEnd/>'
    field = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\h ">{run(shown)}</w:fldSimple>'
    found = read(
        HEAD + paragraph(run("One") + marker) + paragraph(run("Two ") + field),
        footnotes=f'<w:footnote w:id="1">{paragraph("The note.")}</w:footnote>',
    )
    assert shapes(found)[1] == ("p", "Two ", *before, ("a", {"class": "noteref", "href": "#note-1"}))
    assert told(found) == []


def test_underlined_words_and_capitals_are_told_and_links_are_not():
    line = '<w:u w:val="single"/>'
    words = run("not", line) + run(" this ") + run("Act of law", "<w:caps/>") + run(" NATO", "<w:caps/>")
    link = f'<w:hyperlink r:id="out">{run("page", line)}</w:hyperlink>' + run(" none", '<w:u w:val="none"/>')
    out = relationship("out", "hyperlink", "https://a.example/", external=True)
    assert told(read(HEAD + paragraph(words + link), out)) == [
        "talk.docx:2:1  warning  all-capitals\n"
        "  Words that are shown in capitals are kept in the letters that were typed.\n    paragraph 2: Act of law\n"
        "  Type them in capitals, if the capitals meant something.",
        "talk.docx:2:1  warning  underlined-text\n  Words that are underlined are kept without the line.\n"
        "    paragraph 2: not\n"
        "  Put them between asterisks, *like this*, where the line was to stress them.",
    ]


def test_letters_of_fonts_of_symbols_are_what_they_show():
    symbol, ticks = (f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for name in ("Symbol", "Wingdings"))
    text = run("abg", symbol) + run(" \uf0fc \uf0e0 \uf06f", ticks) + run(" 5 > 3", symbol) + run("; \ue000 \uf0fc.")
    found = read(HEAD + paragraph(text))
    assert shapes(found) == [("p", "αβγ ✓ → ☐ 5 > 3; .")]
    assert told(found) == [
        "talk.docx:2:1  warning  symbol-left-out\n  2 signs of fonts of symbols are left out.\n"
        "    paragraph 2: sign U+E000 of an unknown font\n    paragraph 2: sign U+F0FC of an unknown font\n"
        "  Type the sign itself."
    ]


def test_boxes_and_lists_of_forms_are_what_they_show():
    def field(inner: str) -> str:
        begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar>'
        return (
            f'<w:r>{begin}</w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    boxes = ("<w:checked/>", '<w:checked w:val="0"/><w:default w:val="1"/>', '<w:default w:val="1"/>', "")
    text = "".join(field(f"<w:checkBox>{box}</w:checkBox>") for box in boxes)
    entries = '<w:listEntry w:val="red"/><w:listEntry w:val="blue"/>'
    for chosen in ('<w:result w:val="1"/>', "", '<w:result w:val="7"/>'):
        text += run(" ") + field(f"<w:ddList>{chosen}{entries}</w:ddList>")
    assert shapes(read(HEAD + paragraph(run("It: ") + text))) == [("p", "It: ☒☐☒☐ blue red")]


def test_letters_moved_by_hand_are_powers_and_indexes():
    raised, lowered, hardly = (f'<w:position w:val="{number}"/>' for number in (12, -6, 2))
    text = run("5") + run("2", raised) + run(" H") + run("2", lowered) + run("O") + run("x", hardly)
    first = '<w:framePr w:dropCap="drop"/>'
    body = HEAD + paragraph(text) + paragraph(run("W", lowered), properties=first) + paragraph("ords.")
    assert shapes(read(body)) == [("p", "5", ("sup", "2"), " H", ("sub", "2"), "Ox"), ("p", "Words.")]


def numbering(*levels: tuple[str, str]) -> str:
    """One list, each level of it a form and a text."""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    kind = f'<w:abstractNum w:abstractNumId="1">{inner}</w:abstractNum>'
    return f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'


def test_items_that_were_counted_otherwise_are_told_with_their_numbers():
    listed = numbering(("lowerLetter", "(%1)"), ("decimal", "%1.%2"), ("decimal", "%3)"))
    found = read(HEAD + item("first") + item("second") + item("deeper", 1) + item("deepest", 2), numbering=listed)
    assert told(found) == [
        "talk.docx:2:1  warning  item-numbers\n"
        "  3 items of lists that were numbered in another way are counted 1, 2, 3 now.\n"
        "    (a), (b), b.1\n"
        '  Look for words such as "see (b)" that name one by its old number.'
    ]


def test_words_and_letters_before_headings_are_kept_and_numbers_alone_are_told():
    def heading(text: str, depth: int) -> str:
        level = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(text, f"H{depth + 1}", level)

    body = HEAD + heading("Scope", 0) + heading("", 0) + heading("Effect", 0) + heading("Then", 1)
    found = read(body, numbering=numbering(("upperRoman", "Article %1."), ("decimal", "%2.")))
    assert shapes(found) == [("h2", "Article I. Scope"), ("h2", "Article III. Effect"), ("h3", "Then")]
    assert told(found) == [
        "talk.docx:5:1  warning  heading-numbers\n  The number that stood before a heading is left out.\n"
        "    1.\n"
        '  Look for words such as "see section 2" that name one by its number; some templates number headings anew.'
    ]


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("lowerLetter", 26, "z"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("decimalZero", 7, "07"),
        ("none", 7, ""),
        ("chicago", 7, "7"),
        ("upperRoman", 99_999_999, "99999999"),
    ],
)
def test_numbers_in_their_forms(form: str, number: int, text: str):
    assert numbered("%1%9", [form], [number]) == text


@pytest.mark.parametrize(
    ("lines_below", "authors", "date"),
    [
        (("By Jane Doe, 3 May 2020",), ("Jane Doe",), "2020-05-03"),
        (("By Jane Doe and John Roe", "May 3, 2020"), ("Jane Doe", "John Roe"), "2020-05-03"),
        (("Published 3 May 2020",), None, "2020-05-03"),
        (("By the river there stood a dam, built in 1907.",), None, None),
    ],
)
def test_lines_below_the_title_say_who_wrote_it_and_when(lines_below, authors, date):
    found = read(HEAD + "".join(map(paragraph, lines_below)) + paragraph("It held for a century."))
    assert (found.fields.get("authors"), found.fields.get("date")) == (authors, date)
    taken = bool(authors or date)
    assert [words for _, words in shapes(found)] == [*(() if taken else lines_below), "It held for a century."]
    assert asked(found) == []
