# Loops and random numbers. Random numbers are seeded: the same text gives the same books every time.
from scene.language import *

WIDTH, HEIGHT, DEPTH, BOARD = 1.0, 1.9, 0.30, 0.025
SHELVES = 5
SPINES = ('burgundy', 'navy blue', 'dark green', 'mustard', 'cream', 'teal', 'terracotta', 'charcoal')


@register('a book')
def book(thickness, height, depth, color):
    return primitive_call('cube', {'scale': (thickness, height, depth)}, color=color, material={'roughness': 0.7})


@register('a row of books of random sizes and colors')
def books(room_above):
    row, x = [], -WIDTH / 2 + BOARD + 0.01
    end = WIDTH / 2 - BOARD - random.uniform(0.02, 0.25)
    while True:
        thickness, height = random.uniform(0.02, 0.055), random.uniform(0.62, 0.9) * room_above
        if x + thickness > end:
            return concat_shapes(*row)
        depth = random.uniform(0.6, 0.85) * DEPTH
        row.append(place('book', at=(x + thickness / 2, 0, DEPTH / 2 - depth / 2 - 0.02), thickness=thickness, height=height,
                         depth=depth, color=named_color(random.choice(SPINES))))
        x += thickness + 0.002


@register('an open bookshelf of walnut with five rows of books')
def bookshelf():
    color, material = surface('walnut')
    gap = (HEIGHT - BOARD) / SHELVES

    def board(size, at):
        return transform_shape(primitive_call('cube', {'scale': size}, color=color, material=material), translation_matrix(at))

    sides = [board((BOARD, HEIGHT, DEPTH), (x * (WIDTH - BOARD) / 2, HEIGHT / 2, 0)) for x in (-1, 1)]
    shelves = [board((WIDTH - 2 * BOARD, BOARD, DEPTH), (0, BOARD / 2 + i * gap, 0)) for i in range(SHELVES + 1)]
    back = board((WIDTH, HEIGHT, 0.01), (0, HEIGHT / 2, -DEPTH / 2 - 0.005))
    rows = loop(SHELVES, lambda i: transform_shape(library_call('books', room_above=gap - BOARD), translation_matrix((0, BOARD + i * gap, 0))))
    return concat_shapes(*sides, *shelves, back, rows)


camera((1.3, 1.5, 3.2), (0, 0.95, 0), fov=40)
