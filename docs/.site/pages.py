"""What the site has besides docs/: the README, the notebooks, the Python functions, a gallery that the build draws, and a scene to turn.

MkDocs calls the functions whose names begin with ``on_``. Links in the texts go by the repository, as on GitHub:
:func:`on_page_markdown` turns them into links of the site. A guide that the navigation of mkdocs.yml does not name comes last
among the guides.
"""

from __future__ import annotations

import base64
import inspect
import io
import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = REPOSITORY / "app" / "reference" / "examples"
FAST = "SCENEWRIGHT_SITE_FAST"
"""Variable with which the build draws nothing: for tests of pages and links."""

_PAGES = {
    "README.md": "index.md",
    "CHANGELOG.md": "about/changelog.md",
    "CONTRIBUTING.md": "about/contributing.md",
    "SECURITY.md": "about/security.md",
    "notebooks/README.md": "notebooks/index.md",
}
"""Texts of the repository outside of docs/, by their place in the site."""
_SOURCES = {place: source for source, place in _PAGES.items()}
_LINK = re.compile(r"(\]\()([^)\s:#]+)((?:#[^)\s]*)?\))")
_ROLE = re.compile(r":(?:func|class|meth|mod|data|attr|exc):<code>~?([\w.]+)</code>")
_GROUPS = {
    "Make": ("generate", "evaluate", "fit", "brief", "resume", "runs", "copy_scene", "rename_scene"),
    "Change": ("edit", "undo", "redo", "history", "layout", "dress", "furnish", "rearrange", "tidy", "restyle"),
    "Ask": ("query", "ask", "search_catalogue", "recipes", "show_recipe", "add_recipe", "remove_recipe"),
    "Draw and export": ("render", "view", "export", "batch"),
    "Gaussian splats": ("rasterize", "read_gaussians", "write_gaussians", "open_capture"),
}
"""The functions by what they are for; those that are named nowhere follow at the end, and classes on a page of their own."""


# -- the pages ----------------------------------------------------------------------------------------------------------


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    assert config.nav is not None
    named = str(config.nav)
    guides = next(part["Guides"] for part in config.nav if "Guides" in part)
    guides += [file.name for file in sorted((REPOSITORY / "docs").glob("*.md")) if f"'{file.name}'" not in named]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for source, place in _PAGES.items():
        files.append(File.generated(config, place, content=(REPOSITORY / source).read_text(encoding="utf-8")))
    for file in sorted((REPOSITORY / "notebooks").glob("*.ipynb")):
        for place, content in notebook_page(file):
            files.append(File.generated(config, place, content=content))
    for file in sorted(EXAMPLES.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            files.append(
                File.generated(config, f"examples/{file.relative_to(EXAMPLES).as_posix()}", abs_src_path=str(file))
            )
    files.append(File.generated(config, "python/functions.md", content=functions_page()))
    files.append(File.generated(config, "python/classes.md", content=classes_page()))
    for place, content in gallery():
        files.append(File.generated(config, place, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    place = page.file.src_uri
    folder = posixpath.dirname(_SOURCES.get(place) or (place if place.startswith("notebooks/") else f"docs/{place}"))

    def of_site(match: re.Match[str]) -> str:
        target = site_place(posixpath.normpath(posixpath.join(folder, match[2])))
        if target is None:
            return match[0]
        return f"{match[1]}{posixpath.relpath(target, posixpath.dirname(place) or '.')}{match[3]}"

    return _LINK.sub(of_site, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Without the roles of docstrings: their names stand there as code."""
    return _ROLE.sub(r"<code>\1</code>", html)


def site_place(path: str) -> str | None:
    """Where a file of the repository stands in the site; None where it is no part of it."""
    if path in _PAGES:
        return _PAGES[path]
    if path.startswith("docs/"):
        return path.removeprefix("docs/")
    if path.startswith("notebooks/") and path.endswith(".ipynb"):
        return f"{path.removesuffix('.ipynb')}.md"
    if path.startswith("app/reference/examples/"):
        name = path.removeprefix("app/reference/")
        return name if posixpath.splitext(name)[1] else f"{name}/program.py"
    return None


# -- notebooks ----------------------------------------------------------------------------------------------------------


def notebook_page(file: Path) -> Iterator[tuple[str, str | bytes]]:
    """The page of a notebook as it is kept, and its pictures."""
    parts = []
    for number, cell in enumerate(nbformat.read(file, as_version=4).cells):
        parts.append(cell.source if cell.cell_type == "markdown" else fenced("python", cell.source))
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            kind = next((kind for kind in ("image/jpeg", "image/png") if kind in data), None)
            if kind is not None:
                picture = f"{file.stem}-{number}.{kind.rpartition('/')[2]}"
                yield f"notebooks/{picture}", base64.b64decode(data[kind])
                parts.append(f"![What the cell shows]({picture})")
            else:
                parts.append(fenced("text", output.get("text") or data.get("text/plain", "")))
    parts.append(f"The notebook itself: `notebooks/{file.name}`.")
    yield f"notebooks/{file.stem}.md", "\n\n".join(parts)


def fenced(language: str, text: str) -> str:
    """A block of code; its fence is longer than any in it."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


# -- Python -------------------------------------------------------------------------------------------------------------


def functions_page() -> str:
    import scenewright as sw

    functions = [name for name in sw.__all__ if inspect.isfunction(getattr(sw, name))]
    named = {name for names in _GROUPS.values() for name in names}
    groups = {**_GROUPS, "Others": tuple(name for name in functions if name not in named)}
    parts = [
        "# Functions\n\n`import scenewright as sw`. A scene is a scene folder, a `.py`, a model's reply `.md`, or the text of a program. "
        "Errors are `ScenewrightError`; its `field` names a wrong argument."
    ]
    for title, names in groups.items():
        there = [name for name in names if name in functions]
        parts += [f"## {title}"] * bool(there) + [described(name, getattr(sw, name), 3) for name in there]
    return "\n\n".join(parts)


def classes_page() -> str:
    import scenewright as sw

    classes = [name for name in sw.__all__ if inspect.isclass(getattr(sw, name))]
    errors = [name for name in classes if issubclass(getattr(sw, name), Exception)]
    edits = [name for name in classes if issubclass(getattr(sw, name), sw.Edit) and name not in errors]
    rest = [name for name in classes if name not in (*errors, *edits)]
    parts = ["# Classes\n\nWhat the functions take and give."]
    for title, names in (("Scenes and results", rest), ("Edits", edits), ("Errors", errors)):
        parts += [f"## {title}", *(described(name, getattr(sw, name), 3) for name in names)]
    return "\n\n".join(parts)


def described(name: str, value: Any, level: int) -> str:
    """What mkdocstrings makes of a docstring."""
    place = f"{value.__module__}.{value.__qualname__}"
    return (
        f"::: {place}\n    options:\n      heading: sw.{name}\n      toc_label: {name}\n      heading_level: {level}\n"
    )


# -- what the build draws -----------------------------------------------------------------------------------------------


def gallery() -> Iterator[tuple[str, str | bytes]]:
    """The examples, each with a picture and its program, and one of them to turn."""
    parts = [
        "# Gallery\n\nThe examples of the [reference](reference/examples.md), drawn by the preview renderer when this site was built."
    ]
    fast = FAST in os.environ
    for file in sorted(EXAMPLES.glob("*.py")):
        parts.append(f"## {file.stem.replace('_', ' ').capitalize()}")
        if not fast:
            yield f"gallery/{file.stem}.jpg", drawn(file)
            parts.append(f"![{file.stem.replace('_', ' ')}](gallery/{file.stem}.jpg)")
        parts.append(f'??? "The program"\n\n{indented(fenced("python", file.read_text(encoding="utf-8")))}')
    if not fast:
        yield "gallery/viewer.html", viewer(EXAMPLES / "reading_corner.py")
        parts.insert(
            1,
            'One to turn; the page of it was written by `sw.view(scene).save("scene.html")` and needs no server.\n\n'
            '<iframe src="gallery/viewer.html" title="A reading corner, to turn" width="100%" height="480" style="border: 0"></iframe>',
        )
    yield "gallery.md", "\n\n".join(parts)


def drawn(program: Path) -> bytes:
    from PIL import Image

    import scenewright as sw

    view = sw.render(program, cameras=[0], width=720, height=480, arrays=True)[0]
    assert view.color is not None
    stream = io.BytesIO()
    Image.fromarray(view.color).save(stream, "JPEG", quality=88)
    return stream.getvalue()


def viewer(program: Path) -> str:
    import scenewright as sw

    return sw.view(program).html


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())
