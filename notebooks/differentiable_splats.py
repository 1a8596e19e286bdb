# %% [markdown]
# # Differentiable Gaussian splats
#
# `sw.rasterize` draws Gaussians and gives gradients for every parameter and the camera pose, on the CPU (compiled once, on first use) or with
# CUDA. Thirty lines of torch train a picture.
#
# First something to learn from: a scene, as Gaussians, seen from four sides.

# %%
import torch

import scenewright as sw

PROGRAM = """from scene.language import *

@register('a teapot on a stool')
def still_life():
    return concat_shapes(
        place(asset_call('stool'), at=(0, 0, 0), name='stool'),
        place(asset_call('red teapot'), at=(0, 0.46, 0), turn=40, name='teapot'),
    )

relate(on('teapot', 'stool'))
"""
sw.export(PROGRAM, "still_life.ply", splats=8_000, lit=True)
truth = sw.read_gaussians("still_life.ply", y_up=True)
low, high = truth.bounds
center = (low + high) / 2
eyes = [(1.3, 1.1, 0.9), (-1.2, 0.9, 1.0), (0.2, 1.4, -1.4), (1.0, 0.4, -1.0)]
cameras = sw.Cameras.stacked([sw.Cameras.look_at(eye, center, fov=40, width=160, height=120) for eye in eyes])
target = sw.rasterize(truth, cameras, background=(1, 1, 1))
target

# %% [markdown]
# ## Thirty lines of training
#
# It begins with 1,500 grey balls at random places, and turns them into the pictures above by gradient descent.

# %%
from dataclasses import replace

generator = torch.Generator().manual_seed(0)
count = 1_500
low_t, high_t = (torch.as_tensor(corner, dtype=torch.float32) for corner in (low, high))
start = sw.Gaussians(
    means=low_t + torch.rand(count, 3, generator=generator) * (high_t - low_t),
    quats=torch.randn(count, 4, generator=generator),
    log_scales=torch.full((count, 3), -3.6),
    logit_opacities=torch.zeros(count),
    sh=torch.zeros(count, 1, 3),
    entity_ids=torch.full((count,), -1, dtype=torch.int32),
)
rates = {"means": 0.004, "quats": 0.02, "log_scales": 0.02, "logit_opacities": 0.05, "sh": 0.02}
learned = {name: getattr(start, name).clone().requires_grad_() for name in rates}
optimizer = torch.optim.Adam([{"params": [learned[name]], "lr": rate} for name, rate in rates.items()])


def drawn():
    return sw.rasterize(replace(start, **learned), cameras, background=(1, 1, 1))


curve = []
for step in range(121):
    loss = (drawn().color - target.color).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    curve.append(-10 * torch.log10(loss.detach()).item())
    if step % 30 == 0:
        print(f"step {step:3}: PSNR {curve[-1]:.1f} dB")
drawn()

# %% [markdown]
# ## Gradients of the camera
#
# Move a camera a little, and let gradients bring it back. `camera_from_world` is a (C, 4, 4) tensor like any other.

# %%
with torch.no_grad():
    pose = cameras[0].camera_from_world.clone()
shift = torch.tensor([0.06, -0.04, 0.0], requires_grad=True)
optimizer = torch.optim.Adam([shift], lr=0.002)
for step in range(61):
    moved = torch.cat([pose[0, :3, :3], (pose[0, :3, 3] + shift)[:, None]], dim=1)
    matrix = torch.cat([moved, torch.tensor([[0.0, 0.0, 0.0, 1.0]])])[None]
    picture = sw.rasterize(truth, replace(cameras[0], camera_from_world=matrix), background=(1, 1, 1)).color
    loss = (picture - target.color[:1]).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(f"step {step:2}: off by {shift.detach().norm() * 100:.1f} cm")

# %% [markdown]
# More outputs: depth, features, the entity of each pixel, and who contributes to it. `sw.write_gaussians` writes .ply, .splat, .spz and .sog.

# %%
more = sw.rasterize(truth, cameras[0], outputs=("depth", "entity"))
print("depth", tuple(more.depth.shape), "entities seen:", sorted(set(more.entity.flatten().tolist())))
for note in sw.write_gaussians(truth, "still_life.spz", y_up=True):
    print("note:", note)
