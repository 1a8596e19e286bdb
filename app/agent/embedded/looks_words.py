"""Reads requests for colours: *paint the walls light blue*, *make the sofa green and the rug grey*, *red*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import colour_at_end, colour_words, is_colour, material_of
from scenewright.app.agent.embedded.patterns import ADDING, MODALS, VERBS, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import AgainWanted, PaintWanted, Wanted

__all__ = ["LIKE", "read_looks"]

_COVER = whole(
    r"(?:cover|upholster|re-?upholster|clad|finish|do|build|make) (?P<a>(?:the|this|that|it|both|all|these|those|them|my|each)\b.*?) "
    r"(?:in|with|of|out of|from) (?P<b>[\w -]+)",
    r"give (?P<c>.+?) (?:a|an|some)? ?(?P<d>.+?) (?:cover|covers|finish|upholstery|covering|top)",
    r"(?P<e>.+?) (?:should|must|could) be (?:made |built )?(?:out )?(?:of|from) (?P<f>.+)",
)
_PAINT = whole(r"(?:paint|re-?paint|colour|re-?colour|dye|tint|stain) (?P<rest>.+)")
_COLOUR_OF = whole(
    r"(?:change|set|make|turn|switch)(?: the)? colou?r of (?P<a>.+?)(?:(?: to| into|,)? (?P<b>[\w #-]+))",
    r"(?:change|set|turn) (?P<c>.+?)(?:'s|s')? colour (?:to|into) (?P<d>.+)",
    r"give (?P<e>.+?) an? (?P<f>.+?) colour",
    r"give (?P<g>.+?) (?:a|another) (?:\w+ )?(?:coat|lick|splash|touch|layer|wash|dash|pop) of (?P<h>.+?)(?: paint)?",
)
_LOOK = whole(
    r"(?:make|turn|get|have|do|i want|we want|i would like|keep|set|change|render) (?P<rest>.+)",
)
LIKE = "that of "
"""Before the name of a thing whose colour another is to have."""
_THING = r"(?:the|this|that|these|those|my|our|both|all|it|them|its|their)\b"
_LOOK_WORD = any_of(
    "colou?r", "shade", "look", "tone", "wood", "material", "fabric", "finish", "stain", "paint", "leather", "metal", "oak", "walnut",
    "pine", "marble",
)  # fmt: skip
_SAME_AS = whole(
    rf"(?:make|paint|turn|do|colour|get|have|change|set|put) (?P<a>{_THING}.*?)(?: be)?(?: in| to)?(?: exactly)? (?:the (?:very "
    rf")?same {_LOOK_WORD} (?:as|of)|the (?:colou?r|shade) of|(?:the same|matching|coloured) as|as the same colour "
    rf"as) (?P<b>{_THING}.*)",
    rf"(?:make|get|have|let) (?P<c>{_THING}.*?)(?: to)? (?:match|go with|colour match)(?: (?:with|to|up with))? (?P<d>{_THING}.*)",
    rf"(?:match|colour match|adapt) (?:the (?:colou?r|shade) of )?(?P<e>{_THING}.*?)(?:'s colou?r)? (?:to|with) (?:the (?:colou?r"
    rf"|shade) of |that of )?(?P<f>{_THING}.*)",
    rf"(?P<g>{_THING}.*?) (?:{MODALS}|need to|had better|would look better if (?:it|they)|wants? to)(?: also| really| all)? "
    rf"(?:match(?:ed|es)?(?: with)?|go with|be (?:in )?the same (?:colou?r|shade|look) as|have the (?:same )?(?:colou?r|shade) "
    rf"(?:as|of)) (?P<h>{_THING}.*)",
    rf"(?:give|lend) (?P<i>{_THING}.*?) the (?:same )?(?:colou?r|shade) (?:of|as) (?P<j>{_THING}.*)",
)
_BECOMES = any_of("to be", "to become", "to look", "in", "painted")
_SHOULD = whole(
    rf"(?P<a>.+?) {MODALS} (?:be|become|get|turn|look)(?: painted| coloured| more)? (?P<b>.+)",
    rf"i (?:want|would like|prefer|need) (?P<c>.+?) {_BECOMES} (?P<d>.+)",
    r"(?P<e>.+?) (?:in|to) (?P<f>[\w -]+)",
)
_AND_TOO = whole(r"(?P<first>.+?),? and (?P<also>(?:the|that|this|my|both|all) .+?)(?: too| as well| also)?")
_ARTICLE = re.compile(rf"^(?:{ADDING})\b")
_NAMED = re.compile(r"^(?:the|this|that|these|those|all|both) ")


def read_looks(text: str) -> Wanted | None:
    """The colours that a clause asks for; None where it asks for none."""
    same = _SAME_AS.match(text)
    if same is not None:
        return PaintWanted(((first_of(same, *"acegi"), f"{LIKE}{first_of(same, *'bdfhj')}"),))
    also = _AND_TOO.match(text)
    if also is not None:
        first = read_looks(also["first"])
        named = isinstance(first, PaintWanted) and len(first.colours) == 1 and len(first.colours[0][0].split()) > 1
        if isinstance(first, PaintWanted) and named and first.colours[0][1] and colour_at_end(also["also"]) is None:
            return PaintWanted((*first.colours, (also["also"], first.colours[0][1])))
    of = _COLOUR_OF.match(text)
    if of is not None:
        what, colour = first_of(of, "a", "c", "e", "g"), first_of(of, "b", "d", "f", "h")
        if colour and is_colour(colour):
            return PaintWanted(((what, colour),))
    cover = _COVER.match(text)
    if cover is not None:
        what, material = first_of(cover, "a", "c", "e"), first_of(cover, "b", "d", "f")
        if material_of(material) is not None:
            return PaintWanted(((what, material),))
    painted = _PAINT.match(text)
    if painted is not None:
        return PaintWanted(_colours(painted["rest"]) or ((painted["rest"], ""),))
    look = _LOOK.match(text)
    if look is not None and not _ARTICLE.match(look["rest"]):
        colours = _colours(re.sub(r"^(?:a|the) colour of ", "", look["rest"]))
        if colours:
            return PaintWanted(colours)
    return _that_should_be(text) or _bare(text)


def _that_should_be(text: str) -> Wanted | None:
    should = _SHOULD.match(text)
    if should is None:
        return None
    what, colour = first_of(should, "a", "c", "e"), first_of(should, "b", "d", "f")
    if not is_colour(colour) or re.match(rf"^(?:{VERBS})\b", what) or _ARTICLE.match(what):
        return None
    return PaintWanted(((what, colour),))


_COLOURED_ONE = whole(r"(?:an? |some |the )?(?P<colour>[a-z][a-z -]*?) ones?")


def _bare(text: str) -> Wanted | None:
    """*Red*, *the walls light blue*."""
    if is_colour(text):
        return AgainWanted(colour=colour_words(text))
    one = _COLOURED_ONE.match(text)
    if one is not None and is_colour(one["colour"]):
        return AgainWanted(colour=one["colour"])
    bare = colour_at_end(text)
    if bare is not None and _NAMED.match(text) and len(bare[0].split()) > 1:
        return PaintWanted((bare,))
    return None


def _colours(rest: str) -> tuple[tuple[str, str], ...]:
    """The pairs of *the rug blue and the blanket white*; () where the text does not end with a colour."""
    end = colour_at_end(rest)
    if end is None:
        return ()
    pairs: list[tuple[str, str]] = []
    waiting: list[str] = []
    for part in re.split(r",? and |, ", rest):
        pair = colour_at_end(part)
        if pair is None:
            waiting.append(part)
        elif not pair[0]:  # 'black and white'
            return (end,)
        else:
            pairs.append((" and ".join([*waiting, pair[0]]), pair[1]))
            waiting = []
    return tuple(pairs) if len(pairs) > 1 and not waiting else (end,)
