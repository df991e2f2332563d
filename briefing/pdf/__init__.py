"""A set document → tagged, archival, reproducible PDF bytes."""

from briefing.pdf.attachments import Attachment, Relationship
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write_pdf

__all__ = ["Attachment", "Metadata", "Relationship", "write_pdf"]
