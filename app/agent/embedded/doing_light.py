"""Gives the scene another light: brighter or darker, warmer or cooler, lamps on or off, another hour of the day."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from scenewright.app.agent.embedded.doing_shades import do_shade
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import LightWanted, ShadeWanted, SwitchWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.model import Light

__all__ = ["do_light", "do_switch"]

_LADDERS = {
    "bright": ("much darker", "darker", "a little darker", "", "a little brighter", "brighter", "much brighter"),
    "warm": ("much cooler", "cooler", "a little cooler", "", "a little warmer", "warmer", "much warmer"),
}
"""What the words of an environment say of its brightness and warmth, from the least to the most."""
_WAYS = {"brighter": ("bright", 1), "darker": ("bright", -1), "warmer": ("warm", 1), "cooler": ("warm", -1)}
_RUNGS = {"little": 1, "": 2, "much": 3}
_SAID = re.compile(r",? ?\b(?:(?:a little|much) )?(?:darker|brighter|warmer|cooler)\b")
_PLAIN = "even light"
"""The words of a scene that states no environment."""
_AT = 0.7
"""Metres between a lamp and the light that it stands for."""
_LAMPS = frozenset(("ceiling", "point", "spot", "area"))


def do_light(work: Work, wanted: LightWanted) -> Done:
    """Change the light.

    Raises:
        CannotDo: there is no more of it, or the program states the light in no way that can be changed.
    """
    acts = (*work.memory.kept.acts, *work.memory.acts)
    if wanted.bare and wanted.how in ("brighter", "darker") and acts and acts[-1].kind == "recolour":
        # 'paint the sofa green', 'a bit darker'
        return do_shade(work, ShadeWanted("it", wanted.how == "brighter", wanted.loosely))
    if wanted.also:
        first = do_light(work, replace(wanted, also=""))
        second = do_light(work, replace(wanted, how=wanted.also, also=""))
        return Done(f"{first.words} and {second.words.rsplit(maxsplit=1)[-1]}")
    environment = work.stage.scene.environment
    if environment is not None and environment.image is not None:
        raise CannotDo("The light here comes from a picture, which the program names: name other surroundings there.")
    words = _words(work)
    try:
        if wanted.how == "sky":
            said = _another_sky(work, wanted.sky)
        elif wanted.how in ("on", "off"):
            said = _switched(work, words, on=wanted.how == "on")
        else:
            said = _by_degrees(work, words, wanted)
    except (EditError, ProgramError) as error:
        raise CannotDo(f"That cannot be written into the program: {error}.") from error
    work.remember(Act(kind="light", words=wanted.how))
    return Done(said)


def do_switch(work: Work, wanted: SwitchWanted) -> Done:
    """Switch the lights of the program that single lamps stand for: those near the lamp.

    Raises:
        MustAsk: it is unclear which lamp is meant.
        CannotDo: the program states no light there, or it is so already.
    """
    paths = work.things.find(wanted.what)
    work.memory.speak_of(paths)
    if wanted.only:
        return _only_these(work, paths)
    lights = work.stage.scene.lights
    near = [
        n for n, light in enumerate(lights) if light.kind in _LAMPS and any(_is_at(work, path, light) for path in paths)
    ]
    state = "on" if wanted.on else "off"
    if not near:
        named = work.stage.listed(paths)
        raise CannotDo(
            f"{named[:1].upper()}{named[1:]} shed no light of their own here, so they cannot be switched {state} alone."
            if len(paths) > 1
            else f"{named[:1].upper()}{named[1:]} sheds no light of its own here, so it cannot be switched {state} alone.",
            (f"switch the light {state}", "make the light a bit darker"),
        )
    changed = [n for n in near if (lights[n].intensity > 0.0) != wanted.on]
    if not changed:
        raise CannotDo(f"The light is {state} already.")
    for number in changed:
        work.draft.set_light(number, intensity=1.0 if wanted.on else 0.0)
    work.remember(Act(kind="light", words=state))
    return Done(f"switched the light of {work.stage.listed(paths)} {state}", focus=paths)


def _only_these(work: Work, paths: tuple[str, ...]) -> Done:
    """These lamps on and all others off. Where the program gives these no light of their own, what is left is a dim warm light."""
    lights = work.stage.scene.lights
    named = work.stage.listed(paths)
    for number, light in enumerate(lights):
        if light.kind not in _LAMPS:
            continue
        lit = any(_is_at(work, path, light) for path in paths)
        if lit != (light.intensity > 0.0):
            work.draft.set_light(number, intensity=1.0 if lit else 0.0)
    words = _words(work)
    rungs = _rungs(words)
    rungs["bright"] = 0
    if not any(light.kind in _LAMPS and _is_at(work, path, light) for light in lights for path in paths):
        work.notes.append(f"{named} shed no light of their own here: I made what is left dim and warm")
        rungs["warm"] = max(rungs["warm"], _LADDERS["warm"].index("warmer"))
    work.draft.set_environment(_with_rungs(words, rungs))
    work.remember(Act(kind="light", words="darker"))
    return Done(f"left only {named} on", focus=paths)


def _words(work: Work) -> str:
    environment = work.stage.scene.environment
    return environment.words if environment is not None and environment.words else _PLAIN


def _is_at(work: Work, path: str, light: Light) -> bool:
    if light.position is None:
        return False
    x, y, z = light.position
    box = work.stage.box(path)
    return math.dist((box.x, box.z), (x, z)) < _AT and box.y - _AT < y < box.top + _AT


def _by_degrees(work: Work, words: str, wanted: LightWanted) -> str:
    ladder, sign = _WAYS[wanted.how]
    rungs = _rungs(words)
    at = rungs[ladder]
    rungs[ladder] = min(max(at + sign * _RUNGS[wanted.loosely], 0), len(_LADDERS[ladder]) - 1)
    if rungs[ladder] == at:
        raise CannotDo(f"The light cannot get {wanted.how} than it is.")
    work.draft.set_environment(_with_rungs(words, rungs))
    little = {"little": "a little ", "much": "much "}.get(wanted.loosely, "")
    return f"made the light {little}{wanted.how}"


def _switched(work: Work, words: str, *, on: bool) -> str:
    """The lamps of the program off, and what is left darker; or on again."""
    lamps = [n for n, light in enumerate(work.stage.scene.lights) if light.kind in _LAMPS]
    lit = [n for n in lamps if work.stage.scene.lights[n].intensity > 0.0]
    rungs = _rungs(words)
    if not lamps:
        raise CannotDo("There is no lamp here whose light could be switched.", ("make the light darker",))
    if on == (len(lit) == len(lamps)) and (on or not lit):
        raise CannotDo(f"The light is {'on' if on else 'off'} already.")
    for number in lamps:
        if on != (number in lit):
            work.draft.set_light(number, intensity=1.0 if on else 0.0)
    middle = _LADDERS["bright"].index("")
    rungs["bright"] = max(rungs["bright"], middle) if on else 0
    work.draft.set_environment(_with_rungs(words, rungs))
    return f"switched the light {'on' if on else 'off'}"


def _another_sky(work: Work, sky: str) -> str:
    """Another hour or weather. A sun that the program states goes along with it."""
    from scenewright.renderers.base import environment_look

    work.draft.set_environment(_as_seen_inside(sky) if work.stage.scene.room is not None else sky)
    look, _ = environment_look(sky)
    for number, light in enumerate(work.stage.scene.lights):
        if light.kind == "sun":
            work.draft.set_light(number, intensity=look.sun, color=look.sun_color)
    return f"made the light that of '{sky}'"


_INSIDE = {
    "sunny": "brighter, a little warmer", "noon": "brighter", "daylight": "brighter", "morning": "a little brighter, a little warmer",
    "afternoon": "a little brighter, a little warmer", "evening": "darker, a little warmer", "dusk": "darker", "dawn": "a little darker",
    "sunset": "a little darker, warmer", "golden": "a little darker, warmer",
}  # fmt: skip
"""An hour or weather -> what it does to the light of a room, into which little of the sky is seen."""


def _as_seen_inside(sky: str) -> str:
    steps = next((steps for word, steps in _INSIDE.items() if re.search(rf"\b{word}\b", sky)), "")
    return f"{sky}, {steps}" if steps and not _SAID.search(sky) else sky


def _rungs(words: str) -> dict[str, int]:
    """How far up each ladder the words of an environment are."""
    said = {found[0].strip(", ") for found in _SAID.finditer(words)}
    return {
        name: next((n for n, rung in enumerate(rungs) if rung in said), rungs.index(""))
        for name, rungs in _LADDERS.items()
    }


def _with_rungs(words: str, rungs: dict[str, int]) -> str:
    more = [_LADDERS[name][at] for name, at in rungs.items() if _LADDERS[name][at]]
    return ", ".join([_SAID.sub("", words).strip(" ,") or _PLAIN, *more])
