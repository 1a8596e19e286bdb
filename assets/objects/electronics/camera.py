# /// asset
# word = "camera"
# synonyms = ["DSLR camera", "photo camera", "film camera", "digital camera"]
# stands_for = ["lens", "camera lens"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "band"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("the body with grip, finder hump and dials")
def camera_body(*, width, height, depth, shell, band):
    leather = (shell, {"roughness": 0.85})
    return concat_shapes(
        box((0, height * 0.36, 0), (width, height * 0.72, depth), *leather),
        box(
            (0, height * 0.75, 0),
            (width * 0.98, height * 0.1, depth * 0.94),
            band,
            {"metallic": 0.6, "roughness": 0.35},
        ),
        rod((-width * 0.4, 0, depth * 0.35), (-width * 0.4, height * 0.72, depth * 0.35), width * 0.1, *leather),
        box(
            (0, height * 0.87, -depth * 0.02),
            (width * 0.32, height * 0.26, depth * 0.8),
            band,
            {"metallic": 0.6, "roughness": 0.35},
        ),
        box(
            (0, height * 0.88, depth * 0.39), (width * 0.2, height * 0.12, 0.004), (0.9, 0.95, 0.98), {"roughness": 0.1}
        ),
        rod(
            (-width * 0.36, height * 0.78, depth * 0.1),
            (-width * 0.36, height * 0.86, depth * 0.1),
            width * 0.05,
            *surface("chrome"),
        ),
        rod((width * 0.34, height * 0.78, 0), (width * 0.34, height * 0.88, 0), width * 0.09, (0.1, 0.1, 0.1)),
        rod(
            (-width * 0.22, height * 0.78, -depth * 0.1),
            (-width * 0.22, height * 0.85, -depth * 0.1),
            width * 0.06,
            (0.1, 0.1, 0.1),
        ),
    )


@register("the lens with its rings and glass")
def lens_barrel(*, radius, length, shell):
    dark = (0.07, 0.07, 0.08)
    return concat_shapes(
        rod((0, 0, 0), (0, 0, length * 0.35), radius * 0.95, dark),
        rod((0, 0, length * 0.3), (0, 0, length * 0.75), radius, shell),
        *[
            rod((0, 0, length * z), (0, 0, length * (z + 0.03)), radius * 1.03, (0.3, 0.3, 0.31))
            for z in (0.36, 0.45, 0.54, 0.63)
        ],
        rod((0, 0, length * 0.75), (0, 0, length * 0.98), radius * 0.92, dark),
        rod((0, 0, length * 0.9), (0, 0, length), radius * 0.95, (0.75, 0.2, 0.15)),
        rod((0, 0, length * 0.95), (0, 0, length * 1.004), radius * 0.86, dark),
        ellipsoid(
            (0, 0, length * 0.98),
            (radius * 0.72, radius * 0.72, length * 0.08),
            (0.18, 0.22, 0.42),
            {"roughness": 0.03},
        ),
        ellipsoid(
            (-radius * 0.24, radius * 0.28, length * 1.03),
            (radius * 0.14, radius * 0.14, length * 0.02),
            (0.8, 0.85, 0.95),
            {"emission": 0.5},
        ),
    )


@register("the neck strap, falling beside the body")
def strap(*, width, height, tone):
    path = [
        (width * 0.5, height * 0.66, 0),
        (width * 0.66, height * 0.5, 0.01),
        (width * 0.7, height * 0.2, 0.03),
        (width * 0.62, height * 0.06, 0.06),
        (width * 0.3, height * 0.05, 0.1),
    ]
    return transform_shape(pipe(path, 0.0045, tone), identity_matrix())


@register("a camera with a large lens, a flash hump and a strap")
def camera(*, width=0.16, height=0.105, depth=0.14, shell=(0.13, 0.13, 0.14), band=(0.75, 0.76, 0.78)):
    body = width * 0.84
    whole = concat_shapes(
        library_call("camera_body", width=body, height=height, depth=depth * 0.36, shell=shell, band=band),
        moved(
            library_call("lens_barrel", radius=height * 0.32, length=depth * 0.56, shell=shell),
            (0, height * 0.38, depth * 0.18),
        ),
        library_call("strap", width=body, height=height, tone=(0.6, 0.3, 0.15)),
    )
    return fitted(whole, width, height, depth)
