"""A sentence in plain lower case, cut into clauses that each ask for one thing."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.measures_said import with_plain_measures
from scenewright.app.agent.embedded.patterns import DETERMINED, VERBS, any_of

__all__ = ["clauses", "plain_text", "polite_less"]

_LONG_FORMS = {
    "dont": "do not", "don't": "do not", "doesnt": "does not", "doesn't": "does not", "didnt": "did not", "didn't": "did not",
    "cant": "can not", "can't": "can not", "cannot": "can not", "wont": "will not", "won't": "will not", "couldn't": "could not",
    "couldnt": "could not", "isnt": "is not", "isn't": "is not", "arent": "are not", "aren't": "are not", "shouldn't": "should not",
    "whats": "what is", "wheres": "where is", "hows": "how is", "whos": "who is", "theres": "there is", "thats": "that is",
    "what's": "what is", "where's": "where is", "how's": "how is", "who's": "who is", "it's": "it is", "that's": "that is",
    "there's": "there is", "what're": "what are", "they're": "they are", "i've": "i have", "ive": "i have", "im": "i am", "i'm": "i am",
    "i'd like": "i would like", "id like": "i would like", "i'd love": "i would like", "i'd": "i would", "let's": "let us",
    "lets": "let us", "we're": "we are", "you're": "you are", "i'll": "i will", "we'll": "we will", "you'll": "you will",
    "it'll": "it will",
    "that'll": "that will", "that'd": "that would", "it'd": "it would", "we'd": "we would", "you'd": "you would", "they'd": "they would",
    "we've": "we have", "you've": "you have", "they've": "they have", "there're": "there are", "wouldn't": "would not",
    "wouldnt": "would not",
    "wasn't": "was not", "weren't": "were not", "hasn't": "has not", "haven't": "have not", "mustn't": "must not", "needn't": "need not",
    "here's": "here is", "he's": "he is", "she's": "she is", "y'all": "you", "'em": "them", "em": "them", "dunno": "do not know",
    "cos": "because",
    "coz": "because", "cuz": "because", "cause": "because", "'cause": "because", "tho": "though", "prob": "probably", "probs": "probably",
    "gimme": "give me", "lemme": "let me", "wanna": "want to", "gonna": "going to", "gotta": "have to",
}  # fmt: skip
"""Short forms, with and without their apostrophe -> in full."""
_SLIPS = {
    "teh": "the", "hte": "the", "th": "the", "ad": "add", "mak": "make", "mvoe": "move", "im": "i am", "u": "you", "ur": "your",
    "pls": "please", "plz": "please", "plese": "please",
    "pleas": "please",
    "w/": "with", "w/o": "without", "n": "and", "lil": "little", "li'l": "little", "bc": "because", "thru": "through", "abit": "a bit",
    "alot": "a lot", "infront": "in front", "nextto": "next to", "ontop": "on top", "agian": "again", "sth": "something",
}  # fmt: skip
"""Usual slips and shorthand -> the words that are meant."""
_SPELLINGS = {
    "color": "colour", "colors": "colours", "colored": "coloured", "center": "centre",
    "cozy": "cosy", "cozier": "cosier",
}  # fmt: skip
_SIGNS = (
    (r"[“”]", '"'),
    (r"\bhim\b", "it"),
    (r",? (?:\.\.+ ?)?\b(?:er+m?|um+|uh+|hmm+|ahem)(?:,|\.\.+)", ""),
    (r"^(?:on|at) (?:second|third) thoughts?,? ", ""),
    (r"^(?:nah|nope|naw)\b(?=.* )", "no"),
    (r"’", "'"),
    (r"(?<=\w),? (?:please|pls|plz)\b(?! and\b)", ""),
    (r"°", " degrees"),
    (r"(\d)\s*%", r"\1 percent"),
    (r"\bper cent\b", "percent"),
    (r"(\d),(\d)(?=\s*(?:m|cm|mm|met|cent|deg|perc))", r"\1.\2"),
    (r"(\d)(m|cm|mm|km|ft|in|deg)\b", r"\1 \2"),
    (r"(\d)\s*x\b(?! ?\d)", r"\1 times"),
    (
        r"\b(?:all )?(?:of )?(the \w+(?: \w+)?) (?:but|and) (?:keep|leave) (?:just |only )?(one|two|three)(?: of them)?\b",
        r"all but \2 of \1",
    ),
    (
        r"\bwhat (?:else )?is (?:still )?missing(?: here| in here| in (?:this|the) room)?\?,? "
        r"(?:(?:and|please|then|just) )*add (?:it|them|that)\b",
        "add what is missing",
    ),
    (
        r"\bas (?:close|near) (?:to )?(the .+?|it|them) as (?:possible|you can|it gets|it goes|can be)\b",
        r"right next to \1",
    ),
    (
        r"\b(?:forward |back |over |across |up )?(?:until|till) (?:it|they) (?:touch(?:es)?|meets?|hits?|reach(?:es)?|is at|is "
        r"against) ",
        "right next to ",
    ),
    (r"\braise (?:up )?the ceiling(?: by)?(?: (.+))?$", r"make the room \1 higher"),
    (r"\blower the ceiling(?: by)?(?: (.+))?$", r"make the room \1 lower"),
    (r"\b(?:in|over|up|back|down|across) (?=(?:closer|nearer) to\b)", ""),
    (
        r"^(?P<v>(?:please )?(?:make|resize|scale|set)) (?P<w>.+?) (?:to )?(?P<a>\d+(?:\.\d+)?) ?(?:cm|m|metres|meters)? ?(?:x|by"
        r"|times|\*) ?"
        r"(?P<b>\d+(?:\.\d+)?) ?(?P<u>cm|m|metres|meters|centimetres)\b",
        r"\g<v> \g<w> \g<a> \g<u> wide and \g<b> \g<u> deep",
    ),
    (
        r"^((?:please )?(?:paint|make|turn|move|colour|remove|take)) (?:just|only) (?=the\b|my\b|that\b|this\b|those\b)",
        r"\1 ",
    ),
    (r"\bacross (the [\w ]+?) from the (?:first|other|old)(?: one)?\b", r"across from \1"),
    (r"\b(left|right)-hand\b", r"\1 hand"),
    (r"(?<=\S)w/ ?(?=\S)|\bw/ ?(?=\w)", "with "),
    (
        r"\b((?:the|this|that|these|those|my|our) [a-z-]+(?: [a-z-]+)?)'s "
        r"(?=(?:too|way|far|much|a bit|a little|a tad|a touch|not|in|on|at|so|really|very|quite|pretty|rather|kind of|still|just"
        r"|also|block|fac|"
        r"half|dead|dying|broken|filthy|dirty|empty|tiny|huge|already|never|always|been|got|gone|useless|childish|hideous|horrible|shabby|worn|wobbly|old"
        r"|crooked|ugly|boring|wrong|gloomy|dark|facing|all|under|behind|next|hanging|standing|sitting|lovely|nice|great|fine"
        r"|awful|a mess)\b|\w+ing\b)",
        r"\1 is ",
    ),
)
"""Signs and turns of phrase -> what they stand for."""

_WRITTEN = {**_LONG_FORMS, **_SLIPS, **_SPELLINGS}
_SHORTENED = re.compile(
    rf"(?<![\w'#-])(?:{'|'.join(re.escape(w) for w in sorted(_WRITTEN, key=len, reverse=True))})(?![\w'-])"
)

_POLITE_WORDS = any_of(
    "please", "ok(?:ay)?", "well", "now", "so", "then", "also", "and", "but", "hey", "hi", "hello", "great",
    "good(?! (?:morning|evening|afternoon|day|night)\\b)", "perfect", "cool",
    "nice", "thanks", "thank you", "oh", "hmm+", "um+", "uh", "ah", "erm", "actually",
    "just(?! (?:the|my|that|those|these) [\\w ]+ (?:on|lit|burning)$)", "hang on", "hold on", "maybe", "perhaps", "possibly", "first",
    "finally", "lastly", "after that", "instead", "yes", "yeah", "yep", "sure", "alright", "all right", "kindly", "right,",
    "next,", "fine", "oops",
    "ok now", "no wait", "thats fine", "of course", "quickly", "simply",
)  # fmt: skip
_POLITE_ASKING = any_of(
    "go ahead and", "go and", "try to", "would you mind", "do you mind", "how about", "what about", "could you", "can you", "would you",
    "will you", "could we", "can we", "can i", "could i", "may i", "shall we", "you should", "you can", "you could", "you may", "let us",
    "i want you to", "i would like you to", "i need you to", "i want to", "i would like to", "i would love to", "i need to", "we should",
    "we need to", "i think you should", "i think we should", "i think", "i guess", "help me(?: to)?", "make sure to",
    "be so kind and", "be so kind as to", "is it possible to", "would it be possible to", "do me a favou?r and",
    "i was wondering if you could",
)  # fmt: skip
_ONLY_POLITE = re.compile(rf"(?:{_POLITE_WORDS}[, ]*)+")
_POLITE_START = re.compile(rf"^(?:(?:{_POLITE_WORDS}|{_POLITE_ASKING})(?:\s*,\s*|\s+))+")
_POLITE_END = re.compile(
    r"(?:[\s,]+"
    + any_of(
        "please", "for me", "thanks", "thank you", "thank you very much", "if you can", "if possible", "if you could", "will you",
        "would you", "okay", "ok", "now", "right now", "again please", "as well", "too", "will ya", "mate", "then", "somehow",
        "i think", "i guess", "maybe", "cheers", "if you do not mind", "quickly", "real quick",
    )
    + r")+$"
)  # fmt: skip
_ALSO = re.compile(
    r"^(?P<said>(?:the|this|that|both|all|these|those) .*\b(?:too|as well))(?:[, ]+(?:please|thanks|thank you|then|now))*$"
)
"""*The dresser too* asks for the same again."""
_QUESTION_KEEPS = re.compile(r"^(?:can|could|will|would|shall|do) (?:it|the|that|this|these|those|there|any|all)\b")

_LATER = (
    r"(?:also |then |please |finally |just |afterwards |next |maybe )*"
    rf"(?:{VERBS})(?: (?:up|back|out|away|off|in|down|around))? (?:{DETERMINED}|me|us|out|away|rid|\w+s\b|to\b)"
)
_CUT = re.compile(
    rf"\s*(?:[,;]?\s+and then|[,;]?\s+then|[,;]\s*and|;|,|\s+and|\s+but|\s+after that)\s+(?={_LATER})"
    r"|\s*,\s+(?=(?:it|they|this|that|there|i) (?:is|are|am|looks?|feels?|have|hate|love|can|do)\b)"
    r"|\s*(?:,?\s+and then|,\s*then|\s+then|;|,?\s+after that,?)\s+"
)
_SENTENCES = re.compile(r"(?<=[a-z\])\"'])\s*[.!;]+(?:\s+|$)|(?<=\d)[.!]+(?:\s+|$)|\s*\n+\s*")
_HEADLINE = re.compile(rf":\s+(?=(?:{_POLITE_WORDS}[, ]+)*(?:{VERBS})\b)")
"""*Make it bedtime: turn the lights off* are two requests."""
_REQUEST = re.compile(rf"^(?:{_POLITE_WORDS}[, ]+)*{_POLITE_ASKING} (?:{_POLITE_WORDS}[, ]+)*(?:{VERBS})\b")
"""*Could you move ...?* is a request, and no question."""
_REASON = re.compile(
    r"^(?P<reason>(?:it|they|this|that|there|i|we|the \w+(?: \w+)?) (?:is|are|am|looks?|feels?|have|has|hate|like)\b[^?]*?),? (?:so )?"
    rf"(?P<request>{_POLITE_ASKING} (?:{VERBS})\b.*\?)$"
)
"""*It is gloomy, can we have more light?* is a statement and a request."""
_QUESTIONS = re.compile(r",? and (?=(?:how|what|where|which|who|is|are|does)\b)")


def plain_text(text: str) -> str:
    """A sentence in lower case with single spaces, short forms written out, without a full stop at its end."""
    plain = " ".join(text.lower().split())
    for pattern, written in _SIGNS:
        plain = re.sub(pattern, written, plain)
    plain = with_plain_measures(_SHORTENED.sub(lambda m: _WRITTEN[m[0]], plain))
    return plain.strip().strip("\"'").rstrip(" .!").strip()


def polite_less(text: str) -> str:
    """A clause without the words that only make it polite. *Can the sofa go there* stays a question."""
    before = None
    while before != text:
        before = text
        if not _QUESTION_KEEPS.match(text):
            text = _POLITE_START.sub("", text, count=1)
        also = _ALSO.match(text)
        text = also["said"] if also is not None else _POLITE_END.sub("", text) or text
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
    asking = [c for c in found if not _ONLY_POLITE.fullmatch(c)]
    return asking or found


def _parts(sentence: str) -> list[str]:
    reason = _REASON.match(sentence)
    if reason is not None:
        return [reason["reason"], *_parts(reason["request"])]
    if sentence.rstrip().endswith("?") and not _REQUEST.match(sentence):
        return [part for part in _QUESTIONS.split(sentence) if part.strip()]
    pieces = [piece for headline in _HEADLINE.split(sentence) for piece in _CUT.split(headline)]
    return [part for part in pieces if part and part.strip()]
