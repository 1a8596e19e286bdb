"""The writer that uses a language model."""

from __future__ import annotations

import importlib.util

from scenewright.app.language_models import FORM, ModelError
from scenewright.app.writers.model.writer import write_program
from scenewright.app.writers.writer import WriterRequest, WrittenProgram
from scenewright.scene.jobs import Job

__all__ = ["ModelWriter"]


class ModelWriter:
    """Lets the language model of the request write the program. Its poses are meant as written."""

    name = "model"

    def available(self) -> str | None:
        if importlib.util.find_spec("pydantic_ai") is None:
            return "language models need the extra 'models': pip install 'scenewright[models]'"
        return None

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        """See :func:`scenewright.app.writers.model.writer.write_program`.

        Raises:
            ModelError: the request names no model, or the model cannot be reached.
            WriterError: its programs fail, also after the repairs.
            JobCancelled: the job was cancelled; the reply is abandoned.
        """
        if request.model is None:
            raise ModelError(f"the writer 'model' needs the name of one: {FORM}")
        written = write_program(
            request.text,
            model=request.model,
            base_url=request.base_url,
            assets=request.assets,
            seed=request.seed,
            judge=request.judge,
            job=job,
        )
        return WrittenProgram(written.program, request.model, notes=tuple(written.notes), attempts=written.attempts)
