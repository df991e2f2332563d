"""Article folder → what is to be said of its links: what the command line and other programs call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing import press
from briefing.errors import Diagnostic, errors_of, sorted_diagnostics
from briefing.model import Briefing
from briefing.online.addresses import Address, read_address
from briefing.online.asking import LIMITS, Limits, Progress, ask_all
from briefing.online.inquiry import Inquiry, Outcome, Verdict
from briefing.online.links import Found, Use, links_of
from briefing.online.network import Network, Proxy
from briefing.online.telling import BLIND, held_back, offline, printed_elsewhere, tell, tell_refused, tell_unasked
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import Places

__all__ = ["LinkReport", "check_links"]


class LinkReport(NamedTuple):
    """What was found out about the links of a briefing."""

    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files."""
    counted: Mapping[Verdict, int] = MappingProxyType({})
    """How many links there are of each verdict."""
    stopped: bool = False
    """Whether somebody interrupted it."""
    held_back: bool = False
    """Whether nobody was asked, for a list of sources has errors."""


def check_links(
    folder: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    network: Network | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> LinkReport:
    """Go online, and ask where each link of an article leads: text, sources, petition, organisation.

    Nothing is written. ``network`` is one in place of the machine's own; ``progress`` is called with how many links are
    known, and of how many. Who interrupts it gets what was found by then. While a list of sources has errors nobody is
    asked: one of them may hide that a source is confidential.

    Raises:
        ProtectedError: the article holds a protected word; nobody is asked for anything.
    """
    found = press.load(folder, language=language, configuration=configuration, protected=protected)
    if found.briefing is None:
        return LinkReport(())
    if errors := _of_lists(found.diagnostics, found.briefing):
        return LinkReport(tuple(held_back(errors)), held_back=True)
    links = links_of(found.briefing, Places(found.files).find)
    inquiries = {address: Inquiry(address, otherwise=_plain(uses)) for address, uses in links.links.items()}
    proxies: set[str] = set()
    stopped = ask_all(inquiries, _noting(network or Network(), proxies), limits, progress)
    outcomes = {address: each.outcome for address, each in inquiries.items() if each.outcome}
    nothing_known = tuple(offline(outcomes.values()))
    if nothing_known:  # what no server could be asked for may lead somewhere all the same
        outcomes = {address: _unknown(each) for address, each in outcomes.items()}
    told = (
        *_by_proxy(proxies),
        *nothing_known,
        *_told(links, outcomes, stopped=stopped, is_offline=bool(nothing_known)),
    )
    refused: Counter[Verdict] = Counter({"unasked": len(links.refused)})
    counted = Counter(each.verdict for each in outcomes.values()) + refused  # which drops what is not there
    return LinkReport(sorted_diagnostics(told), counted, stopped)


def _of_lists(diagnostics: Iterable[Diagnostic], briefing: Briefing) -> tuple[Diagnostic, ...]:
    """Keep the errors of lists whose sources would be asked for."""
    files = {each.position.file for each in briefing.sources.values()}
    return tuple(each for each in errors_of(diagnostics) if each.position and each.position.file in files)


def _plain(uses: tuple[Use, ...]) -> Address | None:
    """What a browser tries where a server has no encryption, of what is typed nowhere but without a scheme."""
    bare = all(each.kind == "print_as" and "://" not in each.typed for each in uses)
    return read_address(f"http://{uses[0].typed}") if bare else None


def _unknown(outcome: Outcome) -> Outcome:
    return outcome._replace(verdict="unclear") if outcome.failure in BLIND else outcome


def _told(
    links: Found, outcomes: Mapping[Address, Outcome], *, stopped: bool, is_offline: bool
) -> Iterator[Diagnostic]:
    yield from (tell_refused(use, words) for use, words in links.refused)
    for address, outcome in outcomes.items():
        if not (is_offline and outcome.failure in BLIND):
            yield from tell(links.links[address], outcome)
    unasked = (address for address, each in outcomes.items() if each.verdict == "unasked" and not each.failure)
    yield from tell_unasked((links.links[address] for address in unasked), stopped=stopped)
    yield from _of_print(links, outcomes)


def _of_print(links: Found, outcomes: Mapping[Address, Outcome]) -> Iterator[Diagnostic]:
    of_kind = {use.kind: (address, use) for address, uses in links.links.items() for use in uses}
    if "petition" in of_kind and "print_as" in of_kind:
        (link, _), (printed, use) = of_kind["petition"], of_kind["print_as"]
        yield from printed_elsewhere((use, outcomes[printed]), (link, outcomes[link]))


def _noting(network: Network, proxies: set[str]) -> Network:
    """The same network, which notes the proxies that are asked."""

    def proxy_for(address: Address) -> Proxy | None:
        if proxy := network.proxy_for(address):
            proxies.add(str(proxy))
        return proxy

    return replace(network, proxy_for=proxy_for)


def _by_proxy(proxies: Iterable[str]) -> Iterator[Diagnostic]:
    """Say who was asked in the place of servers: what a name means is then not known here."""
    if names := ", ".join(sorted(proxies)):
        message = f"The links were asked for by the proxy {names}, as this machine is set up."
        hint = "Whether a name means a machine on a local network cannot be seen then."
        yield Diagnostic("note", "links-by-proxy", message, hint=hint)
