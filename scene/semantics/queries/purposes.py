"""Things by what they are for: *something to sit on* asks for every seat, *anything to drink from* for every cup, mug and glass.

A purpose names kinds or things of the lexicon. Purposes that are not in the table are looked up among the names of the lexicon's kinds,
which hold some such phrases in one wording (*something to wear*), and then among what it says of its things.
"""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.scene.semantics.queries.markers import RELATED
from scenewright.scene.semantics.queries.reading import read_query
from scenewright.scene.semantics.queries.readings import Reading, read_noun
from scenewright.scene.semantics.words import Lexicon

__all__ = ["named_purpose", "read_by_purpose"]

_ANY = (
    r"(?:something|anything|everything|things?|(?:an?|any|all|every|some|the) things?|stuff|objects?|furniture|what|whatever"
    r"|all|an? item|items)"
)
_WHERE = r"(?:somewhere|anywhere|where|(?:a|the|any) (?:place|spot)|places?)"
_PEOPLE = "i|you|we|one|people|someone|somebody|guests|visitors|a person|children|kids"
_CAN = (
    r"(?:(?:that |which )?(?:can|could|may|might) be used |(?:that |which )?is used |used )?(?:(?P<ing>for (?=\w+ing\b))"
    r"|for (?:the |a |my )?\w+(?: \w+)? to |(?:for )?(?:that |which )?"
    rf"(?:(?:can |could |may )?(?:{_PEOPLE}) (?:can |could |may |might )?|(?:for )?(?:me |us |(?:the |a |my )?\w+(?: \w+)? )?to )?)"
)
_PURPOSE = re.compile(
    rf"^(?:(?:find|show|give|get|bring) (?:me )?)?(?:(?:{_ANY})(?P<how>(?: (?!to\b|that\b|which\b|for\b|i\b|you\b|we\b"
    rf"|can\b|could\b|is\b|used\b)\w+){{0,2}})|(?P<where>{_WHERE}))"
    rf" (?:{_CAN})(?P<what>\w+(?: (?!(?:that|which) (?:is|are)\b)\w+){{0,6}}?)(?P<rest>$| ,.*$| (?:(?:that|which) (?:is"
    rf"|are) )?(?:{RELATED}) (?:the|a|an|my|it s|its)\b.*$)"
)
_OWN = r"(?:(?:my|your|our|their|his|her|its|one s|some|the|a|an) )?"
_USES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"^(?:{use})$"), kinds)
    for use, kinds in (
        (r"(?:sit|be seated|take a seat)(?: down| comfortably)?(?: (?:on|in|at))?", ("seat",)),
        (r"(?:sleep|lie down|take a nap|nap|lie)(?: (?:on|in|at))?", ("bed",)),
        (rf"(?:drink|sip) (?:{_OWN}\w+ )?(?:from|out of|with|in)", ("mug", "cup", "glassware")),
        (r"eat|nibble|munch|snack(?: on)?", ("food",)),
        (r"drink|sip", ("drink",)),
        (r"read(?: in)?", ("reading matter",)),
        (rf"(?:tells?|shows?|says?|see|check|know|keeps?|measures?) {_OWN}(?:what )?time(?: it is)?(?: (?:with|on|from|by))?", ("clock",)),
        (
            rf"(?:gives?|makes?|provides?|produces?|emits?|sheds?|casts?)(?: off| out)? (?:some |us )?light"
            rf"|lights? (?:up )?{_OWN}(?:room|place|space|area)"
            r"|illuminates?.*|(?:glows?|shines?)|see in the dark(?: with)?",
            ("light", "candle"),
        ),
        (r"(?:write|draw|sketch|scribble)(?: \w+)? with", ("writing instrument", "pen holder", "pencil case")),
        (rf"(?:write|draw|scribble)(?: {_OWN}\w+)? on", ("writing surface", "desk", "paper item", "notebook", "sketchbook")),
        (rf"(?:look at|see|admire|check) {_OWN}(?:myself|yourself|oneself|face|hair|reflection|looks?)(?: in)?|reflects?.*", ("mirror",)),
        (
            rf"(?:throw|put|drop|toss)(?: away| out)? {_OWN}(?:rubbish|trash|garbage|litter|waste|refuse|scraps"
            rf"|waste ?paper)(?: away| out)?(?: (?:in|into))?"
            rf"|throw {_OWN}(?:\w+ )?(?:away|out)(?: (?:in|into))?|throw away {_OWN}\w+(?: (?:in|into))?",
            ("bin",),
        ),
        (rf"wash {_OWN}(?:hands?|face)(?: (?:in|at))?", ("basin",)),
        (rf"watch (?:tv|television|{_OWN}(?:films?|movies?|news|series|show))(?: on)?", ("TV", "projector")),
        (r"(?:listen to|plays?|hear) (?:some )?music(?: (?:on|with|from))?", ("audio equipment", "musical instrument")),
        (r"make (?:some )?music(?: (?:on|with))?|play a (?:tune|song|melody)(?: (?:on|with))?", ("musical instrument",)),
        (rf"hang (?:up )?{_OWN}(?:coats?|jackets?|hats?)(?: up)?(?: (?:on|in))?", ("coat rack", "hook rail", "wall hook", "wardrobe")),
        (rf"(?:keep|store|put|hang|put away) {_OWN}(?:clothes|clothing|shirts|dresses)(?: (?:in|into|away))?",
         ("wardrobe", "dresser", "chest of drawers", "closet")),
        (
            rf"(?:keep|store|put|put away|tidy away) {_OWN}(?:toys?|playthings)(?: (?:in|away))?",
            ("toy chest", "toy box", "toy basket"),
        ),
        (rf"(?:keep|store|put) {_OWN}(?:food|milk|drinks?|groceries)(?: (?:cold|cool|fresh))?(?: in)?", ("fridge",)),
        (rf"bake(?: {_OWN}\w+)?(?: in)?", ("oven",)),
        (rf"(?:keep|store|put|put away) {_OWN}books(?: (?:on|in))?", ("bookshelf", "bookcase", "shelf")),
        (rf"climb(?: up)?(?: (?:on|up|onto))?|reach {_OWN}(?:top|ceiling|high \w+|upper \w+)", ("ladder", "step stool", "staircase")),
        (r"(?:speak|talk|sing)(?: (?:in|through|to|at))?|amplif\w+ (?:a |the )?voices?|record (?:a |the )?voices?", ("microphone",)),
        (rf"weigh(?: {_OWN}\w+)?(?: (?:on|with|in))?", ("measuring scale",)),
        (r"play with", ("toy", "game")),
        (r"wear|put on", ("clothing", "footwear", "headwear")),
        (rf"cut(?: {_OWN}\w+)?(?: with)?|cuts(?: \w+)?", ("cutting tool",)),
        (rf"cook(?: {_OWN}\w+)?(?: on)?", ("stove", "oven", "hob", "microwave", "grill", "camp stove", "campfire")),
        (rf"cook(?: {_OWN}\w+)? (?:in|with)", ("cookware",)),
        (rf"carry {_OWN}\w+(?: (?:in|with))?", ("bag", "basket", "luggage")),
        (rf"(?:cover|keep) {_OWN}(?:windows?)", ("window covering",)),
        (r"(?:work|study)(?: (?:at|on))?|do (?:my |your )?homework(?: (?:at|on))?", ("desk",)),
        (r"(?:dine|eat|have (?:dinner|breakfast|lunch|a meal))(?: (?:at|on))", ("dining table", "table")),
        (r"walk through|(?:enter|leave) (?:the |this )?room(?: (?:by|through))?|(?:get|go|come) (?:in|out|into the room"
            r"|out of the room)", ("door",)),
        (r"look out(?: of| through)?|let in (?:light|air)", ("window",)),
    )
)  # fmt: skip
"""What somebody does with a thing -> the kinds or things of the lexicon that are meant."""
_SOMEBODY = re.compile(
    r"^(?:what|where|the (?:place|spot|thing|one)(?: (?:where|that|which))?|something(?: that)?|somewhere"
    r"|the things(?: that)?) (?:(?:do|does|can|could) )?"
    r"(?:the |a |an |my |our |your |this )?(?P<does>(?!to\b|for\b|that\b|which\b|is\b|are\b)\w+ .+)$"
)
_CLAUSE = re.compile(r"^(?:what|where|the)\b")
"""Beginnings that presuppose that there is such a thing."""
_LONGEST_SUBJECT = 3
"""The most words of *the tired young patient*, without its article."""
_PASSIVE = re.compile(
    r"^(?P<where>what|where|the (?:place|spot) where) (?:the |my |our |your )?(?P<what>\w+) (?:is|are|gets?"
    r"|can be) (?P<done>\w+(?:ed|pt|wn|ten|ung|ut))(?: in| on)?$"
)
_PARTICIPLES = {
    "kept": "keep",
    "thrown": "throw",
    "written": "write",
    "eaten": "eat",
    "hung": "hang",
    "put": "put",
    "slept": "sleep",
}
_MEANWHILE = re.compile(
    r"(?<=\w) (?:while|during|before|after|at night|in the (?:morning|evening)|every (?:day|night|morning)"
    r"|all day)\b(?!.*\b(?:left|right)\b).*$"
)
"""When somebody does it, which does not say what it is."""
_PREPOSITIONS = {"upon": "on", "into": "in"}
_BASES = {
    "sitting": "sit", "writing": "write", "making": "make", "cutting": "cut", "giving": "give", "storing": "store", "hanging": "hang",
    "putting": "put", "keeping": "keep", "having": "have", "dining": "dine", "telling": "tell", "lying": "lie", "leaving": "leave",
    "producing": "produce", "emitting": "emit", "providing": "provide", "tossing": "toss", "napping": "nap", "sipping": "sip",
}  # fmt: skip


_PLACED = re.compile(
    rf"^(?P<any>{_ANY})(?: (?:that|which) (?:is|are))? (?P<where>(?:{RELATED}) .+?) (?P<use>(?:that|which) (?!is\b|are\b|has\b|have\b).+)$"
)
"""*The thing on the desk that gives light*."""


def named_purpose(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str] | None:
    """The nouns that a leading purpose means, and the rest of the query; None where the query begins with none. `text`: lower case."""
    text = _MEANWHILE.sub("", text)
    somebody = _somebodys(text)
    if somebody is not None:
        return somebody, ""
    match = _PURPOSE.match(_PLACED.sub(r"\g<any> \g<use> \g<where>", text))
    if match is None:
        return None
    words = match["what"].split()
    if match["ing"]:
        words[0] = _BASES.get(words[0], words[0].removesuffix("ing"))
    how = (match["how"] or "").strip()
    done = " ".join(_PREPOSITIONS.get(w, w) for w in words)
    kinds = _used(done)
    if not kinds:
        kinds = lexicon.kinds_called(f"somewhere to {done}" if match["where"] else f"something to {done}")[:1]
    if not kinds and not match["where"]:
        kinds = _said_to_serve(done, lexicon)
    return (tuple(f"{how} {k}".strip() for k in kinds), match["rest"]) if kinds else None


def _base(participle: str) -> str:
    """The verb of a participle: *keep* for *kept*, *store* for *stored*, *cook* for *cooked*."""
    stem = participle.removesuffix("ed")
    return _PARTICIPLES.get(participle, stem + "e" if stem.endswith(("or", "ak", "ang", "dl")) else stem)


def _said_to_serve(done: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The things of which the lexicon says that they are *something to make a fire with*."""
    said = re.compile(rf"\b(?:something|anything|things) to {re.escape(done)}$")
    return tuple(sorted(thing.name for thing in lexicon.things.values() if any(said.search(use) for use in thing.uses)))


def _used(done: str) -> tuple[str, ...]:
    return next((nouns for use, nouns in _USES if use.match(done)), ())


def _somebodys(text: str) -> tuple[str, ...] | None:
    """The nouns of *where the teenager sleeps*, *what the guests speak into*: whoever does it; None where it is no such clause."""
    text = _PASSIVE.sub(lambda m: f"{m['where']} one {_base(m['done'])} {m['what']}", text)
    match = _SOMEBODY.match(text)
    words = match["does"].split() if match is not None else []
    for at in range(1, min(_LONGEST_SUBJECT + 1, len(words))):
        verb = words[at]
        if {"to", "for", "that", "which"} & set(words[:at]):
            break
        for base in (verb, verb.removesuffix("s"), verb.removesuffix("es")):
            done = " ".join(_PREPOSITIONS.get(w, w) for w in (base, *words[at + 1 :]))
            kinds = _used(done)
            if kinds:
                return kinds
    return None


def read_by_purpose(text: str, lexicon: Lexicon) -> Reading | None:
    """The reading of a query that begins with a purpose; None for other queries."""
    plain = " ".join(text.lower().replace("'", " ").strip(" ?.!").split())
    found = named_purpose(plain, lexicon)
    if found is None:
        return None
    nouns, rest = found
    either = tuple(read_noun(noun, noun) for noun in nouns)
    reading = read_query(f"things {rest}")
    meant = _CLAUSE.match(plain) is not None
    ways = [
        replace(r, noun="", either=either, text=f"{' or '.join(nouns)}{rest}", definite=r.definite or meant)
        for r in (reading, *reading.others)
    ]
    return replace(ways[0], others=tuple(ways[1:]))
