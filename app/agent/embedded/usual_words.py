"""Usual ways to ask for something in other words than the grammar has, as the plain order: *a beanbag instead of the bench*."""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.moods import named_mood
from scenewright.app.agent.embedded.patterns import LESS_ALONG, any_of
from scenewright.scene.english import COMPARATIVES

__all__ = ["in_usual_words"]

_SURFACING = re.compile(
    r" (?:planks?|boards?|floorboards?|flooring|parquet|panels?|panelling|tiles?|tiling|slabs?|wallpaper)$"
)


def _surfaced(found: re.Match[str]) -> str:
    """*Lay warm oak planks on the floor*."""
    return _surfaced_as(found["m"], found["w"].removeprefix("the "), found[0])


def _of_material(found: re.Match[str]) -> str:
    """*Both shelves in wood instead of metal*; the text as it is where no two looks are named."""
    return found["a"] if is_colour(found["m"]) and is_colour(found["n"]) else found[0]


def _made_of(found: re.Match[str]) -> str:
    """*I fancy stone for the small round table*."""
    return f"make {found['a']} {found['m']}" if is_colour(found["m"]) else found[0]


_FEELING = re.compile(
    r"^(?:(?P<m>.+?) )??(?:mood|feel|feeling|vibes?|look|atmosphere|ambience|ambiance|air|touch|character|style|spirit)"
    r"(?: of (?:an? |the )?(?P<of>.+))?$"
)


def _in_a_mood(found: re.Match[str]) -> str:
    """*Give the whole patio the mood of a summer party*; the text as it is where it names no mood that is known."""
    feeling = _FEELING.match(found["m"])
    mood = named_mood(f"{feeling['m'] or ''} {feeling['of'] or ''}") if feeling is not None else None
    return found[0] if mood is None else f"make it {mood}"


def _surfaced_as(said: str, what: str, text: str) -> str:
    """A floor or wall of a material that is said; the text as it is where it names none."""
    material = _SURFACING.sub("", said)
    return f"make the {what} {material}" if is_colour(material) else text


_ASKING = any_of(
    "please", "and", "so", "can", "could", "you", "we", "i", "let us", "how about", "what about", "maybe", "would", "like", "rather",
    "want", "need", "to", "just", "then", "ok", "okay", "shall",
)  # fmt: skip
_GETTING = any_of(
    "get", "have", "put", "add", "bring(?: in)?", "use", "place", "try", "set up", "want", "like", "fancy", "prefer", "choose", "stick",
)  # fmt: skip
_HERE_ALREADY = any_of("the", "my", "that", "this", "those", "these", "our", "both", "all", "it", "them")
_NEW = any_of("an?", "some", "two", "three", "four")
_PLAIN = "[^,.;]"
_SURFACE = rf"{_PLAIN}*(?:floor|walls|ceiling)"
_PLACED = any_of(
    "on", "in", "onto", "into", "over", "by", "next to", "near", "in front of", "beside", "under", "behind", "around", "across",
)  # fmt: skip
_WAS = any_of("was", "were", "used to be", "stood", "hung", "lay", "came from", "had been")
_WELL = any_of(
    "(?:much |so much |a lot |really |far )?(?:nice|nicer|good|better|great|lovely|cool|fine|perfect|well|nicely)"
)
_ALONG = {"length": "long", "height": "high", "width": "wide", "depth": "deep"}
_Rules = tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]

_UNDOING: _Rules = (
    (rf"\b(?:leave|keep|have|let|get|want) (?P<a>it|them|that|the [\w ]+?) (?:stay )?where (?:it|they) {_WAS}(?: before)?\b",
        r"put \g<a> back where it was"),
    (r"^(?:put|set|bring|get) (?P<a>the [^,.;]+?) back (?:how|the way|as) (?:it|they) (?:was|were)(?: before)?$",
        r"put \g<a> back where it was"),
    (r"^(?:forget|scrap|drop|undo) (?:all|everything|it all)(?: of)?(?: (?:that|this|it))?,? (?:and )?(?:go|take it|put it|get) "
        r"back to (?:how|what|the way|where) (?:it|we|things|everything) (?:was|were|started)(?: (?:at|in) the (?:start|beginning))?$",
        "undo everything"),
    (r"^(?:go|take it|take me|put it all|get) back to (?:how|what|the way|where) (?:it|we|things|everything) (?:was|were|started) "
        r"(?:at|in) the (?:very )?(?:start|beginning)$", "undo everything"),
)  # fmt: skip
"""*Leave it where it was*, *go back to how it was at the start*."""
_REPLACING: _Rules = (
    (rf"^(?:{_ASKING} )*(?:{_GETTING} )?(?:in |me |us |there |here )*(?P<new>{_NEW} (?!{_SURFACE}){_PLAIN}+?) "
        rf"(?:instead|in place|in (?:the )?stead|in lieu) of (?P<old>{_HERE_ALREADY}\b[^,.;]*?)"
        rf"(?: (?:would|might|could|will|should|is) (?:be |look |do |work )?{_WELL})?$", r"replace \g<old> with \g<new>"),
    (rf"^(?:{_ASKING} )*(?:instead|in place) of (?P<old>{_HERE_ALREADY}\b[^,.;]*?),? (?:{_ASKING} )*(?:{_GETTING} )?"
        rf"(?P<new>{_NEW} [^,.;]+)$", r"replace \g<old> with \g<new>"),
    (rf"^(?:{_ASKING} )*(?:{_GETTING} )?(?P<new>{_NEW} [^,.;]+?) where (?P<old>(?:the|my|that|this|our) [^,.;]+?) "
        r"(?:is|stands|hangs|sits)(?: now| right now| at the moment)?$", r"replace \g<old> with \g<new>"),
    (rf"^(?:{_ASKING} )*(?:{_GETTING} )?(?P<new>{_NEW} [^,.;]+?) where (?P<old>(?:the|my|that|this|our) [^,.;]+?) "
        r"(?:is|stands|hangs|sits)(?: now| right now| at the moment)?,? (?:instead of|in place of) (?:it|the [^,.;]+)$",
        r"replace \g<old> with \g<new>"),
    (rf"^(?P<new>{_NEW} [^,.;]+?) (?:instead|in place) of (?P<old>{_HERE_ALREADY}\b[^,.;]*), [^,.;]+$",
        r"replace \g<old> with \g<new>"),
    (rf"^(?:i|we)? ?(?:would )?(?:much )?(?:rather have|prefer(?: to have)?|sooner have) (?P<new>{_NEW} [^,.;]+?) (?:than|to|over) "
        r"(?P<old>(?:the|that|this|those|my|our) [^,.;]+)$", r"replace \g<old> with \g<new>"),
)  # fmt: skip
"""*A beanbag instead of the bench*, *a plant where the cooler is*."""
_SURFACES: _Rules = (
    (r"^do (?P<a>(?:the|my|those|these|that|this|all|both|it|them)\b[^?]*? in (?:the same |exactly the same )?[^?]+)$", r"make \g<a>"),
    (r"^(?P<a>.+? (?:in|of|from|made of) (?:\w+ )?(?P<m>\w+))(?: instead of| rather than|,? not) (?P<n>\w+(?: \w+)?)$", _of_material),
    (r"^i (?:fancy|would prefer|would like|would love|want) (?P<m>[a-z]+(?: [a-z]+)?) (?:for|on) "
        r"(?P<a>(?:the|my|that|this|those|these|both|all) [^,.;]+)$",
        _made_of),
    (r"^the (?:[a-z]+ )?(?P<a>walls?|floor|ceiling) (?:has|have|needs?|must|got)(?: got)?(?: to)? go$", r"the \g<a> looks wrong"),
    (r"^(?:can|could|may|shall)? ?(?:i|we|you)? ?(?:please )?(?:have|get|want|like|do|try|see) (?P<m>[a-z]+(?: [a-z]+)?) "
        r"(?P<w>walls|floor|floors|ceiling)\??$", lambda m: _surfaced_as(m["m"], m["w"], m[0])),
    (r"^(?P<m>[\w -]+?) on (?P<w>the (?:floor|walls?|ceiling|\w+ wall)),? (?:instead|in place) of .+$", _surfaced),
    (r"^(?:i|we)? ?(?:would )?(?:rather|prefer|sooner)(?: have| see)? (?P<m>[\w -]+?)(?: (?:on|for) the floor)? "
        r"(?:than|to|over|instead of|rather than) (?:the|this|that|those|these) (?:[a-z]+ )?(?P<w>floor|tiles|walls|ceiling|carpet)$",
        lambda m: _surfaced_as(m["m"], {"tiles": "floor", "carpet": "floor"}.get(m["w"], m["w"]), m[0])),
    (rf"^(?:{_ASKING} )*(?:have|get|want|like|put in|lay|fit) (?:an? )?(?P<m>[a-z]+(?: [a-z]+)?) (?P<w>floor|ceiling)"
        r"(?: in here| here)?(?:,? (?:instead|in place) of .+| instead)?$", lambda m: _surfaced_as(m["m"], m["w"], m[0])),
    (r"^(?:lay|put|use|have|get|add|fit|do) (?P<m>[\w -]+?) on (?P<w>the (?:floor|walls?|ceiling|\w+ wall))"
        r"(?:,? (?:instead|in place) of .+| instead)?$", _surfaced),
)  # fmt: skip
"""*Lay warm oak planks on the floor*, *both shelves in wood instead of metal*, *the pink walls have to go*."""
_SIZES: _Rules = (
    (rf"^(?P<a>(?:the|all the|both|my|those|these|all) [^,.;]+?) (?P<n>[\d.]+ ?(?:percent|cm|m|times)|a bit|a little|much|a lot) "
        rf"(?P<c>{any_of(*COMPARATIVES)})$", r"make \g<a> \g<n> \g<c>"),
    (r"\bhalf as (?:big|large|tall|wide|long|high) again\b", "50 percent bigger"),
    (r"^(?:cut|reduce|bring|take) (?P<a>its|their) (?P<of>height|width|length|depth) (?:in|by|down to) half$",
        lambda m: f"make {'it' if m['a'] == 'its' else 'them'} 50 percent {LESS_ALONG[m['of']]}"),
    (r"^halve (?P<a>its|their) (?P<of>height|width|length|depth)$",
        lambda m: f"make {'it' if m['a'] == 'its' else 'them'} 50 percent {LESS_ALONG[m['of']]}"),
    (r"^(?:stretch|extend|lengthen|set|make|bring|get|shorten|shrink|resize|trim) (?P<a>.+?) (?:to|at|with) (?:a|an) (?:total )?"
        r"(?P<of>length|height|width|depth) of (?P<n>[\d.]+ ?\w+)$", lambda m: f"make {m['a']} {m['n']} {_ALONG[m['of']]}"),
    (r"^(?:make (?:it|that|them) )?(?:twice|double) (?:that|this|the|its|their) (?:size|big|large)\b", "make it twice as big"),
    (r"^(?:make (?:it|that|them) )?half (?:that|this|the|its|their) size\b", "make it half as big"),
    (r"^double (?P<a>that|it|them|this)$", r"make \g<a> twice as big"),
)  # fmt: skip
"""*Twice that size*, *stretch it to a length of 1.5 m*."""
_LIGHT: _Rules = (
    (r"^turn (?:the )?(?:(?:ceiling|main|overhead|room|big) )*(?:lights?|lighting) (?P<w>down|up)\b.*$",
        lambda m: f"make the light {'darker' if m['w'] == 'down' else 'brighter'}"),
    (r"^(?:let|make|set|have)(?: it)?(?: be| to)? .*\bsun(?:light|shine)? (?:pouring|streaming|shining|flooding|coming|blazing)\b.*$",
        "make it sunny"),
    (r"^(?:let|make|set)(?: it)?(?: be| to)? (?:a |an |the )?(?:(?:early|late|sunny|bright|warm|\w+day) )*"
        r"(?P<t>morning|evening|afternoon|night|noon|midday|dusk|dawn|sunset|sunrise)(?:,? (?:with|when|as|and) .+)?$",
        r"make it \g<t>"),
    (r"^the sun (?:has|is) (?:just |already )*(?:gone down|set|setting|going down)\b.*$", "make it sunset"),
    (r"^(?:it is|it has|it) (?:getting|gone|going|got|become|becoming|grown|growing) dark(?: outside| out)?$", "make it evening"),
    (r"^night (?:has fallen|is falling|falls)\b.*$", "make it night"),
    (rf"^(?:{_ASKING} )*(?:give|lend|bring) (?P<a>{_HERE_ALREADY}(?: [^,.;]+?)?) (?:an?|the|some) (?P<m>[^,.;]+)$", _in_a_mood),
    (r"^(?:let|have|make|watch) the sun (?:go down|set|sink)\b", "make it sunset"),
    (r"^(?:let|have|make|watch) the sun (?:come up|rise|come out)\b", "make it morning"),
)  # fmt: skip
"""*Let the sun go down*, *turn the lights down*, *give the patio the mood of a summer party*."""
_TURNS: _Rules = (
    (r"\bso (?:that )?(?:whoever|anyone who|the person who|people who|someone who) (?:sits?|is|lies?|stands?)(?: sitting| lying)? "
        r"(?:there|in it|on it|at it) (?:looks?|faces?|sees?|can see|gazes?)(?: at| towards?| out of| straight at)? ", "to face "),
    (r"^(?P<a>(?:turn|spin|swing|swivel|rotate|move) .+?)(?: a?round)? so (?:that )?(?:its|their|the) backs? (?:is|are|points?|faces?) "
        r"(?:to|towards?|against|facing) (?P<b>.+)$", r"\g<a> to face away from \g<b>"),
    (r"\bright (?P<a>round|around)(?=$|[,.;])", r"\g<a>"),
    (r"\b(?P<a>(?:turn|swing|spin|swivel|rotate) .+?)(?: a?round)? so (?:that )?(?:it|they) (?:points?|faces?|looks?|goes|is|are)"
        r"(?: facing)? the other way(?: a?round)?\b", r"\g<a> around"),
)  # fmt: skip
"""*Spin it right round*, *so its back is to the desk*."""
_SPREADING: _Rules = (
    (r"^(?:spread|distribute|scatter|space) (?P<a>[^,.;]+?) out (?:along|across|over|on|down) [^,.;]+$", r"space \g<a> evenly"),
    (r"^(?:bunch|group|cluster|gather|huddle|bring|move|push|put) (?P<a>.+?) (?:up )?(?:close |closely )?together "
        r"(?=(?:in|on|at|near|next to|by|around) )", r"move \g<a> "),
    (r"^(?:bunch|group|cluster|gather|huddle) (?P<a>.+?) (?:up )?(?:close |closely )?together$", r"move \g<a> together"),
    (r"\b(?:spread|space|distribute|set) (?P<a>[^,.;]+?)(?: out)? evenly(?: out)? (?:along|across|over|on|around|down) [^,.;]+$",
        r"space \g<a> evenly"),
    (r"\b(?P<v>spread|space|fan) (?P<a>[^,.;]+?) out(?P<rest>(?: (?:a bit|a little|more|evenly|some))*)(?=$|[,.;])",
        r"move \g<a> apart\g<rest>"),
)  # fmt: skip
"""*Spread the cups out along the bar*, *bunch them together*."""
_QUESTIONS: _Rules = (
    (r"^what is (?:that|this|the)(?: \w+)? (?:thing|object|one) "
        r"(?=(?:on|in|against|by|between|next to|near|under|behind|beside|at|above|over|to the)\b)",
        "what is "),
    (r"^what (?:have|do|did) (?:i|we|you) (?:got|have|put|keep|see)(?: standing| lying| sitting| there)* "
        r"(?=(?:on|in|under|next to|behind|beside|by|near|above)\b)", "what is "),
)  # fmt: skip
"""*What is that tall thing against the wall?*"""
_OTHER: _Rules = (
    (r"^take (?P<a>the [^,.;]+?) down(?:,? (?:because|since|as|it|they|that|the|i|we)\b.*)?$", r"remove \g<a>"),
    (r"^take (?P<a>it|them) down,? (?:because|since|as|it|they|that|the|i|we)\b(?!.*(?:light|bright|glar|dazzl)).*$", r"remove \g<a>"),
    (r"^(?P<a>(?:the|that|those|this|these|my|our|both|all) [^,.;]+?) (?:can|could|should|must|may|has to|have to|needs to) come down$",
        r"remove \g<a>"),
    (r"\bthere (?=(?:in (?:its|their|his|her) (?:place|stead|spot)|instead)\b)", ""),
    (r"\bplant(?P<s>s?) in (?:the |their |its )?(?:\w+ )?pots?\b", r"potted plant\g<s>"),
    (r"\b(?P<a>above|over|behind|near|by|next to|beside|against|at) (?:the|its) headboard\b", r"\g<a> the bed"),
    (rf"^(?:chuck|throw|toss|fling|drop|dump|scatter|sling|bung) (?P<a>{_NEW} [^,.;]+? {_PLACED} .+)$", r"put \g<a>"),
    (r"\b(?P<a>(?:at|in|on) the (?:front|back|far|near)[ -](?:left|right)|(?:at|in|on) the (?:left|right|front|back)) of the "
        r"(?:picture|image|view|photo|screen)\b", r"\g<a>"),
    (r"^(?P<a>(?:pull|move|push|take|bring|slide|set|draw) .+?) back from (?P<b>.+)$", r"\g<a> away from \g<b>"),
    (r"^(?:tuck|push) (?P<a>them|it|the [^,.;]+?)(?: back)? in(?: again)?$", r"move \g<a> closer to the table"),
    (r"\b(?:piles?|stacks?|heaps?) of (?:washing|clothes)\b", lambda m: "laundries" if m[0].split()[0].endswith("s") else "laundry"),
    (r"^clear (?P<a>[^,.;]+?) off$", r"remove \g<a>"),
    (r"^(?P<a>(?:the|that|those|this|these|my|our) [^,.;]+?) (?:should|does|do|must|ought|can|could) not (?:to )?(?:really )?"
        r"(?:be|belong|go|stand|hang|sit|lie|live) (?:on|in|at|by|under|over|next to|near|behind|there"
        r"|here)\b.*$", r"\g<a> looks wrong"),
    (r"\b(?P<a>another one|one more|a second one) for (?:my|our|the|his|her) [a-z]+$", r"\g<a>"),
    (r"\b(?:at|by|near|to) the foot(?: end)? of (?=(?:the|my|our|his|her|each|that)\b)", "in front of "),
    (r"^(?:and )?(?:straight |right )?back (?:in|into|on|onto) (?P<b>(?:the|its|that|my) [^,.;]+?) with (?:it|him|her|them|that)$",
        r"put it in \g<b>"),
    (r"\b(?:another |an? |the same )?one (?:just |exactly |much )?like (?:that|it|this|those|them)\b", "another one"),
    (r"^(?P<a>(?:take|put|carry|clear|throw|move) .+ (?:away|off|out|down)) again$", r"\g<a>"),
)  # fmt: skip
"""Of other kinds."""
_RULES = tuple(
    (re.compile(pattern), written)
    for group in (_UNDOING, _REPLACING, _SURFACES, _SIZES, _LIGHT, _TURNS, _SPREADING, _QUESTIONS, _OTHER)
    for pattern, written in group
)


def in_usual_words(text: str) -> str:
    """A plain text with such orders as plain ones."""
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text
