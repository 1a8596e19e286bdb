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
    first: int = Field(default=0, ge=0)
    """Node, depth first from 0, with which the report begins. A scene of very many nodes is reported in pages."""


@dataclass(frozen=True)
class Evaluated:
    """`frame`: the requested frame as a scene; `scene`: the whole scene with all frames; `first`: the node that the report begins with."""

    scene: Scene
    frame: Scene
    first: int = 0

    def report(self) -> dict[str, Any]:
        """The scene as data, or a page of it. Sizes are those of the frame.

        Raises:
            PathError: the scene has no node `first`.
        """
        from scenewright.scene.report import evaluation_report

        return {**evaluation_report(self.frame, self.first), "frames": self.scene.frames}


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
    return Evaluated(scene, scene.frame(request.frame), request.first)


EVALUATE = SceneAction("evaluate", "Run the program and list the instances of its scene.", EvaluateRequest, evaluate)
