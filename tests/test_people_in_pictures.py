"""People in pictures: who can be recognised, and whether they have agreed to be published."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from approving import answer_line
from PIL import Image
from reading_folders import HEAD, picture, told, write

from briefing.checking import Publication, content_hash, people_in_pictures
from briefing.cli import main
from briefing.errors import ContentError
from briefing.exporting import export
from briefing.model.dates import date_from_edtf
from briefing.press import build, check, load
from briefing.reading import read_folder

PHOTO = picture("JPEG", size=(80, 60))
TODAY = date_from_edtf("2021-09-02")
SCREEN = Publication(("print", "web"), TODAY)
CONSENT = "a.jpg:\n  who: Gulnara Petrova\n  form: written\n  date: 12 August 2021\n  uses: [print, online]\n"
UNSAID = (
    '{severity}  people-unsaid\n  Nothing says whether somebody can be recognised in "{name}".\n'
    "  Say it behind the picture: {{people=none}}, {{people=not-identifiable}} or {{people=identifiable}}."
)


def article(folder: Path, people: str, consents: str = "") -> Path:
    braces = f"{{people={people}}}" if people else ""
    text = f"{HEAD}Words.\n\n![A field](a.jpg){braces}\n"
    return write(folder, {"briefing.md": text, "a.jpg": PHOTO, **({"consents.yaml": consents} if consents else {})})


def found(folder: Path, publication: Publication = SCREEN) -> list[str]:
    reading = read_folder(folder)
    assert reading.briefing
    return [*told(reading.diagnostics), *told(people_in_pictures(reading.briefing, publication, reading.original))]


@pytest.mark.parametrize("people", ["none", "not-identifiable", "Not identifiable", "not_identifiable"])
def test_pictures_without_people_need_no_consent(tmp_path, people):
    assert found(article(tmp_path, f'"{people}"')) == []


def test_a_photograph_says_who_can_be_recognised(tmp_path):
    assert found(article(tmp_path, "")) == ["briefing.md:7:1  " + UNSAID.format(severity="open", name="a.jpg")]


def test_a_drawing_is_only_asked(tmp_path):
    folder = write(tmp_path, {"briefing.md": f"{HEAD}![A map](a.png)\n", "a.png": picture()})
    assert found(folder) == ["briefing.md:5:1  " + UNSAID.format(severity="note", name="a.png")]


def test_a_png_with_as_many_colours_is_a_photograph(tmp_path):
    data = BytesIO()
    Image.effect_mandelbrot((300, 200), (-2, -1, 1, 1), 20).convert("RGB").save(data, "PNG")
    drawing = data.getvalue()
    red, green = (Image.linear_gradient("L").rotate(turn) for turn in (0, 90))
    data = BytesIO()
    Image.merge("RGBA", (red, green, red, green)).save(data, "PNG")
    text = f"{HEAD}![A map](a.png)\n\n![A portrait, cut out](b.png)\n"
    folder = write(tmp_path, {"briefing.md": text, "a.png": drawing, "b.png": data.getvalue()})
    assert found(folder) == [
        "briefing.md:5:1  " + UNSAID.format(severity="note", name="a.png"),
        "briefing.md:7:1  " + UNSAID.format(severity="open", name="b.png"),
    ]


def test_what_stands_twice_in_braces_is_refused(tmp_path):
    assert found(article(tmp_path, "identifiable people=none"))[0] == (
        "briefing.md:7:46  error  option-twice\n  people stands here more than once.\n  Take out all but one."
    )


def test_other_words_for_people_are_refused(tmp_path):
    assert found(article(tmp_path, "many"))[0] == (
        'briefing.md:7:26  error  unreadable-people\n  people="many" does not say who can be recognised.\n'
        "  It takes one of none, not-identifiable, identifiable."
    )


def test_what_is_said_once_holds_for_the_file(tmp_path):
    text = f"{HEAD}![A field](a.jpg)\n\n![A field again](a.jpg){{people=none}}\n"
    assert found(write(tmp_path, {"briefing.md": text, "a.jpg": PHOTO})) == []


def test_an_edition_takes_it_over_from_its_original(tmp_path):
    article(tmp_path, "none")
    write(tmp_path, {"briefing.cy.md": "---\ntitle: Teitl\nlanguage: cy\n---\nGeiriau.\n\n![Cae](a.jpg)\n"})
    reading = read_folder(tmp_path, language="cy")
    assert told(people_in_pictures(reading.briefing, SCREEN, reading.original)) == []


def test_a_good_consent_is_silent(tmp_path):
    assert found(article(tmp_path, "identifiable", CONSENT + "  expires: 2021-09-02\n")) == []


MISSING = (
    'briefing.md:7:1  open  consent-missing\n  Somebody can be recognised in "a.jpg", and no consent is noted.\n'
    '  Note it in consents.yaml, which is never attached or exported: "a.jpg": and below it, further in, '
    "form, date and uses."
)


@pytest.mark.parametrize("uses", ["print and web", "Print, web", "web; printed", "online & paper", "[web, print]"])
def test_uses_are_a_list_or_stand_in_a_line(tmp_path, uses):
    assert found(article(tmp_path, "identifiable", CONSENT.replace("[print, online]", uses))) == []


def test_a_use_that_is_denied_is_none(tmp_path):
    told_of = found(article(tmp_path, "identifiable", CONSENT.replace("[print, online]", "not print and web")))
    assert "is for not print and web, not for print or web." in told_of[0]


@pytest.mark.parametrize(
    ("consents", "problem"),
    [
        ("", MISSING),
        ("b.jpg:\n  form: written\n", MISSING),
        (
            CONSENT + "  expires: 1 September 2021\n",
            'consents.yaml:1:1  open  consent-expired\n  The consent for "a.jpg" ended on 2021-09-01.\n'
            "  Ask for it anew, or leave the picture out.",
        ),
        (
            CONSENT.replace("print, online", "web, e-mail"),
            'consents.yaml:1:1  open  consent-other-use\n  The consent for "a.jpg" is for web and e-mail, not for '
            "print.\n  Ask whether that is allowed as well, or leave it out.",
        ),
        (
            CONSENT + "  child: yes\n",
            'consents.yaml:1:1  open  consent-guardian\n  In "a.jpg" there is a child, and no guardian has consented.\n'
            "  Say which guardian has: guardian: her mother",
        ),
        (
            "a.jpg:\n  uses: [print, web]\n",
            'consents.yaml:1:1  open  consent-incomplete\n  The consent for "a.jpg" does not say form or date.\n'
            "  Add form and date.",
        ),
        (
            CONSENT + "  Gulnara: yes\n",
            "consents.yaml:6:3  error  unknown-key\n  There is no such field. The fields are: who, form, date, uses, "
            "expires, child, guardian.\n  This file is personal: it is not shown.",
        ),
        (
            CONSENT.replace("written", "FILL IN"),
            'consents.yaml:3:9  open  fill-in\n  The field "form" is still to be filled in.\n  How consent was given.',
        ),
        (
            CONSENT + CONSENT,
            "consents.yaml:6:1  error  duplicate-key\n  This name, or this field, stands here a second time.\n"
            "  This file is personal: it is not shown.",
        ),
        (
            CONSENT.replace("12 August 2021", "from Gulnara, her mother"),
            "consents.yaml:4:9  error  date-unreadable\n  This is no date that can be read.\n"
            "  Write it like this: 12 August 2021. This file is personal: it is not shown.",
        ),
        (
            CONSENT.replace("12 August 2021", "2/8/2021"),
            "consents.yaml:4:9  error  date-ambiguous\n  This date can be read in two ways.\n"
            "  Write it like this: 12 August 2021. This file is personal: it is not shown.",
        ),
        (
            CONSENT.replace("print", "prnt"),
            "consents.yaml:1:1  warning  consent-unknown-use\n  One of the uses is none that anything is asked for. "
            "Did you mean print?\n  Write them as a list, such as uses: [print, web]",
        ),
        (
            CONSENT.replace("12 August 2021", "3 September 2021"),
            'consents.yaml:1:1  open  consent-future\n  The consent for "a.jpg" is dated 2021-09-03, a day that is '
            "still to come.\n  Correct the day on which it was given.",
        ),
        (
            CONSENT + "  expires: 11 August 2021\n",
            'consents.yaml:1:1  open  consent-reversed\n  The consent for "a.jpg" ends on 2021-08-11, before it was '
            "given on 2021-08-12.\n  Correct one of the two, date or expires.",
        ),
        (
            "- Gulnara\n",
            "consents.yaml:1:1  error  wrong-kind\n  This is no list of consents by the names of pictures.\n"
            '  Write the name of a picture and a colon, "crowd.jpg":, and below it, further in, the fields.',
        ),
    ],
    ids=range(15),
)
def test_what_is_wrong_with_a_consent_is_told(tmp_path, consents, problem):
    told_of = found(article(tmp_path, "identifiable", consents))
    assert problem in told_of
    assert not any("Gulnara" in each for each in told_of)


def test_a_name_of_no_picture_is_told_without_repeating_it(tmp_path):
    unknown = "consents.yaml:{}:1  warning  consent-unknown-picture\n  No picture has this name.{}\n"
    unknown += "  Pictures that are shown: a.jpg."
    other = CONSENT.replace("a.jpg", "b.jpg")  # there, and not shown
    folder = article(tmp_path, "identifiable", f"A.jpeg:\nGulnara Petrova:\n../c.jpg:\n{other}{CONSENT}")
    write(folder, {"b.jpg": PHOTO})
    assert found(folder) == [
        unknown.format(1, " Did you mean a.jpg?"),
        unknown.format(2, ""),
        unknown.format(3, " Did you mean a.jpg?"),
    ]


def test_each_of_several_people_has_to_have_consented(tmp_path):
    first = "  - form: written\n    date: 2021-08-12\n    uses: [print, web]\n"
    second = "  - form: verbal\n    date: 2021-08-12\n    uses: print\n"
    assert found(article(tmp_path, "identifiable", f"a.jpg:\n{first}{second}")) == [
        'consents.yaml:5:5  open  consent-other-use\n  The consent for "a.jpg" is for print, not for web.\n'
        "  Ask whether that is allowed as well, or leave it out."
    ]


def test_a_guardian_consents_for_a_child(tmp_path):
    assert found(article(tmp_path, "identifiable", CONSENT + "  child: yes\n  guardian: her mother\n")) == []


def test_an_edition_for_paper_needs_no_consent_to_the_web(tmp_path):
    article(tmp_path, "identifiable", CONSENT.replace("print, online", "print"))
    assert "consent-other-use" in [each.id for each in check(tmp_path)]
    assert "consent-other-use" not in [each.id for each in check(tmp_path, edition="grey")]


@pytest.mark.parametrize(
    ("kind", "needed"), [("html", []), ("docx", ["consent-other-use"]), ("md", ["consent-other-use"])]
)
def test_what_is_sent_as_a_file_needs_both_uses(tmp_path, kind, needed):
    folder = article(tmp_path / "article", "identifiable", CONSENT.replace("print, online", "web"))
    exported = export(folder, tmp_path / f"a.{kind}", kind=kind, today=TODAY)
    assert [each.id for each in exported.diagnostics if each.severity == "open"] == needed


def approved(folder: Path) -> None:
    briefing = load(folder).briefing
    text = (folder / "briefing.md").read_text(encoding="utf-8")
    release = f"approved:\n  by: Jane Doe\n  on: 2021-09-01\n  content: {content_hash(briefing)}\n"
    release += answer_line(folder, "no") + "---\nWords"
    (folder / "briefing.md").write_text(text.replace("---\nWords", release), encoding="utf-8")


def test_final_is_refused_when_a_consent_has_ended_and_the_draft_has_the_same_bytes_on_every_day(tmp_path):
    folder = article(tmp_path / "article", "identifiable", CONSENT + "  expires: 2022-09-02\n")
    approved(folder)
    later = date_from_edtf("2023-01-01")
    early = build(folder, tmp_path / "early.pdf", final=True, today=TODAY)
    late = build(folder, tmp_path / "late.pdf", today=later)
    assert (early.draft, late.draft) == (False, False)
    assert early.path.read_bytes() == late.path.read_bytes()
    assert [each.id for each in late.diagnostics if each.severity == "open"] == ["consent-expired"]
    with pytest.raises(ContentError) as refusal:
        build(folder, tmp_path / "final.pdf", final=True, today=later)
    assert "not-final" in [each.id for each in refusal.value.diagnostics]


def test_an_export_compares_consents_with_the_day_it_is_made(tmp_path, monkeypatch, capsys):
    folder = article(tmp_path / "article", "identifiable", CONSENT + "  expires: 2022-09-02\n")
    told_of = {}
    for day in ("2022-09-02", "2022-09-03"):
        exported = export(folder, tmp_path / "a.html", kind="html", today=date_from_edtf(day))
        told_of[day] = [each.id for each in exported.diagnostics if each.severity == "open"]
    assert told_of == {"2022-09-02": [], "2022-09-03": ["consent-expired"]}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["export", str(folder), "--as", "html", "-o", str(tmp_path / "b.html")]) == 0
    assert "consent-expired" in capsys.readouterr().err


def test_nothing_of_a_consent_leaves_the_folder(tmp_path):
    folder = article(tmp_path / "article", "identifiable", CONSENT)
    built = build(folder, tmp_path / "a.pdf", edition="archive", today=TODAY)
    assert "consents.yaml" not in [each.name for each in built.attached]
    assert "Gulnara" not in repr(load(folder).briefing.consents)
    for kind in ("html", "md"):
        export(folder, tmp_path / f"out.{kind}", kind=kind)
    files = [path for path in tmp_path.rglob("*") if path.is_file() and folder not in path.parents]
    assert sorted({path.name for path in files}) == ["a.jpg", "a.pdf", "out.html", "out.md"]
    assert not any(b"Gulnara" in path.read_bytes() for path in files)
    assert b"data-people" not in (tmp_path / "out.html").read_bytes()


def test_saying_who_can_be_recognised_does_not_end_an_approval(tmp_path):
    before = content_hash(load(article(tmp_path / "a", "")).briefing)
    assert content_hash(load(article(tmp_path / "b", "none")).briefing) == before
