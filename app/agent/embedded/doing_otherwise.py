"""Takes the last change back where it hit the wrong thing: *no, the left one* does it to another instead, *except the bed* to the rest."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import fields, replace

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotNamed
from scenewright.app.agent.embedded.wanted import (
    AgainWanted,
    ExceptWanted,
    MoveWanted,
    OtherWanted,
    PaintWanted,
    RemoveWanted,
    ReplaceWanted,
    ResizeWanted,
    RestoreWanted,
    RestyleWanted,
    StepWanted,
    TurnWanted,
    Wanted,
)
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.errors import ProgramError, ProjectError
from scenewright.scene.semantics.words import plural, singular

__all__ = ["excepting", "going_back", "on_the_other", "otherwise", "restoring"]

_PRONOUNS = frozenset(("it", "them", "that"))
_ONE = re.compile(r"\b(ones?)\b")


def restoring(work: Work, wanted: RestoreWanted) -> Wanted:
    """The undo that brings a thing back which the last change took away; else the motion back to where it was."""
    act = work.memory.kept.acts[-1] if work.memory.kept.acts else None
    noun = singular(wanted.what.split()[-1])
    if act is not None and act.kind in ("remove", "replace") and (noun in act.words) == (act.kind == "remove"):
        return StepWanted("undo")
    if act is not None and act.kind in ("remove", "replace") and wanted.what in _PRONOUNS:
        return StepWanted("undo")
    return read_clause(f"move {wanted.what} back")


def going_back(work: Work, wanted: Wanted) -> Wanted:
    """*Put it back where it was* right after it was moved: the undo of that, with all that the motion brought about. Others as they are."""
    acts = work.memory.kept.acts
    if not isinstance(wanted, MoveWanted) or not acts or any(where.kind != "back" for _, where in wanted.ways):
        return wanted
    moved = {path for act in acts for path in act.paths}
    if not wanted.ways or any(act.kind not in ("move", "place") for act in acts):
        return wanted
    with suppress(CannotDo, MustAsk):
        if set(work.things.find(wanted.ways[0][0])) == moved:
            return StepWanted("undo")
    return wanted


def otherwise(work: Work, wanted: OtherWanted) -> Wanted:
    """The last request about another thing. The draft goes on from the program before that request.

    Raises:
        CannotDo: there is no such request, or it is about nothing that can be named otherwise.
        MustAsk: it is unclear what is meant.
    """
    now = work.draft.branch()
    last = _taken_back(work)
    try:
        return _about(work, last, wanted.what)
    except (CannotDo, MustAsk):
        work.draft.adopt(now)
        raise


def on_the_other(work: Work, wanted: AgainWanted) -> Wanted:
    """*I meant the other one* after a change that took a thing away or put it somewhere: that request about the other one of its kind.
    Other
    requests stay as they are.

    Raises:
        CannotDo: there is no other, or no such request.
        MustAsk: there are several others.
    """
    act = work.memory.kept.acts[-1] if work.memory.kept.acts else None
    if act is None or act.kind not in ("remove", "place") or not act.paths or (act.at and act.kind == "place"):
        return wanted
    now = work.draft.branch()
    last = _taken_back(work)
    try:
        others = [p for p in work.stage.alike(act.paths[0]) if p not in act.paths]
        if not others:
            raise CannotDo(f"There is no other {work.stage.name(act.paths[0])} here.")
        if len(others) > 1 and (len(act.paths) == 1 or not wanted.to.endswith("s")):
            raise work.things.which("the other one", others)
        work.memory.bound["the other one"] = tuple(others)
        return _renamed(last, "the other one")
    except (CannotDo, MustAsk):
        work.draft.adopt(now)
        raise


def excepting(work: Work, wanted: ExceptWanted) -> Wanted:
    """The last request on all that it was about but for something. The draft goes on from the program before that request.

    Raises:
        CannotDo: there is no such request, or it was about one thing, or about others.
        MustAsk: it is unclear what is meant.
    """
    act = work.memory.kept.acts[-1] if work.memory.kept.acts else None
    if act is not None and act.kind == "remove":
        return _sparing(work, act, wanted)
    spared = set(work.things.find(wanted.what, building=True))
    if act is None or not spared & set(act.paths):
        named = work.stage.listed(tuple(spared))
        raise CannotDo(f"The last change was not about {named}: it is as it was.", ("undo",))
    now = work.draft.branch()
    last = _taken_back(work)
    rest = [p for p in act.paths if (p in spared) == wanted.only and p in set(work.draft.scene.paths)]
    try:
        if not rest:
            raise CannotDo("Nothing is left of the last change then: undo it.", ("undo",))
        work.memory.bound["the rest"] = tuple(rest)
        return _renamed(last, "the rest")
    except (CannotDo, MustAsk):
        work.draft.adopt(now)
        raise


def _sparing(work: Work, act: Act, wanted: ExceptWanted) -> Wanted:
    """The last removal but for something that it took away, which is found in the program before it."""
    now = work.draft.branch()
    last = _taken_back(work)
    try:
        spared = set(work.things.find(wanted.what)) & set(act.paths)
        rest = [p for p in act.paths if (p in spared) == wanted.only]
        if not spared or not rest:
            raise CannotDo("The last change did not take that away: it is as it was.", ("undo",))
        work.memory.bound["the rest"] = tuple(rest)
        return _renamed(last, "the rest")
    except (CannotDo, MustAsk):
        work.draft.adopt(now)
        raise


def _taken_back(work: Work) -> Wanted:
    """The last request, of which the draft takes the change back.

    Raises:
        CannotDo: it is not clear which it was, or it cannot be taken back.
    """
    clauses, project = work.memory.kept.clauses, work.session.project
    last = read_clause(clauses[0]) if len(clauses) == 1 else None
    text = project.text_before() if project is not None and work.memory.kept.acts else None
    if last is None or text is None:
        raise NotNamed("It is not clear which change is meant: undo it, and say it in full.", ("undo",))
    try:
        work.draft.rewind(text)
    except (ProgramError, ProjectError) as error:
        raise CannotDo(f"The last change cannot be taken back: {error}.", ("undo",)) from error
    work.memory.focus, work.memory.bound = (), {}
    return last


def _renamed(last: Wanted, what: str) -> Wanted:
    """A request about something else of which the phrase is bound."""
    match last:
        case PaintWanted() if len(last.colours) == 1:
            return replace(last, colours=((what, last.colours[0][1]),))
        case MoveWanted() if last.ways:
            return replace(last, what=what, ways=((what, last.ways[0][1]),))
        case RemoveWanted() | ReplaceWanted() | ResizeWanted() | TurnWanted() | RestyleWanted():
            return replace(last, what=what)
        case _:
            raise CannotDo("That change cannot be done to some of it: undo it, and say it in full.", ("undo",))


def _about(work: Work, last: Wanted, what: str) -> Wanted:
    match last:
        case PaintWanted() if len(last.colours) == 1:
            path = _path(work, what, last.colours[0][0])
            return replace(last, colours=((path, last.colours[0][1]),))
        case MoveWanted() if (
            (other := read_where(f"to {what}")) is not None and other.kind in ("wall", "corner", "middle") and last.ways
        ):
            kind = "on wall" if last.ways[0][1].kind == "on wall" else other.kind
            return replace(last, ways=tuple((said, replace(other, kind=kind)) for said, _ in last.ways))
        case MoveWanted():
            ways = last.ways
            for said, where in ways:
                with suppress(CannotDo, MustAsk):
                    work.things.find(said)
                    path = _path(work, what, said)
                    return replace(last, what=path, ways=((path, where),))
        case RemoveWanted() | ReplaceWanted() | ResizeWanted() | TurnWanted():
            assert "what" in {f.name for f in fields(last)}
            return replace(last, what=_path(work, what, last.what))
        case _:
            pass
    raise CannotDo("That change cannot be done to something else: undo it, and say it in full.", ("undo",))


def _path(work: Work, what: str, said: str) -> str:
    """The path of what is meant now; *one* is what was meant before."""
    if _ONE.search(what):
        try:
            name = work.draft.scene.find(work.things.find(said)[0]).name.replace("_", " ")
        except MustAsk:
            name = singular(said.rsplit(maxsplit=1)[-1])
        what = _ONE.sub(lambda one: plural(name) if one[1] == "ones" else name, what)
    return " and ".join(work.things.find(what))
