"""The text of one theme file → its tables, and its mistakes with their lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from briefing.errors import Diagnostic, Position, TemplateError

__all__ = ["Reader", "parse"]


class Reader:
    """Collects the mistakes of one theme file while its parts are read."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.layers: tuple[str, ...] = ("",)
        """Beginnings of the heads under which the tokens stand that hold, what counts most first."""
        self.own_colours: frozenset[str] = frozenset()
        """Names of the colours that the edition sets, whatever the organisation's are."""
        self.diagnostics: list[Diagnostic] = []

    def report(self, key: str, message: str, *, near: tuple[str, ...] = (), section: str = "", table: str = "") -> None:
        """Keep a mistake of a key below the head of its section; ``near`` are the names that it may have meant.

        ``table`` is the whole name of the table that the key is in, where that is no matter of page or edition.
        """
        nearest = get_close_matches(key, near, 1)
        hint = f"Did you mean {nearest[0]}?" if nearest else ""
        position = self._find_in(table, key) if table else self._find(key, section)
        self.diagnostics.append(Diagnostic("error", "theme", message, position, hint))

    def _find_in(self, table: str, key: str) -> Position:
        """Find a key of a table: in its own line, or in the head of a table of its name."""
        return Position(self.file, self._line(key, f"[{table}]") or self._head(f"{table}.{key}") or 1)

    def _head(self, name: str) -> int:
        """Find the first head of a table or of one inside of it; 0 where there is none."""
        name = name.replace('"', "")
        heads = (line.strip().replace('"', "") for line in self.text.splitlines())
        return next((number for number, head in enumerate(heads, 1) if re.match(rf"\[{re.escape(name)}[.\]]", head)), 0)

    def _find(self, key: str, section: str) -> Position:
        # TOML's reader gives no places. What is told anew for a page or an edition is found there first.
        for prefix in self.layers:
            for head in (section, f'styles."{section}"', f"styles.{section}") if section else ("",):
                full = f"[{prefix}{head}]"
                for opened in (full, f"[{full}]") if head else ("",):
                    if line := self._line(key, opened):
                        return Position(self.file, line)
                if line := self._head(f"{prefix}{head}.{key}") if head else 0:
                    return Position(self.file, line)
        return Position(self.file)

    def _line(self, key: str, head: str) -> int:
        """Find the first line that begins with a key after a head, or anywhere; 0 where there is none."""
        inside = not head
        for number, line in enumerate(self.text.splitlines(), 1):
            if head and line.startswith("["):
                inside = line.strip() == head
            if inside and re.match(rf'"?{re.escape(key)}"?\s*=', line.strip()):
                return number
        return 0

    def table(self, document: Mapping[str, Any], key: str) -> dict[str, Any]:
        """Take a table out of another; an empty one, and a mistake, where it is something else."""
        value = document.get(key, {})
        if not isinstance(value, dict):
            self.report(key, f"{key} must be a table.")
            return {}
        return value


def parse(text: str, file: str) -> dict[str, Any]:
    """Read TOML.

    Raises:
        TemplateError: it is none.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        raise TemplateError(
            Diagnostic("error", "theme", f"This is not TOML: {error}.", Position(file, line, column))
        ) from error
