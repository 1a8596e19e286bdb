"""Gaussians trained from pictures of a room whose cameras are known, against the points that they begin with."""

from __future__ import annotations

from scenewright.app.bench.figures import BenchSize, Figure
from scenewright.app.bench.rooms import open_room
from scenewright.app.bench.rooms_seen import seen_room

__all__ = ["measure"]


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.scene.splats.training import Trainer, TrainingOptions
    from scenewright.scene.splats.training.evaluation import evaluate, mean_score

    with open_room(size.rooms, 0) as session:
        wide = size.of(200, 400)
        room = seen_room(session, views=size.of(32, 48), width=wide, height=wide * 3 // 4)
    points, colors = room.points(size.of(8_000, 20_000))
    steps = size.of(300, 2_000)
    options = TrainingOptions(iterations=steps, max_gaussians=size.of(20_000, 100_000))
    trainer = Trainer(
        [room.views[k] for k in room.kept], points=points, colors=colors, options=options, threads=size.threads
    )
    held = [room.views[k] for k in room.held]
    before = mean_score(evaluate(trainer.gaussians, held, threads=size.threads))
    trainer.run()
    after = mean_score(evaluate(trainer.gaussians, held, threads=size.threads))
    assert before is not None
    assert after is not None
    what = f"{steps:,} steps on {len(room.kept)} views of {wide}x{wide * 3 // 4}, {size.threads} threads"
    return [
        Figure(f"one step of training ({what})", 1e3 * trainer.seconds / max(trainer.steps_done, 1), "ms"),
        Figure(
            "PSNR of views that were held out",
            after.psnr,
            "dB",
            before.psnr,
            "the points that training begins with",
            lower_is_better=False,
        ),
        Figure("Gaussians after training", float(len(trainer.gaussians))),
    ]
