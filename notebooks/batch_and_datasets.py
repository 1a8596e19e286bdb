# %% [markdown]
# # Batches and data sets
#
# Many scenes are a list of jobs. `sw.batch` runs them in processes (or, with `engine="ray"`, on a cluster), keeps what is finished, and
# says of each failure why. A job is an action or a chain of actions; a **grid** makes one job of each combination.

# %%
import json
from pathlib import Path

from IPython.display import Image

import scenewright as sw

jobs = [
    {
        "label": "{text}",
        "grid": {"text": ["a round table with three chairs", "a desk with a globe and an office chair"]},
        "steps": [
            {
                "kind": "generate",
                "dress": "only",
                "seed": 1,
                "renderers": [],
            },
            {"kind": "render", "width": 320, "height": 240, "passes": ["color", "depth", "entity"]},
            {"kind": "export", "out": "scene.glb"},
        ],
    },
    {"label": "broken", "kind": "render", "scene": "nowhere"},
]
done = sw.batch(jobs, "results", workers=2, seconds=300)
print(done.ok, {str(state): count for state, count in done.counts.items()}, f"{done.seconds:.0f} s")

# %% [markdown]
# One job is wrong on purpose. It did not end the batch; the manifest says what happened to each.

# %%
for record in done.records:
    print(f"{record.label:12} {record.state:10} {record.reason[:90]}")

# %% [markdown]
# Each finished job has a folder with what its steps wrote, and a contact sheet shows them all.

# %%
finished = [Path(done.out) / record.folder for record in done.records if record.folder]
for file in sorted(finished[0].rglob("*")):
    if file.is_file():
        print(file.relative_to(finished[0]))

# %%
Image(done.contact_sheet or next(finished[0].rglob("*.png")))

# %% [markdown]
# ## Going on
#
# The hash of a job is that of its steps, its fields and the files that it reads. With `resume`, what is finished is left out: only the new text is
# worked on.

# %%
jobs[0]["grid"]["text"].append("a piano with a stool and a floor lamp")
again = sw.batch(jobs[:1], "results", workers=2, seconds=300, resume=True)
print({str(state): count for state, count in again.counts.items()})

# %% [markdown]
# ## A data set
#
# `sw.dataset` draws rooms, light and cameras from a recipe, leaves out what is no good, and packs the rest with labels: classes, instances, depths,
# normals, COCO and BOP annotations, scene graphs, questions with answers. [The guide](../docs/dataset.md) has all keys of recipes.

# %%
RECIPE = """
name = "small"
rooms = 2
views = 2
seed = 4

[room]
kind = ["bathroom", "home office"]
style = ["", "Scandinavian", "industrial"]
dress = "none"

[picture]
width = 256
height = 192
samples = 2
"""
Path("small.toml").write_text(RECIPE, encoding="utf-8")
made = sw.dataset("small.toml", "small", workers=2)
report = made.report
print(report["rooms"], "rooms,", report["views"], "views; rejected:", report["rejections"])

# %% [markdown]
# The shards are tar files of WebDataset, a sample for each view. Here are a picture, its classes, and what is asked of it.

# %%
import io

import numpy as np
import webdataset
from PIL import Image as Picture

shard = next(Path("small/shards").rglob("*.tar"))
sample = next(iter(webdataset.WebDataset(str(shard), shardshuffle=False)))
color = Picture.open(io.BytesIO(sample["rgb.png"]))
classes = np.asarray(Picture.open(io.BytesIO(sample["category.png"])))
palette = np.random.default_rng(0).integers(40, 255, (int(classes.max()) + 1, 3), dtype=np.uint8)
beside = Picture.new("RGB", (2 * color.width, color.height))
beside.paste(color)
beside.paste(Picture.fromarray(palette[classes]), (color.width, 0))
beside

# %%
for asked in json.loads(sample["view.json"])["questions"][:6]:
    print(asked["question"], "->", asked["answer"])
