"""Finds the function that does a request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewright.app.agent.embedded.doing_absent import do_move_or_add
from scenewright.app.agent.embedded.doing_adds import do_add, replacing_meant
from scenewright.app.agent.embedded.doing_again import do_again
from scenewright.app.agent.embedded.doing_counts import do_count
from scenewright.app.agent.embedded.doing_light import do_light, do_switch
from scenewright.app.agent.embedded.doing_looks import do_paint, do_rename
from scenewright.app.agent.embedded.doing_moves import do_swap
from scenewright.app.agent.embedded.doing_rooms import do_furnish, do_rearrange, do_restyle, do_tidy
from scenewright.app.agent.embedded.doing_rows import do_line_up
from scenewright.app.agent.embedded.doing_shades import do_shade
from scenewright.app.agent.embedded.doing_sizes import do_resize
from scenewright.app.agent.embedded.doing_things import do_clear, do_copy, do_remove, do_replace
from scenewright.app.agent.embedded.doing_turns import do_face_each_other, do_turn
from scenewright.app.agent.embedded.moods import do_mood
from scenewright.app.agent.embedded.stops import NotNamed
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    ClearWanted,
    CopyWanted,
    CountWanted,
    FaceEachOther,
    FurnishWanted,
    LightWanted,
    LineUpWanted,
    MoodWanted,
    MoveWanted,
    PaintWanted,
    RearrangeWanted,
    RemoveWanted,
    RenameWanted,
    ReplaceWanted,
    ResizeWanted,
    RestyleWanted,
    ShadeWanted,
    SwapWanted,
    SwitchWanted,
    TidyWanted,
    TurnWanted,
    Wanted,
)
from scenewright.app.agent.embedded.work import Done, Work

__all__ = ["do_request"]


def _add_or_replace(work: Work, wanted: AddWanted) -> Done:
    """Add new things, or have one take the place of what is here: *I'd like a christmas tree in its place*."""
    meant = replacing_meant(work, wanted)
    return do_add(work, wanted) if meant is None else do_replace(work, meant)


_BY_KIND: dict[type[Wanted], Callable[[Work, Any], Done]] = {
    AddWanted: _add_or_replace,
    AgainWanted: do_again,
    ClearWanted: do_clear,
    CopyWanted: do_copy,
    CountWanted: do_count,
    FaceEachOther: do_face_each_other,
    FurnishWanted: do_furnish,
    LightWanted: do_light,
    LineUpWanted: do_line_up,
    MoodWanted: do_mood,
    MoveWanted: do_move_or_add,
    PaintWanted: do_paint,
    RearrangeWanted: do_rearrange,
    RemoveWanted: do_remove,
    RenameWanted: do_rename,
    ReplaceWanted: do_replace,
    ResizeWanted: do_resize,
    RestyleWanted: do_restyle,
    ShadeWanted: do_shade,
    SwapWanted: do_swap,
    SwitchWanted: do_switch,
    TidyWanted: do_tidy,
    TurnWanted: do_turn,
}


def do_request(work: Work, wanted: Wanted) -> Done:
    """Do a request on the draft.

    Raises:
        MustAsk: the person must say more; the draft may hold a part of the request and is to be dropped.
        CannotDo: it cannot be done; the same holds for the draft.
        JobCancelled: the job was cancelled.
    """
    do = _BY_KIND.get(type(wanted))
    if do is None:
        raise NotNamed("That is no change of the scene.")
    return do(work, wanted)
