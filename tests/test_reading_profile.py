"""The profile of an organisation: where it is looked for, and what may stand in it."""

from __future__ import annotations

import pytest
from reading_folders import picture, told, write

from briefing.errors import Position
from briefing.model import Colours, Imprint, plain_text
from briefing.reading.profile import read_profile
from briefing.reading.yaml import Scalar
from briefing.resources import assets_folder

NAME = Scalar("ours", Position("briefing.md", 4, 15))
FONT = assets_folder() / "fonts" / "source-sans-3" / "SourceSans3-Roman.ttf"


def read(folder, configuration=None, name=NAME):
    return read_profile(folder, name, language="en", configuration=configuration)


def test_the_nearest_profile_is_used(tmp_path):
    folder, configuration = tmp_path / "article", tmp_path / "configuration"
    folder.mkdir()
    write(configuration, {"organisations/ours.yaml": "name: Configured"})
    found = [read(folder, configuration)]
    write(tmp_path, {"organisations/ours.yaml": "name: Shared"})
    found.append(read(folder, configuration))
    write(folder, {"organisations/ours.yaml": "name: Inside"})
    found.append(read(folder, configuration))
    write(folder, {"ours.yaml": "name: Own"})
    found.append(read(folder, configuration))
    assert [profile.organisation.name for profile in found] == ["Configured", "Shared", "Inside", "Own"]
    assert [profile.path for profile in found] == [
        configuration / "organisations" / "ours.yaml",
        tmp_path / "organisations" / "ours.yaml",
        folder / "organisations" / "ours.yaml",
        folder / "ours.yaml",
    ]
    assert [profile.organisation.position.file for profile in found] == [
        f"{configuration.as_posix()}/organisations/ours.yaml",
        "../organisations/ours.yaml",
        "organisations/ours.yaml",
        "ours.yaml",
    ]


def test_a_missing_profile_says_where_it_was_looked_for(tmp_path):
    folder = write(tmp_path / "article", {"our.yaml": "name: A"})
    assert told(read(folder, tmp_path / "settings").diagnostics) == [
        'briefing.md:4:15  error  unknown-organisation\n  There is no profile "ours". Did you mean our? Looked for:\n'
        "    ours.yaml\n    organisations/ours.yaml\n    ../organisations/ours.yaml\n"
        f"    {(tmp_path / 'settings').as_posix()}/organisations/ours.yaml"
    ]


FULL = """
name: Refugees Welcome
short_name: RW
about: We are a *charity*. [@report]
contact: [1 High Street, press@example.org]
website: https://example.org
licence: CC BY 4.0
disclaimer: Ours
imprint: {printed_by: A, promoted_by: B, on_behalf_of: C}
logo: pictures/logo.png
logo_alt: Two hands
colours: {structure: "#1B3A57", accent: "#a3341f"}
fonts:
  reading: {regular: Sans.ttf, bold: Sans.ttf}
"""


def test_everything_in_a_profile(tmp_path):
    files = {"organisations/ours.yaml": FULL, "organisations/pictures/logo.png": picture()}
    write(tmp_path, {**files, "organisations/Sans.ttf": FONT.read_bytes()})
    profile = read(tmp_path / "article")
    organisation = profile.organisation
    assert told(profile.diagnostics) == []
    assert (organisation.name, organisation.short_name) == ("Refugees Welcome", "RW")
    assert plain_text(organisation.about).startswith("We are a charity.")
    assert [citation.key for citation in profile.cited] == ["report"]
    assert organisation.contact == ("1 High Street", "press@example.org")
    assert organisation.imprint == Imprint("A", "B", "C")
    assert organisation.colours == Colours("#1b3a57", "#a3341f", "")
    assert (organisation.logo.name, organisation.logo_alt) == ("pictures/logo.png", "Two hands")
    assert organisation.reading_font.regular == organisation.reading_font.bold == FONT.read_bytes()
    assert (organisation.reading_font.italic, organisation.informing_font.regular) == (b"", b"")
    assert str(organisation.positions["logo"]) == "../organisations/ours.yaml:10:7"
    assert profile.files == {
        "../organisations/ours.yaml": FULL.encode(),
        "../organisations/pictures/logo.png": picture(),
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "name: A\nlogo: ../logo.png",
            'ours.yaml:2:7  error  outside-folder\n  "../logo.png" leads out of this folder.\n'
            "  Copy the file into the folder.",
        ),
        (
            "name: A\nfonts: {reading: {regular: web.woff}}",
            'ours.yaml:2:28  error  font-format\n  "web.woff" is not a TrueType or OpenType font.\n'
            "  Take the .ttf or .otf file of the font; web fonts (.woff) and collections (.ttc) are not read.",
        ),
        (
            "name: A\ncolours: {accent: red}",
            "ours.yaml:2:19  error  wrong-kind\n  accent takes a colour, such as #1a2b3c.\n"
            '  For instance: accent: "#a3341f"',
        ),
        (
            "name: A\nwebsite: FILL IN",
            'ours.yaml:2:10  open  fill-in\n  The field "website" is still to be filled in.\n'
            "  Address of the website.",
        ),
        ("", "ours.yaml:1:1  error  wrong-kind\n  This profile has no fields.\n"
         "  A profile is fields: name, about, contact, and so on; see briefing new."),
        ("[a]", "ours.yaml:1:1  error  wrong-kind\n  This profile has no fields.\n"
         "  A profile is fields: name, about, contact, and so on; see briefing new."),
        ("name: " + "a" * 100_000,
         'ours.yaml:1:1  error  too-large\n  "ours.yaml" is larger than 100 kB.\n  Make the file smaller.'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_profile(tmp_path, text, problem):
    write(tmp_path, {"article/ours.yaml": text, "article/web.woff": b"wOFF", "logo.png": picture()})
    assert told(read(tmp_path / "article").diagnostics) == [problem]
