"""The two libraries of the extra ``verify``, which need not be there."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from briefing.resources import install_command

__all__ = ["NOT_INSTALLED", "optional"]

NOT_INSTALLED = f"the extra [verify] is not installed: {install_command('verify')}"
"""Why something was not checked, and what to do about it."""


def optional(module: str) -> ModuleType | None:
    """Import a library of the extra, or give ``None`` where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None
