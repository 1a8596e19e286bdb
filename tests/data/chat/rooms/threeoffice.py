from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.6, 4.2, 2.8  # metres
UPRIGHT = rotation_matrix(math.pi / 2, (0, 1, 0)) @ rotation_matrix(
    -math.pi / 2, (1, 0, 0)
)  # a book stands, its spine to the front


@register(
    "an office for three people with a desk, a computer and an office chair each, a filing cabinet, a "
    "printer, a water cooler and a whiteboard"
)
def office():
    bookshelf = asset_call("empty oak bookshelf")
    visitor_chair = asset_call("tufted oak visitor chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 1.4, 0.9, 2.05)],
            windows=[("left", -0.21, 1.1, 1.25), ("right", -0.21, 1.1, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.933, 0.945, 0.953),
        ),
        # furniture, and what stands on it
        place(asset_call("black office desk"), at=(-0.029, 0, 0.058), turn=180, name="desk"),
        place(asset_call("computer"), at=(-0.379, 0.7502, 0.217), turn=180, name="computer"),
        place(asset_call("keyboard"), at=(-0.379, 0.7502, 0.007), turn=180, name="keyboard"),
        place(asset_call("mouse"), at=(-0.016, 0.7502, 0.132), turn=180, name="mouse"),
        place(asset_call("leather office chair"), at=(-0.029, 0, -0.702), name="office_chair"),
        place(asset_call("oak filing cabinet"), at=(-0.05, 0, -DEPTH / 2 + 0.32), name="filing_cabinet"),
        place(asset_call("printer"), at=(-0.05, 1.0202, -1.797), name="printer"),
        place(asset_call("water cooler"), at=(-0.81, 0, -DEPTH / 2 + 0.19), name="water_cooler"),
        place(asset_call("whiteboard"), at=(-0.052, 0, DEPTH / 2 - 0.271), turn=180, name="whiteboard"),
        place(bookshelf, at=(WIDTH / 2 - 0.17, 0, 0.758), turn=-90, name="bookshelf"),
        place(bookshelf, at=(WIDTH / 2 - 0.17, 0, 1.578), turn=-90, name="bookshelf"),
        place(visitor_chair, at=(-0.379, 0, 0.712), turn=180, name="visitor_chair"),
        place(visitor_chair, at=(0.321, 0, 0.712), turn=180, name="visitor_chair"),
        # what nobody asked for
        dressing(),
    )


relate(
    centered("desk", "room"),
    on("computer", "desk"),
    against_wall("bookshelf", "right"),
    against_wall("bookshelf[1]", "right"),
    against_wall("filing_cabinet", "back"),
    facing("visitor_chair", "desk"),
    facing("visitor_chair[1]", "desk"),
    in_front_of("keyboard", "computer"),
    on("mouse", "desk"),
    on("printer", "filing_cabinet"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    book = transform_shape(asset_call("book"), UPRIGHT)
    blinds = asset_call("blinds", size=(1.4, 1.4, 0.07))
    return concat_shapes(
        # what one sees first of a lived-in place
        place(book, at=(1.582, 1.177, 0.422), turn=-90, name="book"),
        place(book, at=(1.582, 1.177, 0.464), turn=-90, name="book"),
        place(book, at=(1.582, 1.177, 0.505), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 0.422), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 0.464), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 0.505), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 0.422), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 0.464), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 0.505), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 0.422), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 0.464), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 0.505), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 0.422), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 0.464), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 0.505), turn=-90, name="book"),
        place(book, at=(1.582, 1.177, 1.243), turn=-90, name="book"),
        place(book, at=(1.582, 1.177, 1.284), turn=-90, name="book"),
        place(book, at=(1.582, 1.177, 1.325), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 1.243), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 1.284), turn=-90, name="book"),
        place(book, at=(1.582, 0.8154, 1.325), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 1.243), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 1.284), turn=-90, name="book"),
        place(book, at=(1.582, 1.5386, 1.325), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 1.243), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 1.284), turn=-90, name="book"),
        place(book, at=(1.582, 0.4538, 1.325), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 1.243), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 1.284), turn=-90, name="book"),
        place(book, at=(1.582, 0.0922, 1.325), turn=-90, name="book"),
        place(asset_call("desk lamp"), at=(0.271, 0.7502, 0.132), turn=180, name="desk_lamp"),
        place(asset_call("potted plant"), at=(-1.47, 0, -1.77), name="potted_plant"),
        place(asset_call("waste bin"), at=(0.851, 0, -0.137), name="waste_bin"),
        place(asset_call("pen holder"), at=(0.576, 0.7502, 0.132), turn=180, name="pen_holder"),
        place(asset_call("coffee mug"), at=(-0.029, 0.7502, -0.167), turn=180, name="coffee_mug"),
        place(asset_call("light switch"), at=(-WIDTH / 2 + 0.007, 1.458, 0.611), turn=90, name="light_switch"),
        place(asset_call("socket"), at=(0.284, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(blinds, at=(-WIDTH / 2 + 0.037, 0.87, -0.21), turn=90, name="blinds"),
        place(blinds, at=(WIDTH / 2 - 0.7002, 0.87, 2.064), turn=-180, name="blinds"),
        place(
            asset_call("geometric painting", size=(0.9, 0.65, 0.035)), at=(0, 1.175, -DEPTH / 2 + 0.019), name="picture"
        ),
        place(
            asset_call("chart painting", size=(0.9, 0.65, 0.035)), at=(0.968, 1.175, -DEPTH / 2 + 0.019), name="picture"
        ),
    )


relate(
    on(
        [
            "book",
            "book[1]",
            "book[2]",
            "book[3]",
            "book[4]",
            "book[5]",
            "book[6]",
            "book[7]",
            "book[8]",
            "book[9]",
            "book[10]",
            "book[11]",
            "book[12]",
            "book[13]",
            "book[14]",
        ],
        "bookshelf",
    ),
    on(
        [
            "book[15]",
            "book[16]",
            "book[17]",
            "book[18]",
            "book[19]",
            "book[20]",
            "book[21]",
            "book[22]",
            "book[23]",
            "book[24]",
            "book[25]",
            "book[26]",
            "book[27]",
            "book[28]",
            "book[29]",
        ],
        "bookshelf[1]",
    ),
    on("desk_lamp", "desk"),
    in_corner("potted_plant"),
    next_to("waste_bin", "desk"),
    on("pen_holder", "desk"),
    on("coffee_mug", "desk"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("clear daylight")
camera(eye=(-4.60, 1.75, 0.99), target=(-0.72, 1.25, 0.16), fov=42.6)
camera(eye=(2.32, 1.70, -4.43), target=(-0.10, 0.61, -0.81), fov=34.5)
