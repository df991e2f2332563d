"""A set document → tagged, archival, reproducible PDF bytes."""

from briefing.pdf.attachments import Attachment, Relationship
from briefing.pdf.metadata import Metadata
from briefing.pdf.press_sheet import BLEED_MM
from briefing.pdf.separation import PrintingCondition, Separation, most_ink
from briefing.pdf.write import write_pdf

__all__ = [
    "BLEED_MM",
    "Attachment",
    "Metadata",
    "PrintingCondition",
    "Relationship",
    "Separation",
    "most_ink",
    "write_pdf",
]
