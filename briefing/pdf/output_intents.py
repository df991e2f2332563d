"""The colours that a file is meant for: those of a screen, or the inks of a printing condition.

See: ISO 32000-1, 14.11.5; ISO 19005-2, 6.2.3, which wants one profile for all intents; ISO 15930-7.
"""

from __future__ import annotations

from PIL import ImageCms

from briefing.pdf.objects import Body, Reference, array, dictionary, text
from briefing.pdf.separation import CUSTOM, PrintingCondition

__all__ = ["add_output_intents"]

_ICC_DATE = slice(24, 36)
_REGISTRY = "http://www.color.org"


def add_output_intents(body: Body, condition: PrintingCondition | None = None) -> bytes:
    """Add the profile and say that all colours are meant for it, which without a condition is sRGB."""
    if condition is None:
        profile = body.stream({"N": b"3"}, body.memory.recall(_srgb))
        said = {"OutputConditionIdentifier": "sRGB", "Info": "sRGB IEC61966-2.1"}
        return array([_intent("GTS_PDFA1", profile, said)])
    profile = body.stream({"N": b"4"}, condition.profile)
    said = {
        "OutputCondition": condition.description,
        "OutputConditionIdentifier": condition.identifier,
        "RegistryName": _REGISTRY if condition.identifier != CUSTOM else "",
        "Info": condition.description,
    }
    return array(_intent(kind, profile, said) for kind in ("GTS_PDFX", "GTS_PDFA1"))


def _intent(kind: str, profile: Reference, said: dict[str, str]) -> bytes:
    written = {key: text(value) for key, value in said.items() if value}
    return dictionary(
        {"Type": b"/OutputIntent", "S": b"/" + kind.encode(), **written, "DestOutputProfile": profile},
    )


def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The profile notes when it was made, which would differ from build to build.
    profile[_ICC_DATE] = bytes.fromhex("07d000010001000000000000")
    return bytes(profile)
