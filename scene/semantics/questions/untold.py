"""Questions about what a scene does not hold: weights, prices, ages, whether a lamp is switched on. An answer says so."""

from __future__ import annotations

import re

__all__ = ["untold"]

_UNTOLD: tuple[tuple[str, str], ...] = (
    (r"\b(?:heavy|heavier|heaviest|lightest in weight|weigh|weighs|weight)\b", "what things weigh"),
    (r"\b(?:cost|costs|price|worth|expensive|cheap|cheaper|cheapest|buy|bought|pay|afford)\b", "what things cost, or where they are from"),
    (r"\bhow old\b|\b(?:older|oldest|newest|age|brand new)\b|^when\b|\bwhat (?:year|time|day|season)\b", "how old things are, or any time"),
    (r"\b(?:brand|maker|manufacturer|designer|made by|who made|who built|who designed|owner|owns|belongs? to (?:who|whom))\b",
     "who made or owns things"),
    (r"\b(?:smells?|tastes?|sounds?|noisy|loud|quiet|warm|hot|cold|temperature|humid)\b(?! (?:lamp|light|white))",
     "how things smell, sound, taste or feel"),
    (r"\bmade$|\b(?:switched|turned|plugged|locked|unlocked|running|ringing|broken|working|charged)\b", "what state things are in"),
    (r"\b(?:comfortable|comfy|cozy|cosy|beautiful|pretty|ugly|nice|nicer|nicest|stylish|safe|dangerous|easy|best|worst|favorite)\b",
     "how people would find things"),
    (r"^why\b|\bwhat for\b", "why things are as they are"),
    (r"^who (?:lives?|sleeps?|works?|sits?|uses?|is (?:in|the|this|that))\b|\bwhose\b", "anything of people who are not in it"),
    (r"^(?:should|shall|would|will|may|might|must)\b|\bshould (?:i|we|you)\b|\b(?:recommend|suggest|improve"
    r"|better)\b", "what ought to be done"),
    (r"\b(?:see|visible|seen|hidden|blocked|view of)\b.* from (?:the|my|a|where)\b|\bblocks? the view\b", "what can be seen from where"),
)  # fmt: skip
"""Words of a question -> what it is that the scene does not tell."""
_COMPILED = tuple((re.compile(pattern), what) for pattern, what in _UNTOLD)


def untold(text: str) -> str:
    """What a question asks for that no scene tells; '' for none. Asked only of questions that no form answers."""
    return next((what for pattern, what in _COMPILED if pattern.search(text)), "")
