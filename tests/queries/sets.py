"""The question sets of twenty scenes (README beside this): which there are, and how to open one."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.session import Session

__all__ = ["COUNTED", "DEVELOPMENT", "QuestionSet", "practice_sets", "question_sets"]

HERE = Path(__file__).parent
DEVELOPMENT = frozenset(
    ("04-snowman", "08-home-office", "10-childrens-bedroom", "13-dining-room", "15-bathroom")
    + ("cafe", "garden", "living_room", "office", "kitchen")
)
"""The half that was looked at while the code was written; the other half was only counted."""
COUNTED = frozenset(("hotel_suite", "roof_terrace", "restaurant", "meeting_office"))
"""Practice sets that nobody looks at who writes the code."""


@dataclass(frozen=True)
class QuestionSet:
    """One scene's questions. `questions`: kind, query, answers. `asks`: kind, question, answer."""

    name: str
    scene: Path
    questions: list[dict[str, Any]]
    asks: list[dict[str, Any]]
    practice: bool = False

    @property
    def development(self) -> bool:
        return self.name in DEVELOPMENT

    @property
    def may_be_read(self) -> bool:
        """Whether who writes the code may look at its questions."""
        return self.development or (self.practice and self.name not in COUNTED)

    def open(self) -> Session:
        return Session.open(str(self.scene))


def question_sets() -> tuple[list[QuestionSet], int]:
    """All whose scene is at hand, and how many are not: replies need SCENEWRIGHT_REPLIES.

    Raises:
        ValueError: the text of a scene is not the one that its questions belong to.
    """
    return _read("questions")


def practice_sets() -> list[QuestionSet]:
    """Questions of eleven more scenes, in more various English, to develop on, but for those of `COUNTED`: what is measured is not measured
    on them."""
    return _read("practice")[0]


def _read(folder: str) -> tuple[list[QuestionSet], int]:
    replies = os.environ.get("SCENEWRIGHT_REPLIES")
    found, missing = [], 0
    for file in sorted((HERE / folder).glob("*.json")):
        held = json.loads(file.read_text("utf-8"))
        kind, _, name = held["scene"].partition(":")
        if kind == "reply" and not replies:
            missing += 1
            continue
        scene = Path(replies or "") / name if kind == "reply" else HERE / held["scene"]
        if hashlib.sha256(scene.read_bytes()).hexdigest() != held["sha256"]:
            raise ValueError(f"{scene} is not the text that the questions of {file.name} belong to")
        found.append(QuestionSet(file.stem, scene, held["questions"], held["asks"], folder == "practice"))
    return found, missing
