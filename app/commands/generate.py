"""``scenewright generate``: makes a scene folder with pictures and, on request, a GLB file."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, UsageError, guarded
from scenewright.app.writers.writer import AgentEffort, Dress

if TYPE_CHECKING:
    from scenewright.app.agent.brief import Brief
    from scenewright.app.generating import Generated

__all__ = ["run", "tell_generated"]

_MOST_BRIEF = 1 << 20
"""Bytes of a file with a brief."""


def run(
    text: str | None,
    *,
    out: Path | None,
    overwrite: bool,
    source: str | None,
    images: Sequence[Path],
    writer: str | None,
    model: str | None,
    base_url: str | None,
    effort: AgentEffort,
    brief: Path | None,
    staged: bool | None,
    max_requests: int | None,
    max_tokens: int | None,
    max_seconds: float | None,
    max_money: float | None,
    seed: int | None,
    root: str | None,
    dress: Dress,
    blender: bool,
    glb: bool,
    layout: bool,
    width: int | None,
    height: int | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest
        from scenewright.app.terminal.process import settings_for_machine

        if (text is not None or bool(images)) + (source is not None) != 1:
            raise UsageError(
                'give a text, such as "a reading corner with an armchair", or --from FILE, or --image PICTURE'
            )
        if text is not None and not text.strip():
            raise UsageError("the text is empty: say what the scene is")
        if source is not None and model is not None:
            raise UsageError("--model writes a program from a text: leave it out with --from")
        if source is not None and writer is not None:
            raise UsageError("--writer writes a program from a text: leave it out with --from")
        flags = {
            "model": model, "base_url": base_url, "seed": seed, "root": root, "width": width, "height": height,
        }  # fmt: skip
        settings = settings_for_machine(flags, reporter)
        request = GenerateSceneRequest(
            text=text,
            source=source,
            images=tuple(images),
            out=out,
            overwrite=overwrite,
            writer=writer,
            model=settings.model if text is not None else model if images else None,
            base_url=settings.base_url,
            effort=effort,
            brief=None if brief is None else _brief_of(brief),
            staged=staged,
            max_requests=max_requests,
            max_tokens=max_tokens,
            max_seconds=max_seconds,
            max_money=max_money,
            seed=seed,
            dress=dress,
            root=root,
            layout=layout,
            renderers=("preview", "blender") if blender else ("preview",),
            width=settings.width,
            height=settings.height,
            glb=glb,
        )
        with reporter.job("generating", kept="generate") as job:
            generated = GENERATE(request, job=job)
        tell_generated(reporter, generated)


def _brief_of(file: Path) -> Brief:
    """The brief of a file.

    Raises:
        ProjectError: the file cannot be read.
        RequestError: it holds none.
    """
    from scenewright.app.agent.brief import read_brief
    from scenewright.scene.plain_files import read_plain

    return read_brief(read_plain(file, _MOST_BRIEF, "the brief").decode("utf-8", "replace"))


def tell_generated(reporter: Reporter, generated: Generated) -> None:
    """Say what became of a new scene."""
    reporter.warnings([*generated.session.scene.warnings, *generated.notes])
    told = set() if generated.read is None else {clause.word or clause.says for clause in generated.read.clauses}
    for item in generated.unserved:
        if item["word"] not in told:  # the lines below tell the others
            reporter.note(f"not in the scene: {item['word']} ({item['reason']})")
    lines = [f"scene    {generated.folder}", f"program  {generated.program}"]
    lines += [f"picture  {picture}" for picture in generated.pictures]
    if generated.layout is not None:
        lines.append(f"layout   {generated.layout.report.summary()}")
        if generated.layout.report.offer is not None:
            command = shlex.join(["scenewright", "layout", str(generated.folder), "--accept"])
            reporter.note(f"the scene stays as it was written; {command} makes the offered repair")
    if generated.read is not None:
        lines += generated.read.lines()
    lines.append(f"edit it  {shlex.join(['scenewright', 'studio', str(generated.folder)])}")
    reporter.result(generated.report(), lines)
