"""A sentence in plain lower case, cut into clauses that each ask for one thing."""

from __future__ import annotations

import re

from scenewright.scene.english import CARDINALS

__all__ = ["ADDING", "DETERMINED", "VERBS", "clauses", "number_of", "plain_text", "polite_less"]

_SHORT = (
    (r"\bdon[’']?t\b", "do not"),
    (r"\bdoesn[’']?t\b", "does not"),
    (r"\bcan[’']t\b|\bcannot\b", "can not"),
    (r"\bwon[’']t\b", "will not"),
    (r"\bcouldn[’']t\b", "could not"),
    (r"\bi[’']d like\b", "i would like"),
    (r"\bi[’']d love\b", "i would like"),
    (r"\bi[’']d\b", "i would"),
    (r"\blet[’']s\b", "let us"),
    (r"\b(what|where|how|who|it|that|there)[’']s\b", r"\1 is"),
    (r"\bgimme\b", "give me"),
    (r"\bwanna\b", "want to"),
    (r"[“”]", '"'),
    (r"’", "'"),
    (r"°", " degrees"),
    (r"(\d)\s*%", r"\1 percent"),
    (r"\bper cent\b", "percent"),
    (r"(\d),(\d)(?=\s*(?:m|cm|mm|met|cent|deg|perc))", r"\1.\2"),
    (r"(\d)(m|cm|mm|km|ft|in|deg)\b", r"\1 \2"),
    (r"(\d)\s*x\b(?! ?\d)", r"\1 times"),
    (r"\bcolor\b", "colour"),
    (r"\bcolored\b", "coloured"),
    (r"\bcenter\b", "centre"),
)

_POLITE_START = re.compile(
    r"^(?:(?:please|ok(?:ay)?|well|now|so|then|also|and|hey|hi|hello|great|good|perfect|cool|nice|thanks|thank you|oh|hmm+|um+|uh"
    r"|actually|just|maybe|perhaps|first|finally|lastly|after that|instead|yes|yeah|yep|sure|alright|all right|go ahead and|go and|try to"
    r"|kindly|would you mind|do you mind|how about|what about|could you|can you|would you|will you|could we|can we|can i|could i|shall we|you should|you can"
    r"|you could|you may|let us|i want you to|i would like you to|i need you to|i want to|i would like to|i would love to"
    r"|i need to|we should|we need to|i think you should|i think we should|i think|i guess|help me(?: to)?|make sure to|be so kind and|be so kind as to)"
    r"(?:\s*,\s*|\s+))+"
)
_POLITE_END = re.compile(
    r"(?:[\s,]+(?:please|for me|thanks|thank you|thank you very much|if you can|if possible|if you could|will you|would you|okay|ok|now|right now|again please"
    r"|as well|too|instead|will ya|mate|then|somehow|i think|i guess))+$"
)
_ALSO = re.compile(r"^(?:the|this|that|both|all|these|those) .*\b(?:too|as well)$")
"""*The dresser too* asks for the same again."""
_QUESTION_KEEPS = re.compile(r"^(?:can|could|will|would|shall|do) (?:it|the|that|this|these|those|there|any|all)\b")

ADDING = (
    "a|an|another|some|one more|"
    + "|".join(w for w, n in CARDINALS.items() if 1 <= n <= 20)
    + r"|\d+|several|a few|a couple of|a pair of"
)
"""Words that begin what is new, as a regular expression."""
DETERMINED = (
    rf"(?:the|this|that|these|those|it|them|its|their|my|our|your|all|both|each|every|everything|every|one|{ADDING})"
)
"""Words that begin what a verb is about."""

VERBS = (
    "move|put|place|toss|push|pull|shift|slide|drag|bring|get|take|carry|set|position|relocate|lift|raise|lower|drop|nudge|lay|hang|lean"
    "|align|centre|turn|rotate|spin|face|point|orient|angle|flip|aim|scale|resize|enlarge|grow|shrink|stretch|widen|lengthen|shorten"
    "|narrow|double|halve|triple|make|remove|delete|erase|discard|clear|throw|paint|colour|recolour|dye|tint|add|insert|create"
    "|install|give|replace|swap|exchange|switch|change|rename|call|name|duplicate|copy|clone|undo|redo|revert|show|select|highlight|let"
    "|have|stand|mount|stick|reduce|increase|decrease|trade|substitute|find|mark|keep|leave|leave|heighten|mirror|tilt|plant|store|stack"
)
"""Verbs that can begin a clause, as a regular expression."""

_LATER = rf"(?:also |then |please |finally |just |afterwards |next )*(?:{VERBS})(?: (?:up|back|out|away|off|in|down|around))? (?:{DETERMINED[3:-1]}|out|away|rid|\w+s\b|to\b)"
_CUT = re.compile(
    rf"\s*(?:[,;]?\s+and then|[,;]?\s+then|[,;]\s*and|;|,|\s+and|\s+but|\s+after that)\s+(?={_LATER})"
    r"|\s*(?:,?\s+and then|,\s*then|\s+then|;|,?\s+after that,?)\s+"
)
_SENTENCES = re.compile(r"(?<=[a-z\])\"'])\s*[.!;]+(?:\s+|$)|(?<=\d)[.!]+(?:\s+|$)|\s*\n+\s*")
_WHOLE = re.compile(r"\b(?:if|so that|because|when|while|unless)\b")


def plain_text(text: str) -> str:
    """A sentence in lower case with single spaces, short forms written out, without a full stop at its end."""
    plain = " ".join(text.lower().split())
    for pattern, written in _SHORT:
        plain = re.sub(pattern, written, plain)
    return plain.strip().strip("\"'").rstrip(" .!").strip()


def polite_less(text: str) -> str:
    """A clause without the words that only make it polite. *Can the sofa go there* stays a question."""
    before = None
    while before != text:
        before = text
        if not _QUESTION_KEEPS.match(text):
            text = _POLITE_START.sub("", text, count=1)
        if not _ALSO.match(text):
            text = _POLITE_END.sub("", text) or text
        text = text.strip(" ,.!")
    return _imperative(text)


def _imperative(text: str) -> str:
    """*Taking the broom away* as *take the broom away*."""
    first, _, rest = text.partition(" ")
    if not first.endswith("ing") or not rest:
        return text
    stem = first[:-3]
    for base in (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
        if re.fullmatch(VERBS, base):
            return f"{base} {rest}"
    return text


def clauses(text: str) -> list[str]:
    """The clauses of a plain text in their order, each without politeness."""
    found: list[str] = []
    for sentence in _SENTENCES.split(text):
        if not sentence or not sentence.strip(" .!,"):
            continue
        found += [c for c in (polite_less(part) for part in _parts(sentence)) if c]
    return found


def _parts(sentence: str) -> list[str]:
    if sentence.rstrip().endswith("?"):
        return [sentence]
    return [part for part in _CUT.split(sentence) if part and part.strip()]


_NUMBERS = {
    "a couple of": 2,
    "a pair of": 2,
    "a few": 3,
    "several": 3,
    "some": 1,
    "a": 1,
    "an": 1,
    "another": 1,
    "one more": 1,
}


def number_of(word: str) -> int | None:
    """The number that words such as *a*, *two*, *a couple of*, *12* stand for; None where they are none."""
    word = word.strip()
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word in CARDINALS:
        return CARDINALS[word]
    return int(word) if word.isdecimal() and len(word) <= 4 else None
