from .aloft import aloft, is_aloft
from .coverings import wall_faces
from .forms import forms_of
from .holds import AT_CEILING
from .hosts import SLACK, Hosts, fitting_surfaces, standing_hosts, surfaces_within
from .joints import (
    is_built,
    is_enclosing,
    is_fluid,
    is_growing,
    is_land,
    is_organic,
    is_seat,
    is_tie,
    is_track,
    sits_in_things,
    stands_on_things,
)
from .kinds import (
    LOOSE_HEIGHT,
    WINDOW_WORDS,
    heads_of,
    looks_over,
    may_hang,
    stands_on_floor_alone,
    support_of_words,
    usual_clearance,
    word_table,
)
from .reading import MAX_BODIES, bodies_of, is_looked_over, loose_bodies, texts_of
from .selection import is_one_thing, owners, room_row
from .standing import AT_FLOOR, carriers, standing_of

__all__ = [
    "AT_CEILING",
    "AT_FLOOR",
    "LOOSE_HEIGHT",
    "MAX_BODIES",
    "SLACK",
    "WINDOW_WORDS",
    "Hosts",
    "aloft",
    "bodies_of",
    "carriers",
    "fitting_surfaces",
    "forms_of",
    "heads_of",
    "is_aloft",
    "is_built",
    "is_enclosing",
    "is_fluid",
    "is_growing",
    "is_land",
    "is_looked_over",
    "is_one_thing",
    "is_organic",
    "is_seat",
    "is_tie",
    "is_track",
    "looks_over",
    "loose_bodies",
    "may_hang",
    "owners",
    "room_row",
    "sits_in_things",
    "standing_hosts",
    "standing_of",
    "stands_on_floor_alone",
    "stands_on_things",
    "support_of_words",
    "surfaces_within",
    "texts_of",
    "usual_clearance",
    "wall_faces",
    "word_table",
]
