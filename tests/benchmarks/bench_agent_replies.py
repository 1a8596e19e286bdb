"""Replies of a strong model as the agent's writer, with a scripted writer that follows the checker: how many end certified, with counts right.

python -m tests.benchmarks.bench_agent_replies [--json FILE]

The first answer to each request is the reply of the file. Of what goes back to it, the scripted writer takes up what a program can: it
accepts the repair that the layout offers, and drops a stated relation that does not hold or names nothing. To the errors of the three broken
replies it answers with a whole program. No model takes part. ``SCENEWRIGHT_REPLIES`` names the folder.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from scenewright.app.agent.checker import FindingKind
from scenewright.app.agent.making import Made, MakingRequest, make_scene
from scenewright.app.agent.making.making_request import Models
from scenewright.assets import Catalogue
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import solve_scene
from scenewright.scene.model import Scene
from scenewright.scene.replies import extract_program
from tests.benchmarks.figures import give, options

DESK = """from scene.language import *

@register('a desk with a lamp and two pencils')
def desk_scene():
    return concat_shapes(
        place(asset_call('oak desk'), at=(0, 0, 0), name='desk'),
        place(asset_call('desk lamp'), at=(-0.45, 0.75, 0), name='lamp'),
        *[place(asset_call('pencil'), at=(0.1 + 0.12 * i, 0.75, 0.1), turn=20 * i, name=f'pencil_{i + 1}') for i in range(2)])
"""
CRATES = """from scene.language import *

@register('a stack of three crates')
def stack():
    return concat_shapes(*[place(asset_call('crate'), at=(0, 0.3 * i, 0), name=f'crate_{i + 1}') for i in range(3)])
"""
BROKEN = {"22-cut-off": "05-garden-beds", "23-unknown-names": DESK, "24-forbidden-import": CRATES}
"""Broken reply -> what the scripted writer answers to its error: the whole reply that it was cut from, or a program of ours."""
_RELATION = re.compile(r"\b(\w+)\((?:[^()]|\([^()]*\))*\),?")
_COUNTED = {FindingKind.COUNT, FindingKind.MISSING, FindingKind.EMPTY}


class FollowingWriter:
    """Answers with a reply of a file first, and then with its program as the checker's findings ask for it."""

    def __init__(self, name: str, reply: str, whole: str, catalogue: Catalogue) -> None:
        self._name, self._reply, self._whole, self._catalogue = name, reply, whole, catalogue
        self._turns = 0
        self._source = ""

    def model(self) -> FunctionModel:
        return FunctionModel(self._answer, model_name="scripted")

    def _answer(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        self._turns += 1
        said = str(messages[-1].parts[-1].content)  # type: ignore[union-attr]
        text = self._reply if self._turns == 1 else f"```python\n{self._mended(said)}\n```"
        return ModelResponse(parts=[TextPart(text)], finish_reason="stop")

    def _mended(self, said: str) -> str:
        if "The program fails" in said or "cannot be used" in said:
            self._source = self._whole
            return self._whole
        source = self._source or extract_program(self._reply).source
        for text in re.findall(r"^- (?:line \d+: )?(.*?) (?:does not hold|cannot be read)", said, flags=re.MULTILINE):
            source = _without(source, text)
        scene = self._evaluated(source)
        result = solve_scene(source, scene, self._evaluated, provider=self._catalogue, best_effort=True, accept=True)
        self._source = result.source
        return self._source

    def _evaluated(self, source: str) -> Scene:
        return evaluate(source, assets=self._catalogue)


def _without(source: str, relation: str) -> str:
    """A program without a relation, as the checker tells it: by its name and the names of its things."""
    names = re.findall(r"\w+", relation)
    for found in _RELATION.finditer(source):
        call = re.findall(r"\w+", found[0])
        if call[:1] == names[:1] and set(names[1:3]) <= set(call):
            return source[: found.start()] + source[found.end() :]
    return re.sub(rf"\b{names[0]}\((?:[^()]|\([^()]*\))*\),?", "", source)


def run_of(name: str, request: str, reply: str, whole: str, catalogue: Catalogue) -> Made:
    """One run of the agent on a request, with the reply as its writer's first answer."""
    writer = FollowingWriter(name, reply, whole, catalogue)
    return make_scene(
        MakingRequest(request, rounds=2), Models(writer.model()), catalogue, lambda s: evaluate(s, assets=catalogue)
    )


def main() -> int:
    given = options(__doc__).parse_args()
    folder = Path(os.environ["SCENEWRIGHT_REPLIES"])
    catalogue = Catalogue.default()
    files = [f for f in sorted(folder.glob("*.md")) + sorted(folder.glob("*/*.md")) if f.name != "README.md"]
    texts = {f.stem: f.read_text(encoding="utf-8").partition("\n---\n") for f in files}
    right, first, replies, failed = 0, 0, [], {}
    for stem, (head, _, reply) in texts.items():
        request = re.search(r"request:\s*(.*)", head)[1].strip().strip('"')  # type: ignore[index]
        whole = BROKEN.get(stem, "")
        if whole in texts:
            whole = extract_program(texts[whole][2]).source
        try:
            made = run_of(stem, request, reply, whole, catalogue)
        except ScenewrightError as error:
            failed[stem] = str(error)[:200]
            continue
        layout, wrong = made.checked.layout, made.checked.report.wrong
        good = layout is not None and layout.holds and not any(f.kind in _COUNTED for f in wrong)
        right += good
        first += good and made.replies == 1
        replies.append(made.replies)
        if not good:
            failed[stem] = "; ".join(f.says for f in wrong)[:300] or "not certified"
    for stem, why in failed.items():
        print(f"{stem}: {why}", file=sys.stderr)
    give(
        {
            "replies": len(texts),
            "certified with counts right %": round(100 * right / len(texts), 1),
            "with the first answer": first,
            "answers, mean": round(sum(replies) / max(len(replies), 1), 2),
            "failed": failed,
        },
        given.json,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
