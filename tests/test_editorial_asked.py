"""Editorial checks that speak when they are asked: names, figures, links, pictures, lengths, private data."""

from __future__ import annotations

import pytest
from reading_folders import HEAD, picture, write
from test_editorial import edited, head, only

from briefing.model.checks import EDITORIAL_CHECKS
from briefing.reading import says_where_taken

OFF = [each.id for each in EDITORIAL_CHECKS if not each.is_on]


def test_they_speak_when_asked_alone(tmp_path):
    sentence = "word " * 200
    article = f"The ABCDE [here](https://a.org), Masoud and Massoud, a@b.org. {sentence}\n"
    assert edited(tmp_path, HEAD + article) == []
    found = edited(tmp_path, head(f"checks: {{{', '.join(f'{name}: on' for name in OFF)}}}\n") + article)
    ids = {each.split("\n")[0].split()[-1] for each in found}
    assert ids == {
        "acronym",
        "link-words",
        "name-spelling",
        "paragraph-length",
        "private-data",
        "readability",
        "sentence-length",
    }


@pytest.mark.parametrize(
    ("text", "rare", "usual"),
    [
        ("Massoud came. With Massoud came others. So did Masoud.", "Masoud", "Massoud"),
        ("They met in Kandahar, and from Qandahar to Kandahar is far, to Kandhaar too.", "Kandhaar", "Kandahar"),
        ("With Ahmad Massoud came many. Masoud left.", "Massoud", "Masoud"),
        ("Mr Zelensky and Mr Zelenskyy and Mr Zelensky.", "Zelenskyy", "Zelensky"),
        ("Pul-e-Hesar and Pul-e-Hisar and Pul-e-Hesar.", "Pul-e-Hisar", "Pul-e-Hesar"),
    ],
)
def test_a_name_in_two_spellings(tmp_path, text, rare, usual):
    column = text.index(rare) + 1
    where = "in line 5" if text.count(usual) == 1 else "2 times, first in line 5"
    hint = "If it is one name, spell it in one way; in a quotation leave it as its source has it."
    assert edited(tmp_path, f"{HEAD}{text}\n", only("name-spelling"))[:1] == [
        f'briefing.md:5:{column}  warning  name-spelling\n  "{rare}" stands here, and "{usual}" {where}.\n  {hint}'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Afghan and the Afghans; Kuwait and the Kuwaiti; Russia and a Russian.",
        "Iran and Iraq.",
        "Massoud’s men and Massoud.",
        "Boats came. The boats and Goats.",
        "Marie met Karie.",
        "While we went, the White House and the Stories of the Stripes.",
        "Veteran-Centered and Veteran-centered; Germans in Germany.",
    ],
)
def test_names_that_are_two_or_one(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n", only("name-spelling")) == []


def test_where_capitals_tell_no_names_none_is_compared(tmp_path):
    article = HEAD.replace("en-GB", "de") + "Der Massoud, die Masoud.\n"
    assert edited(tmp_path, article, only("name-spelling")) == []


def test_information_of_long_ago(tmp_path):
    fields = "information_as_of: 1 February 2021\n"
    figures = "::: figures\n- **12** things. [no source, count]\n  As of 1 March 2021.\n:::\n\nText.\n"
    found = edited(tmp_path, head(fields) + figures, only("as-of"))
    hint = "Look up whether there is something newer."
    assert found == [
        f"briefing.md:4:20  warning  as-of\n  The information is as of 1 February 2021, 212 days ago.\n  {hint}",
        f'briefing.md:7:3  warning  as-of\n  The figure "12" is as of 1 March 2021, 184 days ago.\n  {hint}',
    ]
    assert edited(tmp_path, head(fields.replace("1 Feb", "6 March").replace("ruary", "")) + "A.\n", only("as-of")) == []


SHARES = "Compare them with your source, or say what is missing."


@pytest.mark.parametrize(
    ("text", "where", "sums"),
    [
        ("Of them 40 per cent fled, 35 per cent stayed and 22 per cent died.", "this sentence", "97: 40 + 35 + 22"),
        ("Of them 40.5% fled, 35.5% stayed, and 25.0% died.", "this sentence", "101.0: 40.5 + 35.5 + 25.0"),
        ("| Who | Share |\n|--|--|\n| A | 60% |\n| B | 44% |", "this table", "104: 60 + 44"),
        ("| Who | Share (%) |\n|--|--|\n| A | 60 |\n| B | 34 |\n| All | 100 |", "this table", "94: 60 + 34"),
    ],
)
def test_shares_that_miss_the_whole(tmp_path, text, where, sums):
    found = edited(tmp_path, f"{HEAD}{text}\n", only("percentages"))
    message = f"The percentages of {where} are near a whole, and add up to {sums}."
    assert [each.splitlines()[1:] for each in found] == [[f"  {message}", f"  {SHARES}"]]


@pytest.mark.parametrize(
    "text",
    [
        "Of them 40 per cent fled, 35 per cent stayed and 25 per cent died.",
        "Of them 33 per cent fled, 33 per cent stayed and 33 per cent died.",
        "Of them 40 per cent fled, 30 per cent stayed and 10 per cent died.",
        "In May 40 per cent fled; in June it was 35 per cent; in July 22 per cent.",
        "It rose from 40 per cent to 57 per cent.",
        "| Who | Share |\n|--|--|\n| A | 60% |\n| B | many |",
        "| Who | Change (%) |\n|--|--|\n| A | 60 |\n| B | 340 |",
    ],
)
def test_shares_that_are_a_whole_or_none(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n", only("percentages")) == []


def test_bars_that_miss_the_whole(tmp_path):
    chart = '::: chart Shares {data=shares.csv unit="%"}\n[no source, example]\n:::\n\nText.\n'
    folder = {"shares_csv": "Who,Share\nA,60\nB,30\nC,14\n"}
    found = edited(tmp_path, HEAD + chart, only("percentages"), **folder)
    message = "The percentages of this chart are near a whole, and add up to 104: 60 + 30 + 14."
    assert found == [f"briefing.md:5:1  warning  percentages\n  {message}\n  {SHARES}"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "here"),
        ("en", "*This* page"),
        ("de", "hier"),
        ("de", "Read more"),
        ("fr", "ce lien"),
        ("fa", "اینجا"),
    ],
)
def test_a_link_that_says_nothing(tmp_path, language, words):
    article = f"---\ntitle: Title\nlanguage: {language}\n---\nA [{words}](https://example.org/report) b.\n"
    shown = words.replace("*", "")
    assert edited(tmp_path, article, only("link-words")) == [
        f'briefing.md:5:3  warning  link-words\n  The words of this link, "{shown}", do not say where it leads.\n'
        "  Name what is to be found there: [the report of 2021](https://example.org/report)."
    ]


def test_a_link_that_says_where_it_leads(tmp_path):
    article = HEAD + "## Here\n\nSee [the report](https://a.org), [more homes](https://b.org), [above](#here). Here.\n"
    assert edited(tmp_path, article, only("link-words")) == []


def test_a_picture_of_nobody(tmp_path):
    article = '![Street](a.png "Caption.")\n\n![Street](a.png "Caption. Credit: Jane Doe")\n'
    found = edited(tmp_path, HEAD + article, only("picture-credit"), a_png=picture())
    assert found == [
        'briefing.md:5:1  warning  picture-credit\n  Nothing says who made the picture "a.png".\n'
        '  Add it, ![…](photo.jpg "Caption. Credit: Jane Doe"), or name all of them in image_credits.'
    ]
    named = head("image_credits: Jane Doe\n") + article
    assert edited(tmp_path, named, only("picture-credit"), a_png=picture()) == []


@pytest.mark.parametrize(
    ("width", "pixels", "problem"),
    [
        ("", 700, '"a.png" has 700 pixels across, 145 to an inch on A4: coarse on paper.\n'
         "  Take one with 721 pixels across or more, or print it smaller: {width=50%}."),
        ("", 721, ""),
        ("{width=50%}", 700, ""),
        ("{width=50mm}", 200, '"a.png" has 200 pixels across, 101 to an inch on A4: coarse on paper.\n'
         "  Take one with 296 pixels across or more, or print it smaller: {width=50%}."),
    ],
)  # fmt: skip
def test_a_picture_with_few_pixels(tmp_path, width, pixels, problem):
    image = picture(size=(pixels, 10))
    found = edited(tmp_path, f"{HEAD}![Street](a.png){width}\n", only("picture-resolution"), a_png=image)
    assert found == ([f"briefing.md:5:1  warning  picture-resolution\n  {problem}"] if problem else [])


def with_place(kind):
    from PIL import ExifTags, Image

    notes = Image.Exif()
    notes[ExifTags.Base.Make] = "Camera"
    notes.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (35.0, 20.0, 0.0)
    return picture(kind, exif=notes)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_says_where_it_was_taken(tmp_path, kind):
    article = HEAD + "![Street](a.png)\n\n![Street](a.png)\n"
    assert edited(tmp_path, article, a_png=with_place(kind)) == [
        'briefing.md:5:1  warning  picture-position\n  "a.png" says where on earth it was taken.\n'
        "  It is in nothing that is made, but goes with the folder: save it without such notes."
    ]
    assert edited(tmp_path, article, a_png=picture(kind)) == []


def test_notes_of_a_camera_that_are_damaged_say_nothing():
    assert not says_where_taken(b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff")


@pytest.mark.parametrize(
    ("article", "place", "what", "count", "limit"),
    [
        ("A b. Word " + "word " * 35, "5:6", "in running text", 36, 35),
        ("::: summary\n- " + "word " * 26 + "[no source, example]\n:::\n\nText.", "6:3", "for a handout", 26, 25),
        ("Text.\n\n::: handout\n" + "word " * 26 + "\n:::", "8:1", "for a handout", 26, 25),
    ],
)
def test_long_sentences(tmp_path, article, place, what, count, limit):
    found = edited(tmp_path, f"{HEAD}{article}\n", only("sentence-length"))
    assert [each.replace("Word", "word") for each in found] == [
        f"briefing.md:{place}  warning  sentence-length\n  This sentence has {count} words, {what}: "
        f'"{("word " * 10).strip()}…".\n  Make two of it; {limit} words are enough.'
    ]


def test_a_sentence_that_is_short_enough(tmp_path):
    assert edited(tmp_path, HEAD + "word " * 35 + "\n\n> " + "word " * 40 + "\n", only("sentence-length")) == []


def test_long_paragraphs(tmp_path):
    assert edited(tmp_path, HEAD + "A b. " * 75 + "\n\n" + "A b. " * 76 + "\n", only("paragraph-length")) == [
        "briefing.md:7:1  warning  paragraph-length\n  This paragraph has 152 words, in running text: "
        f'"{("A b. " * 10).strip()}…".\n  Make two of it; 150 words are enough.'
    ]


def test_a_section_that_is_hard_to_read(tmp_path):
    hard = "Considerations regarding administrative responsibilities are of the utmost importance, notwithstanding "
    hard += "circumstances. "
    article = "## Easy\n\n" + "The cat sat on the mat. " * 20 + f"\n\n## Hard\n\n{hard * 10}\n\n## Short\n\n{hard}\n"
    assert edited(tmp_path, HEAD + article, only("readability")) == [
        'briefing.md:9:1  warning  readability\n  The section "Hard" is hard to read, LIX 75: 11 words to a sentence, '
        "and 64 per cent of the words have more than six letters.\n"
        "  Shorter sentences help most; 55 is a good limit."
    ]
    found = edited(tmp_path, HEAD + hard * 10 + "\n", only("readability"))
    assert [each.splitlines()[0] for each in found] == ["briefing.md:5:1  warning  readability"]
    assert "  The text before the first heading is hard to read, LIX 75: " in found[0]
    finnish = HEAD.replace("en-GB", "fi")
    assert edited(tmp_path, finnish + hard * 10 + "\n", only("readability")) == []


HINT = "Take it out, unless it is meant to be public; your own belong into the field contact."


@pytest.mark.parametrize(
    ("text", "what", "found"),
    [
        ("Write to ann@b.org now.", "e-mail address", "ann@b.org"),
        ("Call +44 20 7946 0000 now.", "telephone number", "+44 20 7946 0000"),
        ("Call (020) 7946-0000 now.", "telephone number", "(020) 7946-0000"),
    ],
)
def test_private_data(tmp_path, text, what, found):
    column = text.index(found.strip("+(")) + 1
    assert edited(tmp_path, f"{HEAD}{text}\n", only("private-data")) == [
        f'briefing.md:5:{column}  warning  private-data\n  "{found}" may be the {what} of a person.\n  {HINT}'
    ]


@pytest.mark.parametrize(
    "text",
    ["On 01.05.1979 it was 07/08/2021.", "ISBN 0-19-852663-6", "The handle @ann is no address.", "0 or 10 000 000"],
)
def test_figures_that_are_no_telephone_numbers(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n", only("private-data")) == []


def test_what_is_the_publishers_own(tmp_path):
    fields = "contact: ['press@ours.org, 020 7946 0000']\n"
    text = "Write to ann@ours.org, call +44 20 7946 0000.\n"
    assert edited(tmp_path, head(fields) + text, only("private-data")) == []
    assert len(edited(write(tmp_path, {}), HEAD + text, only("private-data"))) == 2


def test_what_a_handout_may_have_is_to_be_read_more_easily(tmp_path):
    point = "- Ministers promised several additional measures for refugees whose relatives disappeared.\n"
    article = f"::: summary\n{point * 7}:::\n\n::: handout\n{point[2:] * 4}:::\n\nText.\n"
    assert edited(tmp_path, HEAD + article, only("readability")) == [
        "briefing.md:6:3  warning  readability\n  What a handout may have is hard to read, LIX 90: 10 words to a "
        "sentence, and 80 per cent of the words have more than six letters.\n"
        "  Shorter sentences help most; 45 is a good limit."
    ]
    assert edited(tmp_path, HEAD + article.replace("::: handout", "::: box"), only("readability")) == []
