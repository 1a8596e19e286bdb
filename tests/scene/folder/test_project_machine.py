"""Random histories of a scene folder, against a plain model of what it shall hold."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from scenewright.scene.folder.project import Author

TEXTS = st.text(alphabet=st.sampled_from("ab#\n\r é椅"), max_size=12)
AUTHORS = st.sampled_from(list(Author))
State = tuple[str, int, str | None]


class Folder(RuleBasedStateMachine):
    """Edits, undo, redo, edits by hand, other openings, and what dying processes leave behind."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.project = Project.create(self.place / "s", "first\n")
        self.state: State = ("first\n", 0, None)
        self.undo: list[State] = []
        self.redo: list[State] = []
        self.revisions: list[State] = [self.state]

    def teardown(self) -> None:
        shutil.rmtree(self.place)

    def changed(self, state: State) -> None:
        if state != self.state:
            self.undo.append(self.state)
            self.redo.clear()
            self.state = state
            self.revisions.append(state)

    @rule(text=TEXTS, author=AUTHORS)
    def save(self, text: str, author: Author) -> None:
        revision = self.project.save(text, author=author, operation={"kind": "edit"}, based_on=len(self.revisions))
        self.changed((text, *self.state[1:]))
        assert revision == len(self.revisions)

    @rule(seed=st.integers(0, 3), root=st.sampled_from([None, "a"]))
    def configure(self, seed: int, root: str | None) -> None:
        self.project.configure(seed=seed, root=root)
        self.changed((self.state[0], seed, root))

    @rule(title=TEXTS)
    def note(self, title: str) -> None:
        self.project.configure(title=title)

    @precondition(lambda self: self.undo)
    @rule()
    def undo_it(self) -> None:
        self.project.undo()
        self.redo.append(self.state)
        self.state = self.undo.pop()
        self.revisions.append(self.state)

    @precondition(lambda self: self.redo)
    @rule()
    def redo_it(self) -> None:
        self.project.redo()
        self.undo.append(self.state)
        self.state = self.redo.pop()
        self.revisions.append(self.state)

    @rule()
    def too_far(self) -> None:
        if not self.undo:
            with pytest.raises(ProjectError, match="nothing to undo"):
                self.project.undo()
        if not self.redo:
            with pytest.raises(ProjectError, match="nothing to redo"):
                self.project.redo()

    @precondition(lambda self: len(self.revisions) > 1)
    @rule(text=TEXTS)
    def stale(self, text: str) -> None:
        with pytest.raises(ProjectError, match="based on revision"):
            self.project.save(text, author="agent", operation={"kind": "edit"}, based_on=len(self.revisions) - 1)

    @rule(text=TEXTS, reopen=st.booleans())
    def edit_by_hand(self, text: str, reopen: bool) -> None:
        (self.project.folder / "program.py").write_bytes(text.encode())
        assert Project.open(self.project.folder, writable=False).source == text
        if reopen:
            self.project = Project.open(self.project.folder)
        else:
            assert self.project.refresh() == (text != self.state[0])
        self.changed((text, *self.state[1:]))

    @rule(text=TEXTS, by_hand=TEXTS)
    def save_over_an_edit_by_hand(self, text: str, by_hand: str) -> None:
        (self.project.folder / "program.py").write_bytes(by_hand.encode())
        self.project.save(text, author="agent", operation={"kind": "edit"})
        self.changed((by_hand, *self.state[1:]))
        self.changed((text, *self.state[1:]))

    @rule(text=TEXTS)
    def another_process(self, text: str) -> None:
        Project.open(self.project.folder).save(text, author="agent", operation={"kind": "edit"})
        self.changed((text, *self.state[1:]))
        self.project.refresh()

    @rule(torn=st.binary(min_size=1, max_size=20).filter(lambda b: b"\n" not in b))
    def a_torn_line(self, torn: bytes) -> None:
        with (self.project.folder / "journal.jsonl").open("ab") as file:
            file.write(torn)

    @rule(where=st.sampled_from(["", "history", "assets", "renders"]))
    def a_left_over_file(self, where: str) -> None:
        (self.project.folder / where / ".program.py.0123abcd.tmp").write_text("left over")

    @rule()
    def reopen(self) -> None:
        self.project = Project.open(self.project.folder)
        assert list(self.project.folder.rglob("*.tmp")) == []

    @invariant()
    def as_the_model_says(self) -> None:
        project = self.project
        assert (project.source, project.seed, project.root) == self.state
        assert project.revision == len(self.revisions)
        assert (project.can_undo is not None, project.can_redo is not None) == (bool(self.undo), bool(self.redo))

    @invariant()
    def every_text_is_there(self) -> None:
        assert [self.project.source_at(i + 1) for i in range(len(self.revisions))] == [t for t, _, _ in self.revisions]


TestFolder = pytest.mark.slow(Folder.TestCase)
TestFolder.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
