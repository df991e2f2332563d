"""Values → text that ``reading`` reads back as the same values.

    values      fields and sources as YAML, rows as CSV

A part imports only parts above it.
"""

from briefing.writing.values import Value, as_csv, as_fields, as_sources, printable

__all__ = ["Value", "as_csv", "as_fields", "as_sources", "printable"]
