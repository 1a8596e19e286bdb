"""A scene program as a user types it in an editor. Type checkers read it, and a test evaluates it."""

from scenewright.scene.language import *


@register("a chair")
def chair(width: float = 0.5) -> Shape:
    seat = primitive_call("cube", {"scale": (width, 0.05, 0.5)}, color=(0.6, 0.4, 0.2), material={"roughness": 0.8})
    legs = loop(
        4,
        lambda i: transform_shape(
            primitive_call("cylinder", {"radius": 0.02, "p0": (0, 0, 0), "p1": (0, 0.45, 0)}),
            translation_matrix((0.2 * (i % 2), 0, 0.2 * (i // 2))),
        ),
    )
    return concat_shapes(seat, legs)


@register
def table() -> Shape:
    top = primitive_call("cube", {"scale": (1.2, 0.04, 0.7)})
    return transform_shape(transform_shape(top, scale_matrix(1.0)), rotation_matrix(math.pi / 2, (0, 1, 0)))


@register("a room with a table and two chairs")
def scene() -> Shape:
    print(compute_shape_sizes(library_call("table")).shape)
    return concat_shapes(
        room(
            4.0,
            3.6,
            2.6,
            doors=[("front", 0.0, 0.9, 2.0)],
            windows=[{"wall": "left", "offset": 0.2, "width": 1.2, "height": 1.2}],
        ),
        place("table", at=(0, 0, 0), name="table"),
        place(chair(width=0.45), at=(0.9, 0, 0), turn=-90, name="chair"),
        place("chair", at=(-0.9, 0, 0), turn=90, z=embed("worn blue paint"), width=0.6),
        place(asset_call("floor lamp", size=1.5), at=(1.5, 0, 1.2), name="lamp"),
    )


relate(
    facing("chair", "table"),
    near("lamp", "table", 0.1, 1.5),
    against_wall("lamp", "front", weight=2.0),
    on_wall("lamp", 1.0) if False else None,
)
relate(
    around(["chair", "chair[1]"], "table"),
    joined("table", "lamp") if False else None,
    aligned("chair", "chair[1]", "z"),
)
light("sun", direction=(0, -1, 0.2))
camera((3, 1.6, 3), (0, 0.8, 0), fov=50)
environment("soft morning light")
adjust("lamp", move=(0, 0, 0.01))
