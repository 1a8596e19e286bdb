"""The program in a language model's raw reply.

`reading` is the public interface. It finds the fenced blocks (`blocks`), classifies them (`pieces`), chooses among them (`choice`)
and joins them (`joining`). It also undoes what a chat window did to the code, such as typographic quotes (`typing`).
"""
