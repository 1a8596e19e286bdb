"""Answers a wish that names no change, such as *it feels empty in here*, with changes of this very room that would help."""

from __future__ import annotations

from collections.abc import Callable

from scenewright.app.agent.embedded.placing import standing
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import VagueWish
from scenewright.app.agent.embedded.work import Work
from scenewright.app.furnishing.furniture import Furniture
from scenewright.app.furnishing.traits import is_bed, is_seat, is_sofa, is_table

__all__ = ["wish_answer"]

_MOST = 3
_SAID = {
    "empty": "fuller",
    "cosy": "nicer",
    "light": "brighter",
    "space": "roomier",
    "colour": "more colourful",
}


def wish_answer(work: Work, wanted: VagueWish) -> CannotDo:
    """What to say to a wish: one change each that can be said, with names of this room."""
    seat = _largest(work, is_sofa) or _largest(work, is_seat) or _largest(work, is_bed)
    table = _largest(work, is_table) or seat
    least = _largest(work, lambda _: True, sign=-1.0)
    ideas = {
        "empty": (
            "furnish the rest of the room",
            "add a potted plant in the corner",
            f"add a rug under the {table}",
        ),
        "cosy": (
            "give the room a cosy look",
            f"add a rug under the {table}",
            f"add a floor lamp beside the {seat}",
        ),
        "light": (f"add a floor lamp beside the {seat}", "paint the walls white", f"add a table lamp on the {table}"),
        "space": ("tidy up", f"remove the {least}", f"move the {table} against the wall"),
        "colour": ("paint the walls light blue", f"make the {seat} green", f"add a red rug under the {table}"),
    }[wanted.about]
    fitting = tuple(idea for idea in ideas if not idea.endswith("the ") and "  " not in idea)[:_MOST]
    return CannotDo(
        f"That is a wish with many ways to it. I make one change at a time: to have it {_SAID[wanted.about]}, pick one",
        fitting,
    )


def _largest(work: Work, fits: Callable[[Furniture], bool], sign: float = 1.0) -> str:
    """The name of the largest thing that fits, of the smallest where `sign` is negative; '' where none does."""
    stage = work.stage
    found = [
        (sign * stage.box(p).width * stage.box(p).depth, p) for p in stage.things if fits(standing(work, p).furniture)
    ]
    return stage.name(max(found)[1]) if found else ""
