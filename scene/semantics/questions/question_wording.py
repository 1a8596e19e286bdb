"""The many wordings of a question brought to few: negated, indirect and finite forms, and whose left and right it means.

Regular expressions rewrite English; none changes what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.scene.english import Viewpoint, take_viewpoint

__all__ = ["cleaned"]

_SHORT = {"what's": "what is", "where's": "where is", "who's": "who is", "how's": "how is", "there's": "there is",
          "isn't": "is not", "aren't": "are not", "doesn't": "does not", "don't": "do not", "colour": "color", "metre": "meter",
          "centre": "center", "can't": "can not", "couldn't": "could not", "hasn't": "has not", "haven't": "have not",
          "there're": "there are", "what're": "what are", "where're": "where are", "they're": "they are", "wasn't": "was not"}  # fmt: skip
_OPENING = re.compile(
    r"^(?:please |could you |can you |would you |so |and |but |hey |hi |hello |ok |okay |well |i wonder |i want to know |i would"
    r" like to know |i'd like to know "
    r"|i need to know |tell me |say |do you know )*"
    r"(?=(?:how|what|which|where|who|why|is|are|does|do|has|have|count|name|list|describe|the|in|on|at|can|could|if|whether)\b)"
)
_DOING = {
    "face": "facing", "touch": "touching", "surround": "surrounding", "flank": "flanking", "look at": "looking at",
    "look toward": "facing", "look towards": "facing", "point at": "pointing at", "point to": "pointing to",
    "point toward": "facing", "point towards": "facing", "lean against": "against", "stand against": "against", "adjoin": "next to",
    "belong to": "belonging to", "lie in front of": "in front of",
}  # fmt: skip
_FINITE = "|".join(
    f"{verb[0]}(?:{'es' if verb[0].endswith(('ch', 'sh')) else 's'})?{' ' if verb[1:] else ''}{' '.join(verb[1:])}"
    for verb in (phrase.split() for phrase in _DOING)
)
_NOT_THE_NOUN = r"(?! ?(?:is|are|was|were|does|do|did|has|have|can|there)\b)"
_HOW_MANY_DO = re.compile(
    rf"^(?P<count>(?:how many|count(?: all)?|(?:what is )?the number of|number of) (?:of )?(?:the )?\w(?:(?! (?:is|are|was|were) in ).)*?) "
    rf"(?:(?:that|which) )?(?:(?:do|does) (?P<not>not )?)?(?P<verb>{_FINITE}) (?!with\b)(?=\w){_NOT_THE_NOUN}"
)
_HOW_MANY_HAVE = re.compile(
    r"^(?P<count>(?:how many|count(?: all)?|(?:what is )?the number of|number of) (?:of )?(?:the )?\w[\w ]*?) "
    r"(?:(?:have|has|got|hold|holds)(?: got)?(?P<not> no)?|(?:do|does) (?P<lacks>not )have(?: any)?) (?P<what>(?!to\b|the\b|it\b)\w.*)$"
)
_THAT_DOES = re.compile(rf" (?:that|which|who) (?:(?:do|does) (?P<not>not )?)?(?P<verb>{_FINITE}) (?=\w)")
"""Questions with a finite form of a verb that is a relation, which are reworded like those of other relations."""
_INDIRECT = re.compile(
    r"^(?P<ask>where|how (?:tall|high|wide|deep|long|big|large|far|thick)|how many [\w ]+?|(?:what|which) (?:color|shape|size"
    r"|material|wall)|what) "
    r"(?P<what>(?:the|my|our|your|it|they|this|that|these)\b(?: (?!is\b|are\b|does\b|do\b)[\w'-]+)*|there) (?P<be>is"
    r"|are)(?P<rest>(?: (?:from|in|on|against|made|to) ?.*)?)$"
)
"""*How tall the wardrobe is*, after *could you tell me*."""
_IF = re.compile(r"^(?:if|whether) (?P<what>there|.+?) (?P<be>is|are|has|have) (?P<rest>.+)$")
_NOT_FIRST = re.compile(
    r"^(?P<verb>is|are|was|were|does|do|did|has|have|can|could) not (?=(?:the|a|an|there|any|my|our|your|this|that|these|those"
    r"|all|you|we|it|they)\b)"
)
"""*Isn't the sofa red* asks the same as *is the sofa red*."""
_OWN = re.compile(
    r"^(?P<ask>what|which|how (?:big|large|high|long|wide)) (?P<be>is|are) (?P<what>(?:the|this|that|my|our|your) .+?)(?:'s|s') "
    r"(?P<own>(?:floor |surface )?area|volume|colors?|material|shape|dimensions|measurements|position|location)$"
)
"""*The table's color* is the color of the table."""
_WHAT_HAVE = re.compile(
    r"^what (?:does|do) (?P<what>.+?) (?:have|hold|carry) (?P<how>on|in|inside|under|above|around|next to|beside|behind)(?: top"
    r" of)? (?:it|them|top)$"
)
_PLACED = r"(?:on|in|inside|at|by|near|next to|beside|behind|in front of|under|above|against|between|to the|left of|right of|opposite)"
_THE_THING = re.compile(rf"^what (?P<be>is|are) the (?:things?|objects?|items?) (?:that (?:is|are) )?(?={_PLACED}\b)")
_POSTURE = {
    "stand": "standing",
    "sit": "sitting",
    "lie": "lying",
    "hang": "hanging",
    "rest": "resting",
    "lean": "leaning",
}
_DOES_STAND = re.compile(rf"^(?P<does>does|do) (?P<what>.+?) (?P<verb>{'|'.join(_POSTURE)}) (?={_PLACED}\b|from\b)")
_WHICH_FACES = re.compile(r"^((?:which|what|who)\b(?! (?:does|do|way)\b).*?) faces? (?=\w)")
_DOES_FACE = re.compile(
    r"^(?:does|do) (?P<what>.+?) (?P<verb>face|look at|look towards?|point at|point towards?|touch|surround) (?=\w)"
)
_SEE = re.compile(
    r"^what (?:do|can) (?:you|we|i) see (?=(?:on|in|inside|under|near|next to|behind|above|beside|around|at)\b)"
)
_IN_TOTAL = re.compile(r" (?:in total|altogether|in all|overall|all together)\b")
_EXCEPT = re.compile(r",? (?:apart from|aside from|other than|excluding|not counting) ")
_ELSE = re.compile(r"^(what else .+?),? besides ")
_COMPARED = r"(?=(?:higher|lower|taller|closer|nearer|farther|further)\b)"
_DOES_HANG_HIGHER = re.compile(rf"^(?:does|do) (.+?) (?:sit|hang|stand|lie|rest) {_COMPARED}")
_HUNG_HIGHER = re.compile(rf"^(is|are) (.+?) (?:mounted|hung|hanging|placed|standing|sitting|positioned) {_COMPARED}")


_CAMERA = r"(?:the |this |your )?(?:main |first |default )?(?:camera|picture|image|photo|frame|shot|render)"
_BY_CAMERA = rf"(?:from|to|for|by|in|on|through|of) {_CAMERA}(?:'s (?:view|point of view|perspective|field of view))?"
_VIEW = rf"(?:in|within|inside|part of) (?:the )?(?:(?:main )?camera's )?(?:view|sight|shot|field of view)(?: of {_CAMERA})?"
_VISIBLE = rf"(?:(?:visible|seen|shown|hidden)(?: {_BY_CAMERA})?|{_VIEW}|in (?:the |this )?(?:picture|image|photo))"
_THESE = r"(?P<what>(?:the|my|our|all|both) (?!.*\b(?:left|right)\b)[\w' -]+?)"
_SEES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^(?:can|does|do|could|will) {_CAMERA}(?P<not> not)? (?:see|show|capture|view) {_THESE}$"), "can the camera see"),
    (re.compile(rf"^(?:can|could|do) (?:you|we|i|one)(?P<not> not)? see {_THESE} {_BY_CAMERA}$"), "can the camera see"),
    (re.compile(rf"^(?:is|are|can)(?P<not> not)? {_THESE}(?P<denied> not)?(?: be)?(?: fully| clearly)? {_VISIBLE}$"), "can the camera see"),
    (re.compile(rf"^(?:what|which things)(?: all)? (?:is|are|can be) {_VISIBLE}(?P<what>)$"), "what can the camera see"),
    (re.compile(rf"^what (?:can|does|do) (?:{_CAMERA} (?:see|show)|(?:you|we|i) see {_BY_CAMERA})(?P<what>)$"), "what can the camera see"),
    (re.compile(rf"^which (?P<what>[\w -]+?) (?:(?:is|are|can be) {_VISIBLE}|(?:can|does) {_CAMERA} see)$"), "what can the camera see of"),
)  # fmt: skip
"""Questions of what the main camera sees, and the question that they are reworded to."""


def _asked_sight(text: str) -> str:
    """The plain question of what the camera sees; '' for other questions."""
    for pattern, plain in _SEES:
        match = pattern.match(text)
        if match is not None:
            hidden = bool(re.search(r"\bhidden\b", f"{text[: match.start('what')]} {text[match.end('what') :]}"))
            denied = hidden != any(match.groupdict().get(name) for name in ("not", "denied"))
            return f"{plain}{' not' if denied else ''} {match['what']}".strip()
    return ""


def _asked_if(match: re.Match[str]) -> str:
    """*Whether the lamp is on the desk* asks *is the lamp on the desk*."""
    if match["be"] in ("has", "have"):
        return f"does {match['what']} have {match['rest']}"
    return f"{match['be']} {match['what']} {match['rest']}"


def _standing(match: re.Match[str]) -> str:
    """*Does the lamp stand on the desk* asks *is the lamp standing on the desk*."""
    return f"{'is' if match['does'] == 'does' else 'are'} {match['what']} {_POSTURE[match['verb']]} "


def _participle(match: re.Match[str]) -> str:
    first, _, rest = match["verb"].partition(" ")
    stem = next(s for s in (first, first[:-1], first[:-2]) if f"{s} {rest}".strip() in _DOING)
    return f"{'not ' if match['not'] else ''}{_DOING[f'{stem} {rest}'.strip()]}"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_IN_TOTAL, ""),
    (_INDIRECT, r"\g<ask> \g<be> \g<what>\g<rest>"),
    (_SEE, "what is "),
    (_EXCEPT, " except "),
    (_ELSE, r"\1 except "),
    (_IF, _asked_if),
    (_NOT_FIRST, r"\g<verb> "),
    (_WHAT_HAVE, r"what is \g<how> \g<what>"),
    (_THE_THING, r"what \g<be> "),
    (_DOES_STAND, _standing),
    (_DOES_HANG_HIGHER, r"is \1 "),
    (_HUNG_HIGHER, r"\1 \2 "),
    (_OWN, r"what is the \g<own> of \g<what>"),
    (_HOW_MANY_HAVE, lambda m: f"{m['count']} {'without' if m['not'] or m['lacks'] else 'with'} {m['what']}"),
    (_HOW_MANY_DO, lambda m: f"{m['count']} are {_participle(m)} "),
    (_THAT_DOES, lambda m: f" that are {_participle(m)} "),
    (_WHICH_FACES, r"\1 is facing "),
    (_DOES_FACE, lambda m: f"is {m['what']} {_DOING[m['verb']]} "),
)
"""What is reworded, in this order, after an opening such as *could you tell me* is cut off."""


def cleaned(question: str) -> tuple[str, Viewpoint]:
    """The question in lower case with single spaces and no question mark, and whose left and right it means."""
    text = question.replace("\u2019", "'").lower().strip()
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    sight = _asked_sight(_OPENING.sub("", " ".join(text.strip(" ?.!").split()), count=1))
    if sight:
        return sight, Viewpoint("picture", True)
    text, view = take_viewpoint(text.strip(" ?.!"))
    text = re.sub(r"[\"\u201c\u201d()]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" ?.!")
    text = _OPENING.sub("", text, count=1)
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text.strip(" ,"), view
