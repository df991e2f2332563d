"""What the file says of itself, and of how it is to be printed.

See: ISO 32000-1, 12.2 (viewer preferences), 12.4.2 (page labels); ISO 19005-2, 6.6.2 (metadata); the XMP
specification, part 2, 2.2 (media management).
"""

from __future__ import annotations

from html import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from briefing.printing.papers import name_of
from briefing.printing.planning import Plan, Side
from briefing.verifying.inspecting.objects import as_name, as_text, entry, name_tree
from briefing.verifying.inspecting.streams import content_of

__all__ = ["drop_attachments", "is_ours", "note_history", "prefer", "side_labels"]

_OURS = "briefing"
"""The producer that this program names."""
_LARGEST_METADATA = 1_000_000
_METADATA_END = b"</rdf:Description>\n</rdf:RDF>"
_HISTORY = """<xmpMM:History xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"><rdf:Seq><rdf:li rdf:parseType="Resource">
<stEvt:action>converted</stEvt:action>
<stEvt:parameters>{}</stEvt:parameters>
<stEvt:softwareAgent>briefing</stEvt:softwareAgent>
</rdf:li></rdf:Seq></xmpMM:History>
"""


def is_ours(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a file says that this program has made it."""
    return as_text(entry(pdf.trailer, "Info", "Producer")) == _OURS


def drop_attachments(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Take out the files that travel inside; return their names."""
    names = tuple(name for name, _ in name_tree(entry(pdf.Root, "Names", "EmbeddedFiles")))
    for key in ("/Names", "/AF", "/OpenAction", "/AcroForm", "/AA", "/PageLayout"):
        if key in pdf.Root:
            del pdf.Root[key]
    return names


def prefer(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """Ask viewers to print the sheets at their size, and on both sides as they have to be turned."""
    flip = Name.DuplexFlipShortEdge if plan.flip == "short" else Name.DuplexFlipLongEdge
    kept = entry(pdf.Root, "ViewerPreferences", "DisplayDocTitle")
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=kept is not False, PrintScaling=Name("/None"), Duplex=flip, PickTrayByPDFSize=True
    )
    if as_name(pdf.Root.get("/PageMode")) not in ("UseOutlines", "UseNone", ""):
        del pdf.Root["/PageMode"]
    labels: list[object] = []
    for number, side in enumerate(side_labels(plan)):
        labels += [number, Dictionary(P=String(side))]
    pdf.Root.PageLabels = pdf.make_indirect(Dictionary(Nums=Array(labels)))


def side_labels(plan: Plan) -> tuple[str, ...]:
    """Name each side by the pages on it, as they stand: ``8 | 1``; a blank is a dash."""
    return tuple(_label(side, repeated=plan.scheme == "repeat") for side in plan.sides)


def _label(side: Side, *, repeated: bool) -> str:
    cells = side[:1] if repeated else side
    return " | ".join(str(each.page + 1) if each else "–" for each in cells)


def note_history(pdf: pikepdf.Pdf, plan: Plan) -> bool:
    """Add to the metadata what was done; false where they are not as this program writes them."""
    before = content_of(pdf.Root.get("/Metadata"), _LARGEST_METADATA)
    head, end, tail = before.rpartition(_METADATA_END)
    if not end:
        return False
    words = f"imposed as {plan.scheme} on {name_of(plan.sheet)}, {plan.scale:.0%}"
    packet = head + _HISTORY.format(escape(words, quote=False)).encode() + end + tail
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML))
    return True
