"""Each code that a document draws is read from its page, and from what copiers make of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from drawn_codes import LINK, Looks, page_with, pages_with
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import METADATA, set_text

from briefing.errors import Position
from briefing.model import DrawnCode
from briefing.pdf import write_pdf
from briefing.verifying.code_faults import LEAST_MODULE_MM
from briefing.verifying.codes import find_codes, prove_codes

pytest.importorskip("zxingcpp", reason="the extra [verify] is not installed: no zxing-cpp")

ROOT = Path(__file__).parent.parent
PLACE = Position("briefing.md", 12, 9)
DRAWN = DrawnCode(1, LINK, PLACE)
SAYS = f"The QR Code on page 1 that says “{LINK}”"
LARGER = "  Print it larger, or let it say a shorter address."
FAILING = {
    "shrunk": (
        {"module_mm": 0.37},
        [f"code-too-small\n  {SAYS} has modules of 0.37 mm: phones need 0.4 mm.\n{LARGER}"],
    ),
    "pale": (
        {"dark": "#777777"},
        [
            f"code-too-pale\n  {SAYS} is too pale: its contrast is 4.5:1, and 7:1 is needed.\n"
            "  Make it black on white.",
            f"code-not-copied\n  {SAYS} cannot be read from a photocopy that is a little too light.\n{LARGER}",
        ],
    ),
    "inverted": (
        {"dark": "#ffffff", "light": "#000000"},
        [f"code-inverted\n  {SAYS} is light on dark: many phones do not read that.\n  Make it dark on light."],
    ),
    "crowded": (
        {"beside": True},
        [
            f"code-crowded\n  {SAYS} has not four modules of white on each side: phones may not find it.\n"
            "  Move away what stands beside it, or the edge of the page."
        ],
    ),
    "at the edge": (
        {"left_mm": 1.5},
        [
            f"code-crowded\n  {SAYS} has not four modules of white on each side: phones may not find it.\n"
            "  Move away what stands beside it, or the edge of the page."
        ],
    ),
    "on grey": (
        {"light": "#989898"},
        [f"code-not-copied\n  {SAYS} cannot be read from a photocopy that is a little too dark.\n{LARGER}"],
    ),
    "covered": (
        {"covered": True},
        [
            f"code-unreadable\n  The QR code on page 1 cannot be read: “{LINK}”.\n"
            "  Give it more room, black on white, with nothing over it."
        ],
    ),
}


def told(data: bytes, *drawn: DrawnCode) -> list[str]:
    return [str(each) for each in prove_codes(data, drawn or (DRAWN,))]


@pytest.mark.parametrize(
    "looks", [{}, {"turned": 90, "left_mm": 70}, {"turned": 20}, {"module_mm": 0.5}, {"dark": "#123a45"}]
)
def test_a_good_code_is_read_from_all_its_copies(looks):
    assert told(page_with(**looks)) == []


@pytest.mark.parametrize(("looks", "faults"), FAILING.values(), ids=FAILING)
def test_a_bad_code_fails_for_its_own_reason_with_its_place(looks, faults):
    assert told(page_with(**looks)) == [f"briefing.md:12:9  error  {each}" for each in faults]


def test_a_code_that_leads_elsewhere_is_named():
    assert told(page_with("https://example.org/another")) == [
        "briefing.md:12:9  error  code-other-link\n"
        f"  A QR code on page 1 says “https://example.org/another”, and not “{LINK}”."
    ]


def test_each_code_has_to_stand_on_its_own_page():
    drawn = (DRAWN, DRAWN._replace(page=2))
    assert told(pages_with([LINK, LINK], Looks()), *drawn) == []
    assert [each.partition("\n")[0] for each in told(pages_with([LINK, "https://example.org/b"], Looks()), *drawn)] == [
        "briefing.md:12:9  error  code-other-link"
    ]


def test_as_many_codes_as_were_drawn_have_to_be_found():
    assert [each.partition("\n")[0] for each in told(page_with(), DRAWN, DRAWN)] == [
        "briefing.md:12:9  error  code-unreadable"
    ]


def test_where_nothing_was_drawn_nothing_is_looked_for():
    assert prove_codes(b"no PDF at all", ()) == ()


def test_the_codes_of_a_set_document_are_proved():
    document = set_text(f'<img alt="A code" data-qr="{LINK}" data-width="30mm" data-at="briefing.md:12:9">')
    assert document.codes == (DRAWN,)
    assert prove_codes(write_pdf(document, METADATA), document.codes) == ()


def test_without_the_extra_it_is_said_that_nothing_was_tried():
    code = (
        "import sys; sys.modules['zxingcpp'] = None\n"
        "from briefing.model import DrawnCode\n"
        "from briefing.verifying.codes import prove_codes\n"
        "print(*prove_codes(b'%PDF', [DrawnCode(1, 'x')]), sep='')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.startswith(
        "note  codes-not-tried\n  The QR codes were not tried: the extra [verify] is not installed: "
    )


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#&=%+:@äé中")
LINKS = st.text(LETTERS, max_size=290).map("https://".__add__).filter(lambda link: len(link.encode()) <= 300)


@pytest.mark.parametrize("module_mm", [LEAST_MODULE_MM, 0.5])
@given(links=st.lists(LINKS, min_size=1, max_size=3), left=st.floats(20, 20.5))
@settings(max_examples=examples(6), deadline=None)
def test_what_the_rule_lets_pass_comes_through_every_copy(module_mm, links, left):
    """The rule is at least as strict as the proof."""
    data = pages_with(links, Looks(module_mm=module_mm, left_mm=left))
    assert [(each.page, each.text, each.unread) for each in find_codes(data).codes or ()] == [
        (page, link, ()) for page, link in enumerate(links, 1)
    ]


def test_what_is_much_finer_does_not_come_through():
    """The proof can fail: it is no rule said twice."""
    links = [LINK + "x" * length for length in (150, 180, 210, 240)]
    found = find_codes(pages_with(links, Looks(module_mm=0.34))).codes or ()
    assert [bool(each.unread) for each in found] == [True] * 4
