"""The two libraries of the extra ``verify``, which need not be there."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

__all__ = ["NOT_INSTALLED", "optional"]

NOT_INSTALLED = "the extra [verify] is not installed: pip install 'briefing[verify]'"
"""Why something was not checked, and what to do about it."""


def optional(module: str) -> ModuleType | None:
    """Import a library of the extra, or give ``None`` where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None
