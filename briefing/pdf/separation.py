"""Colours as a screen has them → the four inks of a press, through the ICC profile of a printing condition.

Colours keep what they look like on that paper: relative colorimetric, black fitted to the darkest that it can be. What
is grey, as text is, becomes black ink alone, for four inks never fall on each other exactly.
See: ISO 32000-1, 8.6.4 (device colours), 8.6.5.5 (ICC profiles), 8.6.5.8 (rendering intents); ISO 15930-7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple, TypeAlias

from PIL import Image, ImageChops, ImageCms

from briefing.pdf.objects import decimal

__all__ = ["CUSTOM", "Inks", "PrintingCondition", "Separation", "most_ink"]

Rgb: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

CUSTOM = "Custom"
"""The name of a printing condition that is in no registry."""
_COLOUR = re.compile(rb"(?<![\d.])(?:([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)|([\d.]+) (g|G))(?=\s|\Z)")
_OPERATORS = {b"g": "k", b"rg": "k", b"G": "K", b"RG": "K"}
_SCREEN = {"RGB": "RGB", "GRAY": "L"}
"""Colour spaces of a picture's own profile, and the mode that its points have then."""
_LARGEST_PROFILE = 8_000_000
"""Bytes of a picture's own profile."""


class Inks(NamedTuple):
    """Cyan, magenta, yellow and black, from 0 to 1."""

    cyan: float
    magenta: float
    yellow: float
    black: float


@dataclass(frozen=True, slots=True)
class PrintingCondition:
    """Paper, inks and press that a file is made for. See: ISO 32000-1, 14.11.5 (output intents)."""

    profile: bytes = field(repr=False)
    """An ICC profile of class ``prtr`` with the four inks."""
    description: str
    """For people."""
    identifier: str = CUSTOM
    """Its name in the registry of the ICC, where it has one."""


class Separation:
    """Turns colours and pictures into inks; two of one condition are equal."""

    def __init__(self, condition: PrintingCondition) -> None:
        """Open the profile.

        Raises:
            PIL.ImageCms.PyCMSError, OSError: it is damaged.
        """
        self.condition = condition
        self._profile = ImageCms.ImageCmsProfile(BytesIO(condition.profile))
        screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        self._from_screen = self._transform(screen, "RGB")
        # Without fitting of black: the darkest ink is not as dark as a screen.
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        self._to_screen = ImageCms.buildTransform(self._profile, screen, "CMYK", "RGB", intent)
        self._known: dict[Rgb, Inks] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Separation) and self.condition == other.condition

    def __hash__(self) -> int:
        return hash(self.condition)

    def _transform(self, source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.buildTransform(source, self._profile, mode, "CMYK", intent, flags)

    def inks_of(self, colour: Rgb) -> Inks:
        """Find the inks of a colour; those of a grey are black alone."""
        if colour not in self._known:
            self._known[colour] = self._found(colour)
        return self._known[colour]

    def _found(self, colour: Rgb) -> Inks:
        red, green, blue = colour
        if red == green == blue:
            return Inks(0.0, 0.0, 0.0, 1.0 - red)
        point = Image.new("RGB", (1, 1), (round(255 * red), round(255 * green), round(255 * blue)))
        return Inks(*(band / 255 for band in self._apply(point, self._from_screen).tobytes()))

    def proof(self, colour: Rgb) -> Rgb:
        """Find what an eye sees of a colour's inks, where the paper is its white: a proof on a screen."""
        point = Image.new("CMYK", (1, 1), tuple(round(255 * ink) for ink in self.inks_of(colour)))
        red, green, blue = (part / 255 for part in self._apply(point, self._to_screen).tobytes())
        return red, green, blue

    def operators(self, written: bytes) -> bytes:
        """Replace the colours in the operators of a page by their inks."""
        return _COLOUR.sub(self._replaced, written)

    def _replaced(self, found: re.Match[bytes]) -> bytes:
        if found[6]:
            grey = float(found[5])
            colour, operator = (grey, grey, grey), found[6]
        else:
            colour, operator = (float(found[1]), float(found[2]), float(found[3])), found[4]
        return f"{' '.join(map(decimal, self.inks_of(colour)))} {_OPERATORS[operator]}".encode("ascii")

    def picture(self, image: Image.Image) -> Image.Image:
        """Turn a picture into inks, from the colours of its own profile or else those of a screen.

        A picture in greys has none but black, unless its own profile says what its greys are.
        """
        own = _own_profile(image)
        if own:
            try:
                mode = _SCREEN[own.profile.xcolor_space.strip()]
                return self._apply(image.convert(mode), self._transform(own, mode))
            except ImageCms.PyCMSError:
                pass  # What cannot be used is left aside, as by a viewer.
        return self._apply(image.convert("RGB"), self._from_screen)

    def _apply(self, image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
        made = ImageCms.applyTransform(image, transform)
        if made is None:
            raise ValueError("a transform that is not in place gives a picture")
        return made


def _own_profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    data = image.info.get("icc_profile")
    if not isinstance(data, bytes) or len(data) > _LARGEST_PROFILE:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
    except OSError:
        return None
    return profile if profile.profile.xcolor_space.strip() in _SCREEN else None


def most_ink(image: Image.Image) -> float:
    """Measure the most ink that a point of a picture in inks gets: 4 for all four."""
    cyan, magenta, yellow, black = image.split()
    halves = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    _, most = ImageChops.add(*halves, 2).getextrema()
    return float(most) * 4 / 255 if isinstance(most, int | float) else 0.0
