"""Dialogues with the embedded editor on one room: what is said, and what comes of it."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.agent import Dialogue, TextPiece, TurnEnded, TurnNote, TurnRequest, scene_editor
from scenewright.app.session import Session
from scenewright.scene.folder import Project
from scenewright.scene.geometry import standing_poses
from scenewright.scene.jobs import Job

__all__ = ["HeldDialogue"]

_LOUNGE = """
from scene.language import *

W, D, H = 5, 4.3, 2.7


@register("a lounge")
def lounge():
    armchair = asset_call("armchair")
    return concat_shapes(
        room(W, D, H, doors=[("front", 1.8, 0.9, 2.05)], windows=[("left", -0.21, 1.5, 1.25)]),
        place(asset_call("sofa"), at=(0, 0, -D / 2 + 0.48), name="sofa"),
        place(armchair, at=(-2.015, 0, -0.098), turn=90, name="armchair"),
        place(transform_shape(armchair, scale_matrix(1.2)), at=(1.9, 0, 0.294), turn=-90, name="armchair"),
        place(asset_call("coffee table"), at=(-0.099, 0, 0), name="coffee_table"),
        place(asset_call("desk"), at=(1.6, 0, -1.7), name="desk"),
        place(asset_call("wall clock"), at=(W / 2 - 0.0226, 1.74, 1.4), turn=-90, name="wall_clock"),
        BEAN_BAGS
    )


light("ceiling", at=(0, H - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
camera(eye=(2.2, 1.75, 1.85), target=(-0.6, 0.75, -0.86), fov=72)
"""


class HeldDialogue:
    """A dialogue about a lounge: a sofa, two armchairs (the first at the window of the left wall), a coffee table, a desk and a clock that
    hangs on the right wall. `more`: lines of places beside these. `relations`: statements at the end of the program."""

    def __init__(self, folder: Path, *, more: str = "", relations: str = "") -> None:
        Project.create(folder, _LOUNGE.replace("BEAN_BAGS", more) + relations)
        self.session = Session.open(folder, writable=True)
        self.dialogue = Dialogue()
        self.told = ""
        self.notes = ""

    def say(self, text: str, *, selection: tuple[str, ...] = (), pinned: tuple[str, ...] = ()) -> TurnEnded:
        """One turn; its end. `told` is what the editor said, `notes` what it remarked. Paths are below the root."""
        turn = TurnRequest(
            text=text,
            selection=tuple(f"lounge/{p}" for p in selection),
            pinned=tuple(f"lounge/{p}" for p in pinned),
            dialogue=self.dialogue,
        )
        events = list(scene_editor("embedded").turn(self.session, turn, job=Job()))
        self.told = "".join(e.piece for e in events if isinstance(e, TextPiece))
        self.notes = " ".join(e.text for e in events if isinstance(e, TurnNote))
        end = events[-1]
        assert isinstance(end, TurnEnded)
        self.dialogue = self.dialogue.then(end.past)
        return end

    def pose(self, path: str) -> tuple[float, float, float, float]:
        """Bottom centre in metres, and yaw in radians."""
        scene = self.session.scene
        x, y, z, yaw = (float(v) for v in standing_poses(scene, [scene.find(path).index])[0])
        return x, y, z, yaw
