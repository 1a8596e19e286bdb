# /// asset
# word = "vaulting horse"
# synonyms = ["pommel horse", "vault box", "gym horse", "vaulting box", "gymnastics horse"]
# category = "sport"
# support = "floor"
# colors = ["leather"]
# materials = ["legs"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, fitted, pad, rod, tube


@register("a padded gymnast's horse with two pommels")
def vaulting_horse(*, width=1.6, height=1.25, depth=0.7, leather=(0.5, 0.27, 0.14), legs="oak"):
    wood = surface(legs)
    parts = [pad((0, 0.85, 0), (1.6, 0.3, 0.36), leather, {"roughness": 0.45})]
    for s in (-1, 1):
        handle = [
            (s * 0.21, 1.13, -0.14),
            (s * 0.21, 1.25, -0.12),
            (s * 0.21, 1.29, 0.0),
            (s * 0.21, 1.25, 0.12),
            (s * 0.21, 1.13, 0.14),
        ]
        parts.append(tube(handle, 0.02, (0.85, 0.75, 0.55)))
        for t in (-1, 1):
            parts.append(beam((s * 0.55, 0.9, t * 0.1), (s * 0.68, 0.02, t * 0.32), (0.07, 0.06), *wood))
            parts.append(ball((s * 0.68, 0.03, t * 0.32), 0.035, (0.1, 0.1, 0.11)))
        parts.append(rod((s * 0.62, 0.35, -0.24), (s * 0.62, 0.35, 0.24), 0.018, *wood))
    return fitted(concat_shapes(*parts), width, height, depth)
