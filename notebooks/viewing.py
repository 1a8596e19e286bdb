# %% [markdown]
# # Look at scenes
#
# A scene that is the last value of a cell is shown as its viewer: drag to turn, scroll to come nearer, click to select. It needs no server, and
# the notebook keeps it (about 1 MB, and the meshes of the scene).

# %%
import scenewright as sw

made = sw.generate("a desk with a lamp on it, and a chair in front of the desk", out="scenes/desk", overwrite=True)
sw.evaluate("scenes/desk")

# %% [markdown]
# A viewer shows the scene as it was when the cell ran. Change the scene, and look again. `sw.view` chooses the height.

# %%
sw.edit("scenes/desk", sw.Recolour("chair", (0.7, 0.1, 0.1)))
sw.view("scenes/desk", height=360)

# %% [markdown]
# ## Pictures
#
# `render` draws without a graphics card. As arrays, the views are shown side by side; a turntable goes around the scene.

# %%
sw.render("scenes/desk", turntable=4, width=320, height=240, arrays=True)

# %% [markdown]
# Pictures are arrays, and there are more channels than colour: the distance of each pixel, and which thing it shows.

# %%
import numpy as np
from PIL import Image

view = sw.render("scenes/desk", passes=("color", "depth", "entity"), width=480, height=360, arrays=True)[0]
seen = np.isfinite(view.depth)
nearest, farthest = view.depth[seen].min(), np.percentile(view.depth[seen], 95)
shades = np.clip((farthest - view.depth) / (farthest - nearest), 0, 1) * 255
print(f"from {nearest:.2f} to {farthest:.2f} m")
Image.fromarray(np.where(seen, shades, 0).astype(np.uint8))

# %%
scene = sw.evaluate("scenes/desk")
chair = scene.find("chair")
mask = np.isin(view.entity, [chair.index, *(part.index for part in chair.descendants())])
Image.fromarray(np.where(mask[..., None], view.color, view.color // 4 + 160))

# %% [markdown]
# ## As a file
#
# The page that the cell shows can be kept, sent and opened anywhere.

# %%
file = sw.view("scenes/desk").save("desk.html")
print(file, f"{file.stat().st_size / 1e6:.1f} MB")
