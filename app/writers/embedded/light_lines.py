"""The last lines of a program: lights, surroundings and cameras of a stage."""

from __future__ import annotations

import itertools

from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.literals import write_number
from scenewright.app.writers.embedded.staging import Stage
from scenewright.assets.room_style import RoomLight
from scenewright.renderers.base.environments import environment_look

__all__ = ["light_words", "write_lights"]

_TIMES = (
    (("night", "midnight", "moonlit", "moonlight"), "night"), (("sunset", "golden hour"), "warm sunset"),
    (("sunrise", "dawn"), "sunrise"),
    (("dusk", "twilight"), "dusk"), (("evening",), "warm evening light"), (("morning",), "soft morning light"),
    (("overcast", "cloudy", "rainy", "foggy"), "overcast day"),
    (("sunlight",), "bright daylight"),
    (("afternoon",), "afternoon light"),
)  # fmt: skip


def light_words(text: str) -> tuple[str, ...]:
    """The words of a text that say which light there is, such as *night*; the one that decides first. Empty where it says nothing of it."""
    low = text.lower()
    words = set(low.replace(",", " ").replace(".", " ").split())
    return tuple(s for signs, _ in _TIMES for s in signs if (s in words if " " not in s else s in low))


def write_lights(description: Description, stage: Stage) -> str:
    """Lines with light and surroundings, for the time of day in the text or as is usual in such a place, and a camera for each view of the
    stage."""
    said = light_words(description.text)
    usual = description.light if environment_look(description.light)[1] else "soft daylight"
    light = (None if description.style is None else description.style.light) or RoomLight("")
    mood = (light.sky or light.words) if stage.outdoor else light.words
    time = next((look for signs, look in _TIMES if said and said[0] in signs), mood or usual)
    lines = []
    if stage.outdoor:
        if not environment_look(time)[0].outdoor:
            time = f"outdoor {time}"  # the mood of a room is no sky
        if "night" not in time:
            lines.append("light('sun', direction=(-0.4, -0.8, -0.5), intensity=3.0)")
    else:
        edges = [-stage.width / 2, *stage.partitions, stage.width / 2]
        for x0, x1 in itertools.pairwise(edges):
            middle = write_number((x0 + x1) / 2)
            color = ", ".join(write_number(v) for v in light.lamp_color)
            strength = f"intensity={light.lamp:.1f}" if light.lamp == 1.0 else f"intensity={write_number(light.lamp)}"
            lines.append(f"light('ceiling', at=({middle}, HEIGHT - 0.05, 0), {strength}, color=({color}))")
    lines.append(f"environment({time!r})")
    for view in stage.views:
        eye, target = (", ".join(write_number(v, 2) for v in p) for p in (view.eye, view.target))
        lines.append(f"camera(eye=({eye}), target=({target}), fov={write_number(view.fov, 1)})")
    return "\n" + "\n".join(lines) + "\n"
