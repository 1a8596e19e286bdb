"""Makes what was added last more or fewer: *make it three*."""

from __future__ import annotations

from scenewright.app.agent.embedded.doing_things import do_copy, do_remove
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.stage import many, number_word
from scenewright.app.agent.embedded.stops import CannotDo, NotNamed
from scenewright.app.agent.embedded.wanted import CopyWanted, CountWanted, RemoveWanted
from scenewright.app.agent.embedded.work import Done, Work

__all__ = ["do_count"]

_MOST = 40


def do_count(work: Work, wanted: CountWanted) -> Done:
    """Let there be so many of what was added last.

    Raises:
        CannotDo: nothing was added last, there are so many already, or there is no place for more.
    """
    if wanted.what:
        return _so_many(work, work.things.find(f"all the {wanted.what}"), wanted, ())
    known = set(work.draft.scene.paths)
    acts = (*work.memory.kept.acts, *work.memory.acts)
    act = next((a for a in reversed(acts) if a.kind == "add" and a.paths and set(a.paths) <= known), None)
    if act is None:
        raise NotNamed("It is not said what there should be so many of.", ("add three chairs",))
    return _so_many(work, act.paths, wanted, act.at, act.relation)


def _so_many(work: Work, there: tuple[str, ...], wanted: CountWanted, at: tuple[str, ...], relation: str = "") -> Done:
    number = wanted.number or round(len(there) * wanted.factor)
    if not 1 <= number <= _MOST:
        raise CannotDo(f"There can be 1 to {_MOST} of them.")
    name = work.draft.scene.find(there[0]).name.replace("_", " ")
    if number == len(there):
        raise CannotDo(f"There are {number_word(number)} of them already.")
    if number < len(there):
        gone = do_remove(work, RemoveWanted(" and ".join(there[number:])))
        left = tuple(now for p in there[:number] if (now := work.draft.renamed.get(p) or p))
        return Done(f"left {number_word(number)} {many(name) if number > 1 else name}", left, gone.gone, focus=left)
    more = do_copy(work, CopyWanted(there[-1], number - len(there)))
    every = (*there, *more.paths)
    work.remember(Act(kind="add", paths=every, words=name, at=at, relation=relation))
    return Done(f"{more.words}, so there are {number_word(number)}", more.paths if wanted.what else every)
