"""What an author typed, or a server sent on to → what a server is asked for."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit

from briefing.online.public import is_number, is_public

__all__ = ["Address", "NotAskedError", "is_reserved", "joined", "read_address", "same_page", "without_password"]

_LONGEST = 8_000
"""Characters of an address; servers take less."""
_LONGEST_NAME = 253
"""Characters of the name of a server. See: RFC 1035, section 2.3.4."""
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""The last part of a name that stands for a numeric address. See: WHATWG URL Standard, ends-in-a-number checker."""
_PORTS = (80, 443, 8080, 8443)
"""Those of the web: at others stand mail, databases, printers."""
_USUAL = {"http": 80, "https": 443}
_KEPT = "%/:?@!$&'()*+,;=~-._[]|"
"""What stays as it is in path and query; all else is written as the numbers of its bytes."""
_PASSWORD = re.compile(r"//[^/?#]*@")
_LOCALLY = "names a server that only a local network knows"
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid", re.IGNORECASE)

_RESERVED = ("example", "invalid", "test", "example.com", "example.net", "example.org")
"""Names that nobody can register. See: RFC 2606, sections 2 and 3."""
_LOCAL = ("localhost", "local", "internal", "lan", "home.arpa", "onion")
"""Names that mean another thing, or nothing, on each network. See: RFC 6761, 6762, 7686, 8375."""


class NotAskedError(ValueError):
    """Nobody is asked for an address; its text completes a sentence about it: "It …"."""


class Address(NamedTuple):
    """A page of a server of the web, in the letters that are sent."""

    scheme: str
    """``http`` or ``https``."""
    host: str
    """In small ASCII letters; one in numbers of IPv6 without its brackets."""
    port: int
    target: str
    """Path and query, beginning with a slash."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def server(self) -> str:
        """The host by the name that it shares with others of the same owner: without ``www.``."""
        return self.host.removeprefix("www.")

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the header Host."""
        return self._host if self.port == _USUAL[self.scheme] else self.endpoint

    @property
    def endpoint(self) -> str:
        """Host and port, also where it is the usual one, as a proxy is told them. See: RFC 9110, section 9.3.6."""
        return f"{self._host}:{self.port}"

    @property
    def _host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def read_address(typed: str) -> Address:
    """Read an address that begins with http:// or https://; what stands behind ``#`` is left out.

    Raises:
        NotAskedError: a server of the open internet cannot be asked for it.
    """
    if len(typed) > _LONGEST:
        raise NotAskedError("is longer than servers take")
    try:
        parts = urlsplit(typed.strip())
        return _read(parts, parts.hostname or "", parts.port)
    except NotAskedError:
        raise
    except ValueError:  # brackets that hold no address, a port that is no number
        raise NotAskedError("is no address that a browser could open") from None


def _read(parts: SplitResult, host: str, port: int | None) -> Address:
    scheme = parts.scheme.lower()
    if scheme not in _USUAL:
        raise NotAskedError("is no address of a web page")
    if "@" in parts.netloc:
        raise NotAskedError("holds a user name or a password")
    port = port or _USUAL[scheme]
    if port not in _PORTS:
        raise NotAskedError(f"names port {port}, which is not one of the web")
    target = quote(parts.path or "/", safe=_KEPT, errors="replace")
    query = f"?{quote(parts.query, safe=_KEPT, errors='replace')}" if parts.query else ""
    return Address(scheme, _ascii_host(host), port, target + query)


def _ascii_host(host: str) -> str:
    """Write the name of a server in the letters of the domain name system.

    As browsers do, without joining letters that registries keep apart, such as ß and ss. See: UTS 46, section 4, of
    which this takes the mapping to small letters of compatible form.
    """
    if ":" in host:
        return _six(host)
    if not host or len(host) > _LONGEST_NAME:
        raise NotAskedError("names no server")
    labels = unicodedata.normalize("NFKC", host).lower().replace("。", ".").removesuffix(".").split(".")
    written = [each if each.isascii() else f"xn--{each.encode('punycode').decode('ascii')}" for each in labels]
    name = ".".join(written)
    if len(name) > _LONGEST_NAME or not all(map(_LABEL.fullmatch, written)):
        raise NotAskedError("names no server")
    if _NUMBER.fullmatch(written[-1]) and not is_number(name):  # browsers and systems read 0x7f.1 as 127.0.0.1
        raise NotAskedError(_LOCALLY)
    is_local = is_number(name) and not is_public(name)
    if is_local or len(written) == 1 or _is_below(name, _LOCAL):
        raise NotAskedError(_LOCALLY)
    return name


def _six(host: str) -> str:
    if not is_number(host):
        raise NotAskedError("names no server")
    if not is_public(host) or "%" in host:  # which names an interface of this machine
        raise NotAskedError(_LOCALLY)
    return str(ip_address(host))


def joined(base: Address, location: str) -> Address:
    """Read where a server sends on to, as seen from the page that was asked for.

    Raises:
        NotAskedError: as ``read_address``.
    """
    try:
        return read_address(urljoin(str(base), location[: _LONGEST + 1]))
    except NotAskedError:
        raise
    except ValueError:
        raise NotAskedError("is no address that a browser could open") from None


def is_reserved(address: Address) -> bool:
    """Tell whether its server has a name that is kept for examples: then it leads nowhere."""
    return _is_below(address.host, _RESERVED)


def _is_below(host: str, names: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def same_page(one: Address, other: Address) -> bool:
    """Tell whether two addresses are one but for encryption, ``www.``, a last slash and marks of campaigns."""
    return _bare(one) == _bare(other)


def _bare(address: Address) -> tuple[str, int, str, str]:
    path, _, query = address.target.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(name)]
    port = 0 if address.port in _USUAL.values() else address.port
    return address.server, port, path.rstrip("/"), urlencode(kept)


def without_password(typed: str) -> str:
    """Leave out of an address what nobody should see."""
    return _PASSWORD.sub("//…@", typed)
