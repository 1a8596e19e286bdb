"""Remove the order around a query: *robot, bring me the cup on the desk* asks for the cup."""

from __future__ import annotations

import re

from scenewright.scene.english import LEADING
from scenewright.scene.semantics.queries.markers import RELATED

__all__ = ["BEGINNING", "without_order"]

BEGINNING = rf"(?:{LEADING}|one|what|whatever|whichever|everything|anything|something)"
"""Words that begin a noun phrase or stand for one, as a regular expression."""

_CALLED = re.compile(
    r"^(?:(?:hey|hi|hello|ok|okay|dear|(?:robot|computer|assistant)(?=,| ,| (?:please|can|could|go|bring|fetch|show|find"
    r"|get|take|where|what)\b)|please|pls|plz|kindly|now|excuse me|(?:can|could|will|would) you"
    r"|you should|i would like(?: you)? to|i d like(?: you)? to|i want you to|try to)\b[ ,]*(?=\w))+"
)
_FETCH = re.compile(
    r"^(?:go (?:and |to )?)?(?:bring|fetch|hand|pass|give|show|find|get|grab|take|pick up|pick|choose|select|highlight|mark|locate|identify"
    r"|point (?:at|to|out)|look (?:at|for)|search for|tell me(?: about)?|go to|walk to|move to|drive to|i want|i need|i am looking for"
    rf"|i m looking for|i am after|i mean|we need|where is|where are|where can i find)\b(?: (?:me|us|up))?(?= {BEGINNING}\b)"
)
_DO = re.compile(
    r"^(?:go (?:and |to )?)?(?:empty|fill|clean|wipe|dust|water|switch (?:on|off)|turn (?:on|off)|open|"
    r"close|shut|wash|move|push|pull|put away"
    rf"|carry|lift|remove|delete|paint|check|feed|polish|tidy|inspect|touch|press|clear|unplug|repair)(?= (?:{LEADING})\b)"
)
_MEANT = re.compile(r"\b(?:it|you|your|them|there|to [a-z]+ing)\b")
_TAIL = re.compile(r"(?:[ ,]+(?:please|pls|plz|thanks|thank you|for me|will you|would you|if you can))+$")


def without_order(text: str) -> str:
    """Remove an order: *robot, empty the bin under the desk* asks for the bin. A description (*wash the dishes with it*) stays."""
    out = _TAIL.sub("", text)
    called = _CALLED.match(out)
    out = _CALLED.sub("", out) or out  # 'computer' alone is a thing
    fetched = _FETCH.sub("", out).strip(" ,")
    if fetched != out and not _MEANT.search(fetched):
        return fetched
    done = _DO.match(out)
    rest = out[done.end() :].strip() if done else ""
    if done and not _MEANT.search(rest) and (called or re.search(rf"\b(?:{RELATED}) (?:{LEADING})\b", rest)):
        return rest
    return out
