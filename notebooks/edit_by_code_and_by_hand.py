# %% [markdown]
# # Edit by code and by hand
#
# The program is the single source of truth. A dragged chair, an edit from Python and a line that you type all end in the same text, so they
# can follow one another in any order, and be undone in any order.

# %%
import difflib
from pathlib import Path

import scenewright as sw

PROGRAM = """from scene.language import *

@register('a small office')
def office():
    return concat_shapes(
        room(4.0, 3.4, 2.6, windows=[('back', 0.0, 1.6, 1.2)]),
        place(asset_call('desk'), at=(-0.6, 0, -1.2), name='desk'),
        place(asset_call('office chair'), at=(-0.6, 0, -0.4), turn=180, name='chair'),
        *[place(asset_call('filing cabinet'), at=(0.8 + 0.5 * k, 0, -1.4), name='cabinet') for k in range(2)],
        place(asset_call('desk lamp'), at=(-1.0, 0.75, -1.3), name='lamp'),
    )

relate(on('lamp', 'desk'))
camera((1.5, 2.0, 1.6), (-0.3, 0.5, -0.9), fov=62)
"""
SCENE = Path("scenes/office")
sw.Project.create(SCENE, PROGRAM, overwrite=True)


def now():
    return sw.render(SCENE, width=520, height=380, arrays=True)


def difference(before, after):
    """What changed in the text."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    print("\n".join(line for line in lines if line[:3] not in ("---", "+++") and line[:2] != "@@"))


now()

# %% [markdown]
# ## By code
#
# An edit changes the numbers of one call. Comments, loops and everything else stay as you wrote them.

# %%
text = sw.edit(SCENE, [sw.Move("chair", by=(0.25, 0, 0.1)), sw.Turn("chair", -20)])
difference(PROGRAM, text)
now()

# %% [markdown]
# The two cabinets come from one line, a loop. Moving one of them must not move the other, so the edit becomes an `adjust` of its own.

# %%
before = text
text = sw.edit(SCENE, [sw.Recolour("cabinet[1]", "dark green"), sw.Move("cabinet[1]", by=(0.1, 0, 0))])
difference(before, text)
now()

# %% [markdown]
# Things on things come along: the lamp stands on the desk.

# %%
before = text
text = sw.edit(SCENE, sw.Move("desk", by=(-0.2, 0, 0)))
difference(before, text)

# %% [markdown]
# ## By hand
#
# A session keeps the scene open; its text can be written as an editor does. That is one step, too. (The studio, `scenewright studio`, does the
# same while you type or drag.)

# %%
from scenewright.app.actions.table import run_action

session = sw.Session.open(SCENE, writable=True)
before = session.source
run_action(session, "write_program", {"text": before.replace("'office chair'", "'green armchair'")})
difference(before, session.source)
now()

# %% [markdown]
# ## One history for all
#
# The history tells who did what, in sentences. `undo` takes back any of it.

# %%
for entry in sw.history(SCENE):
    print(entry.revision, entry.author, "-", entry.sentence)
sw.undo(SCENE)
sw.undo(SCENE)
print("now:", sw.history(SCENE)[-1].sentence)

# %% [markdown]
# ## Edits that cannot be made
#
# They change nothing, and say why.

# %%
try:
    sw.edit(SCENE, sw.Move("cabinett", by=(1, 0, 0)))
except sw.ScenewrightError as error:
    print(error)
