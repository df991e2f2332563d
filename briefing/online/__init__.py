"""Links → what answers there: the only room that goes online, and only when it is asked to.

An article is a stranger's: nothing but web pages of the open internet is asked for, never what a local network holds,
and never more than the head of an answer. Servers are asked politely: one question at a time each, with a pause after
it, for the head of the page alone. What was heard is told as diagnostics; it goes into no file.

    public     which numeric addresses belong to the open internet
    addresses  what an author typed → what a server is asked for, or why nobody is asked
    answers    what came of one question
    exchange   one question over an open connection, with limits of time and size
    network    one question from the name of a server on: resolving, proxies, encryption
    inquiry    one link: what to ask next, until it is known where it leads
    asking     many links at once, politely
    links      briefing → the links that its readers are given, and where they were typed
    telling    what was heard → diagnostics
    checking   article folder → what is to be said of its links
"""

from briefing.online.asking import LIMITS, Limits, Progress
from briefing.online.checking import LinkReport, check_links
from briefing.online.inquiry import Verdict
from briefing.online.network import Network

__all__ = ["LIMITS", "Limits", "LinkReport", "Network", "Progress", "Verdict", "check_links"]
