"""Reads what asks for no change: greetings, thanks, a request for help, a request that is dropped."""

from __future__ import annotations

from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.wanted import HelpWanted, SmallTalk, Wanted

__all__ = ["read_talk"]

_HELP = whole(
    r"help|\?|commands|who are you|how can you help.*|what (?:commands|else can).*",
    r"what (?:can|could) (?:you|i) (?:do|say|ask|change|type)(?: here| for me)?",
    r"what do you (?:do|understand|know)",
    r"how (?:does|do) (?:this|it|i|you) (?:work|use).*",
    r"what are (?:you able|your|my|the) .*(?:do|commands|options)",
    r"(?:show|list)(?: me)? (?:the |all )?(?:commands|help)",
)
_HELLO = whole(r"(?:hello|hi|hey|good (?:morning|evening|afternoon|day)|greetings|yo|hiya|good night)(?: there)?")
_THANKS = whole(
    r"(?:many )?(?:thanks?|thank you|cheers|thx|ty|much appreciated)(?: (?:a lot|so much|very much|ever so much|you|kindly|again|dear))*",
)
_PRAISE = any_of(
    "ok(?:ay)?", "great", "good", "perfect", "nice", "fine", "cool", "lovely", "beautiful", "better", "much better",
    "well done", "awesome", "excellent", "wonderful",
)  # fmt: skip
_FINE = whole(
    rf"(?:that is |looks? |that looks |this is |it is |it looks )?{_PRAISE}(?: (?:job|work|now))?",
    r"i (?:like|love) (?:it|that|this)",
    r"yes|yeah|yep|sure|wow",
)
_DROPPED = whole(
    r"never ?mind|forget (?:it|about it|that)|cancel(?: (?:it|that))?|stop|skip it|drop it|not now",
    r"no|nope|none(?: of (?:them|these|those))?|neither|nothing|do nothing|no thanks?|no thank you",
    r"leave (?:it|them)(?: as (?:it is|they are)| alone)?",
)


_SAVED = whole(
    r"save(?: (?:it|that|this|everything|the (?:scene|room|file|changes)|my (?:work|changes)))?(?: please| now)?"
)


def read_talk(text: str) -> Wanted | None:
    """Small talk and requests for help; None where a clause is neither."""
    if _HELP.match(text):
        return HelpWanted()
    for kind, pattern in (
        ("hello", _HELLO),
        ("thanks", _THANKS),
        ("fine", _FINE),
        ("dropped", _DROPPED),
        ("saved", _SAVED),
    ):
        if pattern.match(text):
            return SmallTalk(kind)
    return None
