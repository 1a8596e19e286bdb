"""Small rewordings inside an order: *the sofa in blue*, *something like a lamp*, *so its back is against the wall*."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["reworded"]

_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (
            r"^(?P<a>(?:turn|swing|spin|rotate|move|put|angle|pivot|swivel|get|make|set) .+?) so (?:that )?(?:it|they|he|she) "
            r"(?:is |are )?(?:faces?|looks?(?: at| towards?| out of)?|facing|looking(?: at| towards?)?|points?(?: at| to| "
            r"towards?)) (?P<b>.+)$", r"turn \g<a> to face \g<b>"),
        (
            r"^(?P<a>(?:turn|swing|spin|rotate|put|set|move|get|have) .+?) (?:so (?:that )?)?(?:with )?(?:its|their|the) "
            r"(?:backs?|headboard|head|rear) "
            r"(?:is |are |faces? |facing )?(?:to|against|towards?|on) (?P<b>.+)$", r"\g<a> to face away from \g<b>"),
        (
            r"^(?:turn|swing|spin|rotate|put|set|move|get|angle|point) (?P<a>.+?) so (?:that )?(?:you|i|we|one|people"
            r"|whoever(?: \w+ (?:in|on|at) it)?|(?:the|your) \w+) "
            r"(?:can |could |may )?"
            r"(?:looks?|sees?|watch(?:es)?|stares?)(?: straight| directly| right)?(?: out(?: of)?| through| at| towards?)* "
            r"(?P<b>(?:the|my|our|that|this) .+)$",
            r"turn \g<a> to face \g<b>"),
        (
            r"^(?:turn|swing|spin|rotate|angle|point) (?P<a>.+?) so (?:that )?(?P<b>(?:the|my|our|your|those|these) .+?) (?:can|could|may"
            r"|will|is able to"
            r"|are able to) (?:see|watch|read|look at|enjoy|use) (?:it|them)(?: .*)?$", r"turn \g<a> to face \g<b>"),
        (r"^(?:let|have) (?P<a>(?:it|them|the|my|those|these|that|this|both|all)\b.*?) (?:stand|be|go|sit|hang|lie|live|rest|stay|come) "
         r"(?P<b>.+)$",
            r"move \g<a> \g<b>"),
        (r"^turn (?:turn|swing|spin|rotate|move|put|angle|pivot|swivel|get|make|set) ", "turn "),
        (
            r"^(?P<a>(?:move|put|place|set|stand|hang|push|pull|bring|slide) .+?) so (?:that )?(?:it|they) (?:is|are|stands?"
            r"|sits?|hangs?|goes) (?P<b>.+)$", r"\g<a> \g<b>"),
        (r"\b(?:somewhere|someplace|anywhere) (?=(?:near|next|by|in|on|at|behind|beside|close|around|between|under|above|against)\b)", ""),
        (
            r"\b(?:something like|some kind of|some sort of|a kind of|a sort of|one of those|one of these|a nice little|a nice|a "
            r"cute|a decent|a proper|a simple|a pretty|a lovely) ", "a "),
        (r"\ba (?=some\b|an? )", ""),
        (
            r"\b(?:ugly|stupid|silly|damn|bloody|horrible|hideous|awful|dreadful|annoying|boring|lonely|poor|useless|old|big old"
            r"|dear|lovely|beautiful|gorgeous|nice|pretty|cute|little old) (?=\w)", ""),
        (
            r"^(?P<a>.+?) (?:right |straight |directly )?(?:over|across|down|up) (?P<b>(?:to|by|at|near|next to|on|in|against"
            r"|beside|towards?) .+)$", r"\g<a> \g<b>"),
        (
            r"^(?:get|have|do|keep) (?P<a>(?:the|those|these|my|all|both|that|this|it|them) .+?) (?P<b>painted|coloured|moved"
            r"|turned|removed|replaced|raised|lowered|pushed|pulled|shifted|rotated|hung|placed|put)(?P<c> .+|)$", r"\g<b> \g<a>\g<c>"),
        (
            r"^(?P<a>(?:the|my|those|these|both|all|that|this) [^,]+), (?P<b>(?:make|paint|turn|move|put|take|get|have|give|push"
            r"|pull|remove|hang|swap|replace|place|set) (?:it|them)\b.*)$", r"\g<b>|\g<a>"),
        (r"^(?:give) (?P<a>.+?) (?:a|some) (?:fresh |new )?(?:coat|lick|splash|touch|layer|dash|pop) of (?P<b>.+?)(?: paint)?$",
            r"paint \g<a> \g<b>"),
        (
            r"^(?P<b>[\w ]+?) (?:paint )?(?:for|on) (?P<a>the (?:walls?|floor|ceiling|sofa|couch|bed|table|chairs?|desk|\w+ "
            r"wall))$", r"paint \g<a> \g<b>"),
        (
            r"^(?:make|turn|paint|do) (?P<a>.+?) (?P<b>the same colou?r as|match|to match|matching(?: with)?|in the colou?r of"
            r"|like in colour to) (?P<c>.+)$", r"make \g<a> the colour of \g<c>"),
        (
            r"^(?P<a>.+?) (?:should|must|could|needs to|has to) (?:match|be the same colou?r as|have the same colou?r as|go with) "
            r"(?P<c>.+)$", r"make \g<a> the colour of \g<c>"),
        (r"^(?:match) (?P<a>.+?) (?:to|with) (?P<c>.+)$", r"make \g<a> the colour of \g<c>"),
        (
            r"^(?P<a>put|place|set|stand|hang|add|want) (?P<b>.+?) (?:on|in|at|to) the opposite (?P<c>wall|side)(?: of (?:the"
            r"|this) room)?$", r"\g<a> \g<b> on the opposite \g<c>"),
        (r"^have (?=(?:the|my|those|these|that|this|all|both|everything)\b)", "put "),
        (r"^(?:have|get|see|do) (?=(?:the|my|those|these|that|this|all|both|it|them|everything)\b)", "make "),
        (r"^(?:have|get|see|do) (?=(?:the|my|those|these|that|this|all|both|it|them|everything)\b)", "move "),
        (r"^(?=(?:the|my|those|these|that|this|all|both) (?!same|other way))", "put "),
        (r"^(?=(?:the|my|those|these|that|this|all|both) (?!same|other way))", "make "),
        (r"^(?=(?:a|an|some|another|two|three|four|five|six|several|a few|a couple of) (?!bit|little|lot|tad|touch))", "add "),
        (
            r"^(?:have|get|see|do|put|make) (?=(?:a|an|some|another|two|three|four|five|six|several|a few|a couple of) (?!bit"
            r"|little|lot|tad|touch))", "add "),
        (
            r"^(?:make|let|have|get) (?P<a>(?:the|my|those|these|that|this|all|both|it|them|everything) .*?)(?: to)? (?:disappear"
            r"|vanish|go away|go|be gone)$", r"remove \g<a>"),
        (r"^(?P<a>.+?) (?:out of (?:the )?(?:here|room)|off to the bin|in the bin|into the bin|to the tip)$", r"remove \g<a>"),
        (
            r"^(?P<a>(?:the|my|those|these|that|this|all|both|it|them|things|everything)\b.*?) to (?P<v>feel|look|be|become)(?: "
            r"more)? (?P<b>.+)$", r"make \g<a> \g<v> \g<b>"),
        (
            r"^(?P<a>(?:the|my|those|these|that|this|all|both|it|them|things|everything)\b.*?) to (?:feel|look|be|become)(?: "
            r"more)? (?P<b>.+)$", r"make \g<a> \g<b>"),
        (r"^(?P<v>paint|make|turn|move|colour|remove|take) (?:just|only) ", r"\g<v> "),
        (r"^(?:in )?(?:the )?same colou?r as (?P<a>.+)$", r"make it the same colour as \g<a>"),
        (r"^(?=[a-z-]+ [a-z]+s (?:on|in|under|next to|beside|for|around|along|above) (?:the|my|each|every|both|that|this)\b)", "add some "),
        (
            r"^(?=[a-z-]+(?: [a-z]+)? (?:on|in|under|next to|beside|by|behind|above|between|near|in front of) (?:the|my|each"
            r"|every|both|that|this)\b)", "add a "),
        (
            r"^(?P<a>(?:the |my |that |this |both |all )?[a-z]+(?: [a-z]+)?) (?:facing|faces?|looking at) (?P<b>(?:the|my|that"
            r"|this|each|me|us)\b.*)$", r"turn \g<a> to face \g<b>"),
        (r"^fill (?P<a>.+?) (?:up )?with (?P<b>.+)$", r"add some \g<b> to \g<a>"),
        (r"^(?:space|spread) (?:out )?(?P<a>(?:(?:the|my|those|these|all|both) )?[a-z]+(?: [a-z]+)?)(?: out)?(?: a bit| a little| more)*$",
            r"move \g<a> apart"),
        (r"^remove (?:get|take|throw|put|move|toss|chuck|kick|have|want) ", "remove "),
    )
)  # fmt: skip
"""What is said inside an order -> the plainer wording."""


def reworded(text: str) -> Iterator[str]:
    """The clause with one thing in it said more plainly."""
    for pattern, written in _RULES:
        other = pattern.sub(written, text, count=1)
        if other == text:
            continue
        if "|" in other:  # 'the curtains, make them white': the pronoun is what the clause began with
            order, _, what = other.partition("|")
            other = re.sub(r"\b(?:it|them)\b", what, order, count=1)
        yield other
