"""Chooses the two views: many are tried by a few rays, the best with small changes by more.

The first is the picture that one would send to a friend. The second differs from it: another side, and what the first hides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.app.room_views.framing import Aim, aimed
from scenewright.app.room_views.judging import SeenView, ViewJudge
from scenewright.app.room_views.raised import is_small, overviews, raised_views
from scenewright.app.room_views.standpoints import HEIGHTS, below_ceiling, standpoints
from scenewright.app.room_views.weighing import likeness, worth
from scenewright.scene.model import Camera, FloatArray

__all__ = ["chosen_views"]

_COARSE, _FINE = (36, 27), (48, 36)
"""Rays across and down of a judged view."""
_SIDE, _OF_A_SIDE = 30.0, 8
"""Degrees of one side toward which a view looks, and how many views of each side are judged by rays."""
_FINALISTS = 7
_ALIKE = 0.6
"""Finalists are no more alike than this."""
_CHANGES = (
    {"turn": -6.0}, {"turn": 6.0}, {"turn": -3.0}, {"turn": 3.0}, {"fall": -4.0}, {"fall": 4.0},
    {"wider": 0.88}, {"wider": 1.12}, {"wider": 1.25},
)  # fmt: skip
_WIDER = (0.92, 1.1)
"""The same for a view from above, whose eye and direction stay."""
_OUTDOOR_FALLS = (-5.0, 13.0)
"""Degrees that a level look falls outdoors: the horizon lies in the upper third of the picture."""
_AHEAD = 0.45
"""Cosine of the angle to the back of the room up to which left and right are where a text says."""
_OTHER_SIDE = 0.33
"""The second view is no more like the first than this: some fifty degrees lie between them."""
_NEW = 4.0
"""How much what the first view hides counts in the second."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """A view. `aim`: how a standing eye looks; None for a view from above."""

    camera: Camera
    aim: Aim | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    tried: _Tried
    view: SeenView
    worth: float


def chosen_views(judge: ViewJudge, *, from_front: bool = False) -> list[Camera]:
    """The two best views, the better one first; none for a scene without things.

    Args:
        from_front: the first view looks at the back of the room, so that what a text calls left is left in it.

    Raises:
        JobCancelled: the judge's job was cancelled.
    """
    if not len(judge):
        return []
    pool = _judged(judge, _candidates(judge), _COARSE, None)
    if from_front:
        ahead = [known for known in pool if _looks_back(known.tried.camera)]
        first = _best(judge, ahead or pool, None)
    else:
        first = _best(judge, pool, None)
    again = [replace(known, worth=_value(judge, known.view, first.view)) for known in pool]
    others = [known for known in again if likeness(known.view, first.view) <= _OTHER_SIDE]
    second = _best(judge, others or again, first.view)
    return [first.tried.camera, second.tried.camera]


def _looks_back(camera: Camera) -> bool:
    """Whether a camera looks at the back of a room, give or take."""
    ahead = np.subtract(camera.target, camera.eye)
    return bool(-ahead[2] >= _AHEAD * np.hypot(ahead[0], ahead[2]))


def _candidates(judge: ViewJudge) -> list[_Tried]:
    """Views of a standing person, of what is named and of all, and views from above: the most telling of each side. Of what is small,
    views from close by alone, unless the place around it is named, too."""
    small = is_small(judge)
    tried = [] if small and judge.names_place else [_Tried(camera) for camera in raised_views(judge)]
    if not (tried and small):
        tried = [*_standing(judge), *tried, *(_Tried(camera) for camera in overviews(judge))]
    known = judge.known([one.camera for one in tried])
    worths = [round(float(judge.kinds_known(row).mean()), 9) for row in known]
    of_side: Counter[int] = Counter()
    chosen = []
    for number in sorted(range(len(tried)), key=lambda n: -worths[n]):
        side = _side(tried[number].camera)
        if of_side[side] < _OF_A_SIDE:
            of_side[side] += 1
            chosen.append(tried[number])
    return chosen


def _standing(judge: ViewJudge) -> Iterator[_Tried]:
    """Views of a standing person: what may be seen from there fills the frame."""
    outdoors = judge.scene.room is None
    wanted = judge.weights * judge.wanted
    middle = np.average(judge.boxes.mean(axis=1), axis=0, weights=wanted)
    falls = {"falls": _OUTDOOR_FALLS} if outdoors else {}
    eyes = list(standpoints(judge, middle))
    clear = judge.clear([_placed(eye) for eye in eyes])
    for eye, seen in zip(eyes, clear, strict=True):
        known: set[Camera] = set()
        for weights in (wanted * seen, wanted, np.sqrt(judge.weights)):
            aim = aimed(eye, judge.boxes, weights, **falls)
            if aim is not None and (camera := aim.camera()) not in known:
                known.add(camera)
                yield _Tried(camera, aim)


def _placed(eye: FloatArray) -> Camera:
    """A camera at an eye (3,), wherever it looks."""
    x, y, z = (round(float(v), 2) for v in eye)
    return Camera((x, y, z), (x, y, z + 1.0), 50.0)


def _side(camera: Camera) -> int:
    """Number of the side toward which a camera looks."""
    x, _, z = np.subtract(camera.target, camera.eye)
    return int((math.degrees(math.atan2(x, z)) % 360.0) // _SIDE)


def _best(judge: ViewJudge, pool: Sequence[_Judged], first: SeenView | None) -> _Judged:
    """The best of the views with small changes. `first`: the view that is chosen already."""
    finalists: list[_Judged] = []
    for judged in sorted(pool, key=lambda j: -j.worth):
        if all(likeness(judged.view, other.view) < _ALIKE for other in finalists):
            finalists.append(judged)
        if len(finalists) == _FINALISTS:
            break
    best = _judged(judge, [t for f in finalists for t in _changed(judge, f.tried)], _FINE, first)
    leader = max(best, key=lambda j: j.worth)
    return max([leader, *_judged(judge, list(_changed(judge, leader.tried)), _FINE, first)], key=lambda j: j.worth)


def _judged(judge: ViewJudge, tried: Sequence[_Tried], rays: tuple[int, int], first: SeenView | None) -> list[_Judged]:
    views = judge.look([one.camera for one in tried], *rays)
    return [_Judged(one, view, _value(judge, view, first)) for one, view in zip(tried, views, strict=True)]


def _value(judge: ViewJudge, view: SeenView, first: SeenView | None) -> float:
    """What a view is worth, beside the first one where there is one; rounded, so that equal ones keep their order."""
    value = worth(judge, view)
    if first is not None:
        news = np.maximum(judge.kinds_known(view.known) - judge.kinds_known(first.known), 0.0).mean()
        value += _NEW * float(news) + 0.5 * float(judge.weights @ np.maximum(view.shown - first.shown, 0.0))
        value -= 2.0 * likeness(view, first)
    return round(value, 9)


def _changed(judge: ViewJudge, tried: _Tried) -> Iterator[_Tried]:
    """A view with small changes of it: of one from above only how wide it is."""
    yield tried
    aim = tried.aim
    if aim is None:
        for wider in _WIDER:
            yield _Tried(replace(tried.camera, fov=round(tried.camera.fov * wider, 1)))
        return
    x, y, z = aim.eye
    ground = judge.ground if judge.scene.room is None else 0.0
    changes = [aim.changed(**change) for change in _CHANGES]
    for height in sorted({round(below_ceiling(judge, h), 2) for h in HEIGHTS}):
        lifted = ground + height - y
        # what one looked at stays in the middle
        changes.append(replace(aim, eye=(x, ground + height, z), fall=aim.fall + 12.0 * lifted))
    for change in changes:
        yield _Tried(change.camera(), change)
