"""The embedded writer behind the protocol of all writers."""

from __future__ import annotations

from scenewright.app.writers.writer import UnservedWord, WriterRequest, WrittenProgram
from scenewright.scene.jobs import Job

__all__ = ["EmbeddedWriter"]


class EmbeddedWriter:
    """Reads English by rules, with no key, no network and no model. Its poses are first guesses."""

    name = "embedded"

    def available(self) -> str | None:
        return None

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        """As :func:`scenewright.app.writers.embedded.composer.compose`. Objects come from the user's catalogue where `assets` is None.

        Raises:
            EmptySceneError: nothing of the text can be placed, and it does not ask for an empty room.
            DescriptionError: the text is empty, or is not English.
            JobCancelled: the job was cancelled.
        """
        from scenewright.app.writers.embedded.composer import compose
        from scenewright.app.writers.embedded.emptiness import refuse_empty
        from scenewright.assets import Catalogue

        job = job or Job()
        catalogue = request.assets if isinstance(request.assets, Catalogue) else Catalogue.default()
        composition = compose(request.text, catalogue, seed=request.seed, dress=request.dress, job=job)
        refuse_empty(composition.asked, composition.placed, dressed=request.dress != "only")
        return WrittenProgram(
            composition.program,
            "composer",
            title=composition.title,
            notes=tuple(composition.notes),
            unserved=tuple(UnservedWord(u.word, u.reason, u.instead) for u in composition.unserved),
            guessed=True,
            asked=composition.asked,
        )
