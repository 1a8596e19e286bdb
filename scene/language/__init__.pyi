from .vocabulary.annotations import adjust as adjust
from .vocabulary.annotations import camera as camera
from .vocabulary.annotations import embed as embed
from .vocabulary.annotations import environment as environment
from .vocabulary.annotations import light as light
from .vocabulary.brought_names import Any as Any
from .vocabulary.brought_names import Callable as Callable
from .vocabulary.brought_names import Dict as Dict
from .vocabulary.brought_names import Generator as Generator
from .vocabulary.brought_names import Iterator as Iterator
from .vocabulary.brought_names import List as List
from .vocabulary.brought_names import Literal as Literal
from .vocabulary.brought_names import NamedTuple as NamedTuple
from .vocabulary.brought_names import Optional as Optional
from .vocabulary.brought_names import P as P
from .vocabulary.brought_names import Sequence as Sequence
from .vocabulary.brought_names import T as T
from .vocabulary.brought_names import Tuple as Tuple
from .vocabulary.brought_names import Union as Union
from .vocabulary.brought_names import math as math
from .vocabulary.brought_names import np as np
from .vocabulary.brought_names import random as random
from .vocabulary.colors import named_color as named_color
from .vocabulary.matrices import identity_matrix as identity_matrix
from .vocabulary.matrices import reflection_matrix as reflection_matrix
from .vocabulary.matrices import rotation_matrix as rotation_matrix
from .vocabulary.matrices import scale_matrix as scale_matrix
from .vocabulary.matrices import translation_matrix as translation_matrix
from .vocabulary.measuring import compute_shape_center as compute_shape_center
from .vocabulary.measuring import compute_shape_max as compute_shape_max
from .vocabulary.measuring import compute_shape_min as compute_shape_min
from .vocabulary.measuring import compute_shape_sizes as compute_shape_sizes
from .vocabulary.placing import asset_call as asset_call
from .vocabulary.placing import place as place
from .vocabulary.placing import splat_call as splat_call
from .vocabulary.primitives import primitive_call as primitive_call
from .vocabulary.registry import library_call as library_call
from .vocabulary.registry import register as register
from .vocabulary.registry import register_animation as register_animation
from .vocabulary.relation_calls import above as above
from .vocabulary.relation_calls import across as across
from .vocabulary.relation_calls import against_wall as against_wall
from .vocabulary.relation_calls import aligned as aligned
from .vocabulary.relation_calls import around as around
from .vocabulary.relation_calls import behind as behind
from .vocabulary.relation_calls import centered as centered
from .vocabulary.relation_calls import clear as clear
from .vocabulary.relation_calls import embedded_in as embedded_in
from .vocabulary.relation_calls import facing as facing
from .vocabulary.relation_calls import far as far
from .vocabulary.relation_calls import fixed as fixed
from .vocabulary.relation_calls import hanging as hanging
from .vocabulary.relation_calls import in_corner as in_corner
from .vocabulary.relation_calls import in_front_of as in_front_of
from .vocabulary.relation_calls import in_row as in_row
from .vocabulary.relation_calls import inside as inside
from .vocabulary.relation_calls import joined as joined
from .vocabulary.relation_calls import left_of as left_of
from .vocabulary.relation_calls import near as near
from .vocabulary.relation_calls import next_to as next_to
from .vocabulary.relation_calls import on as on
from .vocabulary.relation_calls import on_wall as on_wall
from .vocabulary.relation_calls import parallel as parallel
from .vocabulary.relation_calls import right_of as right_of
from .vocabulary.relation_calls import spaced as spaced
from .vocabulary.relation_calls import symmetric as symmetric
from .vocabulary.relation_calls import under as under
from .vocabulary.relations import relate as relate
from .vocabulary.rooms import room as room
from .vocabulary.shapes import Shape as Shape
from .vocabulary.shapes import concat_shapes as concat_shapes
from .vocabulary.shapes import loop as loop
from .vocabulary.shapes import transform_shape as transform_shape
from .vocabulary.surfaces import surface as surface

__all__ = [
    "Any",
    "Callable",
    "Dict",
    "Generator",
    "Iterator",
    "List",
    "Literal",
    "NamedTuple",
    "Optional",
    "P",
    "Sequence",
    "Shape",
    "T",
    "Tuple",
    "Union",
    "above",
    "across",
    "adjust",
    "against_wall",
    "aligned",
    "around",
    "asset_call",
    "behind",
    "camera",
    "centered",
    "clear",
    "compute_shape_center",
    "compute_shape_max",
    "compute_shape_min",
    "compute_shape_sizes",
    "concat_shapes",
    "embed",
    "embedded_in",
    "environment",
    "facing",
    "far",
    "fixed",
    "hanging",
    "identity_matrix",
    "in_corner",
    "in_front_of",
    "in_row",
    "inside",
    "joined",
    "left_of",
    "library_call",
    "light",
    "loop",
    "math",
    "named_color",
    "near",
    "next_to",
    "np",
    "on",
    "on_wall",
    "parallel",
    "place",
    "primitive_call",
    "random",
    "reflection_matrix",
    "register",
    "register_animation",
    "relate",
    "right_of",
    "room",
    "rotation_matrix",
    "scale_matrix",
    "spaced",
    "splat_call",
    "surface",
    "symmetric",
    "transform_shape",
    "translation_matrix",
    "under",
]
