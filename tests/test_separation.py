"""Colours and pictures as the inks of a press, and the profiles that say how."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from briefing.errors import LayoutError
from briefing.pdf import most_ink
from briefing.press.printing_condition import separation_of
from briefing.resources import assets_folder

OURS = (assets_folder() / "profiles" / "FOGRA39L_coated.icc").read_bytes()
parts = st.integers(0, 255).map(lambda each: each / 255)


@pytest.fixture(scope="module")
def separation():
    return separation_of(None)


@settings(max_examples=examples(60))
@given(st.tuples(parts, parts, parts))
def test_inks_are_shares_and_greys_are_black_alone(separation, colour):
    inks = separation.inks_of(colour)
    assert all(0 <= each <= 1 for each in inks)
    if len(set(colour)) == 1:
        assert inks == pytest.approx((0, 0, 0, 1 - colour[0]))


def test_colours_look_on_paper_as_on_a_screen(separation):
    """Printed as the profile says, a colour that paper can show is the one that was meant."""
    back = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(OURS)),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    for meant in ((18, 58, 69), (163, 38, 15), (238, 243, 243), (255, 217, 160)):
        printed = separation.picture(Image.new("RGB", (1, 1), meant))
        seen = ImageCms.applyTransform(printed, back).getpixel((0, 0))
        assert all(abs(one - other) <= 12 for one, other in zip(meant, seen, strict=True))


def test_operators_of_colours_alone_are_replaced(separation):
    written = b"q 1 0 0 1 5 5 cm 0 g .5 G 1 1 1 rg 0 0 0 RG [<0001>12 <0002>] TJ /G1 gs 3 w 10 20 m Q"
    assert separation.operators(written) == (
        b"q 1 0 0 1 5 5 cm 0 0 0 1 k 0 0 0 0.5 K 0 0 0 0 k 0 0 0 1 K [<0001>12 <0002>] TJ /G1 gs 3 w 10 20 m Q"
    )
    red = separation.operators(b"1 0 0 rg")
    assert red.endswith(b" k")
    assert [float(each) for each in red.split()[:4]] == pytest.approx(separation.inks_of((1, 0, 0)), abs=0.001)


def test_a_picture_is_taken_from_its_own_colours(separation):
    plain = Image.new("RGB", (4, 4), (200, 30, 60))
    own = plain.copy()
    own.info["icc_profile"] = _swapped()
    assert separation.picture(own).tobytes() != separation.picture(plain).tobytes()


@pytest.mark.parametrize("profile", [b"", b"no profile", OURS, OURS[:5000], b"x" * 9_000_000, "a text"])
def test_a_profile_that_is_of_no_use_is_left_aside(separation, profile):
    image = Image.new("RGB", (4, 4), (200, 30, 60))
    expected = separation.picture(image).tobytes()
    image.info["icc_profile"] = profile
    assert separation.picture(image).tobytes() == expected


def test_the_most_ink_of_a_picture_is_measured():
    image = Image.new("CMYK", (3, 1), (255, 255, 255, 255))
    assert most_ink(image) == 4
    image.paste((128, 0, 64, 0), (0, 0, 3, 1))
    assert most_ink(image) == pytest.approx(192 / 255, abs=0.02)


def test_ours_says_where_it_comes_from(separation):
    condition = separation.condition
    assert (condition.identifier, condition.description) == ("FOGRA39", "Offset on coated paper, FOGRA39")
    assert "free of known copyright" in ImageCms.ImageCmsProfile(BytesIO(OURS)).profile.copyright
    assert (assets_folder() / "profiles" / "LICENCE.txt").is_file()


def test_a_profile_of_the_printing_house_is_taken_by_its_name(tmp_path):
    (tmp_path / "house.icc").write_bytes(OURS)
    condition = separation_of(tmp_path / "house.icc").condition
    assert (condition.identifier, condition.description) == ("Custom", "FOGRA39L Coated")


def changed(at, value):
    return OURS[:at] + value + OURS[at + len(value) :]


def garbled(step):
    """Turn every so many bytes of the tables round, from where no names of tags and no sizes are."""
    data = bytearray(OURS)
    for at in range(2000, len(data), step):
        data[at] ^= 0xFF
    return bytes(data)


FAULTS = [
    (b"", "is no ICC profile"),
    (b"%PDF-1.7" * 100, "is no ICC profile"),
    (OURS[:-1], "is damaged: it is longer or shorter than it says"),
    (OURS + b"x", "is damaged: it is longer or shorter than it says"),
    (changed(128, b"\xff\xff\xff\xff"), "is damaged: it is longer or shorter than it says"),
    (changed(136, b"\xff\xff\xff\xff"), "is damaged: it is longer or shorter than it says"),
    (changed(12, b"mntr"), "is no profile of a press with cyan, magenta, yellow and black"),
    (changed(16, b"RGB "), "is no profile of a press with cyan, magenta, yellow and black"),
    (changed(8, b"\x05"), "is an ICC profile of version 5; PDF/X-4 knows 2 and 4"),
    (b"x" * 8_000_001, "is larger than 8 MB, which no profile of a press is"),
    (changed(128, b"\0\0\0\1"), "is damaged: no colour can be turned into inks with it"),
    (changed(20, b"XYZ "), "is damaged: its inks do not give the colours that they stand for"),
    (garbled(97), "is damaged: its inks do not give the colours that they stand for"),
]


@pytest.mark.parametrize(("data", "fault"), FAULTS, ids=range(len(FAULTS)))
def test_other_files_are_refused(tmp_path, data, fault):
    (tmp_path / "house.icc").write_bytes(data)
    with pytest.raises(LayoutError) as caught:
        separation_of(tmp_path / "house.icc")
    assert str(caught.value) == (
        f"error  profile\n  house.icc {fault}.\n  Ask the printing house for the ICC profile of its press and paper."
    )


def test_a_profile_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LayoutError) as caught:
        separation_of(tmp_path / "none.icc")
    assert str(caught.value) == (
        "error  profile\n  The profile 'none.icc' cannot be read: No such file or directory.\n  See where the file is."
    )


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_not_opened(tmp_path, make):
    make(tmp_path / "house.icc")
    with pytest.raises(LayoutError) as caught:
        separation_of(tmp_path / "house.icc")
    assert str(caught.value) == (
        "error  profile\n  The profile 'house.icc' is a folder, a pipe or a device, and no file.\n"
        "  See where the file is."
    )


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(OURS) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_profile_works_or_is_refused(tmp_path_factory, changes):
    data = bytearray(OURS)
    for at, value in changes:
        data[at % 700 if value % 2 else at] = value
    path = tmp_path_factory.mktemp("profiles") / "house.icc"
    path.write_bytes(data)
    try:
        separation = separation_of(path)
    except LayoutError as error:
        assert {each.id for each in error.diagnostics} == {"profile"}
    else:
        for colour in ((0.6, 0.7, 0.75), (0.8, 0.6, 0.55), (0.7, 0.7, 0.5)):
            assert separation.proof(colour) == pytest.approx(colour, abs=0.2)


def _swapped() -> bytes:
    """The profile of a screen whose red is green: the names of two of its colours are exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
