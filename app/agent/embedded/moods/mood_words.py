"""Reads wishes for a mood: *make it cosier*, *it feels a bit cold in here*, *bring some life into the room*, *set it up for a date*."""

from __future__ import annotations

import re
from functools import cache

from scenewright.app.agent.embedded.moods.table import moods
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.wanted import MoodWanted, Wanted

__all__ = ["read_mood"]

_PLACE = any_of(
    "it", "this", "that", "things", "everything", "everywhere", (
        "(?:the|this|my|our|that) (?:whole |entire )?(?:room|place|space|scene|thing|apartment|flat|house|area|interior|look|mood"
        "|vibe|feel|atmosphere|ambience|setting|setup|decor)"
    ),
    "(?:the|this|my|our) (?:whole |entire )?(?:\\w+room|living room|dining room|kitchen|office|cafe|bar|restaurant|garden|terrace"
    "|patio|balcony|hall|hallway|lounge|studio|shop|den|nursery|workshop|garage|hotel room|suite|library)", "here", "in here",
)  # fmt: skip
_HERE = r"(?: (?:in here|out here|here|in (?:this|the|my) (?:room|place)|inside|overall|in general|for me))?"
_DEGREE = (
    r"(?:(?:so |much |a lot |a bit |a little |a tad |a good bit |way |far |more |even |really |very |somewhat |slightly |just "
    r"|all |nice and |extra |super |quite |rather |kind of |sort of |pretty |less |too |still |also )+)?"
)
_MAKE = any_of("make", "get", "have", "let", "turn", "keep", "want", "i want", "we want", "i would like", "help", "set")
_FEEL = any_of(
    "look", "feel", "be", "seem", "become", "get", "appear", "to look", "to feel", "to be", "looking", "feeling"
)
_IS = any_of("is", "are", "feels?", "looks?", "seems?", "appears?")
_SHOULD = any_of("should", "could", "must", "needs? to", "has to", "ought to", "can", "might", "would")
_GIVING = any_of(
    "add",
    "bring(?: in)?",
    "give",
    "put",
    "inject",
    "breathe",
    "want",
    "need",
    "needs",
    "could use",
    "could do with",
    "lacks?",
    "is missing",
    "is lacking",
    "have",
    "create",
    "get",
    "provide",
    "introduce",
    "with",
    "lend",
    "infuse",
    "show",
)
_SOME = any_of(
    "some",
    "a bit of",
    "a little",
    "a little bit of",
    "more",
    "a bit more",
    "a little more",
    "a lot more",
    "much more",
    "a lot of",
    "a touch of",
    "a splash of",
    "a dash of",
    "a sense of",
    "a pop of",
    "a feeling of",
    "a hint of",
    "lots of",
    "any",
    "a",
    "an",
    "plenty of",
    "a few more",
    "a bit",
    "extra",
)
_TO = r"(?: (?:to|into|in|for|on|around|across|throughout) .+)?"
_LOOK = any_of(
    "look",
    "feel",
    "feeling",
    "touch",
    "vibe",
    "vibes",
    "mood",
    "atmosphere",
    "ambience",
    "ambiance",
    "air",
    "character",
    "setting",
    "makeover",
    "style",
    "aesthetic",
)
_THING = r"(?:the|my|this|that|these|those|both|all the) (?!room|place|space|scene|whole|light|lighting|lights)[\w ]+?"
_UP = {
    "cosy": "cosy up|cozy up|snug up|warm up|soften|homely up",
    "cheerful": "liven up|cheer up|jazz up|perk up|brighten up|pep up|funk up|enliven|spice up|colour up|zhuzh up",
    "nicer": (
        "spruce up|dress up|smarten up|pretty up|beautify|decorate|do up|improve|fix up|glam up|accessorise|accessorize|finish off"
    ),
    "airy": "freshen up|freshen|air out",
    "calm": "calm down|tone down|quieten|quieten down",
    "green": "green up",
    "festive": "party up",
    "romantic": "romance up",
}
"""Verbs that mean a mood, by its name."""
_OCCASION = (
    r"(?:get|make|set|have|prepare|ready|dress|decorate|do|turn|put|deck out|style|arrange)(?: up)?(?: {place})?(?: (?:look|feel"
    r"|be))?(?: (?:up|ready|like|right|nice|fit|good|set|set up|decorated|prepared|into))*(?: (?:for|like|into))? (?:{what})"
    r"|(?:we|i|it|there) (?:are|am|is|have|will be|will have)(?: (?:having|going to have|throwing|hosting|expecting|planning"
    r"|almost|nearly))? (?:{what})(?: (?:tonight|today|tomorrow|soon|here|coming|over|coming over|this \w+))*"
    r"|(?:set|create|get) the (?:mood|scene|stage|tone) for (?:{what})|get (?:us )?in the mood for (?:{what})|(?:{what}) (?:mood"
    r"|vibes?|atmosphere|setting|look|feeling|theme)"
)


def read_mood(text: str) -> Wanted | None:
    """The mood that a clause wishes; None where it wishes none."""
    for name, of_room, of_thing in _patterns():
        if of_room.match(text):
            return MoodWanted(name)
        found = of_thing.match(text)
        if found is not None:
            return MoodWanted(name, what=found["what"])
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((mood.name, _of_room(mood.name), _of_thing(mood.name)) for mood in moods())


@cache
def _said(name: str) -> tuple[str, str, str, str]:
    """(adjectives, nouns, faults, occasions) of a mood as alternatives; what is never said where a mood has none."""
    mood = next(m for m in moods() if m.name == name)
    never = "(?!)"
    words = any_of(*(re.escape(w) for w in mood.words)) if mood.words else never
    nouns = any_of(*map(re.escape, mood.nouns)) if mood.nouns else never
    faults = any_of(*map(re.escape, mood.faults)) if mood.faults else never
    occasions = any_of(*map(re.escape, mood.occasions)) if mood.occasions else never
    return words, nouns, faults, occasions


def _of_room(name: str) -> re.Pattern[str]:
    words, nouns, faults, occasions = _said(name)
    up = _UP.get(name, "(?!)")
    return whole(
        rf"{_MAKE} {_PLACE} (?:{_FEEL} )?{_DEGREE}{words}(?: and \w+)?{_HERE}",
        rf"{_PLACE} {_SHOULD} (?:{_FEEL} )?{_DEGREE}{words}{_HERE}",
        rf"{_PLACE} {_IS} not {_DEGREE}{words}(?: enough)?(?: at all)?{_HERE}",
        rf"(?:(?:i (?:think|find|feel) )?{_PLACE} {_IS} )?{_DEGREE}{faults}{_HERE}",
        rf"(?:there is )?not (?:much|enough|a lot of) {nouns}{_HERE}",
        rf"(?:a bit |a little |much |even |way |a lot )?(?:more {words}|{words}|less {faults}){_HERE}",
        rf"{_MAKE} {_PLACE} (?:{_FEEL} )?(?:a bit |a little |much |a lot |way )?less {faults}{_HERE}",
        rf"(?:{_PLACE} |i |we |let us )?{_GIVING}(?: {_PLACE})? {_SOME} (?:of )?(?:{nouns}){_HERE}{_TO}",
        rf"{_SOME} {nouns}{_HERE}",
        rf"(?:{_PLACE} |i |we |let us )?(?:{_GIVING}|go for|{_MAKE})(?: {_PLACE})? (?:a|an|some|the) {_DEGREE}(?:{words}|{nouns}) "
        rf"{_LOOK}{_HERE}{_TO}",
        rf"(?:{_DEGREE}(?:{words}|{nouns}) {_LOOK}){_HERE}",
        rf"(?:{up})(?: {_PLACE})?(?: a bit| a little| some| somehow)?{_HERE}",
        *((rf"{up.split('|')[0].split()[0]} {_PLACE} up(?: a bit| a little)?{_HERE}",) if " up" in up else ()),
        *(_verbs_apart(up)),
        _OCCASION.format(place=_PLACE, what=occasions),
    )


def _verbs_apart(up: str) -> tuple[str, ...]:
    """*Liven it up*: the verbs of *liven up* around the place."""
    verbs = [said.removesuffix(" up") for said in up.split("|") if said.endswith(" up")]
    downs = [said.removesuffix(" down") for said in up.split("|") if said.endswith(" down")]
    return (
        *((rf"{any_of(*verbs)} {_PLACE} up(?: a bit| a little| somehow)?{_HERE}",) if verbs else ()),
        *((rf"{any_of(*downs)} {_PLACE} down(?: a bit| a little)?{_HERE}",) if downs else ()),
    )


def _of_thing(name: str) -> re.Pattern[str]:
    words, _, _, _ = _said(name)
    return whole(
        rf"(?:make|get|let|have) (?P<what>{_THING}) (?:{_FEEL} )?(?:a bit |a little |much |a lot |even |way )?(?:more )?{words}{_HERE}"
    )
