from netzwerk.search.models.questions import AskedQuestion, AskedQuestionQuerySet
from netzwerk.search.models.words import CompoundWord, SynonymGroup

__all__ = ["AskedQuestion", "AskedQuestionQuerySet", "CompoundWord", "SynonymGroup"]
