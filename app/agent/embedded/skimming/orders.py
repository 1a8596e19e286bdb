"""Says the marks of one request as a plain order that the grammar of requests reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scenewright.app.agent.embedded.skimming.marks import Mark
from scenewright.app.agent.embedded.skimming.told import SOURCES, ToldRequest
from scenewright.scene.english import DEFINITE

__all__ = ["plain_order", "telegram"]

_MOST_UNKNOWN = 2
"""Words that say something and are not understood: with more, nothing is guessed where no verb says what is to be done."""
_GOALS = frozenset(
    (
        "at",
        "way",
        "corner",
        "wall",
        "on wall",
        "middle",
        "toward",
        "away",
        "closer",
        "toward wall",
        "away wall",
        "swap",
        "other side",
        "back",
    )
)


def plain_order(marks: Sequence[Mark], exists: Callable[[str], bool], antecedent: str = "") -> str | None:
    """A plain order for what the marks of a request say; None where they say none, or deny something.

    Args:
        exists: whether a noun phrase means something here.
        antecedent: what *it* is where the request names nothing; '' for what was spoken of before the sentence.
    """
    told = ToldRequest(marks, exists, antecedent)
    if told.mixed or told.misplaced:
        return None
    if any(mark.kind == "denial" for mark in marks):
        return _corrected(told) or _kept_alone(told) or _spared(told)
    for say in (
        _undone,
        _corrected,
        _for_a_purpose,
        _removed,
        _replaced,
        _turned,
        _apart,
        _lit,
        _sized,
        _coloured,
        _added,
        _moved,
    ):
        said = say(told)
        if said is not None:
            return said
    return None


def _undone(told: ToldRequest) -> str | None:
    return "undo" if told.act("undo") and not told.things and not told.new else None


def _corrected(told: ToldRequest) -> str | None:
    """*Wrong one, I meant the chair by the door*."""
    act = told.act("correct")
    if act is None or not told.things:
        return None
    after = [m for m in told.things if m.start >= act.end]
    told.things = after[:1] or told.things[-1:]  # 'the phone has to stay, it is the pitcher that I wanted gone'
    return f"i meant {told.subject()}"


_NEEDED = re.compile(r"^(?P<what>.+?)(?: (?:while|when|until|after|as|if|at|in here|here)\b.*)?$")


def _for_a_purpose(told: ToldRequest) -> str | None:
    """*There is nowhere to put down my cup*: what people want for that is found by its purpose."""
    act = told.act("purpose")
    if act is None:
        return None
    rest = [
        m.words for m in told.marks if m.start >= act.end and m.kind != "sign" and m.words not in ("down", "up", "away")
    ]
    at_table = next((p for p in told.places if p.words.startswith("at ") and p.start >= act.end), None)
    if at_table is not None and rest[0] == "sit":
        return f"add a chair {at_table.words}"
    found = _NEEDED.match(" ".join(rest))
    return f"add somewhere to {found['what']}" if found is not None else None


def _kept_alone(told: ToldRequest) -> str | None:
    """*Nothing but the lamp and the clock should stay on it*: the rest of what is there goes."""
    denials = [m for m in told.marks if m.kind == "denial"]
    marks = list(told.marks)
    at = marks.index(denials[0])
    but = marks[at + 1].words if at + 1 < len(marks) else ""
    places = [p for p in told.places if p.value == "at"]
    if (
        denials[0].words != "nothing"
        or but not in ("but", "except")
        or not places
        or any(m.words not in ("nothing", "but", "stay", "except", "leave", "keep") for m in denials)
    ):
        return None
    place = places[-1]
    where = (
        place.words.replace(" it", f" {told.antecedent}")
        if told.antecedent and place.words.endswith(" it")
        else place.words
    )
    kept = [m.words for m in told.things if m.start > denials[0].start]
    return f"remove everything {where} except {' and '.join(kept)}" if kept else None


def _spared(told: ToldRequest) -> str | None:
    """*No wait, the toolbox can stay*: the last change but for that."""
    stays = any(m.kind == "denial" and m.words in ("stay", "keep", "leave") for m in told.marks)
    only = all(m.words in ("stay", "keep", "leave", "no") for m in told.marks if m.kind == "denial")
    if not stays or not only or not told.things or told.acts or told.unknown:
        return None
    return None if told.says("and") else f"except {told.subject()}"


_TAKEN = frozenset(("take", "throw", "get", "clear", "carry", "move", "bring"))


def _removed(told: ToldRequest) -> str | None:
    off = bool(told.places) and all(p.words.startswith(SOURCES) for p in told.places)
    out = told.says("away", "out") and not told.places
    taken = any(m.words in _TAKEN for m in told.acts) and (off or out)
    act = told.act("remove")
    goes = (
        act is not None
        and act.words.endswith(" go")
        and any(p.value in _GOALS for p in told.places if p.start >= act.end)
    )
    if goes:
        return None  # 'the picture can go on the other wall'
    if (act is None and not taken) or told.new or not (told.things or told.pronouns):
        return None
    return f"remove {told.subject()}"


def _replaced(told: ToldRequest) -> str | None:
    act = told.act("replace")
    if act is None:
        return None
    if told.new and told.new[-1].words.split()[0] in DEFINITE:
        return None  # 'swap the picture with the chart': who speaks of it so means one that is here
    if told.new:
        return f"replace {told.subject()} with {told.new[-1].words}"
    if len(told.things) != 2:
        return None
    one, other = told.things
    if (
        any(m.words in ("for", "with", "by") and one.end <= m.start < other.start for m in told.marks)
        and other.value == "bare"
    ):
        return f"replace {one.words} with {other.words.removeprefix('the ')}"
    return f"swap {one.words} and {other.words}"


def _turned(told: ToldRequest) -> str | None:
    act = told.act("turn")
    if act is None or told.new:
        return None
    after = [m for m in (*told.things, *told.places) if m.start >= act.end]
    before = [m for m in told.things if m.end <= act.start]
    away = "back" in act.words
    if before and after:
        target = min(after, key=lambda m: m.start)
        aim = target.inner[0] if target.kind == "place" and target.inner else target.words
        told.things, told.places = before, [p for p in told.places if p.end <= act.start]
        return f"turn {told.subject()} to face {'away from ' if away else ''}{aim}"
    if not told.things and not told.pronouns:
        return None
    target_place = next((p for p in reversed(told.places) if p.inner and p.value in ("toward", "at", "closer")), None)
    if target_place is not None and (told.things or told.pronouns):
        told.places.remove(target_place)
        return f"turn {told.subject()} to face {target_place.inner[0]}"
    if len(told.things) == 2:
        return f"turn {told.things[0].words} to face {told.things[1].words}"
    return f"turn {told.subject()} around" if told.says("around", "round") else None


def _apart(told: ToldRequest) -> str | None:
    act = told.act("apart", "together")
    others = [m for m in told.things if act is not None and m.start > act.start]
    if act is None or not others:
        return None
    one = told.things[0].words if told.things[0] not in others else "it"
    return f"move {one} {'closer to' if act.value == 'together' else 'away from'} {others[0].words}"


_ALONE_NO_TONE = frozenset(("down", "right down", "low", "lower", "down low", "warm", "harsh"))
"""Words that say how light is to be only where light is named."""


_SKIES = frozenset(("night", "evening", "sunset", "morning", "noon"))
_OF_OTHER_TIMES = ("some", "every", "last", "all", "each", "time", "until")
"""Words beside which a time of the day is no wish: *last night*, *every morning*."""


def _lit(told: ToldRequest) -> str | None:
    if told.things or told.new or told.act("paint"):
        return None
    tones = [
        m.value
        for m in told.tones
        if m.value not in _SKIES and (told.act("light") is not None or m.words not in _ALONE_NO_TONE)
    ]
    said = [m for m in told.tones if m.value not in _SKIES]
    if tones and (told.act("light") is not None or len(said[0].words.split()) > 1 or not told.unknown):
        return ". ".join(f"make the light {tone}" for tone in dict.fromkeys(tones))
    skies = [m.value for m in told.tones if m.value in _SKIES]
    if not skies or told.unknown > _MOST_UNKNOWN or told.says(*_OF_OTHER_TIMES):
        return None
    return f"make it {skies[-1]}"


def _sized(told: ToldRequest) -> str | None:
    if not told.sizes or told.new or told.says("than"):
        return None
    size = told.sizes[-1]
    verb, _, rest = size.value.partition(" ")
    return f"{verb} {told.subject()} {rest}"


_THAN = frozenset(("than", "not", "instead of", "rather than", "in place of"))
"""Words after which the colour is named that is not wanted: *rather green than purple*, *red instead of blue*."""


def _coloured(told: ToldRequest) -> str | None:
    if not told.colours or told.new or (told.act("move", "add") and told.places):
        return None
    if not told.things and told.unknown > 0:
        return None
    said = [m for m in told.colours if not any(t.words in _THAN and t.end <= m.start for t in told.marks)]
    if len({m.words for m in said}) != 1:
        return None  # of two colours one is what the thing has
    told.colours = said
    return f"paint {told.subject()} {told.colours[-1].words}"


def _added(told: ToldRequest) -> str | None:
    if not told.new:
        return None
    if any(m.words.split()[0] in DEFINITE for m in told.new) and told.act("add") is None:
        return None  # 'move the piano': who speaks of it so means one that is here
    if told.act("add", "move") is None and not (told.places and told.unknown <= _MOST_UNKNOWN):
        return None
    where = next((p.words for p in reversed(told.places) if p.value in _GOALS and not p.words.startswith(SOURCES)), "")
    if not where and told.things and told.says("for"):
        where = f"for {told.things[-1].words}"
    listed = " and ".join(m.words for m in told.new)
    return f"add {listed} {where}".strip()


def _moved(told: ToldRequest) -> str | None:
    if told.new or not (told.things or told.pronouns):
        return None
    goals = [p for p in told.places if p.value in _GOALS and not p.words.startswith(SOURCES)]
    if not goals:
        return None
    sent = told.act("remove")
    if told.act("move") is None and sent is None and (told.unknown or not _is_wished(told)):
        return None
    if len(goals) > 1 and any(p.value == "way" for p in goals):
        return None  # 'half a metre to the right along the wall': how far is said, and would be lost
    goal = goals[-1]
    told.places.remove(goal)
    return f"move {told.subject()} {goal.words}"


_BESIDE_NAMES = frozenset(("and", "the", "now", "please", "then", "ok", "okay", "so"))


def telegram(marks: Sequence[Mark], exists: Callable[[str], bool]) -> str | None:
    """*Fruit bowl. dining table. now.*: the order that two things and nothing else amount to; None for other marks."""
    told = ToldRequest(marks, exists)
    if (
        len(told.things) != 2
        or any(m.kind == "other" and m.words not in _BESIDE_NAMES for m in marks)
        or told.acts
        or told.places
        or told.new
        or told.colours
    ):
        return None
    return f"move {told.things[0].words} to {told.things[1].words}"


def _is_wished(told: ToldRequest) -> bool:
    """Whether the marks say how it is to be, and not how it is: *the lamp on the table, please*."""
    wished = told.says("should", "could", "must", "would", "ought", "please", "better", "rather", "prefer")
    verbs = [
        m
        for m in told.marks
        if m.kind == "other" and m.words not in ("and", "the", "a", "now", "please", "then", "just", "right")
    ]
    return wished or not verbs
