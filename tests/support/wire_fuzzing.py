"""Runs of random bytes against the decoder of scenes and against the host's side of a conversation."""

from __future__ import annotations

import json
import random
import time
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass

from scenewright.scene.errors import ProgramError
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running.wire import decode_scene
from scenewright.scene.report import evaluation_report
from tests.hostile.wire_corpus import CONVERSATIONS
from tests.support.hostile_wire import converse, sound_wire
from tests.support.wire_fuzz import mutated


@dataclass(frozen=True)
class FuzzRun:
    """`outcomes`: how often each ended. `faults`: what ended otherwise. `slowest`: seconds of the slowest."""

    outcomes: Counter[str]
    faults: tuple[str, ...]
    slowest: float


def decode_mutants(runs: int, *, seed: int) -> FuzzRun:
    """Decode random changes of a sound scene. What passes is reported and meshed, as any scene may be."""
    wire, chance = sound_wire(), random.Random(seed)
    outcomes: Counter[str] = Counter()
    faults, slowest = [], 0.0
    for number in range(runs):
        data = mutated(wire, chance)
        began = time.perf_counter()
        try:
            scene = decode_scene(data)
            json.dumps(evaluation_report(scene), allow_nan=False)
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                scene_geometry(scene)
            outcomes["a scene"] += 1
        except ProgramError as error:
            outcomes[type(error).__name__] += 1
        except Exception:  # noqa: BLE001 - whatever else comes is what the run looks for
            faults.append(f"run {number}: {traceback.format_exc()[-1500:]}")
        slowest = max(slowest, time.perf_counter() - began)
    return FuzzRun(outcomes, tuple(faults), slowest)


def hold_mutants(runs: int, *, seed: int) -> FuzzRun:
    """Hold conversations whose bytes are random changes and sequences of those of the corpus."""
    chance = random.Random(seed)
    known = [data for data in (make() for make in CONVERSATIONS.values()) if len(data) < 50_000]
    outcomes: Counter[str] = Counter()
    faults, slowest = [], 0.0
    for number in range(runs):
        data = bytearray(b"".join(chance.choice(known) for _ in range(chance.randint(1, 3))))
        for _ in range(chance.randint(0, 6)):
            at = chance.randrange(len(data)) if chance.random() < 0.5 else chance.randrange(min(len(data), 40))
            data[at] ^= 1 << chance.randrange(8)
        began = time.perf_counter()
        try:
            converse(channel=bytes(data))
            outcomes["a result"] += 1
        except ProgramError as error:
            outcomes[type(error).__name__] += 1
        except Exception:  # noqa: BLE001 - whatever else comes is what the run looks for
            faults.append(f"run {number}: {traceback.format_exc()[-1500:]}")
        slowest = max(slowest, time.perf_counter() - began)
    return FuzzRun(outcomes, tuple(faults), slowest)
