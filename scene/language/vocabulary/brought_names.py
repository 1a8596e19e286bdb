"""What ``from scene.language import *`` brings beside the language: modules, names of ``typing``, and the two types of its calls."""
# ruff: noqa: UP035 - programs of the published language write these names

from __future__ import annotations

import math
import random
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Generator,
    Iterator,
    List,
    Literal,
    NamedTuple,
    Optional,
    Sequence,
    Tuple,
    TypeAlias,
    Union,
)

import numpy as np

if TYPE_CHECKING:
    from scenewright.scene.language.vocabulary.argument_types import Matrix, Vector

    P: TypeAlias = Vector
    T: TypeAlias = Matrix
else:
    P = T = Any  # as in the published language, whose programs may do anything with them

__all__ = [
    "Any",
    "Callable",
    "Dict",
    "Generator",
    "Iterator",
    "List",
    "Literal",
    "NamedTuple",
    "Optional",
    "P",
    "Sequence",
    "T",
    "Tuple",
    "Union",
    "math",
    "np",
    "random",
]

BROUGHT_NAMES = frozenset(__all__)
"""All of them."""
