# /// asset
# word = "banner"
# synonyms = ["heraldic banner", "castle banner", "medieval banner", "hanging banner", "knight banner", "coat of arms banner"]
# category = "decor"
# support = "wall"
# colors = ["cloth", "device"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, block, box, cone, darker, drape, fitted, rod, tube

SOFT = {"roughness": 0.95}
GOLD = ((0.85, 0.66, 0.25), {"metallic": 0.7, "roughness": 0.35})


@register("the cloth with its two tails and fringe")
def cloth_part(*, cloth, device):
    xs = [-0.29 + 0.0414 * k for k in range(15)]
    hems = [(x, 0.1 + 0.22 * (1 - abs(abs(x) - 0.145) / 0.145) * -0.6 + 0.1, 0) for x in xs]
    parts = [drape([(x, 1.36, 0) for x in xs], hems, 0.014, cloth, SOFT)]
    parts += [tube([(x, y + 0.01, 0.004), (x, y - 0.025, 0.004)], 0.006, *GOLD) for x, y, _ in hems]
    for s in (-1, 1):
        parts.append(block((s * 0.275, 0.24, 0.0), (0.03, 1.12, 0.034), device, SOFT))
    parts.append(block((0, 1.28, 0), (0.6, 0.03, 0.034), device, SOFT))
    return concat_shapes(*parts)


@register("a shield with a cross and a crown above it")
def arms(*, cloth, device):
    parts = [
        block((0, 0.76, 0.013), (0.3, 0.2, 0.012), device, SOFT),
        cone((0, 0.765, 0.019), (0, 0.56, 0.019), 0.15, device, SOFT),
    ]
    flat = transform_shape(concat_shapes(parts[1]), scale_matrix((1, 1, 0.04), (0, 0.76, 0.019)))
    cross = [
        box((0, 0.78, 0.021), (0.05, 0.34, 0.01), darker(cloth, 0.85), SOFT),
        box((0, 0.84, 0.021), (0.29, 0.05, 0.01), darker(cloth, 0.85), SOFT),
    ]
    crown = [block((0, 1.02, 0.014), (0.22, 0.04, 0.014), *GOLD)]
    for k in range(5):
        x = -0.09 + 0.045 * k
        crown += [
            beam((x, 1.05, 0.02), (x, 1.11 + 0.02 * (k % 2 == 0), 0.02), (0.03, 0.012), *GOLD),
            ball((x, 1.13 + 0.02 * (k % 2 == 0), 0.02), 0.014, *GOLD),
        ]
    return concat_shapes(parts[0], flat, *cross, *crown)


@register("a banner with a coat of arms on a rod")
def banner(*, width=0.75, height=1.45, depth=0.07, cloth=(0.62, 0.1, 0.13), device=(0.93, 0.78, 0.35)):
    pole = [
        rod((-0.36, 1.38, 0), (0.36, 1.38, 0), 0.016, (0.36, 0.24, 0.14)),
        *[ball((s * 0.365, 1.38, 0), 0.03, *GOLD) for s in (-1, 1)],
    ]
    cord = [tube([(s * 0.3, 1.39, 0), (0, 1.47, 0)], 0.006, *GOLD) for s in (-1, 1)]
    whole = concat_shapes(
        library_call("cloth_part", cloth=cloth, device=device),
        library_call("arms", cloth=cloth, device=device),
        *pole,
        *cord,
    )
    return fitted(whole, width, height, depth)
