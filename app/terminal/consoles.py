"""Rich consoles whose output a name or a message cannot style, forge or erase."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scenewright.scene.printing import printable_lines

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.progress import Progress
    from rich.segment import Segment

__all__ = ["neutral_console", "neutral_progress"]


class _Neutral:
    """What rich is about to print, with all text in it made printable. Rich's own control codes, which carry no text, stay."""

    def __init__(self, renderable: Any) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        from rich.segment import Segment

        for segment in console.render(self._renderable, options):
            yield segment if segment.control else Segment(printable_lines(segment.text), _without_link(segment.style))


def _without_link(style: Any) -> Any:
    return style.update_link(None) if style is not None and style.link else style


class _MakeNeutral:
    """A render hook of rich, which all output of a console passes."""

    def process_renderables(self, renderables: list[Any]) -> list[Any]:
        return [_Neutral(renderable) for renderable in renderables]


def neutral_console(*, to_errors: bool = False) -> Console:
    """A console for results and tables: no markup, no highlighting, no emoji codes, all text printable.

    Args:
        to_errors: write to standard error rather than standard output.
    """
    from rich.console import Console

    console = Console(stderr=to_errors, soft_wrap=True, highlight=False, markup=False, emoji=False)
    console.push_render_hook(_MakeNeutral())  # type: ignore[arg-type]
    return console


def neutral_progress(*, measured: bool = True) -> Progress:
    """A progress bar on standard error whose descriptions have no markup. Whoever sets a description makes it printable: the bar is
    drawn over again, past the hooks of the console.

    Args:
        measured: how far the work is, and how long it still takes, can be said; otherwise only a spinner turns.
    """
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    text = TextColumn("{task.description}", markup=False)
    columns = (text, BarColumn(), TaskProgressColumn(), TimeRemainingColumn()) if measured else (SpinnerColumn(), text)
    return Progress(*columns, console=neutral_console(to_errors=True), transient=True)
