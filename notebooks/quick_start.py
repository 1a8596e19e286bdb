# %% [markdown]
# # Quick start
#
# A scene is a **program**: a short Python text that people, language models and this notebook can all read and change. Everything else (the
# tree of things, meshes, pictures, exports) is made from that text.
#
# Nothing here needs a network, a language model or a graphics card.

# %%
import scenewright as sw

SCENE = "scenes/study"
made = sw.generate(
    "a study with a desk, an office chair in front of the desk, a bookshelf, and a globe on the desk",
    out=SCENE,
    overwrite=True,
)
made

# %% [markdown]
# The last value of a cell is shown: a scene as its viewer. Drag to turn it, scroll to come nearer, click a thing to see what it is called.
# Where a notebook may not run scripts (on GitHub, say) you see a picture instead.
#
# ## What was understood
#
# `generate` compares the scene with the text, clause by clause, and says what it does not show.

# %%
for clause in made.read.clauses:
    print("shown:    " if clause.shown else "not sure: ", clause.says)

# %% [markdown]
# ## The program
#
# It stands in the scene folder. The names in it are the paths by which you speak of things.

# %%
program = made.program.read_text()
print("\n".join(program.splitlines()[:16]), "\n...")

# %%
scene = sw.evaluate(SCENE)
for entity in scene.root.children[:8]:
    low, high = entity.bounds  # metres, in the world: +y is up
    print(f"{entity.name:14} {entity.phrase or entity.word:28} {high[1] - low[1]:.2f} m high")

# %% [markdown]
# ## Change it
#
# An edit finds the call in the text and changes it there; all other bytes stay. Each call is one step that can be undone.

# %%
sw.edit(SCENE, [sw.Recolour("office_chair", "dark red"), sw.Turn("office_chair", 25)])
print(sw.history(SCENE)[-1].sentence)
sw.render(SCENE, width=560, height=420, arrays=True)

# %% [markdown]
# ## Ask it

# %%
for found in sw.query(SCENE, "something to sit on").results:
    print(f"{found.path}: {found.reason}")
print(sw.ask(SCENE, "how far is the bookshelf from the desk?").text)

# %% [markdown]
# ## Check the layout, and hand it on
#
# `layout` mends what collides, floats or blocks a door, with the smallest moves. Here it finds little to do. Exports keep names and words.

# %%
result = sw.layout(SCENE)
print(result.report.summary())
for file in sw.export(SCENE, "study.glb"):
    print(file, f"{file.stat().st_size / 1e6:.1f} MB")

# %% [markdown]
# Next: [the language](language_tour.ipynb), [edits](edit_by_code_and_by_hand.ipynb), [layout](layout_and_physics.ipynb).
