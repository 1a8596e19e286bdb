"""Language models as writers: a prompt goes out, a reply comes back, and what is wrong with it goes back to the model.

`client` talks to a model by its name, `writer` holds the turns, and `layout_feedback` says in words what the layout found.
"""
