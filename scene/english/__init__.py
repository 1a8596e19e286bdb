"""English as all of Scenewright reads it: one lexicon for descriptions, queries and questions.

Each of the three has its own grammar of sentences. What a phrase means is written here, once.
"""
