"""A user's script with all that `import scenewright as sw` has. Type checkers read it; the tests never run it."""

from pathlib import Path

import scenewright as sw

SCENE = Path("scenes/corner")


def make() -> sw.Scene:
    generated = sw.generate("a reading corner with an armchair facing a bookshelf", out=SCENE, overwrite=True)
    print(generated, generated.folder, generated.seconds, generated.notes, generated.pictures)
    if generated.layout is not None:
        print(generated.layout.report.summary())
    return sw.evaluate(SCENE)


def make_with_a_model(picture: Path) -> None:
    planned = sw.brief("a study with two red chairs facing a tall bookshelf")
    wanted: sw.Brief = planned.brief
    print(planned.notes, wanted.summary, [(thing.noun, thing.count) for thing in wanted.things])
    made = sw.generate(
        "a study", model="ollama:qwen3", effort="best", brief=wanted, max_requests=20, max_tokens=200_000, max_seconds=600.0,
        max_money=0.5,
    )  # fmt: skip
    sw.generate(images=[picture], out=SCENE.with_name("things"))
    for run in sw.runs(made.folder).runs:
        print(run.id, run.models, run.rounds, run.seconds, run.spent.tokens, run.spent.money)


def whole_room() -> None:
    done: sw.RoomTaskDone = sw.furnish(SCENE, "light", pinned=["armchair"])
    for done in (sw.rearrange(SCENE), sw.tidy(SCENE, keep=True), sw.restyle(SCENE, "Japandi", part=["armchair"])):
        print(done.says, done.changed, done.not_done)
    print(sw.fit(SCENE, "room.png", camera_known=True))


def look(scene: sw.Scene) -> None:
    for entity in scene.entities():
        print(entity.path, entity.word, entity.bounds.shape, entity.color, entity.material.roughness)
    found: sw.Entity = scene.find("armchair")
    print(found.path, found.parent, [child.name for child in found.children], found.world_from_local.shape)
    if scene.room is not None:
        print(scene.room.width, scene.room.openings)
    print(len(scene), scene.warnings, scene.cameras[0].eye, scene.relations[0].kind)
    print(scene.to_trimesh())


def change() -> None:
    program = sw.edit(
        SCENE, [sw.Move("armchair", by=(0.2, 0.0, 0.0)), sw.Turn("armchair", 15), sw.Scale("armchair", 1.1)]
    )
    print(program.splitlines()[0])
    sw.edit(SCENE, sw.Recolour("armchair", (0.1, 0.4, 0.2)))
    sw.edit(SCENE, {"kind": "move", "path": "armchair", "by": [0.0, 0.0, 0.1]})
    sw.edit(SCENE, sw.AddRelation("near", ("armchair", "bookshelf"), (("hi", 2.0),)))
    sw.edit(SCENE, sw.Arrange((sw.Placement("armchair", (0.0, 0.0, 0.5), 3.1),)))
    undone = sw.undo(SCENE)
    redone: sw.Stepped = sw.redo(SCENE)
    print(undone.revision, redone.revision)
    for entry in sw.history(SCENE):
        print(entry.revision, entry.kind, entry.author, entry.time)


def lay_out() -> str:
    result = sw.layout(SCENE, keep=["bookshelf"], plan="plan.png")
    report = result.report
    for move in report.moves:
        print(move.path, move.distance_m)
    if report.offer is not None:
        result = sw.layout(SCENE, accept=True)
    for violation in sw.layout(SCENE, check=True).report.certificate.violations:
        print(violation.message)
    return result.source


def ask() -> None:
    answer = sw.query(SCENE, "the seat in front of the bookshelf", top_k=3)
    for match in answer.results:
        print(match.path, match.score, match.reason)
    reply: sw.GraphAnswer = sw.ask(SCENE, "how far is the armchair from the bookshelf?")
    print(reply.answered, reply.text, [fact.what for fact in reply.basis])
    for item in sw.search_catalogue("red leather sofa", number=3).matches:
        print(item.entry.key, item.score, item.entry.size)


def draw() -> None:
    drawn = sw.render(SCENE, renderer="preview", width=320, height=240, passes=("color", "depth"))
    print([frame.file.name for frame in drawn.frames], drawn.seconds)
    views = sw.render(SCENE, cameras=[0], width=320, height=240, passes=["color", "depth", "entity"], arrays=True)
    for view in views:
        if view.depth is not None and view.color is not None:
            print(view.depth.shape, view.color.dtype, view.camera.fov)
    files = sw.export(SCENE, "corner.glb") + sw.export(SCENE, "corner.ply", splats=2000)
    print([file.name for file in files])


def splat() -> None:
    splats = sw.read_gaussians("corner.ply").crop([[-2, -1, -2], [2, 2.5, 2]])
    camera = sw.Cameras.look_at((2, 1.6, 3), (0, 1, 0), fov=50, width=96, height=72)
    image = sw.rasterize(
        splats, camera, outputs=("color", "alpha", "depth", "entity"), settings=sw.RasterSettings(near=0.1)
    )
    if image.color is not None:
        print(image.color.shape, splats.recolored((1.0, 0.0, 0.0)), splats.bounds.shape)
    print(sw.write_gaussians(splats, "part.sog"))
    print(sw.TrainingOptions(iterations=100, strategy="mcmc").iterations)


def many() -> None:
    jobs = [{"kind": "generate", "text": "a table", "grid": {"seed": [1, 2, 3]}}]
    done: sw.BatchDone = sw.batch(jobs, "results", workers=2, seconds=600.0, shard=(1, 1), resume=True)
    print(done.ok, done.out, done.manifest.name, done.counts[sw.BatchState.FINISHED], done.seconds)
    for record in done.records:
        job: sw.ManifestRecord = record
        print(job.label, job.kind, job.reason, job.state is sw.BatchState.FAILED)
    try:
        sw.batch("jobs.jsonl", Path("results"), engine="ray", memory_gb=4.0)
    except sw.BatchError as error:
        print(error)


def show(scene: sw.Scene) -> None:
    seen: sw.SceneView = sw.view(scene, height=300)
    print(seen.save("corner.html"), seen.warnings)


def session() -> None:
    with sw.Session.open(SCENE, writable=True).listen() as events:
        print(events)
    project = sw.Project.open(SCENE)
    print(project, project.revision, project.source[:10])


def main() -> None:
    try:
        look(make())
        show(make())
        change()
        print(lay_out()[:20])
        ask()
        draw()
        splat()
        many()
        session()
        sw.Move("armchair", by=(1.0, 0.0, 0.0))
    except sw.EditError as error:
        print(error.field)
    except sw.ScenewrightError as error:
        print(error)


main()
