"""Long work of each kind, to be cancelled or killed in its midst: ``python -m tests.benchmarks.cancelled_work KIND TABLE FOLDER``.

It makes ready what the work needs, then does it as a job of the table, with nothing that insists: what ends it is the look at the job.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scenewright.app.jobs import JobTable
from scenewright.scene.jobs import Job

__all__ = ["KINDS", "NotHere"]

Work = Callable[[Job], object]

ENDLESS = """
from scene.language import *

@register('a room')
def scene():
    while True:
        pass
"""

CROWD = """
from scene.language import *

@register('a crate')
def crate():
    return primitive_call('cube', {'scale': (0.5, 0.5, 0.5)}, color=(0.6, 0.4, 0.2))

@register('a ball')
def ball():
    return primitive_call('sphere', {'radius': 0.25}, color=(0.3, 0.4, 0.7))

@register('a store')
def store():
    put = [place('crate' if (i + j) % 2 else 'ball', at=(0.7 * i - 5.2, 0.25, 0.7 * j - 5.2), turn=7 * i + 3 * j)
           for i in range(16) for j in range(16)]
    return concat_shapes(room(12, 12, 3), *put)
"""

HEAP = """
from scene.language import *

@register('a crate')
def crate():
    return primitive_call('cube', {'scale': (0.6, 0.6, 0.6)})

@register('a store')
def store():
    put = [place('crate', at=(0.4 * (i % 12) - 2.2, 0.3, 0.4 * (i // 12) - 2.2), name=f'crate_{i}') for i in range(120)]
    return concat_shapes(room(14, 14, 3), *put)
"""


class NotHere(Exception):
    """What the work needs is not installed."""


def _session(text: str) -> Any:
    from scenewright.app.session import Session
    from scenewright.scene.sources import SceneSource, SourceKind

    return Session(SceneSource(text, SourceKind.STDIN, None))


def _scene(text: str) -> Any:
    from scenewright.scene.language.running import evaluate_here

    return evaluate_here(text)


def _gaussians(count: int, degree: int = 1) -> Any:
    from tests.support.splat_scenes import random_gaussians

    return random_gaussians(count, degree=degree, sizes=(0.005, 0.02))


def generating(folder: Path) -> Work:
    from scenewright.app.generating import GenerateRequest, generate

    text = (
        "a living room with a sofa, two armchairs, a coffee table in front of the sofa, a tv stand with a television, three "
        "bookshelves against the back wall, a rug, two floor lamps, six plants, a desk facing the window, four chairs around a table"
    )

    def work(job: Job) -> object:
        for number in range(20):
            generate(
                GenerateRequest(text=text, out=folder / f"room_{number}"), job=job.part(number / 20, (number + 1) / 20)
            )
        return None

    return work


def evaluating(folder: Path) -> Work:
    session = _session(ENDLESS)

    def work(job: Job) -> object:
        job.progress(0.1, "evaluating")
        with session.working(job):
            return session.scene

    return work


def laying_out(folder: Path) -> Work:
    from scenewright.app.layout import lay_out

    session = _session(HEAP)
    assert session.scene
    return lambda job: lay_out(session, effort=1e6, job=job)


def settling(folder: Path) -> Work:
    from scenewright.app.layout import check

    session = _session(HEAP)
    assert session.scene

    def work(job: Job) -> object:
        for number in range(30):
            check(session, job=job.part(number / 30, (number + 1) / 30))
        return None

    return work


def planning(folder: Path) -> Work:
    from scenewright.renderers.plan import draw_plan
    from scenewright.scene import atomic

    scene = _scene(CROWD)

    def work(job: Job) -> object:
        for number in range(50):
            picture = draw_plan(scene, width=2400, job=job.part(number / 50, (number + 1) / 50))
            data = io.BytesIO()
            picture.save(data, "PNG")
            atomic.write(folder / "plan.png", data.getvalue())
        return None

    return work


def _picture(folder: Path, renderer: str, **more: Any) -> Work:
    from scenewright.app.pictures import PictureRequest, draw
    from scenewright.renderers.base import find_renderer

    missing = find_renderer(renderer).available()
    if missing is not None:
        raise NotHere(missing)
    session = _session(CROWD)
    assert session.scene
    wish = PictureRequest(renderer=renderer, cameras=(0,), passes=("color", "depth", "normal", "entity"), **more)
    return lambda job: draw(session, wish, out=folder / "out", job=job)


def preview(folder: Path) -> Work:
    return _picture(folder, "preview", width=3840, height=2160)


def blender(folder: Path) -> Work:
    return _picture(folder, "blender", width=1600, height=1200, samples=4000)


def splat_picture(folder: Path) -> Work:
    return _picture(folder, "splat", width=3840, height=2160)


def baking(folder: Path) -> Work:
    from scenewright.app.exporting import export_scene

    scene = _scene(CROWD)
    return lambda job: export_scene(scene, folder / "scene.ply", splats=600_000, lit=True, job=job)


def exporting(folder: Path) -> Work:
    from scenewright.app.exporting import export_scene

    scene = _scene(CROWD)

    def work(job: Job) -> object:
        for number in range(60):
            ending = (".glb", ".obj", ".ply", ".stl")[number % 4]
            export_scene(scene, folder / f"scene{ending}", job=job.part(number / 60, (number + 1) / 60))
        return None

    return work


def blend_export(folder: Path) -> Work:
    from scenewright.app.exporting import export_scene
    from scenewright.renderers.blender.renderer import BlenderRenderer

    missing = BlenderRenderer().available()
    if missing is not None:
        raise NotHere(missing)
    scene = _scene(CROWD)

    def work(job: Job) -> object:
        for number in range(60):
            export_scene(scene, folder / "scene.blend", job=job.part(number / 60, (number + 1) / 60))
        return None

    return work


def converting(folder: Path) -> Work:
    from scenewright.scene.splats import decimated
    from scenewright.scene.splats.formats import read_file, write_file

    source = folder / "given.ply"
    write_file(_gaussians(600_000, degree=3), source)

    def work(job: Job) -> object:
        job.progress(0.01, "reading")
        read = read_file(source, job=job.quiet()).gaussians
        fewer = decimated(read, 60_000, job=job.part(0.2, 0.8))
        for ending in ("spz", "sog", "compressed.ply"):
            write_file(fewer, folder / f"fewer.{ending}", job=job.part(0.8))
        return None

    return work


def _views() -> list[Any]:
    import numpy as np

    from scenewright.scene.splats.capture import View
    from scenewright.scene.splats.rasterize import rasterize
    from tests.support.language_scenes import around

    gaussians = _gaussians(4_000)
    out = []
    for number, camera in enumerate(around(12, 480, 360)):
        color = rasterize(gaussians, camera).color
        out.append(View(f"{number}.png", camera, np.asarray(color[0].clamp(0, 1).numpy() * 255.0, dtype=np.uint8)))
    return out


def training(folder: Path) -> Work:
    from scenewright.scene.splats.training import Trainer, TrainingOptions

    gaussians = _gaussians(20_000)
    trainer = Trainer(_views(), points=gaussians.means.double().numpy(), options=TrainingOptions(iterations=100_000))

    def work(job: Job) -> object:
        if trainer.run(job) == "cancelled":
            job.check()
        return None

    return work


def completing(folder: Path) -> Work:
    import numpy as np

    from scenewright.scene.splats.training import complete_points

    views = _views()

    def work(job: Job) -> object:
        for number in range(50):
            complete_points(
                views, np.zeros((0, 3)), None, most=20_000, seed=number, job=job.part(number / 50, (number + 1) / 50)
            )
        return None

    return work


def lifting(folder: Path) -> Work:
    import numpy as np

    from scenewright.scene.semantics.fields import LanguageField, LiftedView, Lifting
    from scenewright.scene.semantics.fields.lifting import Regions
    from scenewright.scene.splats.rasterize import rasterize
    from tests.support.language_scenes import around, unit

    gaussians = _gaussians(150_000)
    random = np.random.default_rng(0)
    features = unit(random.normal(size=(5, 512)))

    views = []
    for camera in around(12, 640, 480):
        labels = rasterize(gaussians, camera, outputs=("entity",)).entity
        views.append(LiftedView(camera, {"object": Regions(labels[0].numpy().astype(np.int32), features)}))

    def work(job: Job) -> object:
        for number in range(10):
            made = Lifting(gaussians, "fixed", 512, levels=("object",))
            part = job.part(number / 10, (number + 1) / 10)
            made.add_views(views, job=part.part(0.0, 0.3))
            LanguageField.of_lifting(made, job=part.part(0.3))
        return None

    return work


def asking(folder: Path) -> Work:
    import numpy as np

    from scenewright.scene.semantics.fields import LanguageField, geometry_hash
    from scenewright.scene.semantics.fields.codebook import fitted
    from scenewright.scene.semantics.fields.field import FieldLevel
    from scenewright.scene.semantics.queries.capture import CapturedQuery
    from tests.support.language_scenes import FixedEncoder, unit

    gaussians = _gaussians(300_000)
    encoder = FixedEncoder(64)
    words = encoder.encode(["cup", "lamp", "chair", "table"])
    rows = unit(
        words[np.arange(len(gaussians)) % 4] + 0.05 * np.random.default_rng(0).normal(size=(len(gaussians), 64))
    )
    field = LanguageField(
        encoder.name, 64, (FieldLevel("object", fitted(rows, words=64), None),), geometry_hash(gaussians)
    )
    engine = CapturedQuery(gaussians, field, encoder)
    # the first question of a process reads the lexicon, which takes two seconds; a server has read it
    CapturedQuery(gaussians, field, encoder).ask("the cup next to the lamp", threshold=1.0)

    def work(job: Job) -> object:
        for number in range(200):
            job.tick(number / 200, f"question {number}")
            engine.ask(("cup", "lamp", "the chair next to the table")[number % 3], job=job.quiet())
        return None

    return work


def taking_apart(folder: Path) -> Work:
    from scenewright.scene.semantics.capture_programs import take_apart
    from tests.support.capture_truth import WordVectors, features_of, truth_of

    encoder = WordVectors()
    truth = truth_of("bedroom", 60_000)
    features = features_of(truth, encoder, cosine=0.8)
    words = ("bed", "lamp", "table", "chair", "wall", "floor")

    def work(job: Job) -> object:
        for number in range(20):
            part = job.part(number / 20, (number + 1) / 20)
            take_apart(truth.gaussians, features, truth.weights, vocabulary=words, encoder=encoder, fill=True, job=part)
        return None

    return work


def structure_from_motion(folder: Path) -> Work:
    try:
        import pycolmap  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise NotHere(str(error)) from None
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.lens import Lens
    from tests.support.capture_scenes import Corner, jpeg

    lens = Lens.checked("PINHOLE", [1000.0, 1000.0, 480.0, 360.0], 960, 720, "lens")
    photos = folder / "photos"
    photos.mkdir()
    corner = Corner()
    for index, pose in enumerate(Corner.poses(30)):
        (photos / f"{index:02d}.jpg").write_bytes(jpeg(corner.picture(lens, pose, oversample=1)))
    return lambda job: open_capture(photos, work=folder / "work", job=job)


KINDS: dict[str, Callable[[Path], Work]] = {
    "generate": generating,
    "evaluate": evaluating,
    "layout": laying_out,
    "settle": settling,
    "plan": planning,
    "preview draw": preview,
    "Blender draw": blender,
    "splat draw": splat_picture,
    "bake": baking,
    "export": exporting,
    "export to Blender": blend_export,
    "conversion": converting,
    "structure from motion": structure_from_motion,
    "points for training": completing,
    "training": training,
    "lifting": lifting,
    "query of a field": asking,
    "taking apart": taking_apart,
}


def main() -> int:
    kind, table, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    try:
        work = KINDS[kind](folder)
    except NotHere as error:
        print(error, file=sys.stderr)
        return 77
    job = Job(name=f"the {kind}")
    with JobTable(table).track(job, kind=kind):
        work(job)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
