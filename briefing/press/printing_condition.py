"""A file with an ICC profile → what turns colours into the inks of the press that it was measured on.

See: ICC.1:2010, 7.2 (header of a profile), 7.3 (table of its tags).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from briefing.errors import Diagnostic, LayoutError
from briefing.pdf import PrintingCondition, Separation
from briefing.resources import assets_folder

__all__ = ["separation_of"]

_LARGEST = 8_000_000
"""Bytes: those of the associations of printers have two or three million."""
_HEAD = 128
"""Bytes before the table of tags."""
_ENTRY = 12
"""Bytes of an entry of that table: name, place and length."""
_MOST_TAGS = 200
_LONGEST_NAME = 100
_PAPER = (1.0, 1.0, 254 / 255)
"""As good as white: of white itself no profile is asked."""
_MOST_ON_PAPER = 0.05
"""Share of an ink."""
_SOFT = (
    (0.8, 0.55, 0.5),
    (0.75, 0.7, 0.5),
    (0.55, 0.65, 0.55),
    (0.5, 0.65, 0.7),
    (0.5, 0.55, 0.7),
    (0.65, 0.5, 0.6),
    (0.85, 0.8, 0.75),
)
"""Colours round the circle, such as newspapers can show."""
_FARTHEST = 0.15
"""By which a part of them may differ; with a whole profile it is a hundredth."""
_OURS = PrintingCondition(b"", "Offset on coated paper, FOGRA39", "FOGRA39")
_ASK = "Ask the printing house for the ICC profile of its press and paper."


def separation_of(path: Path | None) -> Separation:
    """Open a profile; ``None`` stands for the one that comes with the program, of offset printing on coated paper.

    Raises:
        LayoutError: it cannot be read, or says nothing of the four inks of a press.
    """
    file = path or assets_folder() / "profiles" / "FOGRA39L_coated.icc"
    data = _read(file)
    if fault := _fault(data):
        raise _refusal(f"{file.name} {fault}.")
    try:
        if path is None:
            return Separation(replace(_OURS, profile=data))
        separation = Separation(PrintingCondition(data, _name(data, file)))
        is_sane = _is_sane(separation)
    except (ImageCms.PyCMSError, OSError):
        raise _refusal(f"{file.name} is damaged: no colour can be turned into inks with it.") from None
    if not is_sane:
        raise _refusal(f"{file.name} is damaged: its inks do not give the colours that they stand for.")
    return separation


def _is_sane(separation: Separation) -> bool:
    """Tell whether paper takes no ink, and whether soft colours that any press can print come out as what they are."""
    if max(separation.inks_of(_PAPER)) > _MOST_ON_PAPER:
        return False
    return all(_difference(colour, separation.proof(colour)) <= _FARTHEST for colour in _SOFT)


def _difference(one: Sequence[float], other: Sequence[float]) -> float:
    return max(abs(meant - seen) for meant, seen in zip(one, other, strict=True))


def _read(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():  # a pipe might never end
            message = f"The profile {file.name!a} is a folder, a pipe or a device, and no file."
            raise LayoutError(Diagnostic("error", "profile", message, hint="See where the file is."))
        with file.open("rb") as stream:
            return stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no name of a file"
        message = f"The profile {file.name!a} cannot be read: {reason}."
        raise LayoutError(Diagnostic("error", "profile", message, hint="See where the file is.")) from error


def _fault(data: bytes) -> str:
    """Say what keeps a file from being the profile of a press; empty where nothing does."""
    if len(data) > _LARGEST:
        return f"is larger than {_LARGEST // 1_000_000} MB, which no profile of a press is"
    if len(data) < _HEAD + 4 or data[36:40] != b"acsp":
        return "is no ICC profile"
    if int.from_bytes(data[:4], "big") != len(data) or not _tags_are_inside(data):
        return "is damaged: it is longer or shorter than it says"
    if data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        return "is no profile of a press with cyan, magenta, yellow and black"
    if data[8] not in (2, 4):
        return f"is an ICC profile of version {data[8]}; PDF/X-4 knows 2 and 4"
    return ""


def _tags_are_inside(data: bytes) -> bool:
    count = int.from_bytes(data[_HEAD : _HEAD + 4], "big")
    if not 1 <= count <= _MOST_TAGS or _HEAD + 4 + count * _ENTRY > len(data):
        return False
    entries = (data[at : at + _ENTRY] for at in range(_HEAD + 4, _HEAD + 4 + count * _ENTRY, _ENTRY))
    ends = (int.from_bytes(entry[4:8], "big") + int.from_bytes(entry[8:], "big") for entry in entries)
    return all(end <= len(data) for end in ends)


def _name(data: bytes, file: Path) -> str:
    """What a profile calls itself, in letters that can be shown; its file's name where it does not say."""
    said = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(data)))
    shown = " ".join("".join(each if each.isprintable() else " " for each in said).split())
    return shown[:_LONGEST_NAME] or file.name


def _refusal(message: str) -> LayoutError:
    return LayoutError(Diagnostic("error", "profile", message, hint=_ASK))
