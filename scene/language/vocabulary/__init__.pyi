from .annotations import LIGHT_KINDS, LIGHT_MEANINGS, Targeted, in_world
from .blocks import Cuboid, carve
from .brought_names import BROUGHT_NAMES
from .colors import RGB, color_modifiers, color_words, find_color, named_color
from .evaluation import LIBRARY_FILE, PROGRAM_FILE, AskAsset, AskSplat, Evaluation, closest, library_of, running
from .materials import MATERIAL_MEANINGS
from .placing import KEYWORD_VARIANTS
from .primitives import PRIMITIVE_FORMS
from .registry import EntityFunction, returned
from .relation_forms import Given, Looks, read_arguments
from .relation_text import kind_place, plain_kind, read_relation_text
from .relations import CONSTRUCTORS, NAME_PARAMETERS, SIGNATURES, RelationCall
from .room_finishes import FINISHES
from .room_shell import BEAM, beam_places, roof_rise
from .rooms import DOOR_FRAME_BOXES, door_hinge
from .shapes import Node, Part, Shape
from .surface_search import named_surfaces
from .surfaces import SURFACES, find_surface, finish_words, surface_kind, surface_words
from .variants import form_of

__all__ = [
    "BEAM",
    "BROUGHT_NAMES",
    "CONSTRUCTORS",
    "DOOR_FRAME_BOXES",
    "FINISHES",
    "KEYWORD_VARIANTS",
    "LIBRARY_FILE",
    "LIGHT_KINDS",
    "LIGHT_MEANINGS",
    "MATERIAL_MEANINGS",
    "NAME_PARAMETERS",
    "PRIMITIVE_FORMS",
    "PROGRAM_FILE",
    "RGB",
    "SIGNATURES",
    "SURFACES",
    "AskAsset",
    "AskSplat",
    "Cuboid",
    "EntityFunction",
    "Evaluation",
    "Given",
    "Looks",
    "Node",
    "Part",
    "RelationCall",
    "Shape",
    "Targeted",
    "beam_places",
    "carve",
    "closest",
    "color_modifiers",
    "color_words",
    "door_hinge",
    "find_color",
    "find_surface",
    "finish_words",
    "form_of",
    "in_world",
    "kind_place",
    "library_of",
    "named_color",
    "named_surfaces",
    "plain_kind",
    "read_arguments",
    "read_relation_text",
    "returned",
    "roof_rise",
    "running",
    "surface_kind",
    "surface_words",
]
