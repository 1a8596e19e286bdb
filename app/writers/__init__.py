"""Who writes the program of a text: the embedded writer, a language model, or a plug-in.

`writer` is the protocol that all follow, `registry` finds one by its name, and `judging` says how a writer's program is judged before it
is kept. `embedded` needs no key and no network; `model` asks a language model.
"""
