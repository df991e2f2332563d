"""A set document → tagged, archival, reproducible PDF bytes."""

from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write_pdf

__all__ = ["Metadata", "write_pdf"]
