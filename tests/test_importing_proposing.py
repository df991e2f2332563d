"""What is proposed from the words of an article: petition, sources, speakers, events; and what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims import sentences
from briefing.errors import Position
from briefing.importing.found import Found, Origin
from briefing.importing.given import Given
from briefing.importing.proposing import guess_language, propose, without_tracking
from briefing.importing.proposing.addresses import with_links
from briefing.model import Element, Node, plain_text, walk


def p(*children: Node, line: int = 1) -> Element:
    return Element("p", children, {}, Position("page.html", line))


def a(words: str, href: str, **attributes: str) -> Element:
    return Element("a", (words,), {"href": href, **attributes})


SAID = {"date": "2021", "authors": ("Jane Doe",)}
"""Fields whose want would be asked about."""


def proposed(*blocks: Element, language: str = "en-GB", title: str = "A title", **others: object) -> Found:
    found = Found(title, blocks, language=language, fields=SAID)._replace(**others)
    return propose(found, Given(b"", "page.html", "Page", language))


def questions(found: Found) -> list[str]:
    return [each.text for each in found.questions]


def written(node: Node) -> str:
    """Text with citations as they are typed."""
    if isinstance(node, str):
        return node
    if node.tag == "cite":
        return f"[@{node.get('data-key')}]"
    return "".join(map(written, node.children))


def petition(found: Found) -> dict[str, object]:
    return {
        name.removeprefix("petition."): value for name, value in found.fields.items() if name.startswith("petition")
    }


# sentences


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("One. Two! Three? Four", "en", ["One. ", "Two! ", "Three? ", "Four"]),
        ("Mr. Doe met J. Roe at St. Ives. He left.", "en", ["Mr. Doe met J. Roe at St. Ives. ", "He left."]),
        ("“It is so.” She left. (He stayed.) Why?", "en", ["“It is so.” ", "She left. ", "(He stayed.) ", "Why?"]),
        ("It rose by 3.5 per cent. then fell", "en", ["It rose by 3.5 per cent. then fell"]),
        ("Am 15. August kam z. B. er. Sie blieb.", "de", ["Am 15. August kam z. B. er. ", "Sie blieb."]),
        ("او آمد. او رفت؟ بله", "fa", ["او آمد. ", "او رفت؟ ", "بله"]),
        ("他来了。她走了。", "zh", ["他来了。", "她走了。"]),
    ],
)
def test_sentences(text, language, expected):
    assert [each.text for each in sentences((text,), language)] == expected


def test_citations_belong_to_the_sentence_before_them_and_marks_are_not_divided():
    cite = Element("cite", (), {"class": "citation", "data-key": "k"})
    nodes = ("One.", cite, " Two ", Element("em", ("is. It",)), " so. ", cite, Element("em", ("Three",)))
    parted = sentences(nodes, "en")
    assert [tuple(map(written, each.nodes)) for each in parted] == [
        ("One.", "[@k]", " "),
        ("Two ", "is. It", " so. ", "[@k]"),
        ("Three",),
    ]
    assert [each.is_cited for each in parted] == [True, True, False]


NODES = st.lists(
    st.one_of(
        st.text('aA.!? 。"”', min_size=1),
        st.text("aA. ").map(lambda text: Element("em", (text,))),
        st.just(Element("cite", (), {"class": "citation", "data-key": "k"})),
    ),
    max_size=8,
)


@given(NODES)
def test_joined_again_sentences_are_the_passage(nodes):
    joined = [node for each in sentences(nodes, "en") for node in each.nodes]
    assert "".join(map(written, joined)) == "".join(map(written, nodes))
    assert [node for node in joined if isinstance(node, Element)] == [
        node for node in nodes if isinstance(node, Element)
    ]


# language


IN_LANGUAGES = {
    "en": "The bridge has been closed since the flood, and nobody in the two villages can say when it will be open.",
    "de": "Die Brücke ist seit der Flut gesperrt, und niemand in den beiden Dörfern weiß, wann sie für sie auf ist.",
    "fr": "Le pont est fermé depuis la crue, et personne dans les deux villages ne sait quand il sera rouvert par qui.",
    "es": "El puente está cerrado desde la crecida, y nadie en los dos pueblos sabe cuándo se abrirá a la gente.",
    "fa": "پل از زمان سیل بسته است و هیچ کس در دو روستا نمی داند که این پل چه زمانی برای مردم باز می شود و او را",
    "ar": "الجسر مغلق منذ الفيضان ولا أحد في القريتين يعرف متى سيفتح من جديد أو ما الذي كان على الناس أن يفعلوه",
    "ru": "Мост закрыт после наводнения, и никто в двух деревнях не знает, когда он снова откроется и как, "
    "что с ним было и от кого это узнать.",
    "he": "גשר האלון סגור מאז השיטפון",
    "ja": "橋は洪水のあと閉じたままです。",
}


@pytest.mark.parametrize(
    ("text", "language"),
    [*((text, language) for language, text in IN_LANGUAGES.items()), ("Lorem ipsum dolor sit amet", ""), ("", "")],
)
def test_the_language_is_guessed_from_letters_and_words(text, language):
    assert guess_language(text) == language


def test_words_are_believed_rather_than_the_language_that_a_program_wrote():
    german = IN_LANGUAGES["de"] * 4
    words = p(Element("span", (german,), {"lang": "de-DE"}), Element("span", ("bon",), {"lang": "fr"}))
    found = proposed(words, language="en-US", notes={"n": (p(Element("span", ("Ja.",), {"lang": "de"})),)})
    assert found.language == "de"
    assert found.blocks[0].children == (german, words.children[1])
    assert found.notes["n"][0].children == ("Ja.",)
    assert [(each.field, each.text) for each in found.questions] == [
        ("language", "The file says en-US, its words look German. Which is right?")
    ]


@pytest.mark.parametrize(("said", "text"), [("af", "nl"), ("de-AT", "de"), ("en", ""), ("prs", "fa"), ("mr", "hi")])
def test_a_language_that_is_said_is_believed_where_the_words_are_not_clearly_of_another(said, text):
    found = proposed(p(IN_LANGUAGES.get(text, "Lorem ipsum dolor sit amet ") * 20), language=said)
    assert (found.language, questions(found)) == (said, [])


def test_a_language_that_somebody_gave_is_believed_whatever_the_words_are():
    found = Found("A title", (p(IN_LANGUAGES["de"] * 4),), language="de", fields=SAID)
    read = propose(found, Given(b"", "page.html", "Page", "en"), "en")
    assert (read.language, questions(read)) == ("en", [])


def test_a_language_that_was_not_said_is_asked_about():
    found = proposed(p(IN_LANGUAGES["de"]), language="")
    assert found.language == "de"
    assert [(each.field, each.text) for each in found.questions] == [
        (
            "language",
            "The language was taken from the words: German. Look whether that is right.",
        )
    ]


# petition

SIGN = "https://example.org/sign"


@pytest.mark.parametrize(
    ("text", "language", "ask", "addressed_to"),
    [
        ("Sign the petition to the Mayor of London at", "en-GB",
         "Sign the petition to the Mayor of London", "the Mayor of London"),
        ("Please sign our petition to the European Commission now:", "en-GB",
         "Please sign our petition to the European Commission now", "the European Commission"),
        ("Sign the petition to Save Our Seas:", "en-GB", "Sign the petition to Save Our Seas", None),
        ("Sign the petition to stop the mine:", "en-GB", "Sign the petition to stop the mine", None),
        ("Unterschreiben Sie die Petition an den Landtag von Sachsen-Anhalt auf", "de",
         "Unterschreiben Sie die Petition an den Landtag von Sachsen-Anhalt", "Landtag von Sachsen-Anhalt"),
        ("Signez la pétition adressée au gouverneur de Lagos pour sauver le pont sur", "fr",
         "Signez la pétition adressée au gouverneur de Lagos pour sauver le pont", "gouverneur de Lagos"),
        ("Firma la petición al alcalde de Lima para abrir el puente en", "es",
         "Firma la petición al alcalde de Lima para abrir el puente", "alcalde de Lima"),
        ("دادخواست خطاب به وزارت نیرو را امضا کنید:", "fa",
         "دادخواست خطاب به وزارت نیرو را امضا کنید", "وزارت نیرو"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["act.example.org.", "https://act.example.org"])
def test_whom_a_petition_is_addressed_to_and_its_address_behind_it(text, language, ask, addressed_to, address):
    fields = petition(proposed(p("Text."), p(f"{text} {address}"), language=language))
    assert fields.pop("addressed_to", None) == addressed_to
    assert fields == {"ask": ask, "link": "https://act.example.org"}


@pytest.mark.parametrize(
    ("text", "language", "ask", "addressed_to"),
    [
        ("Pétition adressée au gouverneur de Lagos : je signe.", "fr",
         "Pétition adressée au gouverneur de Lagos", "gouverneur de Lagos"),
        ("برای امضای دادخواست خطاب به وزارت نیرو اینجا را کلیک کنید.", "fa",
         "دادخواست خطاب به وزارت نیرو را امضا کنید", "وزارت نیرو"),
        ("To sign the petition to Ofcom, click here.", "en-GB", "Sign the petition to Ofcom", "Ofcom"),
    ],
)  # fmt: skip
def test_what_is_clicked_on_is_no_part_of_what_is_asked(text, language, ask, addressed_to):
    fields = petition(proposed(p("Text."), p(a(text, SIGN)), language=language))
    assert fields == {"ask": ask, "addressed_to": addressed_to, "link": SIGN}


@pytest.mark.parametrize(
    ("text", "language", "ask", "addressed_to"),
    [
        ("Sign our petition calling on the Council to open the bridge - click here!", "en-GB",
         "Sign our petition calling on the Council to open the bridge", "the Council"),
        ("Please sign this petition: here", "en-GB", "Please sign this petition", None),
        ("Unterschreiben Sie unsere Petition: Hier klicken", "de", "Unterschreiben Sie unsere Petition", None),
        ("Signez notre pétition demandant au Conseil d’agir. Cliquez ici", "fr",
         "Signez notre pétition demandant au Conseil d’agir.", None),
        ("Firma nuestra petición para pedir al Consejo que abra el puente. Haz clic aquí.", "es",
         "Firma nuestra petición para pedir al Consejo que abra el puente.", None),
        ("دادخواست ما را امضا کنید - اینجا کلیک کنید", "fa", "دادخواست ما را امضا کنید", None),
        ("وقّعوا عريضتنا لفتح الجسر - اضغط هنا", "ar", "وقّعوا عريضتنا لفتح الجسر", None),
    ],
)  # fmt: skip
def test_a_paragraph_that_asks_to_sign_is_the_petition(text, language, ask, addressed_to):
    found = proposed(p("Text."), p(text, line=7), language=language)
    fields = petition(found)
    assert fields.pop("addressed_to", None) == addressed_to
    assert fields == {
        "ask": ask,
        "link": "FILL IN the address of the petition",
        "question": "The link was lost where the text was copied from.",
    }
    assert [plain_text(block) for block in found.blocks] == ["Text."]
    (question,) = found.questions
    assert (question.field, question.position.line) == ("petition.link", 7)
    assert f'This paragraph was made the petition: "{text}"' in question.text
    assert question.text.endswith("Its link was lost: find it, write it in link, and delete the question below it.")


def test_a_petition_with_its_link_keeps_what_else_is_said():
    found = proposed(
        p("Text."), p("Do you *care*? Sign our ", a("petition", f"{SIGN}?id=1&utm_source=x"), " today. Thank you.")
    )
    assert petition(found) == {"ask": "Sign our petition today.", "link": f"{SIGN}?id=1",
                               "text": r"Do you \*care\*? Thank you."}  # fmt: skip
    assert not found.sources
    assert questions(found) == [
        'This paragraph was made the petition: "Do you *care*? Sign our petition today. Thank you.". '
        "Look whether it is asked in one clear sentence."
    ]


def test_the_link_of_a_petition_is_that_of_the_sentence_that_asks_to_sign():
    note = Element("a", (), {"class": "noteref", "href": "#note-1"})
    report = a("the report", "https://example.org/report")
    found = proposed(
        p("Text."),
        p("Read ", report, " first.", note, " Then sign ", a("our petition", SIGN), ". Thank you."),
        notes={"note-1": (p("A note."),)},
    )
    assert petition(found) == {"ask": "Then sign our petition.", "link": SIGN}
    assert plain_text(found.blocks[-1]) == "Read the report first. Thank you."
    assert [source["url"] for source in found.sources.values()] == ["https://example.org/report"]
    lost = proposed(p("Text."), p("Read ", report, " first. Then sign our petition."))
    assert petition(lost)["link"] == "FILL IN the address of the petition"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in the village wanted to be the first whose neighbours would see him sign the petition of the mill.",
        "The petition was signed by many.",
        "Sign the treaty now.",
    ],
)
def test_a_story_about_petitions_asks_nothing(text):
    found = proposed(p(text), *(p(f"Text {number}.") for number in range(3)))
    assert petition(found) == {}
    assert len(found.blocks) == 4


# links


def test_typed_addresses_are_links():
    typed = "See (https://example.org/a_(b)), www.example.org. Or write to a.b@example.org!"
    item, code = (
        Element("ul", (Element("li", (Element("em", ("www.example.org",)),)),)),
        Element("code", ("www.a.org",)),
    )
    found = with_links(Found("A title", (p(typed), item, p(code)), notes={"n": (p("At www.example.org"),)}))
    block, *others, note = (*found.blocks, *found.notes["n"])
    links = [(each.get("href"), plain_text(each)) for each in walk(block) if each.tag == "a"]
    assert links == [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://www.example.org", "www.example.org"),
        ("mailto:a.b@example.org", "a.b@example.org"),
    ]
    assert plain_text(block) == typed
    assert [[each.tag for each in walk(other)] for other in (*others, note)] == [
        ["ul", "li", "em", "a"],
        ["p", "code"],
        ["p", "a"],
    ]


def test_an_address_that_is_typed_is_the_link_of_the_petition():
    asking = p("Sign our petition at https://example.org/sign calling on the council to keep it open.")
    found = proposed(p("The bridge is closed."), asking)
    assert found.fields["petition.link"] == "https://example.org/sign"
    assert "petition.question" not in found.fields


def test_a_page_that_is_signed_is_the_petition_where_its_text_asks_for_that():
    page = Origin("Keep it open", "PeopleAsk", "https://example.org/p/1?utm_source=x", is_petition=True)
    blocks = p("The counter is to close."), p("Please sign, and please send a card.", line=9)
    found = proposed(*blocks, title="Keep it open", origin=page)
    assert found.blocks == blocks
    assert {name: value for name, value in found.fields.items() if name.startswith("petition")} == {
        "petition.ask": "Keep it open",
        "petition.link": "https://example.org/p/1",
    }
    assert questions(found)[0] == (
        "This page is a petition itself: its title was made what is asked, and its address the link. "
        "Look whether it is asked in one clear sentence."
    )
    for other in (page._replace(is_petition=False), page._replace(url="")):
        assert proposed(*blocks, origin=other).fields == SAID
    assert proposed(p("The counter is to close."), p("It stays."), origin=page).fields == SAID


def test_links_become_sources_that_are_cited():
    found = proposed(
        p("It was ", a("in the papers", "https://www.theguardian.com/x?utm_source=a&id=1&fbclid=b"), ", and ",
          a("again", "https://www.theguardian.com/x?id=1"), "."),
        p("Write to ", a("us", "mailto:us@example.org"), " or see ", a("below", "#below"), "."),
        p("The report", a("PDF", "https://www.un.org/report.pdf", title="Report of the year"), "."),
        origin=Origin("A title", "The Post", "https://post.example/a?fbclid=1"),
    )  # fmt: skip
    assert [written(block) for block in found.blocks] == [
        "It was in the papers[@theguardian], and again[@theguardian].",
        "Write to us or see below.",
        "The reportPDF[@un].",
    ]
    assert found.sources == {
        "theguardian": {"title": "in the papers", "url": "https://www.theguardian.com/x?id=1"},
        "un": {"title": "Report of the year", "url": "https://www.un.org/report.pdf"},
        "our-article": {"title": "A title", "container": "The Post", "url": "https://post.example/a", "own": "yes"},
    }
    assert [each.get("href") for block in found.blocks for each in walk(block) if each.tag == "a"] == [
        "mailto:us@example.org",
        "#below",
    ]
    assert questions(found) == [
        "The links of the text were made 2 sources. Look whether each says what its sentence says, and correct the "
        "titles in sources.yaml.",
        "Parameters that follow readers about, such as utm_source, were taken out of an address. Try whether the links "
        "still lead where they should.",
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/?utm_medium=x", "https://example.org/"),
        ("https://example.org/?b=2&gclid=x&a=1#top", "https://example.org/?b=2&a=1#top"),
        ("https://example.org/?utmost=1", "https://example.org/?utmost=1"),
        ("https://example.org/a", "https://example.org/a"),
        ("https://[example", "https://[example"),
    ],
)
def test_what_follows_readers_about_is_taken_out(address, expected):
    assert without_tracking(address) == expected


def test_an_address_as_words_gives_no_title():
    found = proposed(p("See ", a("https://example.org/a", "https://example.org/a"), "."))
    assert found.sources == {"example": {"url": "https://example.org/a"}}


# quotations

WORDS = "We have waited for the bridge for two years, and we can wait no longer than that."


@pytest.mark.parametrize(
    ("blocks", "speaker", "beside"),
    [
        (
            (p(f"“{WORDS}” said Jane Doe, of the village."),),
            "Jane Doe, of the village",
            "said Jane Doe, of the village",
        ),
        ((p(f'"{WORDS}" — Jane Doe'),), "Jane Doe", "— Jane Doe"),
        ((p("Jane Doe told us:"), p(f"“{WORDS}”")), "Jane Doe", "Jane Doe"),
    ],
)
def test_a_paragraph_that_is_a_quotation_has_its_speaker_with_a_question(blocks, speaker, beside):
    found = proposed(*blocks)
    quotation = found.blocks[-1]
    assert [(each.tag, each.classes, plain_text(each)) for each in walk(quotation)][1:] == [
        ("p", (), WORDS),
        ("p", ("attribution",), speaker),
    ]
    assert questions(found) == [
        f'The speaker of this quotation is taken from the words beside it: "{beside}". Look whether that is right.'
    ]


@pytest.mark.parametrize(
    ("before", "language", "speaker"),
    [
        ("Ahmad Karimi said: ", "en-GB", "Ahmad Karimi"),
        ("Ahmad Karimi, a teacher, told us last week: ", "en-GB", "Ahmad Karimi, a teacher"),
        ("Anna Roth sagte: ", "de", "Anna Roth"),
        ("احمد کریمی گفت: ", "fa", "احمد کریمی"),
    ],
)
def test_a_paragraph_that_names_who_says_its_quotation(before, language, speaker):
    cite = Element("cite", (), {"class": "citation", "data-key": "k"})
    found = proposed(p(f"{before}“{WORDS}”", cite), language=language)
    assert [(each.tag, each.classes, written(each)) for each in walk(found.blocks[0])][1:3] == [
        ("p", (), f"{WORDS}[@k]"),
        ("cite", ("citation",), "[@k]"),
    ]
    assert written(found.blocks[0].children[1]) == speaker
    assert questions(found) == [
        f'The speaker of this quotation is taken from the words beside it: "{before.strip()}". '
        "Look whether that is right."
    ]


def test_a_quotation_alone_keeps_its_citation():
    cite = Element("cite", (), {"class": "citation", "data-key": "k"})
    assert written(proposed(p(f"“{WORDS}”", cite)).blocks[0]) == f"{WORDS}[@k]"


def test_a_quotation_set_apart_does_not_end_in_the_comma_before_its_speaker():
    said = proposed(p("“We planted this orchard in the spring, and we leave it now,” said Jane Doe.")).blocks[-1]
    words = "We planted this orchard in the spring, and we leave it now."
    assert [plain_text(each) for each in said.children] == [words, "Jane Doe"]


def test_a_signature_below_a_quotation_is_its_speaker():
    quotation = Element("blockquote", (p(WORDS),), {}, Position("page.html", 1))
    found = proposed(quotation, p("— Jane Doe, ", Element("em", ("The Post",))), p("Text."))
    assert [plain_text(block) for block in found.blocks] == [f"{WORDS}Jane Doe, The Post", "Text."]
    assert not found.questions


def test_quotations_in_a_sentence_stay_there():
    texts = [
        f"She said: “{WORDS}”",
        f"The minister said: “{WORDS}”",
        f"“{WORDS}” That was all. “{WORDS}”",
        "“No.”",
        f"“{WORDS}” But they did not come.",
    ]
    found = proposed(*map(p, texts))
    assert [written(block) for block in found.blocks] == texts
    assert [block.tag for block in found.blocks] == ["p"] * len(texts)


# sources that are named


@pytest.mark.parametrize(
    ("text", "language", "container"),
    [
        ("It holds, she told Reuters.", "en", "Reuters"),
        ("It holds, he wrote in an op-ed for the Washington Post.", "en", "Washington Post"),
        (
            "According to the Ministry of Bridges and Roads Office, it holds.",
            "en",
            "Ministry of Bridges and Roads Office",
        ),
        ("According to UNHCR, it holds.", "en", "UNHCR"),
        ("Laut Aussage der Leute hält sie, laut dpa nicht.", "de", "dpa"),
        ("Laut dem Umweltbundesamt hält sie.", "de", "Umweltbundesamt"),
        ("Nach Angaben des Bundesministeriums für Verkehr hält sie.", "de", "Bundesministerium für Verkehr"),
        ("Selon l’AFP, il tient.", "fr", "AFP"),
        ("Según la agencia Reuters, resiste.", "es", "Reuters"),
        ("به گزارش خبرگزاری رویترز پل پابرجاست.", "fa", "رویترز"),
        ("İnşaat, Reuters'a göre bitti.", "tr", "Reuters"),
    ],
)
def test_a_source_that_is_named_is_cited_and_not_looked_up(text, language, container):
    found = proposed(p(text, " So it is."), language=language)
    ((key, fields),) = found.sources.items()
    assert written(found.blocks[0]) == f"{text}[@{key}] So it is."
    assert (fields["title"], fields["container"]) == ("FILL IN what was published", container)


def test_it_is_asked_for_once():
    found = proposed(p("It holds, she told Reuters."), p("It does not, he told Reuters."))
    assert found.sources["reuters"]["note"] == "Named in the text; not looked up"
    assert questions(found) == [
        'The text says "told Reuters" and gives no link. Find what it is from, and complete reuters in sources.yaml; '
        "nobody has looked it up."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They told the County Council.",
        "“It holds”, she told the Ministry.",
        "It holds, according to Jane Doe.",
        "She told John Roe that it holds.",
        "The Times They Are a-Changin’.",
    ],
)
def test_people_are_no_sources_of_that_kind(text):
    assert proposed(p(text)).sources == {}


# events


def test_a_date_within_the_clause_of_another_is_no_event_of_its_own():
    found = proposed(p("The treaty of 1979 ended the war of 1975. It rose in 1990, and it fell in 2001."))
    assert [each.date for each in found.events] == ["1979", "1990", "2001"]


def test_an_event_does_not_say_its_date_twice():
    items = (
        Element("li", ("June 2021: World Bank rating", Element("ul", (Element("li", ("It fell.",)),)))),
        Element("li", (Element("strong", ("May 2020",)), " – the bridge closed")),
        Element("li", ("In 2019: it held, as in 2018",)),
    )
    found = proposed(Element("ul", items), p("Berlin, 4 May 2021. It was closed."), p("São Paulo, 2 June 2022."))
    assert [(each.date, "".join(map(written, each.text))) for each in found.events] == [
        ("June 2021", "World Bank rating"),
        ("May 2020", "the bridge closed"),
        ("2019", "In 2019: it held, as in 2018"),
        ("2018", "In 2019: it held, as in 2018"),
    ]


def test_an_item_above_a_list_is_cited_and_its_list_stays():
    inner = Element("ul", (Element("li", ("It fell, she told Reuters.",)),))
    found = proposed(Element("ul", (Element("li", ("It held, she told Reuters.", inner)),)))
    assert written(found.blocks[0]) == "It held, she told Reuters.[@reuters]It fell, she told Reuters.[@reuters]"
    assert [each.tag for each in walk(found.blocks[0])] == ["ul", "li", "cite", "ul", "li", "cite"]


def test_each_date_of_a_sentence_is_an_event_with_its_citations():
    cite = Element("cite", (), {"class": "citation", "data-key": "k"})
    note = Element("a", (), {"class": "noteref", "href": "#note-1"})
    found = proposed(
        p("It was built in 1907.", note, cite, " It fell in 1979 and in 2001. Some 1950 people saw it.", line=4),
        Element("ul", (Element("li", ("By 1998 it was open.",), {}, Position("page.html", 6)),)),
        Element("blockquote", (p("I saw it in 1944."),)),
        p("She says: “I saw it in 1950, and then no more.”", Element("br"), "They farmed until 2014.", line=9),
    )
    assert [(each.date, written(Element("p", each.text)), each.position.line) for each in found.events] == [
        ("1907", "It was built in 1907.[@k]", 4),
        ("1979", "It fell in 1979 and in 2001.", 4),
        ("2001", "It fell in 1979 and in 2001.", 4),
        ("by 1998", "By 1998 it was open.", 6),
        ("until 2014", "They farmed until 2014.", 9),
    ]
    assert not found.questions


def test_an_event_does_not_take_the_name_of_a_place_from_its_sentence():
    named = Element("span", ("The war",), {"id": "war"})
    french = Element("span", (" de 1979",), {"id": "guerre", "lang": "fr"})
    found = proposed(p(named, " began in 1979."), p("It ended in 1989", french, "."))
    assert [event.text for event in found.events] == [
        ("The war", " began in 1979."),
        ("It ended in 1989", Element("span", (" de 1979",), {"lang": "fr"}), "."),
    ]


def test_what_stood_below_a_picture_states_nothing():
    shown = [p("The river, August 2021"), p("Photo: Jane Doe, 2019"), Element("figcaption", ("The mill, June 2018.",))]
    note = Element("a", (), {"class": "noteref", "href": "#note-1"})
    found = proposed(p("It fell in 1979.", note), *shown, p("(It was “built in 1907”.)"), p("Since 1998 it is open."))
    assert [event.date for event in found.events] == ["1979", "since 1998"]


@pytest.mark.parametrize(
    "words",
    ["18 June 2022.", "18 June 2022: 18 June 2022.", "Published 18/06/2022 09:12.", "By Rina Akter, 18 June 2022."],
)
def test_what_is_nothing_but_a_date_is_no_event(words):
    item = Element("ul", (Element("li", (words[:-1],)),))
    found = proposed(p("It fell in 1979."), p(words), item, p("Since 1998 it is open."))
    assert [event.date for event in found.events] == ["1979", "since 1998"]


def test_a_few_words_beside_a_date_are_an_event():
    found = proposed(p("18 June 2022: Flood."), p("By Tom Hall it was built in 1907."))
    assert [event.date for event in found.events] == ["18 June 2022", "1907"]


def test_a_decade_that_may_be_a_year_is_asked_about():
    found = proposed(p("In 1980 and 1990's they failed."))
    assert [each.date for each in found.events] == ["1980s", "1990s"]
    assert questions(found) == [
        '"1980 and 1990\'s" can be read in two ways: as the 1980s and the 1990s, or as the year 1980 and the 1990s. '
        "The proposed events take both for decades. Write in the sentence and in the events what is meant."
    ]


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (("Die Brücke wurde 1907 gebaut.", "Seit Mai 2021 ist sie zu."), "de", ["1907", "seit Mai 2021"]),
        (("Il fut bâti en 1907.", "Il est fermé depuis mai 2021."), "fr", ["1907", "depuis mai 2021"]),
        (("پل در سال ۱۹۰۷ ساخته شد.", "از می ۲۰۲۱ بسته است."), "fa", ["۱۹۰۷", "از مهٔ ۲۰۲۱"]),
        (("بني الجسر عام 1907.", "وهو مغلق منذ مايو 2021."), "ar", ["1907", "منذ مايو 2021"]),
    ],
)
def test_events_in_other_languages(texts, language, expected):
    assert [each.date for each in proposed(*map(p, texts), language=language).events] == expected


def test_one_date_makes_no_timeline_and_a_hundred_are_enough():
    assert proposed(p("It was built in 1907.")).events == ()
    found = proposed(*(p(f"It was closed in {1850 + number}.", line=number) for number in range(1, 121)))
    assert len(found.events) == 100
    assert questions(found) == ["The text states more than 100 dates. The first 100 are proposed for the timeline."]


# doubts


def test_an_article_with_a_timeline_of_its_own_is_given_none():
    stated = p("In 1979 the army came. By 1998 it was gone. In 2001 it came back.")
    assert len(proposed(stated).events) == 3
    own = Element("aside", (Element("div", (), {"class": "timeline", "data-ref": "timeline-1"}),), {"class": "box"})
    assert proposed(stated, own).events == ()


def test_of_an_export_of_ours_nothing_is_proposed():
    found = Found("A title", (p("In 1979 the army came. By 1998 it was gone."),))
    data = b"---\n# Exported by briefing. DRAFT\ntitle: A title\n---\n"
    assert propose(found, Given(data, "a.md", "A", "en-GB")) == found
    assert propose(found, Given(b"---\ntitle: A title\n---\n", "a.md", "A", "en-GB")) != found


def test_what_an_author_is_asked():
    found = proposed(
        p("The Alder Bridge is kept by some, says UNHRC, aged 32 years of age."),
        title="Who are the Bridge Wardens? The village group that keeps the bridge",
        fields={},
    )
    assert questions(found) == [
        'The title speaks of "Bridge Wardens", and the text never does. Say in it who or what that is.',
        'Is "UNHRC" meant to be UNHCR, the UN High Commissioner for Refugees? Two letters are in each other\'s place.',
        '"aged 32 years of age" was true when this was written. Is it still, on the day of the briefing?',
        "The file does not say when it is from or who wrote it. Write date and authors at the head.",
    ]


def test_what_is_in_order_is_not_asked_about():
    title = "Who are the Bridge Wardens? The village group that keeps the bridge"
    assert not proposed(p("The Bridge Wardens keep it. UNHCR and UNHRC came."), title=title).questions
    assert not proposed(
        p("Sie trafen sich in Thüringen an einer Schule."), title="Was Thüringens Schulen tun"
    ).questions
    assert not proposed(p("They keep it."), title="The Bridge Wardens of the Old Village").questions


def test_a_text_that_stays_as_typed_is_given_events_alone():
    blocks = (
        p("Built in 1907, said ", a("x", "https://x.org/"), "."),
        p("Closed in 2021."),
        p("Sign our petition: here"),
    )
    found = proposed(*blocks, text="as typed")
    assert found.blocks == blocks
    assert [each.date for each in found.events] == ["1907", "2021"]
    assert not found.sources
    assert petition(found) == {}


def test_questions_of_one_kind_are_few():
    names = [f"{first}{second}cle" for first in "ABCDE" for second in "abcdefghi"]
    named = [p(f"According to the {name} Institute, it is so.", line=line) for line, name in enumerate(names, 1)]
    asked = questions(proposed(*named))
    assert len(asked) == 41
    assert asked[40] == (
        "And 5 more like these. Look through sources.yaml for what has no link; no more than 100 names were taken from "
        "the text."
    )
    spoken = p("“The river is low, and the people are going away from it.” said Jane Doe.")
    asked = questions(proposed(*[spoken] * 42))
    assert len(asked) == 41
    assert asked[40] == "And 2 more like these. Look through the quotations, whether the speaker of each is right."


@given(st.lists(st.text('Asign petition “”"—:.1990 told Reuters said', max_size=60), max_size=6))
def test_any_text_can_be_proposed_from(texts):
    proposed(*map(p, texts))


@pytest.mark.slow
@pytest.mark.parametrize("length", [990_000, 3_500_000])
@pytest.mark.parametrize(
    "text",
    [
        "In 1990. ",
        ".",
        "A ",
        "told ",
        "“",
        "1990 ",
        "A. “",
        "According to A of the A of the ",
        ". ",
        "In May 1990 and 1980s ",
    ],
)
def test_long_paragraphs_are_proposed_from_in_time(text, length):
    with Stopwatch() as watch:
        proposed(p(text * (length // len(text))))
    assert watch.seconds < 10
