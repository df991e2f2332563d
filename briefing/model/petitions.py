"""What stands on sheets of paper that people sign, and what they are told of their data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.errors import Position
from briefing.model.dates import Date
from briefing.model.element import Node

__all__ = ["CommonsPetition", "DataNotice", "SignatureSheets"]


@dataclass(frozen=True, slots=True)
class DataNotice:
    """What an organisation tells those who sign of their data, in its own words; empty where it says nothing."""

    position: Position
    controller: str = ""
    """Who answers for the data: name and address."""
    contact: str = ""
    officer: str = ""
    """The data protection officer."""
    purpose: str = ""
    lawful_basis: str = ""
    interests: str = ""
    """The legitimate interests, where they are the lawful basis."""
    recipients: str = ""
    transfers: str = ""
    """To other countries."""
    retention: str = ""
    rights: str = ""
    withdrawal: str = ""
    """How consent is withdrawn."""
    complaint_to_us: str = ""
    complaint_to_authority: str = ""
    opt_in: str = ""
    """The words beside a box of its own, for those who want to be contacted; no box without them."""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""


@dataclass(frozen=True, slots=True)
class SignatureSheets:
    """What an author says of sheets that are signed on paper."""

    position: Position
    statement: str = ""
    """What people sign; empty for the petition's ask."""
    return_to: str = ""
    return_by: Date | None = None
    columns: tuple[str, ...] = ()
    """As typed; empty for the usual ones."""
    online: bool = True
    """Whether the printed address of the online petition is named as another way to sign."""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""


@dataclass(frozen=True, slots=True)
class CommonsPetition:
    """A paper petition to the House of Commons, and what its author answers about it."""

    position: Position
    petitioners: str = ""
    """Who they are, in one sentence: ``residents of the United Kingdom``."""
    one_petitioner: bool = False
    declares: tuple[Node, ...] = ()
    """What stands behind "Declares that"."""
    requests: tuple[Node, ...] = ()
    """What stands behind "that the House of Commons"."""
    purpose: str = ""
    """What people's data are for on these sheets; the rest of the notice is that of the organisation."""
    recipients: str = ""
    """Who is given them."""
    retention: str = ""
    """How long they are kept."""
    asks_for_public_money: bool | None = None
    """``None`` where nobody has answered."""
    before_a_court: bool | None = None
    """``None`` where nobody has answered."""
    presented_by: str = ""
    """The Member of Parliament."""
    answered_by: str = ""
    answered_on: Date | None = None
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""
