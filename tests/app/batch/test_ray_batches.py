"""Batches on a Ray cluster of this machine."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from scenewright.app.batch import BatchError, BatchState
from tests.app.batch.conftest import BatchPlace
from tests.support.batch_witness import install_witness

pytest.importorskip("ray")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two nodes with a core each, and folders of their own. Their processes find the package of the witness."""
    from ray.cluster_utils import Cluster

    folder = tmp_path_factory.mktemp("cluster")
    site = install_witness(folder / "site", folder / "log.txt")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(site), *filter(None, [before])])
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "object_store_memory": 100_000_000})
    made.log = folder / "log.txt"
    made.places = [node(made, folder / name) for name in ("one", "two")]
    yield made
    made.shutdown()
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


def node(cluster: Any, folder: Path) -> Any:
    folder.mkdir()
    return cluster.add_node(num_cpus=1, env_vars={"TMPDIR": str(folder)}, object_store_memory=100_000_000)


def export(name: str, **more: object) -> dict[str, object]:
    return {"kind": "export", "scene": "row", "out": name, "label": name.replace(".", "-"), **more}


def kill_a_worker() -> None:
    """One of the cluster's, as soon as it works."""
    ends = time.monotonic() + 60.0
    while time.monotonic() < ends:
        for process in psutil.process_iter(["cmdline"]):
            if "ray::BatchWorker.run" in " ".join(process.info["cmdline"] or ()):
                process.kill()
                return
        time.sleep(0.02)


def test_machines_that_share_no_folder_do_all_jobs(place: BatchPlace, cluster: Any) -> None:
    """A worker of one of them is lost, which costs its job an attempt and no more."""
    killer = threading.Thread(target=kill_a_worker)
    killer.start()
    jobs = [export(f"{n}.witness") for n in range(4)]
    done = place.run(
        *jobs, export("row.glb"), export("x.glb", frame=99), engine="ray", address=cluster.address, workers=2
    )
    killer.join()
    states = {r.label: r.state for r in done.records}
    assert states.pop("x-glb") is BatchState.FAILED
    assert set(states.values()) == {BatchState.FINISHED}
    assert max(r.attempt for r in done.records) == 2
    lines = cluster.log.read_text().splitlines()
    assert len({line.split()[0] for line in lines}) == 4
    # a node that is ready late finds nothing left to do
    worked = {line.split()[3].partition("/scenewright-batch-")[0] for line in lines}
    assert worked <= {str(cluster.log.parent / name) for name in ("one", "two")}
    assert {(place.out / r.folder).parent for r in done.records if r.folder} == {place.out}
    assert next(place.out.glob("row-glb-*/row.glb")).stat().st_size > 1_000
    assert not (place.out / ".partial").exists()


def test_what_the_cluster_lacks_is_said(place: BatchPlace, cluster: Any) -> None:
    with pytest.raises(BatchError, match="found no place for a worker with 64 cores") as refused:
        place.run(export("a.glb"), engine="ray", address=cluster.address, workers=1, cpus=64.0, start_seconds=2.0)
    assert refused.value.kind == "engine"


def test_an_address_where_nobody_answers_is_said(place: BatchPlace) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    for address, said in ((f"127.0.0.1:{port}", "no Ray cluster answers"), ("somewhere", "is no address")):
        with pytest.raises(BatchError, match=said):
            place.run(export("a.glb"), engine="ray", address=address, resume=True)
    assert "ray" not in sys.modules or not __import__("ray").is_initialized()
