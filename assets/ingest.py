"""Adds a folder of meshes and libraries as a pack: proposes words, size and orientation of each object, which a person can correct.

``add_folder`` runs all steps: ``propose`` inspects the files, :mod:`scenewright.assets.manifests` writes the proposals, and
:mod:`scenewright.assets.pack_list` adds the folder to the user's catalogue. ``preview`` yields the objects for a contact sheet. Running
it again keeps corrections and adds new files. Nothing is written into the folder unless the user says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.library_ingest import ProposedLibrary, propose_libraries
from scenewright.assets.licences import licence_of
from scenewright.assets.manifests import manifest_of, not_in_manifest, write_manifest
from scenewright.assets.orientation import guess_front, guess_unit, guess_up, upright_matrix
from scenewright.assets.pack_list import register
from scenewright.assets.packs import MESH_SUFFIXES, OTHER_SUFFIXES, FolderPack, inspect_file
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, Vec3
from scenewright.scene.plain_files import files_below, refused_as

if TYPE_CHECKING:
    from scenewright.assets.catalogue import Catalogue

__all__ = ["Preview", "Proposal", "ProposedAsset", "add_folder", "preview", "propose"]

MAX_FILES = 5_000

# Words of file names that describe the file and not the object.
_NOISE = re.compile(
    r"^(v?\d+|final|low|lowpoly|lod\d*|highpoly|hi|lo|poly|mesh|model|models|glb|gltf|obj|fbx|export|exported|sketchfab|3d"
    r"|scene|free|textured|pbr|\d+k|asset|prop|sm|geo|geometry|default|untitled|copy|new|old|test|root|node|shape|group"
    r"|object|uv|baked|optimized|draco|mat|material|low_poly|game|ready|realistic|cc0|hd|fixed)$"
)


@dataclass(frozen=True, slots=True)
class ProposedAsset:
    """The proposal for one file. `size`: (width, height, depth) in metres; `clearance`: usual clearance of its kind, metres by side;
    confidences are from 0 to 1."""

    file: str
    word: str
    phrase: str
    category: str
    support: str
    clearance: Mapping[str, float]
    size: Vec3
    unit: str
    up: str
    front: str
    word_confidence: float
    size_confidence: float
    up_confidence: float
    front_confidence: float
    licence: str
    author: str
    source: str
    triangles: int

    @property
    def doubts(self) -> list[str]:
        """Fields that a person should check first."""
        unsure = [n for n in ("word", "size", "up", "front") if getattr(self, f"{n}_confidence") < 0.6]
        return unsure if self.licence else [*unsure, "licence"]

    def to_json(self) -> dict[str, Any]:
        """All fields and the doubts as JSON values."""
        return {**asdict(self), "doubts": self.doubts}

    def line(self) -> str:
        """One line for a terminal."""
        size = " x ".join(f"{v:.2f}" for v in self.size)
        doubt = f"  check {', '.join(self.doubts)}" if self.doubts else ""
        return f"{self.file}: {self.word}, {size} m, up {self.up}, front {self.front}{doubt}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposals for a folder. `problems`: files that cannot be used, with the reasons. `passed_over`: files of 3D objects that were
    not looked at, with the reasons. `manifest`: the file with the written proposals. `libraries`: files of entity functions."""

    folder: Path
    name: str
    proposals: tuple[ProposedAsset, ...]
    problems: tuple[str, ...]
    passed_over: tuple[str, ...] = ()
    manifest: Path | None = None
    libraries: tuple[ProposedLibrary, ...] = ()


def _clean_words(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.\s]+", " ", text)
    spaced = re.sub(r"(?<=[a-z])\d+\b", "", " ".join(w for w in spaced.lower().split() if not _NOISE.match(w)))
    words = [w for w in spaced.split() if not _NOISE.match(w)]
    return " ".join(words)


def _named(facts: dict[str, Any], path: Path, catalogue: Catalogue) -> tuple[str, str, float, CatalogueEntry | None]:
    """Word, phrase, confidence, and the catalogue's object with that name, or None."""
    titles = [str(facts["extras"].get(k, "")) for k in ("title", "name", "description")]
    names = facts["names"] if len(facts["names"]) <= 3 else []  # more than three are names of parts: seat, leg, back
    candidates = [path.stem, *titles, *names, path.parent.name]
    phrases = [p for p in (_clean_words(c) for c in candidates) if p]
    for position, phrase in enumerate(phrases):
        read = catalogue.parse(phrase)
        if read.known and len(phrase.split()) <= 8:
            known = next(iter(catalogue.find(read.head, k=1, meaning=False)), None)
            confidence = 0.95 if position == 0 and read.compound == read.head else 0.75 if position == 0 else 0.6
            return read.compound, phrase, confidence, None if known is None else known.entry
    phrase = phrases[0] if phrases else path.stem.lower()
    return phrase, phrase, 0.5 if phrases else 0.1, None


def add_folder(
    folder: Path,
    catalogue: Catalogue | None = None,
    *,
    name: str | None = None,
    in_folder: bool = False,
    job: Job | None = None,
) -> Proposal:
    """Propose entries for a folder, write its manifest and add it to the user's catalogue.

    Args:
        folder: that holds the meshes; nothing is written into it, unless `in_folder`.
        name: the name of the pack; None: that of the folder.
        in_folder: write the manifest into the folder, as a pack for others has it.

    Raises:
        AssetError: it is no folder, holds no mesh that is read and no library, or the manifest cannot be written.
        JobCancelled: the job was cancelled; nothing is written.
    """
    from scenewright.assets.catalogue import Catalogue

    proposal = propose(folder, catalogue or Catalogue.default(), name=name, job=job)
    manifest = manifest_of(proposal.folder, proposal.name, in_folder=in_folder)
    if manifest.parent == proposal.folder and not in_folder:
        unknown = not_in_manifest(manifest, [p.file for p in (*proposal.proposals, *proposal.libraries)])
        if unknown:
            first = f"{unknown[0]} is" if len(unknown) == 1 else f"{unknown[0]} and {len(unknown) - 1} more files are"
            problem = f"{first} not in {manifest}, which came with the folder: --in-folder adds to it"
            proposal = replace(proposal, problems=(*proposal.problems, problem))
    else:
        kept = manifest_of(proposal.folder, proposal.name)  # corrections go along into the folder
        write_manifest(manifest, proposal.name, proposal.proposals, proposal.libraries, earlier=kept)
    register(proposal.folder, manifest=None if manifest.parent == proposal.folder else manifest)
    return replace(proposal, manifest=manifest)


def propose(folder: Path, catalogue: Catalogue, *, name: str | None = None, job: Job | None = None) -> Proposal:
    """Propose an entry for every mesh and every library of a folder; nothing is written.

    Of files that differ only in their suffix the first of :data:`scenewright.assets.packs.MESH_SUFFIXES` counts: they hold one object.

    Args:
        folder: the folder with the files; subfolders are included.
        catalogue: the catalogue with usual words and sizes.
        name: the name of the pack; None: that of the folder.
        job: gets the progress and the current file.

    Raises:
        AssetError: it is no folder, or holds no mesh that is read and no library.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="reading the folder")
    folder = folder.resolve()
    if not folder.is_dir():
        raise AssetError(f"{folder} is no folder")
    known = (*MESH_SUFFIXES, *OTHER_SUFFIXES)
    with refused_as(AssetError):
        all_files = sorted(files_below(folder, lambda name: name.lower().endswith(known), "the folder"))
    files, passed_over = _chosen(all_files, folder)
    if len(files) > MAX_FILES:
        raise AssetError(f"{folder} holds {len(files):,} meshes; add at most {MAX_FILES:,} at a time")
    libraries, problems, not_imported = propose_libraries(folder, catalogue, job.quiet() if files else job)
    if not files and not libraries:
        others = f" Its files {', '.join(passed_over)} are of formats that are not read." if passed_over else ""
        said = f" {'; '.join(problems[:3])}." if problems else ""
        raise AssetError(
            f"{folder} holds no mesh ({', '.join(MESH_SUFFIXES)}) and no library (a .py with @register functions).{others}{said} Convert "
            "other formats to GLB, with Blender for instance"
        )
    found: list[ProposedAsset] = []
    for position, path in enumerate(files):
        job.tick(position / len(files), path.name)
        try:
            found.append(_proposed(path, folder, catalogue))
        except AssetError as error:
            problems.append(str(error))
    passed_over += not_imported
    return Proposal(
        folder, name or folder.name, tuple(found), tuple(problems), tuple(passed_over), libraries=tuple(libraries)
    )


def _chosen(files: Sequence[Path], folder: Path) -> tuple[list[Path], list[str]]:
    """The meshes to look at, and the other files with the reasons."""
    chosen: dict[Path, Path] = {}
    passed_over: list[str] = []
    for path in sorted(files, key=lambda p: (*MESH_SUFFIXES, *OTHER_SUFFIXES).index(p.suffix.lower())):
        said = path.relative_to(folder).as_posix()
        first = chosen.setdefault(path.with_suffix(""), path)
        if first is not path:
            passed_over.append(f"{said} ({first.name} is the same object)")
        elif path.suffix.lower() in OTHER_SUFFIXES:
            passed_over.append(f"{said} (the format {path.suffix.lower()} is not read: convert it to GLB)")
    return sorted(p for p in chosen.values() if p.suffix.lower() in MESH_SUFFIXES), sorted(passed_over)


def _proposed(path: Path, folder: Path, catalogue: Catalogue) -> ProposedAsset:
    facts = inspect_file(path, folder)
    word, phrase, confidence, known = _named(facts, path, catalogue)
    usual = None if known is None else known.size
    up, up_confidence = guess_up(facts, usual)
    front, front_confidence = guess_front(facts, up, usual, "" if known is None else known.category)
    turned = abs(upright_matrix(up, front)) @ [h - low for low, h in zip(facts["low"], facts["high"], strict=True)]
    unit, metres, size_confidence = guess_unit((float(turned[0]), float(turned[1]), float(turned[2])), usual)
    width, height, depth = (round(max(float(v) * metres, 0.001), 4) for v in turned)
    licence, author, source = licence_of(facts, path, folder)
    support = known.support if known is not None else "surface" if max(width, height, depth) < 0.5 else "floor"
    return ProposedAsset(
        file=path.relative_to(folder).as_posix(),
        word=word,
        phrase=phrase,
        category="miscellaneous" if known is None else known.category,
        support=support,
        clearance={} if known is None else dict(known.clearance),
        size=(width, height, depth),
        unit=unit,
        up=up,
        front=front,
        word_confidence=confidence,
        size_confidence=size_confidence,
        up_confidence=up_confidence,
        front_confidence=front_confidence,
        licence=licence,
        author=author,
        source=source,
        triangles=facts["triangles"],
    )


@dataclass(frozen=True, slots=True)
class Preview:
    """One tile of a contact sheet: ``catalogue.load(ref)``, transformed by ``ref.fit``."""

    entry: CatalogueEntry
    ref: AssetRef


def preview(added: Proposal, catalogue: Catalogue) -> Iterator[Preview]:
    """Yield the objects of an added folder as its manifest describes them now."""
    pack = FolderPack(added.folder, lambda: catalogue.geometry, manifest=added.manifest)
    for entry in pack.entries():
        yield Preview(entry, catalogue.instance(pack, entry))
