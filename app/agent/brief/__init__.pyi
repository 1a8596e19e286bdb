from .brief import Brief, BriefRelation, BriefRoom, BriefThing, read_brief
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
