# %% [markdown]
# # Layout and physics
#
# Programs, and above all those of language models, put lamps through tables and chairs into walls. `layout` mends that with the **smallest
# moves**: no collisions, everything supported, doors free, relations satisfied. What is right stays where you wrote it.

# %%
import scenewright as sw

PROGRAM = """from scene.language import *

@register('a bedroom')
def bedroom():
    return concat_shapes(
        room(3.6, 3.4, 2.5, doors=[('front', 0.2, 0.9, 2.0)], windows=[('left', 0.0, 1.2, 1.2)]),
        place(asset_call('double bed'), at=(0, 0, -0.5), name='bed'),
        place(asset_call('nightstand'), at=(1.06, 0, -1.3), name='nightstand'),
        place(asset_call('table lamp'), at=(1.06, 0.75, -1.3), name='lamp'),
        place(asset_call('wardrobe'), at=(1.7, 0, 0.5), turn=-90, name='wardrobe'),
        place(asset_call('armchair'), at=(-1.1, 0, 0.9), turn=150, name='armchair'),
    )

relate(on('lamp', 'nightstand'), against_wall('bed', 'back'), facing('armchair', 'bed'))
"""
sw.Project.create("scenes/bedroom", PROGRAM, overwrite=True)
sw.render("scenes/bedroom", width=560, height=420, arrays=True)

# %% [markdown]
# ## What is wrong
#
# `check` moves nothing. Each violation has a figure. Relations are wishes, and are listed beside them.

# %%
checked = sw.layout("scenes/bedroom", check=True)
for violation in checked.report.certificate.violations:
    print("violation:", violation.message)
for relation in checked.report.certificate.relations:
    if not relation.satisfied:
        print("does not hold:", relation.text)

# %% [markdown]
# ## The repair
#
# The plan shows each move as an arrow from the old pose to the new one. A repair that moves more than a fifth of the bodies,
# or one of them by more than half a metre, is only offered, since it changes much of what you wrote; with `accept=True` it is made.

# %%
from IPython.display import Image

result = sw.layout("scenes/bedroom", plan="plan.png")
if result.report.offer is not None:  # a large repair is offered; here we take it
    print("offered:", len(result.report.offer.moves), "of 5 bodies would move")
    result = sw.layout("scenes/bedroom", accept=True, plan="plan.png")
for move in result.report.moves:
    print(f"{move.path}: {move.distance_m * 100:.0f} cm, {move.turn_deg:.0f} degrees ({move.why})")
Image("plan.png", width=420)

# %%
after = sw.layout("scenes/bedroom", check=True).report.certificate
print("violations now:", len(after.violations))
print(f"{after.navigable:.0%} of the free floor can be walked to from the door: no violation, but worth a look")
sw.render("scenes/bedroom", width=560, height=420, arrays=True)

# %% [markdown]
# ## What cannot hold
#
# Relations that contradict each other are named, the smallest set of them, and nothing is moved for them.

# %%
CONFLICT = PROGRAM.replace(
    "facing('armchair', 'bed'))", "against_wall('armchair', 'left'), against_wall('armchair', 'right'))"
)
for conflict in sw.layout(CONFLICT, check=True).report.conflicts:
    print(conflict.says)
    print("ways out:", "; ".join(conflict.ways_out))

# %% [markdown]
# ## Settling under gravity
#
# By default the result is also dropped in a physics simulation (MuJoCo): what the certificate calls supported must hardly move.

# %%
settled = sw.layout("scenes/bedroom", check=True, settle=True).report.certificate.settle
print(
    f"within a second things move by {settled.max_shift_m * 100:.2f} cm at most, and tilt by {settled.max_tilt_deg:.2f} degrees"
)
