"""Reads a clause: which request it is, with its noun phrases and destinations in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.app.agent.embedded.adding_words import read_add, read_more_of
from scenewright.app.agent.embedded.colours import colour_at_end, is_colour
from scenewright.app.agent.embedded.destinations import read_where, splits
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.turning_words import read_turn
from scenewright.app.agent.embedded.wanted import (
    AgainWanted,
    AskWanted,
    ClearWanted,
    CopyWanted,
    Destination,
    FaceEachOther,
    HelpWanted,
    MoveWanted,
    PaintWanted,
    RemoveWanted,
    RenameWanted,
    ReplaceWanted,
    ShowWanted,
    SmallTalk,
    StepWanted,
    SwapWanted,
    Unread,
    Wanted,
    WhyWanted,
)
from scenewright.app.agent.embedded.wording import ADDING, VERBS, number_of, polite_less

__all__ = ["read_clause"]

_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_CHANGES = r"(?:changes?|steps?|edits?|things?|actions?|times?|turns?|moves?|operations?)"
_HOW_MANY = r"(?:the )?(?:last |previous |past )?(?P<n>\w+) (?:last |previous )?"

_HELP = re.compile(
    r"^(?:help|\?|what (?:can|could) (?:you|i) (?:do|say|ask|change|type)(?: here| for me)?|what do you (?:do|understand|know)|how (?:does|do) (?:this|it|i|you) (?:work|use).*"
    r"|what are (?:you able|your|my|the) .*(?:do|commands|options)|(?:show|list)(?: me)? (?:the |all )?(?:commands|help)|commands|how can you help.*|what (?:commands|else can).*|who are you)\??$"
)
_HELLO = re.compile(r"^(?:hello|hi|hey|good (?:morning|evening|afternoon|day)|greetings|yo|hiya)(?: there)?$")
_THANKS = re.compile(r"^(?:thanks?|thank you|cheers|thx|ty|much appreciated)(?: (?:a lot|so much|very much|you))*$")
_FINE = re.compile(
    r"^(?:(?:that is |looks? |that looks |this is |it is |it looks )?(?:ok(?:ay)?|great|good|perfect|nice|fine|cool|lovely|beautiful|better|much better|well done|awesome|excellent|wonderful)(?: (?:job|work|now))?|i (?:like|love) (?:it|that|this)|yes|yeah|yep|sure|wow)$"
)
_DROPPED = re.compile(
    r"^(?:never ?mind|forget (?:it|about it|that)|cancel(?: (?:it|that))?|stop|no|nope|none(?: of (?:them|these|those))?|neither|leave (?:it|them)(?: as (?:it is|they are)| alone)?|nothing|do nothing|no thanks?|no thank you|skip it|drop it|not now)$"
)
_UNDO = re.compile(
    rf"^(?:undo|revert|roll back|take back|reverse)(?: (?:(?:that|it|this|everything you just did|my|your|the)(?: last| previous)?(?: {_CHANGES})?|last(?: {_CHANGES})?|{_HOW_MANY}{_CHANGES}|(?P<t>once|twice|thrice|all|everything)))?(?: (?P<t2>once|twice|thrice|(?P<m>\w+) times))?(?: (?:more|again|please))?$"
)
_TAKE_BACK = re.compile(
    rf"^(?:take|bring|put|turn|set) (?:(?P<it>that|it|them|those|everything|this|the last (?:one|{_CHANGES}))|{_HOW_MANY}{_CHANGES}) back(?: again)?(?: (?:how|like|the way|as) .*)?$"
    rf"|^(?:go|step) back(?: (?P<k>\w+) {_CHANGES}| one| to (?:how|what|the way) it was(?: before)?| to before)?$|^(?:put|restore|get) (?:it|that|them|everything)(?: back)?(?: to)? (?:how|as|like|the way) (?:it|they|things) (?:was|were)(?: before)?$|^restore (?:it|that|them)$"
    r"|^(?:that was (?:wrong|a mistake)|not like that|i did not mean that|that is wrong|that is not what i (?:meant|wanted)|wrong|oops)(?:,? (?:undo|take it back)(?: that| it)?)?$|^(?:i )?changed my mind$"
)
_REDO = re.compile(
    rf"^(?:redo|do (?:that|it) over|re-?apply)(?: (?:that|it|this|the (?:last|undone) {_CHANGES}|{_HOW_MANY}{_CHANGES}|(?P<t>once|twice|thrice)|the last (?:one|thing)))?$|^(?:undo the undo|no,? redo (?:that|it)|bring back the change)$"
)
_MORE = re.compile(
    r"^(?:(?:a )?(?:little |tiny )?(?:bit )?(?P<more>more|further|farther)(?: of (?:that|it))?|(?:even |still )(?:more|further)|keep going|a bit more|some more|(?:and )?(?:do (?:it|that|this|the same) )?again|once more|one more time|repeat(?: (?:that|it))?|(?P<less>(?:a (?:little |bit )?)?less|not so (?:far|much)|not (?:that|as) (?:far|much)|too (?:far|much|big|small)|back a (?:bit|little)|a (?:bit|little) (?:less|back)))$"
)
_SAME = re.compile(
    r"^(?:do )?(?:the )?same (?:thing )?(?:for|to|with|goes for|on) (?P<to>.+)$|^(?:(?P<to2>(?:the|both|all|that|these|those) .+|(?:the )?others?(?: ones?)?)(?: as well| too)?)$|^(?:make|do) (?P<to3>.+?) the same(?: (?:way|colour))?$"
)
_SHOW = re.compile(
    r"^(?:show(?: me)?|select|highlight|point (?:at|out|to)|mark|find(?: me)?|pick(?: out)?|choose|focus on|zoom (?:in )?(?:to|on)|look at|indicate)(?: me)? (?P<what>.+)$"
)
_QUESTION = re.compile(
    r"^(?:how|what|which|where|who|whose|when|is|are|am|was|were|does|do(?! not\b| it\b| that\b| the same\b| this\b)|did|has|have(?= (?:i|we|you|they|the)\b.*\?)|can|could|will|would|should|tell me (?:how|what|which|where|whether|if|about)|count|list|name all|describe|any)\b"
)
_WHY = re.compile(r"^why (?:(?:can|could|does|did|do|will|would|is|are|was|were)(?: not|n't)?|not)\b(?P<rest>.*)$")
_WHY_MOVE = re.compile(
    r"^why (?:can|could)(?: not)? (?P<what>.+?)(?: not)? (?:go|stand|be|fit|move|sit|be (?:placed|put|moved))(?: back)? (?P<where>.+)$"
)
_REMOVE = re.compile(
    r"^(?:(?:remove|delete|erase|discard|toss(?: out| away)?|eliminate|dispose of|get rid of|do away with|take away|take out|throw (?:away|out|off)|bin|ditch|trash|scrap|lose|drop|kill|cut|hide|clear (?:away|out|up|off)) (?P<a>.+)"
    r"|(?:take|throw|get|clear) (?P<b>.+?) (?:away|out(?: of (?:here|the room|the scene))?)|no more (?P<c>.+)|(?:i|we) (?:do not|no longer) (?:want|need|like)(?: to (?:have|see|keep))? (?P<d>.+?)(?: (?:any ?more|here|in here|in the room|there))?"
    r"|(?P<e>.+?) (?:must|should|has to|have to|can|needs to|need to) (?:go|go away|leave|disappear)|without (?P<f>.+)|(?:there should be|let there be|i want|we want|have) no (?P<g>.+))$"
)
_FROM_HERE = re.compile(r" from (?:the )?(?:room|scene|here|this room|view)$")
_OFF_IT = re.compile(
    r"^(?:take|get|remove|clear|pick up|lift|grab) (?P<what>.+?) (?:off(?: of)?|down from|from(?: the top of)?) (?P<of>(?:the|that|this|my|it|its|both|all|each)\b.*)$"
)
_CLEAR = re.compile(
    r"^(?:clear(?: off)?|tidy(?: up)?|empty|clean(?: off| up)?) (?P<what>(?:the|this|that|both|all|my) .+)$|^(?:clear|empty) everything (?:off|from|on) (?P<off>.+)$"
)
_SWAP = re.compile(
    r"^(?:swap|exchange|switch|interchange|trade)(?: the (?:places?|positions?) of| places (?:of|between)| around)? (?P<a>.+?) (?:with|and) (?P<b>.+?)(?: around| over| places| positions)?$|^(?:swap|switch|exchange) (?P<both>them|these|those|the two|both(?: of them)?|the .+)(?: around| over| places| positions)?$|^put (?P<c>.+?) where (?P<d>.+?) is and vice versa$"
)
_REPLACE = re.compile(
    r"^(?:replace|substitute|exchange|swap(?: out)?|switch(?: out)?|trade|change out) (?P<a>.+?) (?:with|by|for|against|through) (?P<b>.+)$"
    r"|^(?:change|turn|convert|transform|swap|switch|make) (?P<c>.+?) (?:in)?to (?P<d>(?:a|an|some|another|two|three) .+|be an? .+)$|^(?:change|turn|convert|transform|swap|switch) (?P<c2>.+?) (?:in)?to (?P<d2>.+)$"
    r"|^(?:put|use|have|i want|i would like|i would prefer|i would rather have|place|give me) (?P<e>(?:a|an|some) .+?) (?:instead of|in place of|rather than) (?P<f>.+)$|^instead of (?P<g>.+?),? (?:put|use|have|i want|i would like|place|give me)? ?(?P<h>(?:a|an|some) .+)$"
    r"|^make (?P<i>the .+?|it|this|that|them|these|those) (?P<j>an? .+)$|^(?P<k>the .+?) should be (?P<l>an? .+)$"
)
_RENAME = re.compile(
    r"^(?:rename|relabel) (?P<a>.+?) (?:to|as|into|in) (?P<b>.+)$|^(?:call|name|label) (?P<c>(?:the|this|that|it|these|my)\b.*?|it|this|that) (?P<d>(?:the |a |an )?[\"']?[\w][\w -]*[\"']?)$|^(?:change|set) the name of (?P<e>.+?) (?:to|into) (?P<f>.+)$|^give (?P<g>.+?) the name (?P<h>.+)$"
)
_COPY = re.compile(
    r"^(?:duplicate|copy|clone|double up|make (?:me )?(?P<n>a|another|one|two|three|four|five|\d+) (?:copy|copies|duplicates?|clones?) of|add (?P<n2>a|another|\w+) (?:copy|copies|duplicates?) of|i (?:want|need) (?P<n3>a|another|\w+) (?:copy|copies) of) (?P<what>.+?)(?: (?P<times>once|twice|thrice|\w+ times))?$"
)
_PAINT = re.compile(r"^(?:paint|re-?paint|colour|re-?colour|dye|tint|stain) (?P<rest>.+)$")
_COLOUR_OF = re.compile(
    r"^(?:change|set|make|turn|switch)(?: the)? colou?r of (?P<a>.+?)(?:(?: to| into|,)? (?P<b>[\w #-]+))$|^(?:change|set|turn) (?P<c>.+?)(?:'s|s')? colour (?:to|into) (?P<d>.+)$|^give (?P<e>.+?) an? (?P<f>.+?) colour$|^give (?P<g>.+?) a (?:coat|lick) of (?P<h>.+?) paint$"
)
_LOOK = re.compile(r"^(?:make|turn|get|have|i want|we want|i would like|keep|set|change|render) (?P<rest>.+)$")
_SHOULD = re.compile(
    r"^(?P<a>.+?) (?:should|must|ought to|has to|have to|needs? to|is to|are to|could|shall) (?:be|become|get|turn|look)(?: painted| coloured| more)? (?P<b>.+)$|^i (?:want|would like|prefer|need) (?P<c>.+?) (?:to be|to become|to look|in|painted) (?P<d>.+)$|^(?P<e>.+?) (?:in|to) (?P<f>[\w -]+)$"
)
_MOVE = re.compile(
    r"^(?:move|put|place|push|pull|shift|slide|drag|bring|get|take|carry|set|position|relocate|transfer|nudge|lay|stand|stick|hang|mount|lean|tuck|tug|shove|roll|scoot|budge|drop|leave|store|stack|plant|park|lower|raise|lift|send|set down|hang up|put down|keep|have|align|line up|wheel|return)"
    r"(?: (?P<particle>up|down|back|over|out|away))? (?P<rest>.+)$"
)
_LIFT = re.compile(
    r"^(?:raise|lift|elevate)(?: up)? (?P<up>.+?)(?:(?: up)? by (?P<a>.+?)| (?P<a2>a bit|a little|slightly))?(?: up)?$|^(?:lower|drop|sink)(?: down)? (?P<down>.+?)(?: by (?P<b>.+?)| (?P<b2>a bit|a little|slightly))?(?: down)?$"
)
_CENTRE = re.compile(
    r"^(?:centre|align|line up) (?P<what>.+?)(?: (?P<where>(?:under|below|on|over|above|in|at|with|to|between|against|behind|in front of|around) .+))?$"
)
_SHOULD_STAND = re.compile(
    r"^(?P<what>(?:the|this|that|these|those|my|it|they|both|all) ?.*?) (?:should|must|needs? to|has to|have to|ought to|could|shall|belongs?)(?: (?:be|stand|go|sit|lie|hang|come|move|face))? (?P<where>.+)$|^i (?:want|would like|need|prefer) (?P<what2>(?:the|this|that|these|those|my|it|them|both|all)\b.*)$"
)
_EACH_OTHER = re.compile(
    r"^(?:make|have|let|turn|get|rotate|point)? ?(?P<what>.*?)(?: to| so (?:that )?they)? ?(?:face|look at|facing|point at|toward|towards|face towards?) (?:each other|one another)$"
)
_NO = re.compile(r"^(?:no|nope|not that|wait|sorry|i mean(?:t)?|rather|make that|hmm|actually)(?:,|\s)+(?P<rest>.+)$")
_ARTICLE = re.compile(rf"^(?:{ADDING})\b")

Reader = Callable[[str], Wanted | None]


def read_clause(text: str) -> Wanted:
    """What a clause of a plain text asks for; :class:`Unread` where it is no request that is known."""
    asked = text.endswith("?")
    plain = polite_less(text.rstrip("?").strip()) or text
    for read in (_talk, _steps, _why, lambda t: _question(t, asked), _requests):
        found = read(plain)
        if found is not None:
            return found
    without = _NO.match(plain)
    if without is not None:
        return read_clause(without["rest"])
    if asked:
        return AskWanted(plain)
    return _leftover(plain)


def _talk(text: str) -> Wanted | None:
    if _HELP.match(text):
        return HelpWanted()
    for kind, pattern in (("hello", _HELLO), ("thanks", _THANKS), ("fine", _FINE), ("dropped", _DROPPED)):
        if pattern.match(text):
            return SmallTalk(kind)
    return None


def _steps(text: str) -> Wanted | None:
    undo, back, redo = _UNDO.match(text), _TAKE_BACK.match(text), _REDO.match(text)
    if undo is not None:
        times = undo["t2"]
        word = undo["n"] or undo["m"] or undo["t"] or (times if times in _TIMES else None)
        return StepWanted("undo", _count(word))
    if redo is not None:
        return StepWanted("redo", _count(redo["n"] or redo["t"]))
    return None if back is None else StepWanted("undo", _count(back["n"] or back["k"]))


def _count(word: str | None) -> int:
    if word is None:
        return 1
    if word in ("all", "everything"):
        return 10_000
    return _TIMES.get(word) or {"couple": 2, "few": 3}.get(word) or number_of(word) or 1


def _why(text: str) -> Wanted | None:
    text = re.sub(r"^why (can|could) not (the|this|that|it|these|those|my)\b", r"why \1 \2", text)
    found = _WHY.match(text)
    if found is None:
        return None
    move = _WHY_MOVE.match(text)
    if move is None or re.fullmatch(r"(?:over )?(?:there|here|like that|that way)", move["where"]):
        return WhyWanted("")
    return WhyWanted(f"move {move['what']} {move['where']}")


def _question(text: str, asked: bool) -> Wanted | None:
    if _QUESTION.match(text) and (
        asked
        or re.match(
            r"^(?:how|what|which|where|who|is|are|does|tell me|count|describe|do (?:any|all|both|the|you|we)|list)\b",
            text,
        )
    ):
        told = re.sub(r"^tell me (?=how|what|which|where)", "", text)
        told = re.sub(r"^count (?:all )?(?:the )?", "how many ", told)
        told = re.sub(
            r"^how many (.+)$",
            lambda m: (
                m[0] if re.search(r"\b(?:are|is|do|does|have|has|can|stand)\b", m[1]) else f"how many {m[1]} are there"
            ),
            told,
        )
        return AskWanted(told)
    return None


_SHOULD_BE = re.compile(
    r"^(?P<a>(?:the|this|that|these|those|my|it|they|both|all)\b.*?) (?:should|must|ought to|has to|have to|needs? to|could|shall) (?:be|become|get) (?P<b>.+)$|^i (?:want|would like|need|prefer) (?P<c>.+?) (?:to be|to become) (?P<d>.+)$"
)


def _size_that_should_be(text: str) -> Wanted | None:
    """*The table should be 2 m long*."""
    found = _SHOULD_BE.match(text)
    return None if found is None else read_resize(f"make {found['a'] or found['c']} {found['b'] or found['d']}")


def _requests(text: str) -> Wanted | None:
    readers: tuple[Reader, ...] = (
        _each_other, _rename, _again, _lift, _size_that_should_be, read_turn, _looks, read_more_of, _copy, _replace, _swap, read_resize, _off_it, _clear, _remove, _show,
        read_add, _centre, _move, _should_stand,
    )  # fmt: skip
    for read in readers:
        found = read(text)
        if found is not None:
            return found
    return None


def _each_other(text: str) -> Wanted | None:
    found = _EACH_OTHER.match(text)
    return None if found is None else FaceEachOther(found["what"].strip() or "them")


def _rename(text: str) -> Wanted | None:
    found = _RENAME.match(text)
    if found is None:
        return None
    what, name = next((found[a], found[b]) for a, b in ("ab", "cd", "ef", "gh") if found[a])
    return RenameWanted(what, name)


def _again(text: str) -> Wanted | None:
    found = _MORE.match(text)
    if found is not None:
        return AgainWanted("less" if found["less"] else "more" if "more" in text or "further" in text else "")
    same = _SAME.match(text)
    if same is not None and not re.match(rf"^(?:{VERBS})\b", text):
        to = same["to"] or same["to3"] or same["to2"]
        if same["to2"] and (not re.search(r"\b(?:too|as well)$", text) and not re.match(r"^(?:the )?others?\b", text)):
            return None
        return AgainWanted(to=re.sub(r" (?:too|as well)$", "", to))
    return None


def _lift(text: str) -> Wanted | None:
    found = _LIFT.match(text)
    if found is None:
        return None
    what, amount = (
        (found["up"], found["a"] or found["a2"]) if found["up"] else (found["down"], found["b"] or found["b2"])
    )
    if read_where(f"by {amount}") is None and amount:
        return None
    if not amount and splits(what):
        return None
    where = read_where(f"{amount or 'a bit'} {'up' if found['up'] else 'down'}")
    return None if where is None else MoveWanted(what, ((what, where),))


def _looks(text: str) -> Wanted | None:
    """Requests for colours."""
    of = _COLOUR_OF.match(text)
    if of is not None:
        what, colour = next(((of[a], of[b]) for a, b in ("ab", "cd", "ef", "gh") if of[a]), ("", ""))
        if colour and is_colour(colour):
            return PaintWanted(((what, colour),))
    painted = _PAINT.match(text)
    if painted is not None:
        return PaintWanted(_colours(painted["rest"]) or ((painted["rest"], ""),))
    look = _LOOK.match(text)
    if look is not None and not _ARTICLE.match(look["rest"]):
        rest = re.sub(r"^(?:a|the) colour of ", "", look["rest"])
        colours = _colours(rest)
        if colours:
            return PaintWanted(colours)
    should = _SHOULD.match(text)
    if should is not None:
        what, colour = next((should[a], should[b]) for a, b in ("ab", "cd", "ef") if should[a])
        if is_colour(colour) and not re.match(rf"^(?:{VERBS})\b", what) and not _ARTICLE.match(what):
            return PaintWanted(((what, colour),))
    if is_colour(text):
        return AgainWanted(colour=text)
    bare = colour_at_end(text)
    if bare is not None and re.match(r"^(?:the|this|that|these|those|all|both) ", text) and len(bare[0].split()) > 1:
        return PaintWanted((bare,))
    return None


def _colours(rest: str) -> tuple[tuple[str, str], ...]:
    """The pairs of *the rug blue and the blanket white*; () where the text does not end with a colour."""
    whole = colour_at_end(rest)
    if whole is None:
        return ()
    parts = re.split(r",? and |, ", rest)
    pairs: list[tuple[str, str]] = []
    waiting: list[str] = []
    for part in parts:
        pair = colour_at_end(part)
        if pair is None:
            waiting.append(part)
        elif not pair[0]:  # 'black and white'
            return (whole,)
        else:
            pairs.append((" and ".join([*waiting, pair[0]]), pair[1]))
            waiting = []
    return tuple(pairs) if len(pairs) > 1 and not waiting else (whole,)


def _copy(text: str) -> Wanted | None:
    found = _COPY.match(text)
    if found is None:
        return None
    number = number_of(found["n"] or found["n2"] or found["n3"] or "a") or 1
    times = found["times"]
    if times:
        number = _TIMES.get(times) or number_of(times.split()[0]) or 1
    what = found["what"]
    ways = splits(what)
    where = (
        ways[-1][1] if ways and re.match(r"^(?:and|to|beside|next|onto|\d)", what[len(ways[-1][0]) :].strip()) else None
    )
    return CopyWanted(ways[-1][0] if where is not None else what, number, where)


def _replace(text: str) -> Wanted | None:
    found = _REPLACE.match(text)
    if found is None:
        return None
    for a, b in (("a", "b"), ("c", "d"), ("c2", "d2"), ("f", "e"), ("g", "h"), ("i", "j"), ("k", "l")):
        if found[a]:
            what, by = found[a], found[b]
            break
    if (
        a == "a"
        and re.match(r"^(?:swap|switch|exchange|trade)\b", text)
        and re.search(r" with ", text)
        and not _ARTICLE.match(by)
    ):
        return None  # two things that are here change places
    if a in ("c", "c2") and (is_colour(by) or re.match(r"^(?:face|look|point|be \d)", by)):
        return None
    if a == "c2" and (
        read_where(f"to {by}") is not None and re.match(r"^(?:the (?:left|right|front|back)|left|right)\b", by)
    ):
        return None
    by = re.sub(r"^be ", "", by)
    if a == "i" and (
        colour_at_end(by) is not None
        or re.match(r"^an? (?:bit|little|lot|third|quarter|half|tad|metre|meter|foot)\b", by)
    ):
        return None
    return ReplaceWanted(what, by)


def _swap(text: str) -> Wanted | None:
    found = _SWAP.match(text)
    if found is None:
        return None
    one, other = (found["a"] or found["c"] or found["both"]), (found["b"] or found["d"] or "")
    return SwapWanted(one, other)


def _off_it(text: str) -> Wanted | None:
    found = _OFF_IT.match(text)
    if found is None:
        return None
    if _FROM_HERE.search(text):
        return RemoveWanted(_FROM_HERE.sub("", re.sub(r"^\w+ ", "", text)))
    of = re.sub(r"^of ", "", found["of"])
    what = found["what"]
    whole = (
        f"everything on {of}"
        if what in ("everything", "all", "all things", "things", "the things")
        else f"{what} on {of}"
    )
    return RemoveWanted(whole)


def _clear(text: str) -> Wanted | None:
    found = _CLEAR.match(text)
    if found is None:
        return None
    return ClearWanted(found["what"] or found["off"])


def _remove(text: str) -> Wanted | None:
    found = _REMOVE.match(text)
    if found is None:
        return None
    what = next((found[g] for g in "abcdefg" if found[g]), "")
    if re.match(r"^drop\b", text) and splits(what):
        return None
    if found["e"] and read_where(what) is not None:
        return None
    return RemoveWanted(_FROM_HERE.sub("", re.sub(r" (?:entirely|completely|altogether)$", "", what)))


def _show(text: str) -> Wanted | None:
    found = _SHOW.match(text)
    if found is None or re.match(r"^(?:how|why|what i can)\b", found["what"]):
        return None
    return ShowWanted(
        re.sub(r"^(?:where )?(.+?) (?:is|are)$", r"\1", found["what"])
        if found["what"].startswith("where ")
        else found["what"]
    )


def _centre(text: str) -> Wanted | None:
    found = _CENTRE.match(text)
    if found is None or not text.startswith(("centre", "align", "line up")):
        return None
    what, where = found["what"], found["where"]
    if where is None:
        return MoveWanted(what, ((what, Destination("middle")),)) if text.startswith("centre") else None
    read = read_where(where)
    if read is None:
        return None
    if where.startswith(("with ", "to ")):
        read = Destination("align", read.what) if read.what else read
    if text.startswith("centre") and read.kind == "at" and read.relation == "on":
        read = Destination("at", read.what, "centre")
    return MoveWanted(what, ((what, read),))


def _move(text: str) -> Wanted | None:
    found = _MOVE.match(text)
    if found is None:
        return None
    rest, particle = found["rest"], found["particle"]
    if particle in ("back", "up", "down") and not splits(rest):
        where = read_where(particle)
        return MoveWanted(rest, ((rest, where),)) if where is not None else None
    if particle == "away":
        return MoveWanted(rest, tuple(splits(rest)) or ((rest, Destination("away")),))
    return MoveWanted(rest, _with_together(rest) or tuple(splits(rest)))


def _with_together(rest: str) -> tuple[tuple[str, Destination], ...]:
    found = re.match(
        r"^(?P<what>.+?) (?P<how>(?:closer |nearer )?together|(?:further |farther )?apart(?: from (?:each other|one another))?)$",
        rest,
    )
    if found is None:
        return ()
    return ((found["what"], Destination("together" if "together" in found["how"] else "apart")),)


def _should_stand(text: str) -> Wanted | None:
    found = _SHOULD_STAND.match(text)
    if found is None:
        return None
    if found["what2"]:
        ways = splits(found["what2"])
        return MoveWanted(found["what2"], tuple(ways)) if ways else None
    where = read_where(found["where"])
    return None if where is None else MoveWanted(found["what"], ((found["what"], where),))


def _leftover(text: str) -> Wanted:
    """Clauses without a verb: *10 cm to the left*, *and two more plants*, *bigger*."""
    where = read_where(text)
    if where is not None and where.kind in (
        "way",
        "toward",
        "closer",
        "away",
        "corner",
        "wall",
        "middle",
        "at",
        "point",
        "back",
        "swap",
    ):
        return AgainWanted(where=where)
    bigger = read_resize(f"make it {text}")
    if bigger is not None:
        return bigger
    if _ARTICLE.match(text) and len(text.split()) <= 12:
        added = read_add(f"add {text}")
        if added is not None:
            return added
    hint = text.split(maxsplit=1)[0] if text else ""
    return Unread(text, hint if re.fullmatch(VERBS, hint) else "")
