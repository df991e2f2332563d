"""An article and one recipient → the bytes of a copy, and what these depend on.

What is to be made is an ``Order``: plain values, so that another process can carry it out. Each process opens the
article once and keeps a press, which remembers what the copies share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from briefing import __version__
from briefing.addressing import UsedField, fields_of
from briefing.editions import EDITIONS
from briefing.errors import ContentError, Diagnostic
from briefing.memory import Memory
from briefing.model import Date
from briefing.press import Checked, Press, Rendered, fonts_folder, load_checked, publication_of
from briefing.protecting import NOTHING_PROTECTED, Protected

__all__ = ["Copier", "Order"]

_MOST_REMEMBERED = 40_000_000
"""Letters, as ``Memory`` counts them: room for what copies share, and little for what only one of them says."""


class Order(NamedTuple):
    """What copies are made of, but for their recipients."""

    folder: Path
    template: str = "briefing"
    edition: str = "screen"
    page: str | None = None
    language: str | None = None
    configuration: Path | None = None
    epoch: int | None = None
    profile: Path | None = None
    protected: Protected = NOTHING_PROTECTED
    today: Date | None = None
    """The day to compare consents with, in place of the briefing's date."""


class Copier:
    """Makes the copies of one article."""

    def __init__(self, order: Order) -> None:
        """Read and check the article, and open its template.

        Raises:
            BriefingError: as ``press.build``.
        """
        if EDITIONS.get(order.edition) and EDITIONS[order.edition].attaches:
            message = "The archive edition holds the article's files, once: it is not made for single recipients."
            hint = "Merge another edition, and build one archive."
            raise ContentError(Diagnostic("error", "edition", message, hint=hint))
        self.order = order
        self.press = Press(
            order.template,
            page=order.page,
            edition=order.edition,
            fonts=fonts_folder(order.configuration),
            protected=order.protected,
            profile=order.profile,
            memory=Memory(_MOST_REMEMBERED),
        )
        self.checked: Checked = load_checked(
            order.folder,
            language=order.language,
            configuration=order.configuration,
            memory=self.press.memory,
            protected=order.protected,
            publication=publication_of(order.edition, order.today),
        )

    def copy(self, values: Mapping[str, str]) -> Rendered:
        """Make the copy of a recipient, by the names of the fields.

        Raises:
            BriefingError: the copy cannot be made; others may be.
        """
        checked = self.checked
        return self.press.render(
            checked.briefing, recipient=values, files=checked.files, draft=checked.draft, epoch=self.order.epoch
        )

    @cached_property
    def fields(self) -> tuple[UsedField, ...]:
        """The fields of the text, each as often as it stands there."""
        return fields_of(self.checked.briefing, self.press.memory)

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """Names of the fields of text and template, in alphabetical order."""
        return tuple(sorted({*(field.name for field in self.fields), *self.press.template.recipient_fields()}))

    @cached_property
    def digest(self) -> bytes:
        """Of all that copies depend on: the article, its template and theme, fonts, profile, order, this program."""
        checked, order = self.checked, self.order
        fonts = fonts_folder(order.configuration)
        own = (*(fonts.rglob("*") if fonts else ()), *((order.profile,) if order.profile else ()))
        files = {str(path): path for path in (*checked.sources, *self.press.template.files(), *own)}
        settings = (__version__, order.template, order.edition, order.page, order.language, order.epoch)
        found = hashlib.sha256(repr((*settings, checked.draft)).encode())
        for name in sorted(files):
            data = files[name].read_bytes() if files[name].is_file() else b""
            found.update(repr((name, len(data))).encode() + data)
        return found.digest()

    def digest_of(self, values: Mapping[str, str]) -> bytes:
        """The same of one copy: of the values of those fields that it prints, too."""
        printed = [values.get(name, "") for name in self.printed]
        return hashlib.sha256(self.digest + repr(printed).encode()).digest()[:16]
