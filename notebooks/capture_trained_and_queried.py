# %% [markdown]
# # A capture: trained, then queried
#
# A **capture** is pictures of a real place with their cameras. Training turns it into Gaussians; a **language field** lets you ask for things in
# it. Real captures are photographs or a video (`scenewright capture prepare` finds the cameras). This one is made here, of a scene whose truth
# is known, small enough to train in seconds on two CPU cores.
#
# ## Take pictures
#
# Sixteen views of a table, by the preview renderer, and `transforms.json` with their cameras, as nerfstudio writes it.

# %%
import json
import math
from pathlib import Path

import numpy as np
from PIL import Image

import scenewright as sw

PROGRAM = """from scene.language import *

@register('breakfast')
def breakfast():
    return concat_shapes(
        place(primitive_call('cylinder', {'radius': 0.45, 'p0': (0, 0, 0), 'p1': (0, 0.05, 0)}, color=(0.72, 0.55, 0.35)), at=(0, 0, 0), name='board'),
        place(asset_call('red teapot'), at=(-0.17, 0.05, -0.08), turn=30, name='teapot'),
        place(asset_call('blue mug'), at=(0.17, 0.05, 0.12), turn=-40, name='mug'),
        place(asset_call('pineapple'), at=(0.14, 0.05, -0.2), name='pineapple'),
    )
"""
WIDTH, HEIGHT, FOV = 160, 120, 42.0
table = sw.evaluate(PROGRAM)
ring = [
    (0.75 * math.sin(a), 0.42 + 0.2 * (k % 2), 0.75 * math.cos(a))
    for k, a in enumerate(np.linspace(0, 2 * np.pi, 16, endpoint=False))
]
shots = [
    sw.render(
        PROGRAM,
        view=sw.PictureView(eye=eye, target=(0, 0.1, 0), fov=FOV),
        passes=("color", "entity"),
        width=WIDTH,
        height=HEIGHT,
        arrays=True,
    )[0]
    for eye in ring
]
cameras = [sw.Cameras.look_at(eye, (0, 0.1, 0), fov=FOV, width=WIDTH, height=HEIGHT) for eye in ring]

# %%
folder = Path("breakfast/images")
folder.mkdir(parents=True, exist_ok=True)
frames = []
for number, (shot, camera) in enumerate(zip(shots, cameras)):
    Image.fromarray(shot.color).save(folder / f"{number:02}.png")
    world_from_camera = np.linalg.inv(camera.camera_from_world[0].double().numpy()) @ np.diag(
        [1.0, -1.0, -1.0, 1.0]
    )  # OpenGL
    frames.append({"file_path": f"images/{number:02}.png", "transform_matrix": world_from_camera.tolist()})
k = cameras[0].intrinsics[0].tolist()
lens = {"w": WIDTH, "h": HEIGHT, "fl_x": k[0][0], "fl_y": k[1][1], "cx": k[0][2], "cy": k[1][2]}
Path("breakfast/transforms.json").write_text(json.dumps({**lens, "frames": frames}))
Image.fromarray(np.concatenate([shot.color for shot in shots[:4]], axis=1))

# %% [markdown]
# ## Train
#
# Two pictures are held out. Real trainings take 7,000 steps and more (`scenewright capture train`); 300 show the idea.

# %%
capture = sw.open_capture("breakfast")
views = capture.views()
held = [3, 10]
options = sw.TrainingOptions(iterations=300, max_gaussians=6_000, sh_degree=1, swept_points=3_000)
trainer = sw.Trainer([view for number, view in enumerate(views) if number not in held], options=options)
trainer.run()
print(trainer)

# %% [markdown]
# Above, what a camera saw that took no part in the training; below, the Gaussians from there.

# %%
rows = []
for number in held:
    drawn = sw.rasterize(trainer.gaussians, views[number].camera).color[0].detach().clamp(0, 1).numpy()
    rows.append(np.concatenate([shots[number].color, (drawn * 255).astype(np.uint8)], axis=0))
    error = np.mean((drawn - shots[number].color / 255.0) ** 2)
    print(f"held-out view {number}: PSNR {-10 * np.log10(error):.1f} dB")
Image.fromarray(np.concatenate(rows, axis=1)).resize((640, 480))

# %% [markdown]
# ## A language field
#
# `scenewright capture field` encodes each region of the photographs with a picture encoder (open_clip) and lifts its vectors to the Gaussians.
# The weights of such an encoder are a download, and this notebook does without one. So two things here are stand-ins: the regions are the
# renderer's own masks, and the vector of a region is the sentence vector of the name of its thing. Lifting and querying are the real ones.

# %%
from scenewright.scene.semantics.encoders import text_encoder
from scenewright.scene.semantics.fields import LanguageField, Lifting, Relevancy
from scenewright.scene.semantics.fields.lifting import Regions

encoder = text_encoder()
things = table.root.children
vectors = encoder.encode([thing.phrase or thing.word for thing in things])
lifting = Lifting(trainer.gaussians, encoder.name, encoder.dimension)
for view, shot in zip(views, shots):
    labels = np.full(shot.entity.shape, -1, np.int32)
    for label, thing in enumerate(things):
        labels[np.isin(shot.entity, [thing.index, *(part.index for part in thing.descendants())])] = label
    lifting.add(view.camera, {"object": Regions(labels, vectors)})
field = LanguageField.of_lifting(lifting)
print(f"{len(field):,} Gaussians, {field.nbytes / 1e3:.0f} kB, encoder {encoder.name}")

# %% [markdown]
# ## Ask
#
# None of these words is the name of a thing. Relevancy is that of LERF: how much nearer a pixel is to the query than to *object*, *things*,
# *stuff* and *texture*.

# %%
queries = ["a tropical fruit", "something to pour tea from", "a cup for coffee"]
asked = Relevancy.of(field, encoder, queries)
relevancy = asked.of_pixels(trainer.gaussians, views[0].camera)  # (levels, queries, height, width)
shown = [shots[0].color]
for number, query in enumerate(queries):
    values = relevancy[0, number]
    strength = np.clip((values - 0.5) / max(values.max() - 0.5, 1e-6), 0, 1)[..., None]
    shown.append((shots[0].color * (0.35 + 0.65 * strength)).astype(np.uint8))
    print(f"{query}: at most {values.max():.2f}")
Image.fromarray(np.concatenate(shown, axis=1)).resize((4 * 220, 165))

# %% [markdown]
# The same at scale: `scenewright query SPLATS "the mug on the table" --field FILE` finds connected groups of Gaussians, judges relations by
# geometry, and says when nothing fits; `scenewright capture program` makes a scene program of the capture, which you can edit and lay out.

# %%
sw.write_gaussians(trainer.gaussians, "breakfast.ply")
print(f"{len(trainer.gaussians):,} Gaussians, {Path('breakfast.ply').stat().st_size / 1e3:.0f} kB")
