"""What stands before what a picture should show, looms near the lens, or is cut by the frame."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scenewright.app.room_views.judging import SeenView, ViewJudge

__all__ = ["crowding"]

_CLOSE = 1.7
"""Metres. What is nearer than this looms: the nearer, the more."""
_NEAR = 1.2
"""Metres. A thing as near as this may take a little of the picture, but no more."""
_TOUCHING = 0.45
"""Metres. Nothing should be as near as this, not even a wall."""
_CUT = 3.5
"""Metres. A thing nearer than this should not be cut by the frame."""
_CUT_NAMED, _CUT_EACH, _MOST_CUT, _SEEN_CUT = 1.8, 0.08, 6, 0.004
"""What it costs that the frame cuts all that is named; what each thing costs that it cuts, how many of them count, and the share of the
picture of the smallest."""
_MOST = 0.22
"""Share of the picture that one thing should take, at most."""
_BEFORE, _CUT_BEFORE = 1.6, 2.0
"""What it costs that things nobody named stand before what is named, and how much more if the frame cuts them; all over the picture."""
_MOST_UNASKED = 0.1
"""Share of the picture that one thing nobody named should take, at most."""
_FAR_BEFORE, _UPRIGHT = 0.75, 0.55
"""Of the distance of what is wanted: what is nearer stands far before it; and the share of the height of a picture through which that
looks like a post."""

Mask = npt.NDArray[np.bool_]


def crowding(judge: ViewJudge, view: SeenView) -> float:
    """What a view loses to things in its foreground and at its edges."""
    rays, on = view.thing.size, view.thing >= 0
    loss = 3.0 * max(float(np.clip(1.0 - view.away / _CLOSE, 0.0, 1.0)[on].sum()) / rays - 0.02, 0.0)
    loss += 6.0 * max(float(np.count_nonzero(on & (view.away < _NEAR))) / rays - 0.04, 0.0)
    loss += 4.0 * float(np.count_nonzero(view.away < _TOUCHING)) / rays
    loss += 2.0 * _cut(view, _CUT, len(judge)) + 0.5 * _cut(view, math.inf, len(judge))
    posts = _posts(judge, view)
    loss += 0.2 * (posts > 0.0) + 1.0 * posts
    loss += _CUT_NAMED * judge.cut(view.camera) + _CUT_EACH * min(_number_cut(view, len(judge)), _MOST_CUT)
    return loss + 1.5 * _looms(view) + _before(judge, view) + _stands_out(judge, view)


def _number_cut(view: SeenView, things: int) -> int:
    """How many things the frame cuts that take enough of the picture to be seen so, those at its upper side, too."""
    edges = np.concatenate([view.thing[-1], view.thing[0], view.thing[:, 0], view.thing[:, -1]])
    cut = np.zeros(things + 1, dtype=np.bool_)
    cut[edges] = True
    return int(np.count_nonzero(cut[:-1] & (view.pixels > _SEEN_CUT * view.thing.size)))


def _before(judge: ViewJudge, view: SeenView) -> float:
    """What a view loses to other things, and to backs, that stand before what is named, those before all that the frame cuts."""
    faces = judge.named & ~judge.turned_away(np.array(view.camera.eye))
    named = np.append(faces, False)[view.thing]
    if not judge.named.any():
        return 0.0
    away = np.linalg.norm(judge.boxes[judge.named].mean(axis=1) - view.camera.eye, axis=1)
    others = (view.thing >= 0) & ~named & (view.away < np.median(away))
    cut = others & _of_cut(np.where(others, view.thing, -1), len(judge))
    others = _closed(others)
    return float(_BEFORE * np.count_nonzero(others) + _CUT_BEFORE * np.count_nonzero(cut)) / view.thing.size


def _closed(mask: Mask) -> Mask:
    """(H, W) a mask with its narrow gaps closed: one looks through a fence, but it stands before all that is behind."""
    wide = np.pad(mask, ((0, 0), (2, 2)))
    left, right = wide[:, :-4] | wide[:, 1:-3], wide[:, 3:-1] | wide[:, 4:]
    return np.asarray(mask | (left & right))


def _cut(view: SeenView, within: float, things: int) -> float:
    """Share of the picture that things take which are nearer than `within` metres and which the frame cuts.

    `things`: how many there are.
    """
    near = np.where(view.away < within, view.thing, -1)
    return float(np.count_nonzero(_of_cut(near, things))) / near.size


def _of_cut(thing: npt.NDArray[np.int64], things: int) -> Mask:
    """(H, W) whether a ray meets one of the things which the frame cuts, its upper side left out. `thing`: (H, W), -1: none."""
    cut = np.zeros(things + 1, dtype=np.bool_)
    cut[np.concatenate([thing[-1], thing[:, 0], thing[:, -1]])] = True
    cut[-1] = False
    return np.asarray(cut[thing])


def _posts(judge: ViewJudge, view: SeenView) -> float:
    """Share of the columns of the picture in which something far before what is wanted stands upright through most of the picture."""
    wanted = np.append(judge.wanted, False)[view.thing]
    if not wanted.any():
        return 0.0
    near = (view.thing >= 0) & (view.away < _FAR_BEFORE * np.median(view.away[wanted]))
    return float(np.count_nonzero(near.mean(axis=0) > _UPRIGHT)) / view.thing.shape[1]


def _looms(view: SeenView) -> float:
    """How much more of the picture one thing takes than it should."""
    return max(float(view.pixels.max()) / view.thing.size - _MOST, 0.0)


def _stands_out(judge: ViewJudge, view: SeenView) -> float:
    """How much more of the picture a thing takes that nobody named, beside what is named, than it should."""
    if judge.wanted.all():
        return 0.0
    return max(float(view.pixels[~judge.wanted].max()) / view.thing.size - _MOST_UNASKED, 0.0)
