"""Reads requests for light: *make it warmer in here*, *dim the lights*, *switch the light off*, *it should be night*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from scenewright.app.agent.embedded.patterns import MODALS, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import LightWanted, SwitchWanted, Wanted

__all__ = ["read_hour_asked", "read_light"]

_HERE = any_of("in here", "here", "in this room", "in the room", "in this place", "inside")
_SOMEWHERE = r"(?:in|over|above|around|at|on|by|near|from) (?:the|this|that|here|my|our)\b.*?"
_LIGHT = (
    r"(?:the |this |that |all |all the |our |my |some )?(?:room(?:'s)? |ceiling |overhead |main |big |general |whole )?"
    rf"(?:light|lights|lighting|illumination|lamps)(?: (?:in here|here|{_SOMEWHERE}))?"
)
_ROOM = any_of(
    *("it", "things", "everything", "the scene", "this", "(?:the|this|my|our)(?: whole)? (?:room|place|space|scene)"),
    r"the (?:whole )?\w+room",
    *("the (?:kitchen|office|cafe|bar|restaurant|garden|terrace|hall|lounge|studio|shop)",),
)
_ABOUT = rf"(?:{_LIGHT}|{_ROOM}(?: {_HERE})?)"
_LITTLE = any_of("a (?:little|tiny|wee) bit", "a bit", "a little", "a tad", "a touch", "slightly", "somewhat")
_MUCH = any_of("much", "a lot", "way", "far", "considerably", "quite a bit", "really")
_DEGREE = rf"(?:(?P<little>{_LITTLE})|(?P<much>{_MUCH}))"
_WAYS = {
    "brighter": "brighter|lighter|less dark|less gloomy|less dim|bright|better lit",
    "darker": "darker|dimmer|less bright|less harsh|softer|gentler|dim|more subdued|lower|half as bright|dimmed",
    "warmer": "warmer|less cold|more golden|yellower",
    "cooler": "cooler|colder|less warm|whiter|bluer",
}
_COMPARED = {
    "brighter": "brighter|lighter", "darker": "darker|dimmer", "warmer": "warmer", "cooler": "cooler|colder|bluer",
}  # fmt: skip
_LACKS = {"brighter": "dark|gloomy|dim|murky|dingy", "darker": "bright|glaring|dazzling|harsh"}
_LIGHT_ALONE = {"warmer": "cold|cool|clinical|blue", "cooler": "warm|yellow|orange"}
"""What is said of light alone: a room that is too warm is not asked to be blue."""
_BE = any_of("be", "look", "feel", "get", "become", "seem")
_MAKE = any_of(
    "make", "get", "have", "turn", "set", "keep", "let", "i want", "we want", "i would like", "i prefer", "i need"
)
_IS = any_of("is", "are", "looks?", "feels?", "seems?", "gets?")
_TOO = rf"(?:still |rather |too |way too |far too |a bit too |a little too |so |very |quite |pretty |kind of |{_LITTLE} |{_MUCH} )*"
_SAID = rf"(?:{_HERE}|{_SOMEWHERE})"
_MORE_LIGHT = any_of("light", "lighting", "brightness")
_NEED = any_of(
    *(
        "i want",
        "we want",
        "i would like",
        "i need",
        "we need",
        "i prefer",
        "i like",
        "we prefer",
        "give me",
        "give us",
        "have",
        "add",
        "get",
        "let us have",
    ),
    *(
        "let there be",
        "let in",
        "could use",
        "it needs",
        "the room needs",
        "i could use",
        "we could use",
        "there should be",
    ),
)
_VERBS_OF = {
    "brighter": (
        rf"(?:brighten(?: up)?|light up|lighten(?: up)?|turn up|raise|increase) {_ABOUT}(?: up)?(?: {_DEGREE})?",
        rf"turn {_LIGHT} up(?: {_DEGREE})?",
        rf"{_NEED} (?:{_DEGREE} )?more {_MORE_LIGHT}(?: {_SAID})?|(?:{_DEGREE} )?more {_MORE_LIGHT}(?: {_SAID})?",
        rf"(?:{_ROOM} (?:needs|could use) )(?:{_DEGREE} )?more {_MORE_LIGHT}(?: {_SAID})?",
    ),
    "darker": (
        rf"(?:dim(?: down)?|darken|turn down|lower|reduce|tone down|soften) {_LIGHT}(?: down)?(?: {_DEGREE})?",
        rf"(?:dim|darken) {_ABOUT}(?: down)?(?: {_DEGREE})?|(?:tone|turn|take|bring) (?:it|that|this) down(?: {_DEGREE})?",
        rf"turn {_LIGHT} down(?: {_DEGREE})?|{_NEED} (?:{_DEGREE} )?less {_MORE_LIGHT}(?: {_SAID})?"
        rf"|(?:{_DEGREE} )?less {_MORE_LIGHT}(?: {_SAID})?",
    ),
    "warmer": (
        rf"(?:{_NEED} )?(?:some |an? )?(?:{_DEGREE} )?(?:warm|golden|candle-like) (?:light|lighting)(?: {_SAID})?",
        rf"warm(?: up)? {_LIGHT}(?: up)?(?: {_DEGREE})?",
    ),
    "cooler": (
        rf"(?:{_NEED} )?(?:some |an? )?(?:{_DEGREE} )?(?:cool|cold|white|bluish) (?:light|lighting)(?: {_SAID})?",
        rf"cool(?: down)? {_LIGHT}(?: down)?(?: {_DEGREE})?",
    ),
}


def _alternatives(words: str) -> str:
    return f"(?:{words})"


def _of_way(way: str) -> re.Pattern[str]:
    words = _alternatives(_WAYS[way])
    said = [
        rf"{_MAKE} {_ABOUT} (?:to )?(?:{_BE} )?(?:{_DEGREE} )?{words}(?: {_SAID})?",
        rf"{_LIGHT} {MODALS} {_BE} (?:{_DEGREE} )?{words}(?: {_SAID})?",
        rf"{_ROOM} {MODALS} {_BE} (?:{_DEGREE} )?{words}(?: {_SAID})?",
        rf"(?:{_NEED} )?(?:some |an? )?(?:{_DEGREE} )?{words} (?:light|lighting)(?: {_SAID})?",
        rf"(?:{_DEGREE} )?{words} {_SAID}",
        rf"(?:even |still |and )*(?:{_DEGREE} )?{_alternatives(_COMPARED[way])}(?: still| yet)?",
    ]
    lacks = _LACKS.get(way)
    if lacks:
        said.append(rf"(?:{_LIGHT}|{_ROOM}) {_IS} {_TOO}{_alternatives(lacks)}(?: {_SAID})?(?: for .+)?")
    alone = _LIGHT_ALONE.get(way)
    if alone:
        said.append(rf"{_LIGHT} {_IS} {_TOO}{_alternatives(alone)}(?: {_SAID})?(?: for .+)?")
    said += _VERBS_OF[way]
    return _whole_once(said)


def _whole_once(alternatives: Sequence[str]) -> re.Pattern[str]:
    """A pattern of a whole clause. The groups of a degree get numbers, since a name may stand once in a pattern."""
    numbers = count()
    said = (
        re.sub(r"\?P<(little|much)>", lambda group: f"?P<{group[1]}{next(numbers)}>", each) for each in alternatives
    )
    return whole(*said)


_NAMED = re.compile(
    r"\b(?:lights?|lighting|lamps|brightness|illumination|\w*room|here|scene|place|space|everything|things|inside|dim|kitchen"
    r"|office)\b"
)
_PATTERNS = {way: _of_way(way) for way in _WAYS}
_SWITCH = whole(
    rf"(?:switch|turn|put|flick|have|get|keep) (?P<what>{_LIGHT}) (?P<how>off|out|on)(?: again)?",
    rf"(?:switch|turn|put) (?P<how2>off|out|on) (?P<what2>{_LIGHT})(?: again)?",
    rf"(?P<what3>{_LIGHT}) (?P<how3>off|out|on)",
    r"(?:(?:switch|turn|put) (?:it|them) )?(?:back )?(?P<how6>on|off)(?: again)?",
    r"(?P<how4>kill|douse|extinguish) the lights?|(?:it should be )?(?P<how5>lights? out)",
)
_SWITCH_LAMP = whole(
    r"(?:switch|turn|put|flick) (?P<on>on|off|out) (?P<what>(?:the|that|this|those|these|both|all|my) .+)",
    r"(?:switch|turn|put|flick) (?P<what2>(?:the|that|this|those|these|both|all|my) .+?) (?P<on2>on|off|out)(?: again)?",
    r"(?:light|kindle|blow out|put out|snuff out|douse) (?P<what3>(?:the|that|this|those|these|both|all|my) .+?)(?P<on3>)",
    r"(?P<what4>(?:the|that|this|those|these|both|all|my) [\w ]*?(?:lamps?|lanterns?|candles?|lights?|fire|fireplace|fire pit"
    r"|torch(?:es)?))"
    r" (?:is |are |should be )?(?P<on4>lit|burning)",
)
_LATE = (
    r"early|late|full|broad|plain|normal|deep|dead of|soft|bright|warm|cold|clear|grey|gray|golden|dark|deep|gentle|hot|dull|moody"
    r"|romantic|cosy|natural|pale"
)
_SKY = any_of(
    "late at night", "dead of night", "nights?", "night ?time", "midnight", "evenings?", "dusk", "twilight", "dawn", "sunrise",
    "sunset", "sundown", "mornings?", "noon",
    "midday", "afternoon", "day ?time", "day ?light", "daytime", "broad daylight", "golden hour", "blue hour", "moonlight", "moonlit",
    "candle ?light", "candlelit", "neon", "sunny", "sunlight", "sunshine", "overcast", "cloudy", "rainy", "foggy", "misty", "snowy",
    "winter", "summer", "autumn", "spring", "starry",
)  # fmt: skip
_SKIES = rf"(?:(?:{_LATE}),? )*{_SKY}(?: (?:{_SKY}|day|light|lights|lighting|sky|weather|outside|time))*"
_LIKE = rf"(?:{_BE}|look like|feel like)"
_TIME = whole(
    rf"(?:make|turn|set|change|switch|put|have|let|show|render|light) (?:{_ABOUT}|the time|the time of day)(?: {_LIKE})?"
    rf"(?: (?:to|into|in|at|by|with|like|as|for|as if it (?:is|was|were)))?(?: an?| the)? (?P<sky>{_SKIES})(?: outside)?",
    rf"(?:{_ROOM}|the time|the light|the lighting) {MODALS} {_LIKE}(?: in| at| like)?(?: an?| the)? (?P<sky2>{_SKIES})",
    rf"(?:{_NEED}|what about|how about|try)(?: an?| the| some)? (?P<sky3>{_SKIES})",
    rf"(?:it is |pretend it is |imagine it is |say it is |let it be )?(?:back to |at |in |by |like )?(?:the |an? )?(?P<sky4>{_SKIES})",
    rf"(?:what|how) (?:does|do|would|will|might|did) {_ABOUT} look(?: like)?(?: in here| here)? (?:at|in|by|on|during) (?:the |an? )?"
    rf"(?P<sky5>{_SKIES})\??",
    rf"(?:let me|can i|could i|i want to|i would like to|we want to)?(?: ?see| ?view)? {_ABOUT} (?:at|in|by|on|during) (?:the |an? "
    rf")?(?P<sky6>{_SKIES})\??",
)
_COMPARATIVE = {word: way for way, words in (
    ("brighter", "bright brighter lighter"),
    ("darker", "dim darker dimmer soft softer faint gentle gentler subdued low dark muted weak"),
    ("warmer", "warm warmer golden yellow yellower orange amber candle-like cosy"),
    ("cooler", "cool cooler cold colder white whiter blue bluer bluish icy"),
) for word in words.split()}  # fmt: skip
_TONES = any_of(*sorted(_COMPARATIVE, key=len, reverse=True))
_OF_LIGHT = any_of(
    "tone",
    "tint",
    "hue",
    "glow",
    "light",
    "lighting",
    "lights",
    "shine",
    "gleam",
    "illumination",
    "colou?r temperature",
    "temperature",
)
_LEAVING = any_of(
    r"give (?:the|my|our|this) \w+",
    "leave", "keep", "have", "give me", "give us", "give it", "let there be", "i want", "we want", "i would like", "with", "in",
    "make it", "just",
    "only", "use", "set", "switch to", "change to", "go for", "nothing but", "let us have", "i need", "add",
)  # fmt: skip
_TONE = whole(
    rf"(?:{_LEAVING} )*(?:just |only |it )*(?:some |an? |the )?(?:{_DEGREE} )?(?P<tones>{_TONES}(?:(?:,| and|, and)? {_TONES})*) "
    rf"(?:{_SKY} )?{_OF_LIGHT}"
    rf"(?: on)?(?: {_SAID})?",
)
_TO_SHARE = whole(
    rf"(?:dim|turn down|reduce|lower|bring down|take down|turn|set|put|get|have|cut)(?: down)? {_ABOUT}(?: down)?(?: to| at| by)? "
    rf"(?:about |around "
    r"|roughly |only |just )?(?:(?P<share>half|a half|a third|a quarter|two thirds)|(?P<percent>\d{1,2}) percent)(?: (?:of )?(?:its|the"
    r"|their|that|what it "
    rf"(?:is|was))?(?: ?(?:full|usual|current|normal))?(?: ?(?:brightness|strength|power|intensity|level))?)?"
    r"(?: now)?",
    r"half (?P<half>the light|the brightness|as bright|as much light)",
)
_HALF_PERCENT = 65
_STILL = whole(
    r"(?:it is |that is )?(?:a )?(?:bit |little )?(?:too )?(?P<fault2>gloomy|dark|dim|bright|harsh)(?: still| for me)",
    rf"(?:it is |that is |the light is )?(?:still|yet) {_TOO}(?P<fault>cold|cool|warm|dark|bright|dim|yellow|blue|gloomy|harsh|orange"
    rf"|white)",
)
_MENDED = {
    "cold": "warmer", "cool": "warmer", "blue": "warmer", "white": "warmer", "warm": "cooler", "yellow": "cooler", "orange": "cooler",
    "dark": "brighter", "dim": "brighter", "gloomy": "brighter", "bright": "darker", "harsh": "darker",
}  # fmt: skip
"""What is still wrong with a light -> the step that mends it."""
_ONLY_LAMPS = whole(
    r"(?:with |have |keep |leave |turn on |switch on |put )?(?:only|just|nothing but) (?:turn on |switch on )?(?P<what>(?:the|that|this"
    r"|those|these|both|my) "
    r"[\w ]+?)(?: (?:should be |to be |be |are |is |stay |left )?(?:on|lit|burning|switched on|turned on))?",
    r"(?:leave|keep) (?:only |just )?(?P<what2>(?:the|that|this|those|these|both|my) [\w ]+?) (?:on|lit|burning)",
    r"(?:turn|switch) (?:everything|all(?: the)?(?: other)?(?: lights| lamps)?|all the lights) off (?:but|except(?: for)?|apart from) "
    r"(?P<what3>(?:the|that|this"
    r"|those|these|both|my) [\w ]+)",
)
_LAMP = re.compile(
    r"\b(?:lamps?|lights?|lanterns?|candles?|chandelier|sconces?|spots?|spotlights?|bulbs?|fire|fireplace)\b"
)


def read_light(text: str) -> Wanted | None:
    """The light that a clause asks for; None where it asks for none."""
    for read in (_of_tone, _of_share, _of_fault, _of_lamps):
        other = read(text)
        if other is not None:
            return other
    for way, pattern in _PATTERNS.items():
        found = pattern.match(text)
        if found is not None:
            said = {name[0] for name, value in found.groupdict().items() if value}
            loosely = "little" if "l" in said else "much" if "m" in said else ""
            return LightWanted(way, loosely, bare=_NAMED.search(text) is None)
    switch = _SWITCH.match(text)
    if switch is not None:
        on = first_of(switch, *(f"how{n or ''}" for n in (0, 2, 3, 4, 5, 6))) == "on"
        return LightWanted("on" if on else "off")
    lamp = _SWITCH_LAMP.match(text)
    if lamp is not None:
        on = first_of(lamp, "on", "on2") == "on" or lamp["on4"] is not None or text.startswith(("light", "kindle"))
        return SwitchWanted(first_of(lamp, "what", "what2", "what3", "what4"), on)
    time = _TIME.match(text)
    if time is not None:
        return LightWanted("sky", sky=first_of(time, *_SKY_GROUPS))
    return None


_SKY_GROUPS = ("sky", "sky2", "sky3", "sky4", "sky5", "sky6")


def read_hour_asked(text: str) -> Wanted | None:
    """*What does it look like at midnight?*: that light, to be looked at; None for other questions."""
    time = _TIME.match(text)
    sky = first_of(time, "sky5", "sky6") if time is not None else ""
    return LightWanted("sky", sky=sky) if sky else None


def _of_tone(text: str) -> Wanted | None:
    """*A dim warm glow*, *with a cooler, whiter tone*: one way of the light, or two."""
    found = _TONE.match(text)
    if found is None:
        return None
    ways = list(
        dict.fromkeys(_COMPARATIVE[word] for word in re.findall(r"[a-z-]+", found["tones"]) if word in _COMPARATIVE)
    )
    loosely = "little" if found["little"] else "much" if found["much"] else ""
    return LightWanted(ways[0], loosely, also=ways[1] if len(ways) > 1 else "")


def _of_share(text: str) -> Wanted | None:
    """*Dim it to about half*."""
    found = _TO_SHARE.match(text)
    if found is None:
        return None
    percent = int(found["percent"]) if found["percent"] else 50
    return LightWanted("darker", "much" if percent < _HALF_PERCENT else "")


def _of_fault(text: str) -> Wanted | None:
    """*Still too cold*, which goes on from a change of the light."""
    found = _STILL.match(text)
    return None if found is None else LightWanted(_MENDED[first_of(found, "fault", "fault2")], bare=True)


def _of_lamps(text: str) -> Wanted | None:
    """*Only the bedside lamps on*."""
    found = _ONLY_LAMPS.match(text)
    what = first_of(found, "what", "what2", "what3") if found is not None else ""
    lit = (
        what
        and (_LAMP.search(what) is not None)
        and (" on" in text or " off" in text or " lit" in text or " burning" in text)
    )
    return SwitchWanted(what, on=True, only=True) if lit else None
