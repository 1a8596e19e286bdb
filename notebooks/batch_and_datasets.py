# %% [markdown]
# # Batches
#
# A dataset of scenes is a list of jobs. `sw.batch` runs them in processes (or, with `engine="ray"`, on a cluster), keeps what is finished, and
# says of each failure why. A job is an action or a chain of actions; a **grid** makes one job of each combination.

# %%
import json
from pathlib import Path

from IPython.display import Image

import scenewright as sw

jobs = [
    {
        "label": "chairs-{seed}",
        "grid": {"seed": [1, 2]},
        "steps": [
            {
                "kind": "generate",
                "text": "a round table with three chairs and a vase on the table",
                "dress": "only",
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
# The hash of a job is that of its steps, its fields and the files that it reads. With `resume`, what is finished is left out: only the new seed is
# worked on.

# %%
jobs[0]["grid"]["seed"] = [1, 2, 3]
again = sw.batch(jobs[:1], "results", workers=2, seconds=300, resume=True)
print({str(state): count for state, count in again.counts.items()})

# %% [markdown]
# ## From a batch to training data
#
# Each render has its cameras with intrinsics and poses, and a table of who is in each picture ([pictures and passes](../docs/pictures_and_passes.md)).

# %%
file = next(finished[0].rglob("cameras.json"))
values = json.loads(file.read_text())
print(sorted(values))
