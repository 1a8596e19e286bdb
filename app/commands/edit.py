"""``scenewright edit``: edits of a scene's program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from scenewright.app.terminal.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    from scenewright.app.actions.editing import Edited
    from scenewright.app.session import Session
    from scenewright.scene.language.editing.editor import EditResult

__all__ = ["refuse_outputs", "relation_arguments", "run", "run_file", "show_history", "step"]

_WAYS = {"literal": "in its own text", "adjust": "by an adjust line", "statement": "by a new statement"}
"""How an edit was written, for people."""

_MAX_EDITS_BYTES = 16 << 20
_NAMED = 6
"""Most things that came along that a line names."""


def run(
    where: str, edits: Sequence[Mapping[str, Any]], *, out: Path | None, in_place: bool, seed: int | None, as_json: bool
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.editing import EDIT, EditRequest
        from scenewright.app.terminal.process import open_with_settings

        refuse_outputs(out, in_place)
        request = EditRequest(edits=tuple(dict(values) for values in edits), in_memory=out is not None)
        session, _ = open_with_settings(where, {"seed": seed}, reporter, writable=out is None)
        refuse_outputs(out, in_place, session)
        with reporter.job("editing") as job:
            edited = EDIT(session, request, job=job)
        _print_result(reporter, session, edited, out, in_place)


def refuse_outputs(out: Path | None, in_place: bool, session: Session | None = None) -> None:
    """
    Raises:
        UsageError: the new program cannot be written to `out`, or back to its file.
        ProjectError: the system refuses to write `out`.
    """
    from scenewright.scene.atomic import require_writable
    from scenewright.scene.sources import SourceKind

    if out is not None and in_place:
        raise UsageError("give either --out or --in-place")
    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise UsageError(
            f"--out {out} is a folder: give a file"
            if out.is_dir()
            else f"there is no folder {out.parent}: make it first"
        )
    if out is not None and session is None:
        require_writable(out)
    if in_place and session is not None and session.origin.kind not in (SourceKind.PROGRAM, SourceKind.FOLDER):
        raise UsageError(f"--in-place writes back to a .py file, and this is {session.origin.kind}: use --out FILE")


def run_file(where: str, edits: Path, *, out: Path | None, in_place: bool, seed: int | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.editing import read_edits
        from scenewright.scene.text_files import decode_text, read_file

        text = decode_text(read_file(edits, _MAX_EDITS_BYTES, "the list of edits"), str(edits))
        values = read_edits(text, str(edits))
    run(where, values, out=out, in_place=in_place, seed=seed, as_json=as_json)


def relation_arguments(words: Sequence[str]) -> dict[str, Any]:
    """Read words such as ``a,b c lo=0.2`` as the arguments and options of a relation."""
    arguments: list[Any] = []
    options: list[tuple[str, Any]] = []
    for word in words:
        key, equals, value = word.partition("=")
        if equals and key.isidentifier():
            options.append((key, _number_or_text(value)))
        else:
            items = [w.strip() for w in word.split(",")]
            arguments.append(items if len(items) > 1 else _number_or_text(word))
    return {"arguments": arguments, "options": options}


def _number_or_text(word: str) -> Any:
    if word in ("True", "true", "False", "false"):
        return word.lower() == "true"
    try:
        return float(word)
    except ValueError:
        return word


def _print_result(reporter: Reporter, session: Session, edited: Edited, out: Path | None, in_place: bool) -> None:
    from scenewright.scene import atomic

    written: Path | None = session.folder
    if session.folder is None:
        if out is not None:
            written = out
        elif in_place:
            written = session.origin.path
        if written is not None:
            atomic.write(written, edited.source.encode())
    values = {
        "how": [r.how for r in edited.results],
        "paths": [r.path for r in edited.results],
        "carried": [list(r.carried) for r in edited.results],
        "remarks": [remark for r in edited.results for remark in r.remarks],
        "consequences": list(edited.consequences),
        "renamed": dict(edited.renamed),
        "failed": dict(edited.failed),
        "written": None if written is None else str(written),
        "revision": None if session.project is None else edited.revision,
        "program": edited.source if written is None else None,
        "warnings": list(edited.warnings),
    }
    done = f"{', '.join(_done(r) for r in edited.results)}; written to {written}"
    for path, reason in edited.failed.items():
        reporter.note(f"warning: '{path}' keeps its pose: {reason}")
    for remark in (remark for result in edited.results for remark in result.remarks):
        reporter.note(f"note: {remark}")
    reporter.warnings(edited.consequences)
    if written is None:
        reporter.program(values, edited.source)
    else:
        reporter.result(values, done)


def _done(result: EditResult) -> str:
    from scenewright.scene.language.editing import ArrangeResult
    from scenewright.scene.layout.relations import listed

    if isinstance(result, ArrangeResult):
        return f"{len(result.ways)} of {len(result.ways) + len(result.failed)} moved ({_WAYS[result.how]})"
    subject = result.path or ("gone" if None in result.path_map.values() else "relations")
    along = f", with {listed([_short(p) for p in result.carried], _NAMED)}" if result.carried else ""
    return f"{subject} ({_WAYS[result.how]}){along}"


def _short(path: str) -> str:
    """A path below the root, as people write it."""
    return path.partition("/")[2] or path


def step(where: str, what: Literal["undo", "redo"], *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.editing import STEP, StepRequest
        from scenewright.app.session import Session
        from scenewright.app.workers.reports import result_report

        done = STEP(Session.open(where, writable=True), StepRequest(what=what))
        did = "took back" if what == "undo" else "did again"
        words = f"{what}: {did} change {done.of.number} ({done.of.author.value}): {done.of.sentence}"
        values = {**result_report(done), "kind": what}
        reporter.result(values, f"{words}; the scene is at revision {done.revision}")


def show_history(where: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.editing import HISTORY, HistoryRequest
        from scenewright.app.session import Session
        from scenewright.app.workers.reports import result_report

        entries = HISTORY(Session.open(where), HistoryRequest())
        lines = [f"{e.number:>4}  {e.author.value:<7} {e.sentence}" for e in entries]
        reporter.result(result_report(entries), lines)
