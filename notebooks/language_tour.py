# %% [markdown]
# # A tour of the Scene Language
#
# A scene program is Python with one import. It has three parts: **entities** (functions), **words** (what kind of thing each is) and
# **embeddings** (what this one looks like). This tour builds a small room from boxes up.

# %%
import scenewright as sw

HEAD = "from scene.language import *\n"


def picture(program, **view):
    """The picture of a program, small."""
    return sw.render(HEAD + program, width=520, height=360, arrays=True, **view)


# %% [markdown]
# ## Shapes and places
#
# `primitive_call` makes a cube, sphere, cylinder or cone of a size in metres. `place` puts the *bottom centre* of a shape somewhere: x to the
# right, y up, z towards you. `@register` makes a function an entity, and its text is what the thing is called.

# %%
STOOL = """
@register('a stool')
def stool(height=0.45):
    leg = primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, height, 0)}, color=(0.35, 0.22, 0.12))
    seat = primitive_call('cylinder', {'radius': 0.18, 'p0': (0, 0, 0), 'p1': (0, 0.04, 0)}, color=(0.75, 0.3, 0.2))
    legs = [place(leg, at=(0.12 * x, 0, 0.12 * z), name='leg') for x in (-1, 1) for z in (-1, 1)]
    return concat_shapes(*legs, place(seat, at=(0, height, 0), name='seat'))
"""
picture(STOOL)

# %% [markdown]
# ## Entities call entities
#
# It is Python: loops, arithmetic, arguments. Whoever is called becomes a node of the tree.

# %%
ROW = (
    STOOL
    + """
@register('stools at a bar')
def bar():
    top = primitive_call('cube', {'scale': (2.6, 0.06, 0.5)}, color=(0.5, 0.33, 0.2))
    foot = primitive_call('cube', {'scale': (2.4, 0.9, 0.3)}, color=(0.85, 0.83, 0.78))
    stools = [place(stool(0.5 + 0.08 * k), at=(0.6 * k - 0.9, 0, 0.7)) for k in range(4)]
    return concat_shapes(place(foot, at=(0, 0, 0), name='counter'), place(top, at=(0, 0.9, 0), name='top'), *stools)
"""
)
picture(ROW)

# %%
bar = sw.evaluate(HEAD + ROW)
for entity in bar.entities():
    print(entity.path, "-", entity.phrase or entity.word)

# %% [markdown]
# ## Rooms and objects of the catalogue
#
# `room(width, depth, height)` has walls, doors and windows. `asset_call` takes an object by words, each with its parts, sizes and colours;
# `search_catalogue` looks through them.

# %%
for match in sw.search_catalogue("small round table", number=3).matches:
    print(match.entry.word, match.entry.size)

# %%
ROOM = """
@register('a breakfast corner')
def corner():
    return concat_shapes(
        room(3.2, 3.0, 2.6, windows=[('back', 0.0, 1.4, 1.2)]),
        place(asset_call('round table'), at=(0, 0, -0.2), name='table'),
        place(asset_call('wooden chair'), at=(-0.85, 0, -0.2), turn=90, name='chair', z=embed('worn oak, a blue cushion')),
        place(asset_call('wooden chair'), at=(0.85, 0, -0.2), turn=-90, name='other_chair'),
        place(asset_call('potted plant'), at=(1.2, 0, -1.1), name='plant'),
        place(asset_call('teapot'), at=(0, 0.76, -0.2), name='teapot'),
    )

relate(on('teapot', 'table'), near('chair', 'table', 0.0, 0.6), facing('other_chair', 'table'))
camera((1.3, 1.6, 1.4), (0, 0.6, -0.4), fov=65)
"""
picture(ROOM)

# %% [markdown]
# `relate` states what must hold, and `layout` sees to it ([layout](layout_and_physics.ipynb)). `embed` says how this one looks beyond its
# word. `camera` is a viewpoint; without one the whole scene is shown.

# %%
scene = sw.evaluate(HEAD + ROOM)
print([str(relation.kind) for relation in scene.relations])
print(scene.find("chair").embedding)
scene

# %% [markdown]
# ## When something is wrong
#
# The message names the line and what to do.

# %%
try:
    sw.evaluate(HEAD + ROOM.replace("asset_call('teapot')", "asset_cal('teapot')"))
except sw.ProgramError as error:
    print(error)
