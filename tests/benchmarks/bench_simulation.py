"""Certified scenes in MuJoCo, from MJCF and from URDF.

    python -m tests.benchmarks.bench_simulation [--scenes N] [--sentences FILE] [--seconds S] [--json FILE]

Each scene is made from a sentence by the embedded writer, certified by the layout, exported, and left alone for two seconds. Asked for: nothing
drifts by 2 cm, with few things held for that; no hinge that is let go half open, or as far as nothing is in its way, turns faster than 2 rad/s;
at least 90 % of the space in each container is open; the mesh and the colliders of no body differ by 1 mm; no moving part meets its thing
anywhere in its range; nothing begins 2 mm or more inside
the room's floor, walls, doors or windows.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

import scenewright as sw
from scenewright.app.session import Session
from scenewright.scene.physics import BodyKind, ColliderShape, PhysicsModel, physics_model
from scenewright.scene.simulation import held_where_it_would_fall, link_meshes, mjcf_text, world_urdf
from tests.benchmarks.figures import give, options
from tests.support.simulated_scenes import first_contacts, load, openness, simulate, sweep

SENTENCES = (
    "a bedroom with a double bed, two nightstands, a wardrobe and a floor lamp",
    "a kitchen with a fridge, a stove, a kitchen cabinet and a dining table with four chairs",
    "a home office with a desk, an office chair and a bookshelf",
    "a living room with a sofa, an armchair, a coffee table and a tv",
    "a laundry room with a washing machine, a dryer and a laundry basket",
    "a dining room with a table and six chairs",
    "a kids bedroom with a bunk bed, a dresser and a toy chest",
    "a hallway with a cabinet, a mirror and a coat rack",
    "a small studio with a mini fridge, a microwave on a table and a bed",
    "an attic with a chest, an armchair and a rug",
    "a bathroom with a bathtub, a toilet and a washbasin",
)


def offsets(model: PhysicsModel) -> float:
    """Metres: the greatest distance of a drawn vertex to the surface of its exact collider, or outside of its convex one."""
    worst = 0.0
    geometry = model.geometry
    for body in model.bodies:
        for collider in body.colliders:
            if collider.instance < 0:
                continue
            mesh = geometry.meshes[int(geometry.mesh[collider.instance])]
            matrix = (
                np.linalg.inv(body.world_from_body @ collider.body_from_collider)
                @ geometry.world_from_mesh[collider.instance]
            )
            at = mesh.vertices.astype(np.float64) @ matrix[:3, :3].T + matrix[:3, 3]
            a, b, c = collider.size
            if collider.shape is ColliderShape.BOX:
                away = np.abs(np.abs(at) - [a, b, c]).max(axis=1)
            elif collider.shape is ColliderShape.SPHERE:
                away = np.abs(np.linalg.norm(at, axis=1) - a)
            elif collider.shape is ColliderShape.CYLINDER:
                away = np.maximum(np.abs(np.hypot(at[:, 0], at[:, 2]) - a), np.abs(np.abs(at[:, 1]) - b))
            else:
                corners = collider.vertices[collider.faces]
                normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
                normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
                away = (at @ normal.T - np.einsum("fi,fi->f", normal, corners[:, 0])).max(axis=1)
            worst = max(worst, float(away.max()))
    return worst


def measured(sentence: str, folder: Path, seconds: float) -> dict[str, Any]:
    """The figures of one scene."""
    scene_folder = folder / "scene"
    sw.generate(sentence, out=scene_folder, picture=False, overwrite=scene_folder.exists())
    session = Session.open(scene_folder)
    shot = session.snapshot()
    model = physics_model(shot.scene, provider=session.assets, root=session.folder)
    out: dict[str, Any] = {
        "things": sum(b.parent < 0 for b in model.bodies),
        "joints": len(model.joints),
        "offset": offsets(model),
    }
    out["open"] = {j.name: round(openness(model, j), 3) for j in model.joints if j.encloses}
    meshes = link_meshes(model)
    free = sum(b.kind is BodyKind.FREE for b in model.bodies)
    model = held_where_it_would_fall(model, meshes)
    out["held"] = free - sum(b.kind is BodyKind.FREE for b in model.bodies)
    (folder / "meshes").mkdir(exist_ok=True)
    for name, data in meshes.files.items():
        (folder / "meshes" / name).write_bytes(data)
    inside = shot.scene.room
    shell = {b.name for b in model.bodies if inside is not None and b.path.startswith(f"{inside.path}/")}
    texts = {
        ".xml": mjcf_text(model, meshes, "meshes", "room"),
        ".urdf": world_urdf(model, meshes, "meshes", "room"),
    }
    for ending, text in texts.items():
        file = folder / f"room{ending}"
        file.write_text(text, encoding="utf-8")
        m = load(file)
        if ending == ".xml":  # in a URDF the shell is one with all else that is fixed
            met = first_contacts(m)
            out["in the shell"] = {
                " ".join(pair): round(d, 4) for pair, d in met.items() if shell & {*pair} and d > 5e-4
            }
        run = simulate(m, seconds)
        out[f"drift{ending}"] = {name: round(d, 4) for name, d in sorted(run.drift.items(), key=lambda i: -i[1])[:3]}
        out[f"all_drift{ending}"] = list(run.drift.values())
        out[f"released{ending}"] = round(simulate(m, seconds, opened=0.5).fastest, 3)
        swept = [sweep(m, m.joint(j.name).id, things=_things(m, model, j.parent)) for j in model.joints]
        out[f"penetrations{ending}"] = {s.joint: round(s.penetration, 4) for s in swept if s.penetration > 5e-4}
    session.close()
    return out


def _things(m: Any, model: PhysicsModel, parent: int) -> set[int]:
    """The bodies of MuJoCo that are a thing and its parts. What is fixed in a URDF is merged into the world: its parts alone are left."""
    names = [model.bodies[parent].name, *(model.bodies[i].name for i in model.children(parent))]
    known = {m.body(k).name: k for k in range(m.nbody)}
    return {known[name] for name in names if name in known}


def main() -> int:
    """Command line."""
    parser = options(__doc__)
    parser.add_argument("--scenes", type=int, metavar="N", help="only the first N sentences")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="sentences of your own, one a line")
    parser.add_argument("--seconds", type=float, default=2.0)
    chosen = parser.parse_args()
    sentences = SENTENCES if chosen.sentences is None else tuple(chosen.sentences.read_text("utf-8").splitlines())
    scenes: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for sentence in sentences[: chosen.scenes]:
            scenes[sentence] = measured(sentence, Path(folder), chosen.seconds)
            print(
                sentence,
                {k: v for k, v in scenes[sentence].items() if not k.startswith("all_drift")},
                file=sys.stderr,
                flush=True,
            )
    figures: dict[str, Any] = {"scenes": len(scenes), "joints": sum(s["joints"] for s in scenes.values())}
    figures["held since they would fall"] = sum(s["held"] for s in scenes.values())
    for ending in (".xml", ".urdf"):
        drift = [d for s in scenes.values() for d in s[f"all_drift{ending}"]]
        figures |= {
            f"free things{ending}": len(drift),
            f"drift, most, cm{ending}": round(100 * max(drift), 2),
            f"things that drift by 2 cm or more{ending}": sum(d >= 0.02 for d in drift),
            f"hinges let go, fastest, rad/s{ending}": max(s[f"released{ending}"] for s in scenes.values()),
            f"joints that meet their thing{ending}": sum(len(s[f"penetrations{ending}"]) for s in scenes.values()),
        }
    spaces = [share for s in scenes.values() for share in s["open"].values()]
    figures |= {
        "begins in the room's shell, most, mm": round(
            1000 * max((d for s in scenes.values() for d in s["in the shell"].values()), default=0.0), 2
        ),
        "containers": len(spaces),
        "least open inside": min(spaces, default=1.0),
        "collider to mesh, most, mm": round(1000 * max(s["offset"] for s in scenes.values()), 3),
        "where": {k: {f: v for f, v in s.items() if not f.startswith("all_drift")} for k, s in scenes.items()},
    }
    give(figures, chosen.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
