"""Gives things a lighter or darker colour than they have."""

from __future__ import annotations

from scenewright.app.agent.embedded.doing_looks import paint_all
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import ShadeWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.semantics.looks import SurfaceLooks

__all__ = ["do_shade"]

_SHARES = {"little": 0.22, "": 0.38, "much": 0.6}
"""How much of white or black is mixed in."""
_LEAST = 0.02
"""Change of a colour that can be seen at all."""


def do_shade(work: Work, wanted: ShadeWanted) -> Done:
    """Make the colour of things lighter or darker.

    Raises:
        MustAsk: it is unclear what is meant.
        CannotDo: they are as light or dark as can be, or have no colour.
    """
    paths = work.things.find(wanted.what, building=True)
    scene = work.draft.scene
    looks = work.draft.derived.graph(scene).looks or SurfaceLooks(scene, work.draft.derived.graph_geometry(scene))
    share, aim = _SHARES[wanted.loosely], 1.0 if wanted.lighter else 0.0
    changed: list[str] = []
    for path in paths:
        main = looks.main_color(scene.find(path).index)
        if main is None:
            continue
        new = tuple(value + (aim - value) * share for value in main.color)
        if max(abs(a - b) for a, b in zip(new, main.color, strict=True)) < _LEAST:
            continue
        red, green, blue = (round(255.0 * value) for value in new)
        paint_all(work, (path,), f"#{red:02x}{green:02x}{blue:02x}")
        changed.append(path)
    how = "lighter" if wanted.lighter else "darker"
    if not changed:
        raise CannotDo(
            f"{work.stage.listed(paths)} cannot be {how} than that.".capitalize(), ("make it white", "make it black")
        )
    work.remember(Act(kind="recolour", paths=tuple(changed), words=""))
    little = {"little": "a little ", "much": "much "}.get(wanted.loosely, "")
    return Done(f"made the colour of {work.stage.listed(changed)} {little}{how}", tuple(changed))
