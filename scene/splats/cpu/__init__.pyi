from .code_drawing import draw_products, row_products
from .draw import weigh
from .numeric import kernel
from .pursuit import pursued_rows
from .simd import LANES
from .sphere_rows import GEODESIC, SUM, TANGENT, move
from .workers import chunks, drawing_for, on_threads

__all__ = [
    "GEODESIC",
    "LANES",
    "SUM",
    "TANGENT",
    "chunks",
    "draw_products",
    "drawing_for",
    "kernel",
    "move",
    "on_threads",
    "pursued_rows",
    "row_products",
    "weigh",
]
