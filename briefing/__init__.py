"""An article folder becomes a printable, tagged, archival PDF briefing.

    >>> import briefing
    >>> built = briefing.build(Path("northern-alliance"), Path("northern-alliance.pdf"))
    >>> built.pages, built.draft
    (4, True)

``load`` reads a folder, ``check`` says what is wrong with it, ``ledger`` lists what it claims with what stands behind
it, ``against`` compares it with an earlier version, ``check_links`` asks online where its links lead, ``build`` makes
the file, ``verify`` inspects a finished one, ``export`` writes the article for other programs. The rest of the names
are the values that these take and give.
Importing the package loads none of the libraries behind it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.capturing import Stored, capture
    from briefing.claims import Claim, Ledger
    from briefing.errors import (
        BriefingError,
        ContentError,
        Diagnostic,
        LayoutError,
        OutputError,
        Position,
        ProtectedError,
        TemplateError,
        VerificationError,
    )
    from briefing.exporting import Exported, export
    from briefing.model import Briefing
    from briefing.online import LinkReport, check_links
    from briefing.packing import Packed, pack
    from briefing.petitioning import MadePetition, make_petition
    from briefing.press import Built, build, check, ledger, load
    from briefing.protecting import Protected, protected_words
    from briefing.reading import Reading
    from briefing.sheet import MadeSheet, make_sheet
    from briefing.verifying import Inspection, verify
    from briefing.versions import Change, Versions, against

__version__ = "0.1.0"

__all__ = [
    "Briefing",
    "BriefingError",
    "Built",
    "Change",
    "Claim",
    "ContentError",
    "Diagnostic",
    "Exported",
    "Inspection",
    "LayoutError",
    "Ledger",
    "LinkReport",
    "MadePetition",
    "MadeSheet",
    "OutputError",
    "Packed",
    "Position",
    "Protected",
    "ProtectedError",
    "Reading",
    "Stored",
    "TemplateError",
    "VerificationError",
    "Versions",
    "against",
    "build",
    "capture",
    "check",
    "check_links",
    "export",
    "ledger",
    "load",
    "make_petition",
    "make_sheet",
    "pack",
    "protected_words",
    "verify",
]

_ROOMS = {
    "briefing.capturing": ("Stored", "capture"),
    "briefing.claims": ("Claim", "Ledger"),
    "briefing.errors": (
        "BriefingError",
        "ContentError",
        "Diagnostic",
        "LayoutError",
        "OutputError",
        "Position",
        "ProtectedError",
        "TemplateError",
        "VerificationError",
    ),
    "briefing.exporting": ("Exported", "export"),
    "briefing.model": ("Briefing",),
    "briefing.online": ("LinkReport", "check_links"),
    "briefing.packing": ("Packed", "pack"),
    "briefing.petitioning": ("MadePetition", "make_petition"),
    "briefing.press": ("Built", "build", "check", "ledger", "load"),
    "briefing.protecting": ("Protected", "protected_words"),
    "briefing.reading": ("Reading",),
    "briefing.sheet": ("MadeSheet", "make_sheet"),
    "briefing.verifying": ("Inspection", "verify"),
    "briefing.versions": ("Change", "Versions", "against"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Fetch a public name from its room the first time it is asked for."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_ROOM_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
