"""What things are called: the lexicon, noun phrases, the words of a scene's entities, names of colors."""
