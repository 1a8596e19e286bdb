"""``scenewright generate``: text in; program, instance tree, pictures and, when asked, GLB out."""

from __future__ import annotations

import shlex
from pathlib import Path

from scenewright.app.output import Reporter, UsageError, guarded

__all__ = ["run"]


def run(
    text: str | None,
    *,
    out: Path | None,
    source: str | None,
    writer: str | None,
    model: str | None,
    base_url: str | None,
    seed: int | None,
    root: str | None,
    blender: bool,
    glb: bool,
    layout: bool,
    width: int | None,
    height: int | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.generating import GenerateRequest, generate
        from scenewright.app.pictures import PictureRequest, draw
        from scenewright.app.settings import settings_for_machine
        from scenewright.scene.sources import read_source

        if (text is None) == (source is None):
            raise UsageError('give a text, such as "a reading corner with an armchair", or --from FILE')
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
        request = GenerateRequest(
            text=text,
            source=None if source is None else read_source(source),
            out=out,
            writer=writer,
            model=settings.model if source is None else None,
            base_url=settings.base_url,
            seed=seed,
            root=root,
            layout=layout,
        )
        with reporter.job("generating", kept="generate") as job:
            made = generate(request, job=job.part(0.0, 0.4))
            renderers = ("preview", "blender") if blender else ("preview",)
            for done, renderer in enumerate(renderers):
                wanted = PictureRequest(renderer=renderer, width=settings.width, height=settings.height)
                part = job.part(0.4 + 0.6 * done / len(renderers), 0.4 + 0.6 * (done + 1) / len(renderers))
                drawn = draw(made.session, wanted, job=part)
                made.pictures += [f.file for f in drawn.frames]
                made.notes += drawn.warnings
            if glb:
                from scenewright.app.exporting import export_scene

                written = export_scene(
                    made.session.scene,
                    made.folder / "scene.glb",
                    assets=made.session.assets,
                    folder=made.folder,
                    job=job.part(1.0),
                )
                made.notes += written.warnings
        reporter.warnings([*made.session.scene.warnings, *made.notes])
        for item in made.unserved:
            reporter.note(f"not in the scene: {item['word']} ({item['reason']})")
        lines = [f"scene    {made.folder}", f"program  {made.program}", *(f"picture  {p}" for p in made.pictures)]
        if made.layout is not None:
            lines.append(f"layout   {made.layout.report.summary()}")
            if made.layout.report.offer is not None:
                command = shlex.join(["scenewright", "layout", str(made.folder), "--accept"])
                reporter.note(f"the scene stays as it was written; {command} takes the repair that is offered")
        reporter.result(made.report(), "\n".join(lines))
