"""Values → text that ``reading`` reads back as the same values.

    values      fields and sources as YAML, rows as CSV
    markdown/   elements as Markdown

A part imports only parts above it.
"""

from briefing.writing.markdown import Markdown, all_escaped, as_fenced, as_inline, as_markdown
from briefing.writing.values import (
    CHANGED_NAMES,
    EMBARGO,
    EXPORT_MARK,
    Value,
    as_csv,
    as_fields,
    as_sources,
    is_export,
    printable,
)

__all__ = [
    "CHANGED_NAMES",
    "EMBARGO",
    "EXPORT_MARK",
    "Markdown",
    "Value",
    "all_escaped",
    "as_csv",
    "as_fenced",
    "as_fields",
    "as_inline",
    "as_markdown",
    "as_sources",
    "is_export",
    "printable",
]
