# /// asset
# word = "microscope"
# synonyms = ["lab microscope", "optical microscope", "student microscope"]
# category = "office"
# support = "surface"
# colors = ["body_color", "accent"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, rotated


@register("the foot with its lamp")
def foot(*, width, depth, height, body_color):
    look = (body_color, {"roughness": 0.35})
    return concat_shapes(
        box((0, height / 2, -depth * 0.18), (width, height, depth * 0.55), *look),
        *[
            box((side * width * 0.36, height / 2, depth * 0.2), (width * 0.28, height, depth * 0.6), *look)
            for side in (-1, 1)
        ],
        rod((0, 0, depth * 0.05), (0, height * 1.5, depth * 0.05), width * 0.17, (0.3, 0.3, 0.33)),
        rod((0, height * 1.5, depth * 0.05), (0, height * 1.6, depth * 0.05), width * 0.13, *surface("lamp glow")),
    )


@register("the curved arm with two focus knobs")
def arm(*, height, reach, thick, body_color, accent):
    path = [
        (0, 0, -reach),
        (0, height * 0.45, -reach * 1.12),
        (0, height * 0.8, -reach * 0.85),
        (0, height * 0.95, -reach * 0.2),
    ]
    knobs = [
        rod(
            (-thick * 2.1 * s, height * y, -reach * 1.0),
            (-thick * 1.0 * s, height * y, -reach * 1.0),
            r * thick,
            accent if r < 0.9 else (0.12, 0.12, 0.13),
        )
        for s in (-1, 1)
        for y, r in ((0.16, 1.1), (0.34, 0.75))
    ]
    return concat_shapes(pipe(path, thick, body_color, {"roughness": 0.35}), *knobs)


@register("the stage with a slide in clips")
def stage(*, width, depth, thick):
    return concat_shapes(
        box((0, 0, 0), (width, thick, depth), (0.12, 0.12, 0.13)),
        box(
            (0, thick * 0.6, 0),
            (width * 0.7, thick * 0.24, depth * 0.28),
            (0.8, 0.92, 0.98),
            {"opacity": 0.7, "roughness": 0.05},
        ),
        rod((0, thick * 0.7, 0), (0, thick * 0.85, 0), width * 0.05, (0.75, 0.2, 0.4)),
        *[
            box(
                (s * width * 0.3, thick * 0.8, -depth * 0.12),
                (width * 0.05, thick * 0.2, depth * 0.5),
                (0.8, 0.8, 0.82),
                {"metallic": 1.0, "roughness": 0.3},
            )
            for s in (-1, 1)
        ],
    )


@register("the tube with eyepiece and turret of three lenses")
def optics(*, length, radius, accent):
    dark, steel = (0.1, 0.1, 0.11), surface("chrome")
    lenses = [
        rotated(
            concat_shapes(
                rod((0, 0, 0), (0, -length * t, 0), radius * 0.5, *steel),
                rod((0, -length * t, 0), (0, -length * t * 1.15, 0), radius * 0.34, *steel),
                rod((0, -length * t * 0.5, 0), (0, -length * t * 0.62, 0), radius * 0.53, tone),
            ),
            a,
            (0, 0, 1),
        )
        for t, a, tone in (
            (0.3, 0.0, (0.9, 0.75, 0.2)),
            (0.22, 0.75, (0.85, 0.2, 0.2)),
            (0.22, -0.75, (0.2, 0.5, 0.85)),
        )
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.62, 0), radius, accent, {"roughness": 0.3}),
        rod((0, length * 0.6, 0), (0, length * 0.92, 0), radius * 0.78, dark),
        rod((0, length * 0.92, 0), (0, length, 0), radius * 0.92, dark),
        ellipsoid((0, 0, 0), (radius * 1.15, radius * 0.7, radius * 1.15), *steel),
        *lenses,
    )


@register("a microscope with an eyepiece, a turret of lenses and a stage")
def microscope(*, width=0.19, height=0.37, depth=0.25, body_color=(0.2, 0.22, 0.26), accent=(0.9, 0.9, 0.92)):
    tilt = rotation_matrix(math.radians(22), (1, 0, 0), (0, 0, 0))
    whole = concat_shapes(
        library_call("foot", width=0.19, depth=0.24, height=0.03, body_color=body_color),
        moved(
            library_call("arm", height=0.22, reach=0.09, thick=0.021, body_color=body_color, accent=accent),
            (0, 0.02, 0),
        ),
        moved(library_call("stage", width=0.13, depth=0.12, thick=0.012), (0, 0.12, 0.0)),
        transform_shape(
            library_call("optics", length=0.17, radius=0.024, accent=accent), translation_matrix((0, 0.208, 0.0)) @ tilt
        ),
    )
    return fitted(whole, width, height, depth)
