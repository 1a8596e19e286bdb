"""A turn of the embedded editor, from its sentence to its events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from scenewright.app.agent.dialogue import MOST_PATHS, TurnRequest
from scenewright.app.agent.embedded.answering import read_answer
from scenewright.app.agent.embedded.cutting import parts_of
from scenewright.app.agent.embedded.doing import do_request
from scenewright.app.agent.embedded.doing_answers import (
    EXAMPLES,
    help_text,
    small_talk,
)
from scenewright.app.agent.embedded.doing_otherwise import excepting, going_back, on_the_other, otherwise, restoring
from scenewright.app.agent.embedded.doing_rooms import missing_text
from scenewright.app.agent.embedded.doing_things import preferring
from scenewright.app.agent.embedded.doing_wishes import wish_answer
from scenewright.app.agent.embedded.insisting import insisted
from scenewright.app.agent.embedded.memory import KeptMemory, Memory, OpenQuestion
from scenewright.app.agent.embedded.other_wordings import MISREAD, other_wordings
from scenewright.app.agent.embedded.pins import keep_pinned, pinned_boxes
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.reasons import NO_EDIT, without_reasons
from scenewright.app.agent.embedded.remarks_said import is_statement
from scenewright.app.agent.embedded.stepping import step_back_or_forth
from scenewright.app.agent.embedded.steps_words import is_regret
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere, NotUnderstood, PartlyRead
from scenewright.app.agent.embedded.subjects import hangs_on_before, named_in, subject_of
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    AskWanted,
    ExceptWanted,
    HelpWanted,
    MissingAsked,
    MoveWanted,
    OtherWanted,
    PreferWanted,
    Remark,
    RemoveWanted,
    RestoreWanted,
    ShowWanted,
    SmallTalk,
    StepWanted,
    Unread,
    VagueWish,
    Wanted,
    WhyWanted,
)
from scenewright.app.agent.embedded.wording import plain_text
from scenewright.app.agent.embedded.work import Done, Undone, Work
from scenewright.app.agent.events import (
    QuestionAnswered,
    StepBegun,
    TextPiece,
    ThingsSelected,
    TurnEnded,
    TurnEvent,
)
from scenewright.app.agent.turn_ends import turn_ended
from scenewright.app.session import Draft, StaleChange
from scenewright.scene.errors import QueryError
from scenewright.scene.texts import TextLimits, readable_text

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.scene.jobs import Job

from scenewright.app.agent.embedded.telling import TurnResult, answered, asked, not_understood, refused, saved, why

__all__ = ["EmbeddedEditor"]

_LIMITS = TextLimits(1_000, 200)
"""What one turn reads at most."""
_MOST_CLAUSES = 12
_ATTEMPTS = 2
"""How often a turn is done where others change the scene meanwhile."""
_ASIDE = (Remark, VagueWish)
"""What is said beside a request, as its reason."""
_DISLIKED = re.compile(r"^(?:i|we) (?:do not|no longer) (?:like|want|need)\b")


class EmbeddedEditor:
    """Edits a scene by English requests, without a language model."""

    name = "embedded"

    def turn(self, session: Session, turn: TurnRequest, *, job: Job) -> Iterator[TurnEvent]:
        """See :class:`scenewright.app.agent.SceneEditor`."""
        with session.working(job):
            draft = Draft(session)
            memory = Memory.of_turn(turn, draft.scene.paths)
        result = TurnResult(focus=memory.it, listed=memory.listed)
        work = Work(session, draft, memory, job, turn.camera, pinned=turn.pinned)
        events = self._turn(work, turn, result)
        while True:
            # the context of the thread is set for each step only: between two the caller does what it likes
            with session.working(job):
                try:
                    event = next(events)
                except StopIteration:
                    break
            if isinstance(event, TextPiece):
                result.told.append(event.piece)
            yield event
        yield self._end(session, turn, result)

    def _turn(self, work: Work, turn: TurnRequest, result: TurnResult) -> Iterator[TurnEvent]:
        try:
            text = plain_text(readable_text(turn.text, "the sentence", _LIMITS, QueryError))
            yield from self._read(work, text, result)
        except MustAsk as ask:
            yield from asked(work, ask, result)
        except (CannotDo, QueryError, StaleChange) as stop:
            if isinstance(stop, NotHere) and work.memory.it == result.focus:
                work.memory.speak_of(named_in(work, plain_text(turn.text)))
            yield from refused(work, stop, result)

    def _read(self, work: Work, text: str, result: TurnResult) -> Iterator[TurnEvent]:
        text, work.insists = insisted(text, work.memory.kept.refused)
        asked = work.memory.kept.asked
        if asked is not None:
            result.kept = KeptMemory(asked=asked)
            answered = read_answer(work, asked, text)
            if answered is not None:
                work.memory.bound = dict(answered.bound)
                result.focus = work.memory.bound.get(asked.phrase, result.focus)
                yield from self._sentence(work, answered.sentence, result)
                return
        memory = work.memory.copy()
        try:
            yield from self._sentence(work, text, result, whole=True)
        except (*MISREAD, MustAsk) as stop:
            if isinstance(stop, MustAsk) and stop.kind != "what":
                raise
            told: CannotDo | None = None
            for again, said in other_wordings(text, stop, lambda: self._again(work, memory)):
                try:
                    yield from self._sentence(again, said, result, whole=True)
                except (CannotDo, PartlyRead) as other:
                    if not isinstance(other, MISREAD):
                        told = told or other  # it was understood so, and cannot be done
                    continue
                return
            if isinstance(stop, PartlyRead):
                yield from self._sentence(self._again(work, memory), text, result)
                return
            raise (told if told is not None and not isinstance(stop, MustAsk) else stop) from None

    def _sentence(self, work: Work, text: str, result: TurnResult, *, whole: bool = False) -> Iterator[TurnEvent]:
        """Do what a sentence asks for. `whole`: nothing is done where a part of it is not understood.

        Raises:
            PartlyRead: a part of it is not understood, and `whole`.
        """
        parts = parts_of(text)
        if not parts:
            raise CannotDo("There is nothing to read.", EXAMPLES[:3])
        if len(parts) > _MOST_CLAUSES:
            raise CannotDo(
                f"That are {len(parts)} requests; at most {_MOST_CLAUSES} are done in one turn: say them one after the other."
            )
        parts, wanted = without_reasons(parts, [read_clause(part) for part in parts])
        if len(wanted) == 1 and isinstance(wanted[0], OtherWanted):
            wanted = [otherwise(work, wanted[0])]
        if len(wanted) == 1 and isinstance(wanted[0], ExceptWanted):
            wanted = [excepting(work, wanted[0])]
        if len(wanted) == 1 and isinstance(wanted[0], AgainWanted) and wanted[0].how == "instead":
            wanted = [on_the_other(work, wanted[0])]
        result.kept = KeptMemory(asked=OpenQuestion(kind="", sentence=text, bound=_bound(work)), clauses=tuple(parts))
        wanted = [restoring(work, one) if isinstance(one, RestoreWanted) else one for one in wanted]
        if sum(not isinstance(one, (SmallTalk, *_ASIDE)) for one in wanted) == 1:
            wanted = [going_back(work, one) for one in wanted]
        wanted = [preferring(work, one) if isinstance(one, PreferWanted) else one for one in wanted]
        edits = [w for w in wanted if not isinstance(w, (*NO_EDIT, *_ASIDE))]
        regrets = [isinstance(w, StepWanted) and is_regret(part) for part, w in zip(parts, wanted, strict=True)]
        if any(regrets) and (edits or sum(isinstance(w, StepWanted) for w in wanted) > 1):
            # 'yuck, make it blue' and 'that is ugly, undo it': the regret is the reason
            spare = [at for at, regret in enumerate(regrets) if regret]
            if not edits and len(spare) == sum(isinstance(w, StepWanted) for w in wanted):
                spare = spare[:-1]
            parts = [part for at, part in enumerate(parts) if at not in spare]
            wanted = [one for at, one in enumerate(wanted) if at not in spare]
        if not edits and any(isinstance(w, StepWanted) for w in wanted):
            # 'that is ugly, undo it'; 'i do not like that, undo it'
            steps = [w for w in wanted if not isinstance(w, (SmallTalk, *_ASIDE))]
            wanted = steps
        if not edits:
            wish = next((w for w in wanted if isinstance(w, VagueWish)), None)
            if wish is not None:
                raise wish_answer(work, wish)
            yield from self._without_edits(work, wanted, result, whole=whole)
            return
        if any(isinstance(w, StepWanted) for w in wanted):
            raise CannotDo("Undo stands alone: say it first, and the other request after it.", ("undo",))
        if all(isinstance(w, Unread) for w in edits):
            named = named_in(work, text)
            work.memory.speak_of(named)
            name = work.stage.name(named[0]) if named and not work.stage.is_building(named[0]) else ""
            raise not_understood([w for w in edits if isinstance(w, Unread)], name)
        if any(isinstance(w, NO_EDIT) and not isinstance(w, SmallTalk) for w in wanted):
            alone = CannotDo if "?" in text else NotUnderstood
            raise alone("Ask and change in two turns: say the change first.", (parts[0],))
        for attempt in range(_ATTEMPTS):
            done: list[Done] = []
            undone: list[Undone] = []
            lost = False
            for at, (clause, one) in enumerate(zip(parts, wanted, strict=True)):
                if isinstance(one, (SmallTalk, *_ASIDE)):
                    if isinstance(one, Remark) and " instead" not in text:
                        _take_note(
                            work, one
                        )  # 'I cannot open the machine, set it there instead': it is what was set before
                    continue
                result.kept = result.kept.model_copy(update={"asked": _of_clause(result.kept.asked, clause)})
                if attempt == 0:
                    yield StepBegun(what=clause)
                if isinstance(one, RemoveWanted) and _goes_on(clause, wanted[at + 1 :]):
                    work.memory.speak_of(work.things.find(one.what))  # what to do about it comes next
                    continue
                if isinstance(one, MoveWanted) and _goes_elsewhere(one, wanted[at + 1 :]):
                    work.memory.speak_of(subject_of(work, one))
                    continue
                if isinstance(one, Unread):
                    undone.append(Undone(clause, CannotDo(f"I do not understand '{clause}'."), unread=True))
                    lost = True
                    continue
                try:
                    if lost and hangs_on_before(clause):
                        raise CannotDo("It hangs on what was not done.")
                    done.append(_done(work, one))
                    undone += done[-1].undone
                    lost = False
                except MustAsk:
                    _refuse_what_follows(work, wanted[at + 1 :])
                    raise
                except CannotDo as stop:
                    if len(edits) == 1:
                        raise
                    if (
                        isinstance(stop, NotHere)
                        and isinstance(one, RemoveWanted)
                        and done
                        and clause.startswith("no ")
                    ):
                        continue  # 'clear the table: no cups, no vase'
                    if _ONLY_TOLD.match(clause) and is_statement(clause):
                        continue  # 'turn it round, I do not want to stare at the wall'
                    lost = not subject_of(work, one)
                    undone.append(Undone(clause, stop))
            if undone and not work.draft.changed:
                raise _together(undone)
            if whole and any(part.unread or isinstance(part.stop, NotHere) for part in undone):
                raise PartlyRead(undone[0].said)
            if not work.draft.changed:
                raise CannotDo("That changes nothing: it is so already.")
            yield StepBegun(what="looking what the change brings about")
            consequences = work.draft.consequences(job=work.job.quiet())
            work.job.check()
            try:
                revision = work.draft.save(author="agent", name=self.name)
            except StaleChange:
                if attempt + 1 == _ATTEMPTS:
                    raise
                work = self._again(work, work.memory)
                continue
            yield from saved(work, done, consequences, revision, result, undone)
            return

    def _again(self, work: Work, memory: Memory) -> Work:
        """The same turn once more: on the scene as others have left it, or by other words."""
        work.session.refresh()
        return Work(work.session, Draft(work.session), memory.copy(), work.job, work.camera, work.insists, work.pinned)

    def _without_edits(
        self, work: Work, wanted: list[Wanted], result: TurnResult, *, whole: bool = False
    ) -> Iterator[TurnEvent]:
        waiting = work.memory.kept.asked is not None
        if len(wanted) > 1 and all(isinstance(one, Remark) for one in wanted):
            raise NotUnderstood("That asks for no change that I understand.", EXAMPLES[:3])
        for one in wanted:
            match one:
                case StepWanted():
                    if len(wanted) > 1:
                        raise CannotDo("Undo stands alone: say it first, and the other request after it.", ("undo",))
                    words, paths = step_back_or_forth(work.session, one)
                    result.outcome, result.paths = "stepped", paths
                    result.kept = KeptMemory()
                    result.focus = tuple(p for p in paths if p in set(work.session.scene.paths)) or work.memory.it
                    yield TextPiece(piece=words)
                case AskWanted():
                    yield from answered(work, one, result, whole=whole)
                case WhyWanted():
                    yield from why(work, one, result)
                case MissingAsked():
                    yield QuestionAnswered(text=(told := missing_text(work)))
                    result.outcome = "answered"
                    yield TextPiece(piece=told)
                case HelpWanted():
                    yield QuestionAnswered(text=(told := help_text(work)))
                    result.outcome = "answered"
                    yield TextPiece(piece=told)
                case ShowWanted():
                    paths = work.things.find(one.what, building=True)
                    result.outcome, result.focus = "selected", paths[:MOST_PATHS]
                    yield ThingsSelected(paths=paths[:MOST_PATHS])
                    yield TextPiece(piece=f"Selected {work.stage.listed(paths)}.")
                case Remark():
                    if len(wanted) == 1:
                        if one.about:
                            work.memory.speak_of(work.things.find(one.about, building=True))
                        name = work.stage.listed(work.memory.it) if one.about else ""
                        ideas = (
                            (f"remove {name}", f"replace {name} with something else", f"move {name} to the corner")
                            if name
                            else EXAMPLES[:3]
                        )
                        raise CannotDo(f"'{one.text}' asks for no change: say what to do about it", ideas)
                case SmallTalk(kind="dropped") if len(wanted) == 1 and not waiting and _takes_back(work):
                    yield from self._without_edits(work, [StepWanted("undo")], result)
                    return
                case SmallTalk():
                    if len(wanted) == 1:
                        yield TextPiece(piece=small_talk(one, waiting=waiting))
        result.kept = KeptMemory(
            acts=work.memory.kept.acts, trouble=work.memory.kept.trouble, tried=work.memory.kept.tried
        )

    @staticmethod
    def _earlier(turn: TurnRequest, focus: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
        """What was changed before what *it* is now."""
        last = turn.dialogue.last
        if last is None:
            return ()
        before = tuple(p for p in last.paths if p in known)
        if before and not set(before) & set(focus):
            return before
        return tuple(p for p in Memory.of_turn(turn, tuple(known)).earlier if p not in focus)

    def _end(self, session: Session, turn: TurnRequest, result: TurnResult) -> TurnEnded:
        known = set(session.scene.paths)
        focus = tuple(p for p in result.focus if p in known)[:MOST_PATHS]
        listed = tuple(p for p in result.listed if p in known)[:MOST_PATHS]
        kept = result.kept.model_copy(
            update={
                "beside": tuple(p for p in result.beside if p in known)[:MOST_PATHS],
                "earlier": self._earlier(turn, focus, known),
                "listed": listed if set(focus) <= set(listed) else (),  # who speaks of other things has left the list
            }
        )
        return turn_ended(
            turn, result.outcome, told=result.told, words=result.words, paths=result.paths, gone=result.gone, focus=focus,
            revision=session.revision, stepped=bool(result.steps),
            memory=kept.model_dump(mode="json", exclude_defaults=True),
        )  # fmt: skip


_ONLY_TOLD = re.compile(r"^(?:i|we|people|nobody|everybody|one|two|three|four|that|there|it|they)\b")


def _goes_on(clause: str, after: Sequence[Wanted]) -> bool:
    """Whether a request to remove only begins another: *take the bowl off the table and put it on the shelf*."""
    if not after:
        return False
    follows = after[0]
    moved = isinstance(follows, MoveWanted) and any(what in ("it", "them") for what, _ in follows.ways)
    instead = isinstance(follows, AddWanted) and any(i.where and i.where.kind == "there" for i in follows.items)
    return moved or (_DISLIKED.match(clause) is not None and not instead)


def _takes_back(work: Work) -> bool:
    """Whether *forget that* is said of a change: one was made in the turn before, and no question waits."""
    return bool(work.memory.kept.clauses and work.memory.kept.acts)


_GOALS = frozenset(("at", "corner", "wall", "on wall", "middle", "floor"))


def _goes_elsewhere(one: MoveWanted, after: Sequence[Wanted]) -> bool:
    """Whether a motion away is only the first half of another: *get the ladder away from the wall and stand it by the pegboard*."""
    if not one.ways or not after or not isinstance(after[0], MoveWanted):
        return False
    away = all(where.kind in ("away", "away wall", "off") and where.metres is None for _, where in one.ways)
    return away and any(what in ("it", "them") and where.kind in _GOALS for what, where in after[0].ways)


def _take_note(work: Work, remark: Remark) -> None:
    """From now on *it* is what a remark is about, and beside it stands from where that is seen: *I can not see the tv from the bed*."""
    _, seen_from, place = remark.text.rpartition(" from ")
    if seen_from:
        work.memory.beside = named_in(work, place)
    if remark.about:
        with suppress(CannotDo, MustAsk):
            work.memory.speak_of(work.things.find(remark.about))


def _refuse_what_follows(work: Work, wanted: Sequence[Wanted]) -> None:
    """A question is not worth its answer where a later clause cannot be done anyway.

    Raises:
        CannotDo: a later clause cannot be done.
    """
    for one in wanted:
        if isinstance(one, (*NO_EDIT, *_ASIDE, Unread)):
            continue
        with suppress(MustAsk):
            do_request(work, one)


def _together(undone: Sequence[Undone]) -> CannotDo:
    """Why nothing of a sentence could be done: the reason of the first part, and all that was not understood."""
    first = undone[0].stop
    told = [str(first), *(str(part.stop) for part in undone[1:] if part.unread)]
    if len(told) == 1:
        return first
    return CannotDo(" ".join(f"{each.rstrip('.')}." for each in dict.fromkeys(told)), first.suggestions)


def _bound(work: Work) -> dict[str, tuple[str, ...]]:
    return dict(work.memory.bound)


def _of_clause(asked: OpenQuestion | None, clause: str) -> OpenQuestion:
    assert asked is not None
    return asked.model_copy(update={"clause": clause})


def _done(work: Work, wanted: Wanted) -> Done:
    """Do a request wholly or not at all. *It* is what the request is about afterwards, even where it cannot be done."""
    try:
        with work.whole_or_not():
            pinned = pinned_boxes(work)
            done = do_request(work, wanted)
            keep_pinned(work, pinned)
    except CannotDo:
        work.memory.speak_of(subject_of(work, wanted))
        raise
    work.memory.speak_of(done.paths if done.focus is None else done.focus)
    return done
