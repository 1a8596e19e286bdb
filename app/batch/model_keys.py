"""The keys that the jobs of a batch need."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from scenewright.app.batch.job_lines import JobLine
from scenewright.app.language_models import MODEL_VARIABLES

__all__ = ["model_variables"]


def model_variables(lines: Iterable[JobLine]) -> dict[str, str]:
    """The keys and addresses of model providers in the environment of this process; none where no job asks a language model."""
    if not any(_asks_model(line.values) for line in lines):
        return {}
    return {name: os.environ[name] for name in MODEL_VARIABLES if os.environ.get(name)}


def _asks_model(values: Any) -> bool:
    if isinstance(values, Mapping):
        return any("model" in str(name).split(".") or _asks_model(value) for name, value in values.items())
    return isinstance(values, list) and any(map(_asks_model, values))
