# %% [markdown]
# # What a language model did
#
# `sw.generate(text, model="provider:name")` lets a model write the program. It is checked by numbers after each answer, and what is wrong goes back
# to the model. All of that is kept in the scene folder: what was asked, what was answered, the program of each round, tokens, seconds, cost. A
# kept run can be **replayed without a network**.
#
# **About this recording.** No language model was asked for it: a server of the test suite played one, with two answers that were written for
# this notebook (`tests/support/recorded_run.py`). The first has faults on purpose. The brief, the prompts, the checks, the layout and the
# replay are the real ones; the numbers of tokens are made up.

# %%
import shutil

import scenewright as sw

shutil.copytree("recorded/study", "scenes/study", dirs_exist_ok=True)
run = sw.runs("scenes/study").runs[0]
print("asked: ", run.request)
print("models:", run.models, " rounds:", run.rounds, " outcome:", run.outcome)
print("spent: ", run.spent.tokens, "tokens in", run.spent.requests, "requests")

# %% [markdown]
# ## Round by round
#
# What the checker found in each program, by the clauses of the request and by geometry after the layout.

# %%
from scenewright.app.actions.run_reading import REPLAY_RUN, SHOW_RUN, ReplayRunRequest, ShowRunRequest

shown = SHOW_RUN(ShowRunRequest(scene="scenes/study", run=run.id))
for each in shown.record.rounds:
    print(f"round {each.number}{' (kept)' if each.kept else ''}: {each.checks}")

# %% [markdown]
# ## What was said
#
# The first turn holds the request, the brief, objects of the catalogue that matter for it, and the language; the second what was wrong.

# %%
first, second = shown.turns(900, shorten=lambda text, most: text[:most])[:2]
print(first["said"], "\n...\n\nANSWER:", first["answered"][:220], "\n...")

# %%
print(second["said"])

# %% [markdown]
# ## The two programs
#
# As the model wrote them; what the layout moved stands in the round.

# %%
one, two = (sw.render(each.program, width=360, height=280, arrays=True) for each in shown.record.rounds)
one

# %%
two

# %% [markdown]
# ## Replay
#
# The recorded answers are given again, and the program is compared. By default a turn that would be asked otherwise today (newer prompts, another
# catalogue) is an error; `strict=False` makes a note of it. On the command line: `scenewright runs SCENE ID --replay`.

# %%
again = REPLAY_RUN(ReplayRunRequest(scene="scenes/study", run=run.id, strict=False))
print("rounds:", again.rounds, " the same program:", again.same)
for note in again.notes[:3]:
    print("note:", note[:160])

# %% [markdown]
# With a model of your own: `sw.generate(text, model="ollama:qwen3", effort="best", max_money=0.5)`; see [the agent](../docs/agent.md) and
# [models](../docs/models.md).
