"""Seeds every random generator that a program can use, so that a text and a seed always give the same scene."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

__all__ = ["seeded"]


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Seed ``random`` and ``numpy.random``, and make what they leave unseeded (``default_rng()``, ``RandomState()``,
    ``random.Random()``, ``seed()``) start from `seed` too; each further unseeded generator gets a stream of its own."""
    counter = 0

    def entropy() -> np.random.SeedSequence:
        nonlocal counter
        counter += 1
        return _SeedSequence([seed, counter])

    original_random, original_seed, np_random = random.Random, random.seed, np.random
    _SeedSequence = np_random.SeedSequence
    _default_rng, _RandomState, _np_seed = np_random.default_rng, np_random.RandomState, np_random.seed
    bit_generators = {n: getattr(np_random, n) for n in ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")}

    class Random(original_random):  # type: ignore[valid-type,misc]
        def __init__(self, x: Any = None) -> None:
            super().__init__(int(entropy().generate_state(1)[0]) if x is None else x)

        def seed(self, a: Any = None, version: int = 2) -> None:
            super().seed(seed if a is None else a, version)

    class RandomState(_RandomState):  # type: ignore[valid-type,misc]
        def __init__(self, seed: Any = None) -> None:
            super().__init__(entropy().generate_state(4) if seed is None else seed)

    def default_rng(seed: Any = None) -> Any:
        return _default_rng(entropy() if seed is None else seed)

    def seed_sequence(entropy_: Any = None, **kwargs: Any) -> Any:
        return entropy() if entropy_ is None and "entropy" not in kwargs else _SeedSequence(entropy_, **kwargs)

    def bit_generator(cls: Any) -> Any:
        return lambda seed=None: cls(entropy() if seed is None else seed)

    states = random.getstate(), np_random.get_state()
    original_seed(seed)
    _np_seed(seed % 2**32)
    replaced: list[tuple[Any, str, Any]] = [
        (random, "Random", Random),
        (random, "SystemRandom", Random),
        (random, "seed", lambda a=None, version=2: original_seed(seed if a is None else a, version)),
        (np_random, "RandomState", RandomState),
        (np_random, "default_rng", default_rng),
        (np_random, "SeedSequence", seed_sequence),
        (np_random, "seed", lambda s=None: _np_seed(seed % 2**32 if s is None else s)),
        *((np_random, name, bit_generator(cls)) for name, cls in bit_generators.items()),
    ]
    saved = [(module, name, getattr(module, name)) for module, name, _ in replaced]
    try:
        for module, name, value in replaced:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in saved:
            setattr(module, name, value)
        random.setstate(states[0])
        np_random.set_state(states[1])
