from .asking import Asker as Asker
from .asking_answers import GraphAnswer as GraphAnswer
from .asking_lexicon import LexiconResolver as LexiconResolver
from .question_templates import QuestionAnswer as QuestionAnswer
from .question_templates import generate_questions as generate_questions

__all__ = [
    "Asker",
    "GraphAnswer",
    "LexiconResolver",
    "QuestionAnswer",
    "generate_questions",
]
