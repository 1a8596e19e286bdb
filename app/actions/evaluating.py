"""The action that runs a program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import Field

from scenewright.app.actions.action import SceneAction
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.scene.errors import ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["EVALUATE", "EvaluateRequest", "Evaluated"]


class EvaluateRequest(Request):
    """Which frame to return."""

    frame: int = Field(default=0, ge=0)
    """Frame of an animation, from 0."""


@dataclass(frozen=True)
class Evaluated:
    """`frame`: the requested frame as a scene; `scene`: the whole scene with all frames."""

    scene: Scene
    frame: Scene

    def report(self) -> dict[str, Any]:
        """The scene as data. Sizes are those of the frame."""
        from scenewright.scene.report import evaluation_report

        return {**evaluation_report(self.frame), "frames": self.scene.frames}


def evaluate(session: Session, request: EvaluateRequest, job: Job) -> Evaluated:
    """Run the program.

    Raises:
        ProgramError: the program is wrong, with its line; or the frame does not exist.
    """
    scene = session.scene
    if request.frame >= scene.frames:
        raise ProgramError(
            f"there is no frame {request.frame}: the program has {scene.frames}, counted from 0", kind="argument"
        )
    return Evaluated(scene, scene.frame(request.frame))


EVALUATE = SceneAction("evaluate", "Run the program and list the instances of its scene.", EvaluateRequest, evaluate)
