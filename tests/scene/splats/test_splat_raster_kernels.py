"""The compiled kernels on other machines and in bad surroundings: other processors, caches, processes, threads, interruptions."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import llvmlite.binding as llvm
import numpy as np
import pytest
import torch
from llvmlite import ir

from scenewright.scene.errors import SettingsError
from scenewright.scene.splats.cpu import chunks, on_threads
from scenewright.scene.splats.cpu.blending import Limits, fetched, let_through, row_alpha
from scenewright.scene.splats.cpu.numeric import TILE
from scenewright.scene.splats.cpu.simd import Planes, Toolkit
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.threads import thread_count
from tests.support.drawn_splats import drawn_with_derivatives
from tests.support.locations import REPOSITORY, SOURCES
from tests.support.splat_scenes import random_gaussians, ring

PACKAGE = SOURCES / "scenewright"

# -- other processors -------------------------------------------------------------------------------------------------


def in_child(code: str, folder: Path = SOURCES, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(folder), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_a_processor_without_wide_vectors_draws_the_same(tmp_path: Path) -> None:
    """generic is the least of its family, on x86-64 SSE2 without fused multiply-adds: the same but for rounding."""
    there = tmp_path / "there.npz"
    code = (
        "import numpy as np; from tests.support.drawn_splats import drawn_with_derivatives; "
        f"np.savez({str(there)!r}, **drawn_with_derivatives())"
    )
    child = in_child(code, REPOSITORY, NUMBA_CPU_NAME="generic", NUMBA_CPU_FEATURES="")
    assert child.returncode == 0, child.stderr
    here, other = drawn_with_derivatives(), np.load(there)
    assert set(here) == set(other)
    for key, value in here.items():
        assert np.abs(value - other[key]).max() <= 1e-4 * max(1.0, np.abs(value).max()), key


@pytest.mark.parametrize(
    ("triple", "processor", "vectors"),
    [
        ("aarch64-unknown-linux-gnu", "", r"\bfml[as]\s+v\d+\.4s"),
        ("x86_64-unknown-linux-gnu", "", r"\bmulps\s+.*%xmm"),
        ("x86_64-unknown-linux-gnu", "haswell", r"\bvfn?m(add|sub)\w+ps\s+.*%ymm"),
        ("x86_64-unknown-linux-gnu", "skylake-avx512", r"\bv\w+ps\s+.*%[yz]mm"),
    ],
)
def test_vector_code_is_that_of_the_processor_it_is_compiled_for(triple: str, processor: str, vectors: str) -> None:
    """Compiled for it, not run."""
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    try:
        target = llvm.Target.from_triple(triple)
    except RuntimeError:
        pytest.skip(f"this llvmlite knows no {triple}")
    machine = target.create_target_machine(cpu=processor, opt=3)
    module = ir.Module()
    module.triple, module.data_layout = triple, str(machine.target_data)
    real, whole = ir.FloatType(), ir.IntType(64)
    arguments = [real.as_pointer(), real.as_pointer(), whole, *[real] * len(Limits._fields)]
    function = ir.Function(module, ir.FunctionType(ir.VoidType(), arguments), "splat")
    builder = ir.IRBuilder(function.append_basic_block())
    kit = Toolkit(builder, real)
    state, batch, at, *limits = function.args
    given = Limits(*limits)
    splat = fetched(kit, Planes(kit, batch), at)
    with kit.span(splat.first, splat.last) as row:
        *_, alpha = row_alpha(kit, row, splat, given)
        let_through(Planes(kit, state), kit.times(row, TILE), alpha, given.transmittance_min)
    builder.ret_void()
    parsed = llvm.parse_assembly(str(module))
    parsed.verify()
    assert re.search(vectors, machine.emit_assembly(parsed))


# -- where compiled kernels are kept ----------------------------------------------------------------------------------

MINE = """
import logging
logging.basicConfig(level="INFO", format="%(levelname)s %(message)s")
import numpy as np
from scenewright.scene.splats.cpu.numeric import kernel
from scenewright.scene.splats.cpu.simd import vector_code

@vector_code
def _power(kit, row, at):
    row[at] = row[at].exponential()

@kernel
def power(row):
    _power(row, 0)

row = np.full(16, -1.0, np.float32)
power(row)
print(f"{row[3]:.4f}", "kept" if power.stats.cache_hits else "compiled")
"""


class Elsewhere:
    """A copy of the package's part that compiles, a kernel of its own beside it, and a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cache = folder, folder / "cache"
        for package in ("", "scene", "scene/splats", "scene/splats/cpu"):
            (folder / "scenewright" / package).mkdir(parents=True)
            for face in (PACKAGE / package).glob("__init__.py*"):
                shutil.copy(face, folder / "scenewright" / package)
        for path in (PACKAGE / "scene/splats/cpu").glob("*.py"):
            shutil.copy(path, folder / "scenewright/scene/splats/cpu")
        (folder / "mine.py").write_text(MINE, encoding="utf-8")

    def run(self, before: str = "", **environment: str) -> tuple[str, list[str]]:
        """What it prints, and the lines it logs."""
        given = {"NUMBA_CACHE_DIR": str(self.cache), **environment}
        child = in_child(f"{before}\nimport mine", self.folder, **given)
        assert child.returncode == 0, child.stderr
        return child.stdout.strip(), child.stderr.splitlines()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path)


def test_kernels_are_kept_until_a_file_they_are_made_of_changes(elsewhere: Elsewhere) -> None:
    made, told = elsewhere.run()
    assert made == "0.3679 compiled"
    assert told == ["INFO compiling the kernels that draw: some seconds, once on this machine"]
    assert elsewhere.run() == ("0.3679 kept", [])
    vector_code = elsewhere.folder / "scenewright/scene/splats/cpu/simd.py"
    text = vector_code.read_text(encoding="utf-8")
    assert "_LOG2_E = 1.4426950408889634" in text
    vector_code.write_text(
        text.replace("_LOG2_E = 1.4426950408889634", "_LOG2_E = 2.8853900817779268"), encoding="utf-8"
    )
    assert elsewhere.run()[0] == "0.1353 compiled"
    assert elsewhere.run()[0] == "0.1353 kept"
    # stale ones do not pile up
    assert len(list(elsewhere.cache.rglob("mine.power*.nbc"))) == 1


def test_without_a_folder_kernels_compile_anew_with_one_warning(
    elsewhere: Elsewhere,
) -> None:
    """Files where the folders would be: root may write anywhere, but not there."""
    barred = elsewhere.folder / "barred"
    barred.touch()
    for folder in (elsewhere.folder, elsewhere.folder / "scenewright/scene/splats/cpu"):
        (folder / "__pycache__").touch()
    homes = {"HOME": str(barred), "XDG_CACHE_HOME": str(barred), "NUMBA_CACHE_DIR": "", "PYTHONDONTWRITEBYTECODE": "1"}
    for _ in range(2):
        made, told = elsewhere.run(**homes)
        assert made == "0.3679 compiled"
        assert told == [
            "WARNING compiled kernels cannot be kept here: set NUMBA_CACHE_DIR to a folder that can be written"
        ]


def test_a_full_disk_costs_time_and_not_the_picture(elsewhere: Elsewhere) -> None:
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"
    made, told = elsewhere.run(full, PYTHONDONTWRITEBYTECODE="1")
    assert made == "0.3679 compiled"
    assert [line for line in told if line.startswith("WARNING compiled kernels cannot be kept in ")]
    assert elsewhere.run()[0] == "0.3679 compiled"


@pytest.mark.parametrize("kind", ["nbi", "nbc"])
def test_a_damaged_cache_is_made_anew(elsewhere: Elsewhere, kind: str) -> None:
    elsewhere.run()
    (path,) = elsewhere.cache.rglob(f"mine.power*.{kind}")
    path.write_bytes(path.read_bytes()[:40])
    made, told = elsewhere.run()
    assert made == "0.3679 compiled"
    assert [line for line in told if "cannot be read and are compiled again" in line]
    assert elsewhere.run() == ("0.3679 kept", [])


# -- threads, processes, interruptions --------------------------------------------------------------------------------


def test_several_threads_of_python_can_draw_at_once() -> None:
    wanted = drawn_with_derivatives(threads=2)
    with ThreadPoolExecutor(4) as pool:
        for got in pool.map(lambda _: drawn_with_derivatives(threads=2), range(8)):
            for key, value in wanted.items():
                assert np.array_equal(got[key], value), key


def _drawn_sum(_: int) -> float:
    torch.set_num_threads(1)
    return float(rasterize(random_gaussians(100, seed=2), ring(2), threads=2).color.sum())


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_children_draw_as_their_parent_does(method: str) -> None:
    """After the parent has drawn: a forked child has its pool of threads, and none of them."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} here")
    wanted = _drawn_sum(0)
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(_drawn_sum, range(4)).get(timeout=120) == [wanted] * 4


def test_an_exception_ends_jobs_when_those_that_began_are_over() -> None:
    begun, over = [], []

    def job(number: int) -> None:
        begun.append(number)
        if number == 0:
            raise ValueError("of a job")
        time.sleep(0.05)
        over.append(number)

    with pytest.raises(ValueError, match="of a job"):
        on_threads(2, job, [(i,) for i in range(100)])
    assert sorted(over) == sorted(set(begun) - {0})
    assert len(begun) < 20


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="there are no signals to threads here")
def test_an_interruption_leaves_no_work_and_the_next_draw_whole() -> None:
    begun, over = [], []

    def job(number: int) -> None:
        begun.append(number)
        if number == 4:
            signal.pthread_kill(threading.main_thread().ident, signal.SIGALRM)
        time.sleep(0.05)
        over.append(number)

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            on_threads(2, job, [(i,) for i in range(200)])
    finally:
        signal.signal(signal.SIGALRM, before)
    assert sorted(begun) == sorted(over)
    assert 5 <= len(begun) < 50
    time.sleep(0.1)
    assert sorted(begun) == sorted(over)
    assert on_threads(2, lambda a: a + 1, [(i,) for i in range(5)]) == [1, 2, 3, 4, 5]


def test_chunks_cover_everything_once() -> None:
    for count in (0, 1, 8191, 8192, 8193, 30_000):
        parts = chunks(count)
        assert [i for begin, end in parts for i in range(begin, end)] == list(range(count))


def test_threads_of_the_pool_do_not_keep_a_process_alive() -> None:
    child = in_child(
        "from scenewright.scene.splats.cpu.workers import on_threads; print(on_threads(3, abs, [(-1,), (-2,), (3,)]))"
    )
    assert (child.stdout.strip(), child.returncode) == ("[1, 2, 3]", 0)


# -- how many threads -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quota", "wanted"), [("200000 100000", 2), ("150000 100000", 2), ("1000 100000", 1), ("max 100000", 8), ("", 8)]
)
def test_a_containers_share_of_processors_sets_the_threads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, quota: str, wanted: int
) -> None:
    """Sixty-four threads on two processors' time wait for each other."""
    path = tmp_path / "cpu.max"
    path.write_text(quota + "\n", encoding="ascii")
    monkeypatch.setattr("scenewright.scene.threads.QUOTA", path)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    for name in ("SCENEWRIGHT_THREADS", "OMP_NUM_THREADS"):
        monkeypatch.delenv(name, raising=False)
    assert thread_count() == wanted
    monkeypatch.setenv("OMP_NUM_THREADS", "5,2")
    assert thread_count() == 5
    monkeypatch.setenv("SCENEWRIGHT_THREADS", "7")
    assert thread_count() == 7
    assert thread_count(3) == 3


@pytest.mark.parametrize("value", ["0", "-1", "two", "²", "1.5"])
def test_a_number_of_threads_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SCENEWRIGHT_THREADS", value)
    with pytest.raises(SettingsError, match=r"SCENEWRIGHT_THREADS is .*: it must be a positive number"):
        thread_count()
    with pytest.raises(SettingsError, match="threads is 0: it must be at least 1"):
        thread_count(0)
