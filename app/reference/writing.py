"""Writes the reference into a folder: its pages, and a picture of each program."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.reference.entries import all_entries
from scenewright.app.reference.example_scenes import EXAMPLES
from scenewright.app.reference.pages import reference_pages
from scenewright.app.reference.pictures import picture_of_capture, picture_of_file, picture_of_program
from scenewright.scene import atomic
from scenewright.scene.jobs import Job

__all__ = ["write_reference"]


def write_reference(folder: Path, *, job: Job | None = None) -> list[Path]:
    """Write all pages and pictures into a folder, which is made if it is missing. Other files of the folder stay.

    Returns:
        the files, pages first.

    Raises:
        OSError: a file cannot be written.
        RenderError: a picture cannot be drawn.
        JobCancelled: the job was cancelled; files that were written before stay.
    """
    job = job or Job(name="the reference")
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in reference_pages().items():
        written.append(folder / name)
        atomic.write(written[-1], text.encode("utf-8"))
    shown = [entry for entry in all_entries().values() if entry.program]
    steps = len(shown) + len(EXAMPLES)
    for done, entry in enumerate(shown):
        part = job.part(done / steps, (done + 1) / steps, name=entry.name).quiet()
        draw = picture_of_capture if entry.name == "splat_call" else picture_of_program
        written.append(pictures / f"{entry.name}.png")
        atomic.write(written[-1], draw(entry.program, job=part))
        job.progress((done + 1) / steps, entry.name)
    for done, example in enumerate(EXAMPLES.values(), len(shown)):
        part = job.part(done / steps, (done + 1) / steps, name=example.name).quiet()
        written.append(pictures / f"example_{example.name}.png")
        atomic.write(written[-1], picture_of_file(example.path, example.frames, job=part))
        job.progress((done + 1) / steps, example.name)
    return written
