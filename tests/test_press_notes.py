"""What is to be known of a document before it goes to a printing house: its sheet, its ink, its pictures."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from typesetting_tools import picture, set_text

from briefing.model import Picture
from briefing.press.press_notes import press_notes
from briefing.press.printing_condition import separation_of


@pytest.fixture(scope="module")
def separation():
    return separation_of(None)


def told(document, separation):
    """What is told, but for the sheet, which is told of every document."""
    sheet, *more = press_notes(document, separation, "empty")
    assert sheet.id == "press-sheet"
    return more


def filled(colour):
    stored = BytesIO()
    Image.new("RGB", (900, 900), colour).save(stored, "PNG")
    return Picture("dark.png", stored.getvalue(), "PNG", 900, 900)


def boxes(ground):
    more = f'\n[styles."aside.box"]\nbackground = "{ground}"\ncolour = "#ffffff"\n'
    return set_text('<aside class="box"><p>a</p></aside><aside class="box"><p>b</p></aside>', more=more)


def test_a_colour_of_too_much_ink_is_warned_of_once(separation):
    (warning,) = told(boxes("#050a0a"), separation)
    assert (warning.severity, warning.id) == ("warning", "too-much-ink")
    assert warning.message == "The colour #050a0a takes 312 % of ink; above 300 % it may not dry."
    assert warning.hint == "Take a lighter colour, or black: #000000."


def test_black_takes_one_ink(separation):
    assert told(boxes("#000000"), separation) == []


def test_a_picture_of_much_ink_is_noted_once(separation):
    html = '<img src="dark.png" alt="Night" data-width="40mm"><img src="dark.png" alt="Night" data-width="40mm">'
    (note,) = told(set_text(html, pictures={"dark.png": filled((4, 6, 8))}), separation)
    assert (note.severity, note.id) == ("note", "much-ink")
    assert note.message == '"dark.png" takes up to 311 % of ink; above 300 % it may not dry.'
    assert told(set_text(html, pictures={"dark.png": filled((120, 90, 80))}), separation) == []


def test_the_ink_is_that_of_what_is_printed(separation):
    """Neither what is cut off counts, nor what is not seen."""
    image = Image.new("RGBA", (900, 900), (4, 6, 8, 255))
    image.paste((120, 90, 80, 255), (0, 0, 450, 900))
    image.paste((4, 6, 8, 0), (0, 0, 20, 900))
    stored = BytesIO()
    image.save(stored, "PNG")
    halves = {"dark.png": Picture("dark.png", stored.getvalue(), "PNG", 900, 900)}

    def shown(*focus):
        cut = "".join(
            f'<img src="dark.png" alt="A" data-width="30mm" data-crop="1:2" data-focus="{each}">' for each in focus
        )
        return [each.id for each in told(set_text(cut, pictures=halves), separation)]

    assert shown("0% 50%") == []
    assert shown("100% 50%") == ["much-ink"]
    assert shown("0% 50%", "100% 50%") == ["much-ink"]


@pytest.mark.parametrize(("millimetres", "points"), [(76, None), (80, "286"), (100, "229")])
def test_a_picture_needs_three_hundred_points_an_inch(separation, millimetres, points):
    html = f'<p>a</p><img src="dark.png" alt="A" data-width="{millimetres}mm">'
    found = told(set_text(html, pictures={"dark.png": filled((200, 200, 0))}), separation)
    message = f'"dark.png" has {points} points an inch as it is printed on page 1; a press shows 300.'
    assert [each.message for each in found] == ([message] if points else [])
    if found:
        wanted = round(millimetres / 25.4 * 300)
        assert found[0].hint == f"Take one that is {wanted:,} pixels wide or more, or print it smaller: {{width=…}}."


def test_grey_pictures_are_black_ink_alone(separation):
    html = '<img src="one.png" alt="A" data-width="1mm">'
    assert told(set_text(html, pictures={"one.png": picture(mode="L")}), separation) == []
