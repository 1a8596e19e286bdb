"""Gives a room a mood by plain edits: a step of the light, a few things where a place for them is free, colours of textiles and walls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from scenewright.app.agent.embedded.doing_adds import do_add
from scenewright.app.agent.embedded.doing_light import do_light
from scenewright.app.agent.embedded.doing_looks import paint_all
from scenewright.app.agent.embedded.doing_rooms import do_furnish, do_tidy
from scenewright.app.agent.embedded.doing_things import do_remove
from scenewright.app.agent.embedded.moods.table import MoodAdd, WishedMood, moods
from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.placing import standing
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    Destination,
    FurnishWanted,
    LightWanted,
    MoodWanted,
    NewThings,
    RemoveWanted,
    TidyWanted,
)
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.english import article
from scenewright.scene.semantics.words import singular

__all__ = ["do_mood"]

_STEP = re.compile(r"^(?:(?P<much>much|a little) )?(?P<how>\w+)$")
_LOOSELY = {"much": "much", "a little": "little", None: ""}
_RELATIONS = {"on": "on", "under": "under", "beside": "next_to", "front": "in_front_of"}
_NEEDED = frozenset(
    (
        "lamp",
        "monitor",
        "screen",
        "tv",
        "television",
        "computer",
        "laptop",
        "keyboard",
        "mouse",
        "phone",
        "pillow",
        "sink",
        "stove",
        "light",
    )
)
_TASKS: dict[str, Callable[[Work], Done]] = {
    "furnish": lambda work: do_furnish(work, FurnishWanted()),
    "tidy": lambda work: do_tidy(work, TidyWanted()),
}
_NUMBERS = frozenset(("two", "three", "four", "five", "six"))
_TRIED_HOSTS = 3
"""Most hosts of one thing that are tried."""


def do_mood(work: Work, wanted: MoodWanted) -> Done:
    """Give the room, or one thing of it, a mood.

    Raises:
        MustAsk: it is unclear which thing is meant.
        CannotDo: nothing that makes for the mood has a place here.
    """
    mood = next(m for m in moods() if m.name == wanted.mood)
    part = work.things.find(wanted.what) if wanted.what else ()
    task = _TASKS.get(mood.task)
    if task is not None and not part:
        with suppress(CannotDo), work.whole_or_not():
            return task(work)
    said = [] if part else list(_lit(work, mood))
    painted, changed = _coloured(work, mood, part)
    new = _added(work, mood, part)
    gone = _taken_away(work, mood) if not part else ()
    said += [f"took away {gone[0]}"] if gone else []
    said += [f"coloured {painted}"] if painted else []
    names = work.stage.listed(new) if new else ""
    said += [f"added {_with_articles(names)}"] if names else []
    if not said:
        about = f"the {wanted.what.removeprefix('the ')}" if wanted.what else "the room"
        raise CannotDo(
            f"I found nothing that makes {about} more {mood.name} and has a free place here.",
            ("add a potted plant in the corner", "make the light warmer"),
        )
    return Done(
        f"made it more {mood.name}: {'; '.join(said)}",
        tuple(dict.fromkeys((*new, *changed))),
        gone[1] if gone else (),
        focus=new or changed,
    )


def _lit(work: Work, mood: WishedMood) -> Iterator[str]:
    """The steps of the light that can be made, in words."""
    for step in mood.light:
        found = _STEP.match(step)
        assert found is not None
        with suppress(CannotDo):
            yield do_light(work, LightWanted(found["how"], _LOOSELY[found["much"]])).words


def _taken_away(work: Work, mood: WishedMood) -> tuple[str, tuple[str, ...]] | tuple[()]:
    """Remove small things that stand on others, of each kind of which there are several the most; what that was in words and as paths."""
    small = [
        p
        for p in work.stage.things
        if standing(work, p).small
        and work.stage.below(p) is not None
        and not work.stage.on_top(p)
        and not _is_needed(work, p)
    ]
    most = min(mood.removes, (len(small) + 1) // 2)
    if most == 0:
        return ()
    counted = [work.draft.scene.find(p).name for p in small]
    chosen = sorted(small, key=lambda p: -counted.count(work.draft.scene.find(p).name))[:most]
    named = work.stage.listed(chosen)
    done = do_remove(work, RemoveWanted(" and ".join(chosen)))
    return named, done.gone


def _is_needed(work: Work, path: str) -> bool:
    """Whether a small thing is one that people use a room by: its light, its screen, what one sits on."""
    return bool(_NEEDED & set(work.draft.scene.find(path).name.split("_")))


def _coloured(work: Work, mood: WishedMood, part: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What is given a colour, in words and as paths."""
    said: list[str] = []
    done: list[str] = []
    for kinds, colour in mood.colours:
        if len(done) >= mood.painted:
            break
        paths = _of_kinds(work, kinds, part)
        if not paths:
            continue
        with suppress(CannotDo):
            paint_all(work, paths, colour)
            named = "the walls" if "walls" in kinds else work.stage.listed(paths)
            said.append(named if colour.startswith("#") else f"{named} {colour}")
            done += paths
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said), tuple(done)


def _of_kinds(work: Work, kinds: Sequence[str], part: Sequence[str]) -> tuple[str, ...]:
    """The things whose noun is one of some kinds; the room for its walls."""
    if "walls" in kinds:
        return () if part or not work.stage.room_path else (work.stage.room_path,)
    things = part or work.stage.things
    return tuple(p for p in things if _noun(work, p) in {singular(kind) for kind in kinds})


def _noun(work: Work, path: str) -> str:
    return singular(work.draft.scene.find(path).name.rsplit("_", 1)[-1])


def _added(work: Work, mood: WishedMood, part: Sequence[str]) -> tuple[str, ...]:
    """Add what makes for the mood, each kind where the room has none like it there, until there is enough of it; the new paths."""
    new: list[str] = []
    here = {work.draft.scene.find(p).name for p in work.stage.things}
    kinds: list[str] = []
    for add in mood.adds:
        if len(new) >= mood.most:
            break
        noun = singular(add.words.split()[-1])
        if (add.how in ("under", "front", "corner", "wall") and noun in kinds) or (
            noun in {n.rsplit("_", 1)[-1] for n in here} and noun in ("rug", "blanket", "tree", "bunting")
        ):
            continue
        path = _added_one(work, add, part)
        if path is not None:
            new = [work.draft.renamed.get(p) or p for p in new]
            new.append(path)
            kinds.append(noun)
    return tuple(new)


def _added_one(work: Work, add: MoodAdd, part: Sequence[str]) -> str | None:
    """The path of a thing that is added at the first place that is free for it; None where none is."""
    for where in _places(work, add, part):
        with suppress(CannotDo, MustAsk), work.whole_or_not():
            notes = len(work.notes)
            done = do_add(work, AddWanted((NewThings(add.words, where=where),)))
            del work.notes[notes:]
            return done.paths[0]
    return None


def _places(work: Work, add: MoodAdd, part: Sequence[str]) -> Iterator[Destination]:
    if add.how == "corner":
        if not part:
            yield Destination("corner")
        return
    if add.how == "wall":
        if not part:
            yield Destination("on wall", way="back")
            yield Destination("on wall", way="left")
            yield Destination("on wall", way="right")
        return
    things = tuple(part) or work.stage.things
    hosts = [p for host in add.hosts for p in things if _is_host(work, p, host)]
    for path in list(dict.fromkeys(hosts))[:_TRIED_HOSTS]:
        yield Destination("at", (path,), _RELATIONS[add.how])


def _is_host(work: Work, path: str, host: str) -> bool:
    """Whether a thing is what a host is called: a *table* is any table but a coffee table is that alone."""
    name = work.draft.scene.find(path).name
    return name == host or name.endswith(f"_{host}")


def _with_articles(names: str) -> str:
    """*The rug and the two candles* as what is new: *a rug and two candles*."""
    parts = re.split(r"(, | and )", names)
    return "".join(part if n % 2 else _new(part) for n, part in enumerate(parts))


def _new(name: str) -> str:
    noun = name.removeprefix("the ")
    if noun == name or noun.split()[0] in _NUMBERS or is_plural(noun):
        return noun
    return f"{article(noun)} {noun}"
