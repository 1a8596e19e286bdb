"""What an entity is, on its prim: path, words and embedding key as attributes, and the credits of catalogue objects."""

from __future__ import annotations

from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.geometry import AssetPart
from scenewright.scene.model import AssetRef, Entity, NodeKind

__all__ = ["identify", "identify_part"]


def identify(prim: Prim, entity: Entity) -> None:
    """Write who a node of the instance tree is: ``scenewright:path``, ``id``, ``word``, ``phrase`` and ``embedding:*``.

    A primitive does not repeat the embedding of its parent.
    """
    prim.set("scenewright:path", "string", entity.path, custom=True)
    prim.set("scenewright:id", "int", entity.index, custom=True)
    prim.set("scenewright:word", "string", entity.word, custom=True)
    if entity.phrase is not None:
        prim.set("scenewright:phrase", "string", entity.phrase, custom=True)
    primitive = entity.kind is NodeKind.PRIMITIVE
    z = entity.embedding
    if z is not None and not (primitive and entity.parent is not None and entity.parent.embedding == z):
        for name, value in (("words", z.words), ("image", z.image), ("token", z.token)):
            if value is not None:
                prim.set(f"scenewright:embedding:{name}", "string", value, custom=True)
    if entity.asset is not None:
        _credit(prim, entity.asset)


def identify_part(prim: Prim, part: AssetPart) -> None:
    """Write what a part of a catalogue object is. Its path is that inside the object: instances share their parts."""
    prim.set("scenewright:part", "string", part.path, custom=True)
    prim.set("scenewright:word", "string", part.word, custom=True)
    if part.phrase is not None:
        prim.set("scenewright:phrase", "string", part.phrase, custom=True)


def _credit(prim: Prim, ref: AssetRef) -> None:
    told = {
        "name": ref.title or ref.words,
        "author": ref.author,
        "licence": ref.licence,
        "source": ref.source,
        "sha256": ref.id,
    }
    prim.asset_info = {key: value for key, value in told.items() if value}
