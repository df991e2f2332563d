"""What was printed → the proof sheet as a PDF."""

from __future__ import annotations

from pathlib import Path

from briefing.pdf import Metadata, write_pdf
from briefing.press.fallback import FallbackLookup
from briefing.press.themes import plain_theme
from briefing.printing.imposing import Printed
from briefing.printing.papers import name_of
from briefing.printing.proof.diagram import SheetsDrawing
from briefing.printing.telling import left_out, on_sheets, to_do, what_became
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import check_output, save
from briefing.templating import load_form, parse_html
from briefing.typesetting import FontLibrary, set_document

__all__ = ["write_proof"]

_FORM = "proof"
_LANGUAGE = "en-GB"
_DRAWING = "sheets"
_MEANT = {
    "booklet": "A booklet to be folded and stapled. The dashed line is the fold.",
    "2-up": "Two pages on a side.",
    "4-up": "Four pages on a side.",
    "repeat": "Leaflets to be cut. The dashed lines are the cuts.",
}
_FLIP = "The thick line is the edge over which the printer turns each sheet."


def write_proof(printed: Printed, output: Path, *, protected: Protected = NOTHING_PROTECTED) -> None:
    """Write a tagged PDF that shows where each page is, what to fold and which edge to flip.

    Raises:
        LayoutError: no font has the letters of the file's name.
        ProtectedError: it, or its name, holds a protected word.
        OutputError: it cannot be written.
    """
    check_output(output, [printed.path])
    template = load_form(_FORM)
    theme = plain_theme(template, page="letter" if "letter" in name_of(printed.plan.sheet) else "A4")
    html = parse_html(template.write(_names(printed)), file=f"{_FORM}/form.html")
    document = set_document(
        html,
        theme,
        fonts=FontLibrary(theme.fonts, FallbackLookup()),
        pictures={},
        drawings={_DRAWING: SheetsDrawing(printed.plan)},
    )
    metadata = Metadata(title=f"Proof sheet: {_name(printed)}", language=_LANGUAGE)
    save(output, write_pdf(document, metadata), protected=protected)


def _names(printed: Printed) -> dict[str, object]:
    plan = printed.plan
    # a sandbox knows what it has written before by the languages and the words of the document
    document = {"language": _LANGUAGE, "original_language": _LANGUAGE, "words": None}
    return {
        **document,
        "name": _name(printed),
        "drawing": _DRAWING,
        "on_sheets": on_sheets(printed),
        "steps": tuple(to_do(plan)),
        "facts": (*what_became(printed), *left_out(printed)),
        "legend": " ".join([_MEANT[plan.scheme], *([_FLIP] if len(plan.sides) > 1 else [])]),
        "alternative": "The sheets, front and back beside each other, with the numbers of their pages.",
    }


def _name(printed: Printed) -> str:
    """Name the file by letters that can be shown."""
    return "".join(letter if letter.isprintable() else "?" for letter in printed.path.name)
