"""Does the last change again: more of it, less of it, to another thing, or with another colour or place."""

from __future__ import annotations

from scenewright.app.agent.embedded.doing_looks import paint_all, resize_all
from scenewright.app.agent.embedded.doing_moves import do_move, move_all_by
from scenewright.app.agent.embedded.doing_things import do_copy
from scenewright.app.agent.embedded.doing_turns import turn_all
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import AgainWanted, CopyWanted, MoveWanted
from scenewright.app.agent.embedded.work import Done, Work

__all__ = ["do_again"]

_MORE, _LESS, _SAME = 0.5, -0.5, 1.0


def do_again(work: Work, wanted: AgainWanted) -> Done:
    """Repeat the last change in another measure, on other things, or with another colour or place.

    Raises:
        MustAsk, CannotDo: nothing was changed before, or it cannot be repeated so.
    """
    if wanted.where is not None:
        what = "it" if work.memory.it else "this"
        return do_move(work, MoveWanted(what, ((what, wanted.where),)))
    act = _last(work, "recolour" if wanted.colour else "")
    if wanted.colour:
        paths = (act.paths if act is not None and not work.memory.pointed else ()) or work.memory.it
        if not paths:
            raise CannotDo("It is not said what to colour.", ("make the sofa red",))
        paint_all(work, paths, wanted.colour)
        return Done(f"coloured {work.stage.listed(paths)} {wanted.colour}", paths)
    if act is None:
        raise CannotDo(
            "There is no change before this one that could be done again.", ("move the lamp 30 cm to the left",)
        )
    paths = work.things.find(wanted.to) if wanted.to else act.paths
    share = {"more": _MORE, "less": _LESS}.get(wanted.how, _SAME)
    return _repeated(work, act, paths, share)


def _last(work: Work, kind: str) -> Act | None:
    acts = (*work.memory.kept.acts, *work.memory.acts)
    known = set(work.draft.scene.paths)
    for act in reversed(acts):
        if (not kind or act.kind == kind) and (act.kind == "remove" or all(p in known for p in act.paths)):
            return act
    return None


def _repeated(work: Work, act: Act, paths: tuple[str, ...], share: float) -> Done:
    named = work.stage.listed(paths)
    more = "more" if share == _MORE else "back a little" if share < 0 else "again"
    match act.kind:
        case "move" if act.by is not None:
            x, y, z = (v * share for v in act.by)
            move_all_by(work, dict.fromkeys(paths, (x, y, z)))
            return Done(f"moved {named} {more}", paths)
        case "turn" if act.degrees is not None:
            turn_all(work, dict.fromkeys(paths, act.degrees * share))
            return Done(f"turned {named} {more}", paths)
        case "resize" if act.factor is not None:
            x, y, z = (float(f**share) for f in act.factor)
            resize_all(work, dict.fromkeys(paths, (x, y, z)))
            return Done(f"changed the size of {named} {more}", paths)
        case "recolour":
            paint_all(work, paths, act.words)
            return Done(f"coloured {named} {act.words}", paths)
        case "add":
            return do_copy(work, CopyWanted("one more", 1))
        case _:
            raise CannotDo("That change cannot be done once more by itself: say it in full.")
