"""Does the last change again: more of it, less of it, to another thing, or with another colour or place."""

from __future__ import annotations

import math
from dataclasses import replace

from scenewright.app.agent.embedded.again_words import SAME
from scenewright.app.agent.embedded.doing_adds import do_add
from scenewright.app.agent.embedded.doing_light import do_light
from scenewright.app.agent.embedded.doing_looks import paint_all, painted
from scenewright.app.agent.embedded.doing_moves import do_move, move_to
from scenewright.app.agent.embedded.doing_sizes import do_resize, resize_all
from scenewright.app.agent.embedded.doing_things import do_copy, do_remove, do_replace
from scenewright.app.agent.embedded.doing_turns import do_turn, turn_all
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.motions import move_all_by
from scenewright.app.agent.embedded.stops import CannotDo, NotNamed
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    CopyWanted,
    Destination,
    LightWanted,
    MoveWanted,
    NewThings,
    RemoveWanted,
    ReplaceWanted,
    ResizeWanted,
    TurnWanted,
)
from scenewright.app.agent.embedded.work import Done, Work

__all__ = ["do_again"]

_MORE, _LESS, _SAME = 0.5, -0.5, 1.0
_OPPOSITE = -2.0
_LIGHT_BACK = {"brighter": "darker", "darker": "brighter", "warmer": "cooler", "cooler": "warmer"}


def do_again(work: Work, wanted: AgainWanted) -> Done:
    """Repeat the last change in another measure, on other things, or with another colour or place.

    Raises:
        MustAsk, CannotDo: nothing was changed before, or it cannot be repeated so.
    """
    if wanted.where is not None:
        what = "it" if work.memory.it else "this"
        act = _last(work, "")
        if wanted.where.kind == "middle" and act is not None and act.relation == "on" and len(act.at) == 1:
            # 'put the bowl on the table', 'exactly in the middle'
            return do_move(work, MoveWanted(what, ((what, Destination("at", act.at, "centre")),)))
        if act is not None and act.kind == "turn" and wanted.where.kind == "toward" and wanted.where.what:
            return do_turn(work, TurnWanted(what, toward=wanted.where.what[0]))
        where = wanted.where
        if where.kind in ("closer", "away", "toward") and not where.what and act is not None and len(act.at) == 1:
            where = replace(where, what=act.at)  # 'put it by the fire', 'a bit closer'
        return do_move(work, MoveWanted(what, ((what, where),)))
    if wanted.how == "other way":
        return _reversed(work)
    if wanted.how in ("instead", "other side"):
        return _instead(work, wanted)
    if wanted.colour == SAME:
        act = _last(work, "recolour")
        if act is None:
            raise CannotDo("Nothing was coloured before this.", ("make the sofa red",))
        return _repeated(work, act, work.things.find(wanted.to, building=True), _SAME)
    act = _last(work, "recolour" if wanted.colour else "")
    if wanted.colour:
        paths = (act.paths if act is not None and not work.memory.pointed else ()) or work.memory.it
        if not paths:
            raise NotNamed("It is not said what to colour.", ("make the sofa red",))
        paint_all(work, paths, wanted.colour)
        return Done(painted(work, paths, wanted.colour), paths)
    if act is None:
        raise NotNamed(
            "There is no change before this one that could be done again.", ("move the lamp 30 cm to the left",)
        )
    if wanted.metres is not None:
        return _so_much_more(work, act, wanted.metres)
    if wanted.to and act.kind == "add" and act.at:
        return _added_at_others(work, act, wanted.to)
    paths = work.things.find(wanted.to) if wanted.to else act.paths
    share = {"more": _MORE, "less": _LESS}.get(wanted.how, _SAME)
    return _repeated(work, act, paths, share)


def _so_much_more(work: Work, act: Act, metres: float) -> Done:
    """*20 cm more*: the last motion the same way, or the last size along the same way.

    Raises:
        CannotDo: the last change has no way.
    """
    if act.kind == "move" and act.by is not None and (length := math.hypot(*act.by)) > 0.0:
        return _repeated(work, act, act.paths, metres / length)
    if act.kind == "resize" and act.factor is not None:
        grown = [at for at, factor in enumerate(act.factor) if abs(factor - 1.0) > _CHANGED]
        if len(grown) == 1:
            axis = ("width", "height", "depth")[grown[0]]
            more = metres if act.factor[grown[0]] > 1.0 else -metres
            return do_resize(work, ResizeWanted("it", axis, more=more))
    raise CannotDo("Say which way, and what: move it 20 cm to the left.", ("move it 20 cm to the left",))


_CHANGED = 1e-3


def _added_at_others(work: Work, act: Act, to: str) -> Done:
    """What was added last at other things as well: *the same for the other tables*."""
    before, holders = work.memory.it, tuple(p for p in act.at if p in set(work.draft.scene.paths))
    work.memory.speak_of(holders)
    try:
        at = work.things.find(to, building=True)
    finally:
        work.memory.speak_of(before)
    where = [Destination("at", (path,), act.relation or "next_to") for path in at]
    return do_add(work, AddWanted(tuple(NewThings(act.words, max(len(act.paths), 1), each) for each in where)))


def _instead(work: Work, wanted: AgainWanted) -> Done:
    """The last change at another thing than it was done at, on the other side of that, or on another thing."""
    act = _last(work, "")
    if act is None:
        raise CannotDo("There is no change before this one that could be done otherwise.", ("undo",))
    known = set(work.draft.scene.paths)
    at = tuple(p for p in act.at if p in known) if act.kind != "remove" else ()
    if wanted.how == "other side":
        if not at:
            raise CannotDo("It is not said on the other side of what.", ("move it to the left of the sofa",))
        return move_to(work, act.paths, Destination("other side", relation=act.relation), at[:1])
    if at and _fits(work, wanted.to, at[0]):
        other = _another(work, at)
        relation = act.relation or "near"
        return move_to(work, act.paths, Destination("at", relation=relation), (other,))
    return _on_another(work, act)


def _reversed(work: Work) -> Done:
    """The last motion or turn, to the other way from where it began."""
    act = _last(work, "")
    if act is not None and (act.by is not None or act.degrees is not None) and act.kind in ("move", "turn"):
        return _repeated(work, act, act.paths, _OPPOSITE)
    raise CannotDo("There was no motion and no turn before this that has another way.", ("move it 30 cm to the left",))


def _fits(work: Work, phrase: str, path: str) -> bool:
    """Whether *the other one* or *the other armchair* may be another one of what a path is."""
    noun = phrase.removeprefix("the ").removeprefix("other").strip()
    return noun in ("", "one", "ones") or noun.split()[0] in work.draft.scene.find(path).name.split("_")


def _another(work: Work, paths: tuple[str, ...]) -> str:
    others = [p for p in work.stage.alike(paths[0]) if p not in paths]
    if not others:
        raise CannotDo(f"There is no other {work.stage.name(paths[0])} here.")
    if len(others) > 1:
        raise work.things.which("the other one", others)
    return others[0]


def _on_another(work: Work, act: Act) -> Done:
    """The last change on another thing of the kind, and taken back on the one that was not meant."""
    if not act.paths:
        raise CannotDo("That change cannot be done otherwise: undo it, and say it in full.", ("undo",))
    other = _another(work, act.paths)
    match act.kind:
        case "move" if act.by is not None:
            x, y, z = act.by
            move_all_by(work, dict.fromkeys(act.paths, (-x, -y, -z)), within=False)
            return _repeated(work, act, (other,), _SAME)
        case "turn" if act.degrees is not None:
            turn_all(work, dict.fromkeys(act.paths, -act.degrees))
            return _repeated(work, act, (other,), _SAME)
        case "resize" if act.factor is not None:
            x, y, z = act.factor
            resize_all(work, dict.fromkeys(act.paths, (1 / x, 1 / y, 1 / z)))
            return _repeated(work, act, (other,), _SAME)
        case "recolour":
            return _repeated(work, act, (other,), _SAME)
        case _:
            raise CannotDo("That change cannot be done otherwise: undo it, and say it in full.", ("undo",))


def _last(work: Work, kind: str) -> Act | None:
    acts = (*work.memory.kept.acts, *work.memory.acts)
    known = set(work.draft.scene.paths)
    for act in reversed(acts):
        if (not kind or act.kind == kind) and (act.kind == "remove" or all(p in known for p in act.paths)):
            return act
    return None


def _repeated(work: Work, act: Act, paths: tuple[str, ...], share: float) -> Done:
    named = work.stage.listed(paths)
    more = (
        "the other way"
        if share == _OPPOSITE
        else "more"
        if share == _MORE
        else "back a little"
        if share < 0
        else "again"
    )
    others = share == _SAME and not set(paths) <= set(act.paths)
    at = tuple(p for p in act.at if p in set(work.draft.scene.paths))
    work.memory.bound["the others"] = paths
    match act.kind:
        case "place" if others and at and act.relation:
            return move_to(work, paths, Destination("at", relation=act.relation), at)
        case "replace" if others and act.words:
            return do_replace(work, ReplaceWanted("the others", act.words))
        case "remove" if others:
            return do_remove(work, RemoveWanted("the others"))
        case "turn" if others and at:
            work.memory.bound["what it faces"] = at
            return do_turn(work, TurnWanted("the others", toward="what it faces"))
        case "move" if act.by is not None:
            x, y, z = (v * share for v in act.by)
            why = move_all_by(work, dict.fromkeys(paths, (x, y, z)))
            return Done(f"moved {named} {more}{f': no further, since {why}' if why else ''}", paths)
        case "turn" if act.degrees is not None:
            also = turn_all(work, dict.fromkeys(paths, act.degrees * share))
            return Done(f"turned {named} {more}{also}", paths)
        case "resize" if act.factor is not None:
            x, y, z = (float(f**share) for f in act.factor)
            also = resize_all(work, dict.fromkeys(paths, (x, y, z)))
            return Done(f"changed the size of {named} {more}{also}", paths)
        case "recolour":
            paint_all(work, paths, act.words)
            return Done(painted(work, paths, act.words), paths)
        case "light":
            how = act.words if share > 0 or act.words not in _LIGHT_BACK else _LIGHT_BACK[act.words]
            return do_light(work, LightWanted(how, "little", sky=act.words.removeprefix("sky ")))
        case "add":
            return do_copy(work, CopyWanted("one more", 1))
        case _:
            raise CannotDo("That change cannot be done once more by itself: say it in full.")
