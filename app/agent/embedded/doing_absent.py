"""Puts what is not in the scene: *put the cat on the armchair* adds a cat where the catalogue has one, and says so."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.agent.embedded.doing_adds import do_add
from scenewright.app.agent.embedded.doing_moves import do_move
from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere
from scenewright.app.agent.embedded.wanted import AddWanted, Destination, MoveWanted, NewThings
from scenewright.app.agent.embedded.wanting import in_catalogue
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.english import article, read_lead

__all__ = ["do_move_or_add"]

_PLACES = frozenset(("at", "corner", "wall", "on wall", "middle", "room", "floor", "there"))
"""Kinds of destinations that a new thing may have."""
_PRONOUNS = frozenset(("it", "them", "this", "that", "there", "here", "and", "everything"))


def do_move_or_add(work: Work, wanted: MoveWanted) -> Done:
    """Move what a request names, or add it where it is not here, the verb may be said of new things, and the catalogue has it.

    Raises:
        MustAsk: it is unclear which thing is meant, or where it goes.
        CannotDo: it cannot be moved there, or there is no such thing.
    """
    try:
        return do_move(work, wanted)
    except NotHere as missing:
        for what, where in wanted.ways or ((wanted.what, Destination("room")),):
            noun, number = _new(what)
            if where.kind not in _PLACES or _PRONOUNS & set(noun.split()):
                continue
            if work.things.exists(what) or not in_catalogue(work, noun):
                continue
            if not wanted.may_add:
                at = f" {_words_after(wanted.what, what)}".rstrip()
                raise NotHere(missing.reason, (f"add {article(noun)} {noun}{at}",), missing.phrase) from None
            if all(_bound(work, target) for target in where.what):
                return _added(work, noun, number, where)
        raise


def _added(work: Work, noun: str, number: int, where: Destination) -> Done:
    loosely = number == 0
    item = NewThings(noun, max(number, 1), None if where.kind == "room" else where, loosely=loosely)
    done = do_add(work, AddWanted((item,)))
    was = "were" if is_plural(noun) else "was"
    return replace(done, words=f"there {was} no {noun} here, so I {done.words}")


def _new(what: str) -> tuple[str, int]:
    """(the noun, how many; 0 where that is not said) of *the two red cushions*."""
    words = what.split()
    lead, width = read_lead(words)
    return " ".join(words[width:]), lead.number or 0


def _bound(work: Work, phrase: str) -> bool:
    """Whether a phrase means something here. Of several things that fit, the first is taken from now on, and that is told."""
    try:
        work.things.find(phrase, building=True)
    except MustAsk as ask:
        if ask.kind != "which" or not ask.candidates:
            raise
        taken = ask.candidates[0]
        work.memory.bound[phrase] = (taken,)
        work.notes.append(
            f"of several I took {ask.labels[0] if ask.labels else work.stage.listed([taken])}: say 'the other one' for another"
        )
    except CannotDo:
        return False
    return True


def _words_after(whole: str, what: str) -> str:
    return whole.removeprefix(what).strip()
