"""From how high a picture is seen: several pitches of the camera are tried, since things of unknown sizes fit any of them about as well.

What tells them apart is how well outlines fit, and how much of the shadows lamps explain: seen from a wrong height, shadows lie where none
can fall.
"""

from __future__ import annotations

import math

from scenewright.app.picture_scenes.evidence import GroundView, PictureEvidence
from scenewright.app.picture_scenes.ground import Backdrop
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.search import Explained, first_explanation
from scenewright.app.picture_scenes.segments import Segments
from scenewright.app.picture_scenes.shadow_things import told_shadows
from scenewright.app.picture_scenes.shadows import CastShadows
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray

__all__ = ["first_look"]

_UNEXPLAINED = 0.3
"""Of the cost of outlines, what is left where lamps explain all shadows."""
_UNEXPECTED = 0.03
"""Of the cost, what an unexpected pitch costs more."""
_LEVEL = math.radians(1.0)
"""How much lower than its edge says the ground may be seen from: the edge is read to some pixels."""


def first_look(
    segments: Segments,
    evidence: PictureEvidence,
    lightness: FloatArray,
    backdrop: Backdrop,
    manner: Manner,
    *,
    job: Job | None = None,
) -> tuple[Explained, CastShadows]:
    """First things with the camera that suits them and their shadows best, and these shadows.

    Args:
        lightness: (H, W) CIELAB of the picture.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    height, width = lightness.shape
    expected = GroundView.expected(manner, width, height)
    lowest = _lowest_pitch(backdrop, expected)
    pitches = [math.radians(p) for p in manner.pitches if math.radians(p) > lowest] or [max(expected.pitch, lowest)]
    looks = []
    for number, pitch in enumerate(pitches):
        view = GroundView(pitch, manner.distance, manner, width, height)
        part = job.part(number / len(pitches), (number + 1) / len(pitches))
        found = first_explanation(segments, evidence, lightness, view, job=part)
        shadows, _, _ = told_shadows(found, segments, backdrop)
        off = math.degrees(found.view.pitch - expected.pitch) / manner.pitch_spread
        cost = found.cost * (1.0 + _UNEXPLAINED - shadows.explained) * (1.0 + _UNEXPECTED * off * off)
        looks.append((cost, number, found, shadows))
    _, _, found, shadows = min(looks)
    return found, shadows


def _lowest_pitch(backdrop: Backdrop, view: GroundView) -> float:
    """Radians: the edge of the ground is no higher in the picture than the horizon."""
    edge = float(backdrop.edge[view.width // 2])
    if edge <= 0.0:
        return 0.0
    pinhole = view.pinhole
    return math.atan((pinhole.K[1, 2] - edge) / pinhole.K[1, 1]) - _LEVEL
