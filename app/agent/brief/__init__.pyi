from .brief import Brief as Brief
from .brief import BriefRelation as BriefRelation
from .brief import BriefRoom as BriefRoom
from .brief import BriefThing as BriefThing
from .brief import read_brief as read_brief
from .judged_brief import asked_of_brief
from .reading import brief_of_asked, brief_of_text

__all__ = [
    "Brief",
    "BriefRelation",
    "BriefRoom",
    "BriefThing",
    "asked_of_brief",
    "brief_of_asked",
    "brief_of_text",
    "read_brief",
]
