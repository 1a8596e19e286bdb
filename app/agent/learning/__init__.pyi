from .cutting import CannotCut, CutEntity, ProgramBlocks
from .learned_pack import LearnedEntity, learned_entities, learned_folder, remove_learned, search_learned
from .likeness import ShapeLikeness
from .offering import LibraryOffer, Offers, PassedOver, offers_of
from .saving import SavedEntity, learn_entity

__all__ = [
    "CannotCut",
    "CutEntity",
    "LearnedEntity",
    "LibraryOffer",
    "Offers",
    "PassedOver",
    "ProgramBlocks",
    "SavedEntity",
    "ShapeLikeness",
    "learn_entity",
    "learned_entities",
    "learned_folder",
    "offers_of",
    "remove_learned",
    "search_learned",
]
