from .asking import Asker
from .asking_answers import GraphAnswer
from .asking_lexicon import LexiconResolver
from .question_templates import QuestionAnswer, generate_questions

__all__ = [
    "Asker",
    "GraphAnswer",
    "LexiconResolver",
    "QuestionAnswer",
    "generate_questions",
]
