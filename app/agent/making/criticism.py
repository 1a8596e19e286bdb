"""The critic: a model that sees looks at pictures of a scene. Where it speaks of what can be measured, the checker has the last word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from scenewright.app.agent.checker import CheckedScene, FindingKind
from scenewright.app.agent.making.feedback import coordinate_lines, finding_lines
from scenewright.app.agent.making.planning import AskedModel
from scenewright.app.language_models import ModelPicture, data_block, data_line
from scenewright.scene.semantics.words import normalise, singular
from scenewright.scene.texts import PROMPT

__all__ = ["Critique", "CritiqueFinding", "critic_turn", "criticise", "heard_findings"]

CONTENT = 8.0
"""From this score on a critic is content."""

Said = Annotated[str, Field(max_length=600)]


class CritiqueFinding(BaseModel):
    """One thing that a critic would change."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    about: Literal[
        "style", "looks", "orientation", "scale", "composition", "camera", "light", "missing", "count", "position", "floating",
        "collision", "hidden",
    ]  # fmt: skip
    """What it is about."""
    paths: tuple[Annotated[str, Field(max_length=300)], ...] = ()
    """Paths of the entities that it is about."""
    says: Said
    """What is wrong."""
    change: Said = ""
    """What to change, in metres and degrees where something moves."""


class Critique(BaseModel):
    """What a critic says of the pictures of a scene."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    score: float = Field(ge=0.0, le=10.0)
    """0 to 10: 10 is a scene that one would show as an example."""
    findings: tuple[CritiqueFinding, ...] = Field(default=(), max_length=12)
    """What to change, the worst first."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{pattern})")


_MEASURED: dict[str, tuple[frozenset[FindingKind], re.Pattern[str]]] = {
    "floating": (
        frozenset({FindingKind.FLOATING}),
        _words(
            r"floats?\b|floating|hover\w*|levitat\w*|in (?:the )?mid-?air|off the (?:floor|ground)|not (?:resting|touching)"
        ),
    ),
    "collision": (
        frozenset({FindingKind.COLLISION}),
        _words(
            r"intersect\w*|collid\w*|collision|overlap\w*|clip(?:s|ping)? (?:into|through)|penetrat\w*|inside each other"
        ),
    ),
    "missing": (
        frozenset({FindingKind.MISSING, FindingKind.COUNT, FindingKind.EMPTY}),
        _words(r"(?:is|are) (?:missing|absent|not (?:there|present))|there (?:is|are) no\b"),
    ),
    "count": (
        frozenset({FindingKind.COUNT, FindingKind.MISSING}),
        _words(r"(?:only|too (?:many|few)) (?:one|two|three|four|five|six|\d+)\b"),
    ),
    "position": (
        frozenset({FindingKind.RELATION, FindingKind.STATEMENT, FindingKind.MOVED, FindingKind.OUTSIDE}),
        _words(r"outside (?:of )?the room|through the wall|in the way of the door"),
    ),
    "hidden": (
        frozenset({FindingKind.HIDDEN, FindingKind.LENS}),
        _words(r"hidden|not visible|cannot be seen|occluded"),
    ),
}
"""What a critic may claim that is measured -> the checker's findings that bear it out, and the words that claim it, whatever the finding
says that it is about."""


def criticise(
    text: str, checked: CheckedScene, pictures: Sequence[ModelPicture], model: AskedModel, *, says: str = ""
) -> Critique:
    """Ask the critic.

    Args:
        says: what is said of the pictures.

    Raises:
        ModelError: no critique came.
        JobCancelled: the job was cancelled.
    """
    return model.ask(critic_turn(text, checked, says=says), Critique, pictures)


def critic_turn(text: str, checked: CheckedScene, *, says: str = "") -> str:
    """What the critic is told beside the pictures: the request, and all numbers."""
    findings = finding_lines(checked.report.findings) or ["- nothing is wrong"]
    root = checked.scene.root_name
    return "\n".join(
        [
            f"The request:\n{data_block(text, PROMPT.characters)}",
            "",
            f"The checker: {checked.report.summary()}.",
            *findings,
            "",
            f"Where things are (paths begin with {data_line(root, 80)}/; middle of the bottom; box; direction it faces):",
            *coordinate_lines(checked.scene),
            *(["", says] if says else []),
            "",
            "Give the critique.",
        ]
    )


def heard_findings(critique: Critique, checked: CheckedScene) -> tuple[list[CritiqueFinding], list[str]]:
    """The findings of a critic that stand, and notes on those that do not: the checker measured otherwise, or they name nothing."""
    heard: list[CritiqueFinding] = []
    notes: list[str] = []
    paths = {entity.path for entity in checked.scene.entities()}
    for finding in critique.findings:
        claims = _claims(finding)
        unborne = [claim for claim in claims if not _borne_out(claim, finding, checked)]
        unknown = [path for path in finding.paths if path not in paths]
        if unborne:
            notes.append(
                f"the critic said {finding.says!r}; the checker measured otherwise ({unborne[0]}), so it was not followed"
            )
        elif finding.paths and len(unknown) == len(finding.paths):
            notes.append(
                f"the critic said {finding.says!r} of {unknown[0]!r}, which is not there, so it was not followed"
            )
        else:
            heard.append(finding)
    return heard, notes


def _claims(finding: CritiqueFinding) -> list[str]:
    """What a finding claims that is measured."""
    said = f"{finding.says} {finding.change}"
    by_words = [claim for claim, (_, words) in _MEASURED.items() if words.search(said)]
    return list(dict.fromkeys([*([finding.about] if finding.about in _MEASURED else []), *by_words]))


def _borne_out(claim: str, finding: CritiqueFinding, checked: CheckedScene) -> bool:
    kinds = _MEASURED[claim][0]
    about = set(finding.paths)
    if claim == "missing" and not _names_what_is_there(finding, checked):
        return True  # it wishes for something more
    return any(
        found.kind in kinds and (not about or not found.paths or about & set(found.paths))
        for found in checked.report.wrong
    )


def _names_what_is_there(finding: CritiqueFinding, checked: CheckedScene) -> bool:
    """Whether what a finding calls missing is in the scene."""
    said = {singular(word) for word in normalise(finding.says)}
    there = {singular(normalise(e.word)[-1]) for e in checked.scene.entities() if normalise(e.word)}
    asked = {singular(thing.noun.split()[-1].lower()) for thing in checked.bound.asked.things}
    return bool(said & (there | asked))
