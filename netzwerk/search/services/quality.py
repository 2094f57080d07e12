"""Measures the relevance of results: nDCG@10, mean reciprocal rank and recall, with confidence intervals, step by step."""

import random
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from math import log2
from statistics import fmean

from netzwerk.search.analysis import Analyser, Splitter
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.corpus.active_analyser import ActiveAnalyser
from netzwerk.search.corpus.entries import RawEntry, entry_of, words_in
from netzwerk.search.corpus.lexicon import Lexicon
from netzwerk.search.corpus.vocabulary import VocabularyBuilder
from netzwerk.search.engines.port import Engine, SearchRequest
from netzwerk.search.services.judgments import JudgedSet
from netzwerk.search.services.permitted_search import plan_of_pairs
from netzwerk.search.services.planning import analyse_question
from netzwerk.search.services.spelling import corrections_for
from netzwerk.search.services.synonyms import Synonyms
from netzwerk.search.weights import WEIGHTS, Weights
from netzwerk.surfaces.search_kinds import PUBLIC

DEPTH = 10
SAMPLES, SEED = 2_000, 20_261_123
# Exact words only.
BARE = replace(
    WEIGHTS,
    words=1.0,
    stems=0.0,
    parts=0.0,
    in_title=0.0,
    grams=0.0,
    pairs=0.0,
    exact_title=0.0,
    all_found=0.0,
    joined=0.0,
    ageing=0.0,
)


@dataclass(frozen=True)
class Step:
    """One measured setting."""

    label: str
    weights: Weights
    stop_words: frozenset[str] = STOP_WORDS
    with_lexicon: bool = False
    with_corrections: bool = False


ANY_WORD = Step("any word", BARE, frozenset())
STEMMED = Step("+ stop words and stems", replace(BARE, words=WEIGHTS.words, stems=WEIGHTS.stems))
SPLIT = Step("+ compounds", replace(STEMMED.weights, parts=WEIGHTS.parts))
GRAMS = Step("+ letters in fours", replace(SPLIT.weights, grams=WEIGHTS.grams))
NEIGHBOURS = Step("+ pairs, joined words, all words, titles", replace(WEIGHTS, ageing=0.0))
EVERYTHING = Step("+ corrections, editors' words, age", WEIGHTS, STOP_WORDS, True, True)
STEPS = (ANY_WORD, STEMMED, SPLIT, GRAMS, NEIGHBOURS, EVERYTHING)


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one question."""

    ndcg: float
    reciprocal_rank: float
    recall: float
    first: str  # name of the first document, "" if nothing was found
    is_best: bool  # no document has a better grade


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the bounds of its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.4f} [{self.low:.4f}, {self.high:.4f}]"


def measure(judged: JudgedSet, step: Step, engine: Engine, lexicon: Lexicon) -> list[Score]:
    """Index the documents with this setting and ask every question. Replaces the index of the engine."""
    active = active_analyser_for(judged, step, lexicon if step.with_lexicon else Lexicon())
    raw_entries = [RawEntry("", number, PUBLIC, "", found) for number, found in enumerate(judged.documents.values())]
    names = dict(zip(map(str, range(len(raw_entries))), judged.documents, strict=True))
    new_index = engine.rebuild()
    for raw in raw_entries:
        new_index.add(replace(entry_of(raw, active.analyser), key=str(raw.pk)))
    new_index.publish()
    synonyms = Synonyms.of_lexicon(active.lexicon, active.analyser)
    scores = []

    def occur_together(stem: str, others: Collection[str]) -> bool:
        return engine.search(SearchRequest(plan_of_pairs(stem, others), frozenset({PUBLIC}), size=1)).total > 0

    for text, grades in judged.questions:
        corrections = corrections_for(text, active, occur_together=occur_together) if step.with_corrections else {}
        question = analyse_question(text, active.analyser, synonyms, corrections, active.vocabulary)
        request = SearchRequest(question.plan, frozenset({PUBLIC}), size=DEPTH)
        hits = engine.search(request).hits if question.plan.groups else []
        scores.append(score([names[hit.key] for hit in hits], grades))
    return scores


def active_analyser_for(judged: JudgedSet, step: Step, lexicon: Lexicon) -> ActiveAnalyser:
    """An analyser whose vocabulary is that of the documents."""
    builder = VocabularyBuilder(step.stop_words)
    for found in judged.documents.values():
        builder.add(words_in(RawEntry("", 0, PUBLIC, "", found)))
    vocabulary = builder.build()
    splitter = Splitter(vocabulary.words, lexicon.listed, lexicon.splits) if step.weights.parts else Splitter()
    analyser = Analyser(splitter, vocabulary.usual_length, weights=step.weights, stop_words=step.stop_words)
    return ActiveAnalyser(vocabulary, lexicon, analyser)


def score(found: list[str], grades: dict[str, int]) -> Score:
    """Scores of the found names, best first; only the first DEPTH count."""
    gains = [grades.get(name, 0) / log2(rank + 2) for rank, name in enumerate(found[:DEPTH])]
    ideal = sum(grade / log2(rank + 2) for rank, grade in enumerate(sorted(grades.values(), reverse=True)[:DEPTH]))
    right = [rank for rank, name in enumerate(found[:DEPTH]) if grades.get(name)]
    wanted = sum(1 for grade in grades.values() if grade)
    return Score(
        ndcg=sum(gains) / ideal if ideal else 0.0,
        reciprocal_rank=1 / (right[0] + 1) if right else 0.0,
        recall=len(right) / min(wanted, DEPTH) if wanted else 0.0,
        first=found[0] if found else "",
        is_best=bool(found) and grades.get(found[0], 0) == max(grades.values(), default=0) > 0,
    )


def interval(values: list[float]) -> Interval:
    """Bootstrap over questions, with a fixed seed, so that a run can be repeated."""
    generator = random.Random(SEED)  # noqa: S311  draws of a bootstrap, no secret
    means = sorted(fmean(generator.choices(values, k=len(values))) for _sample in range(SAMPLES))
    return Interval(fmean(values), means[int(SAMPLES * 0.025)], means[int(SAMPLES * 0.975)])


def difference(scores: list[Score], others: list[Score]) -> Interval:
    """Paired difference of nDCG between two settings."""
    return interval([one.ndcg - other.ndcg for one, other in zip(scores, others, strict=True)])


def table(judged: JudgedSet, measured: Iterable[tuple[str, list[Score]]]) -> list[str]:
    """A Markdown table of the settings, each compared with the one before it."""
    lines = [
        f"### {judged.name}: {len(judged.questions)} questions, {len(judged.documents)} documents",
        "",
        "| Setting | nDCG@10 | MRR | recall@10 | nDCG against the line above |",
        "|---|---|---|---|---|",
    ]
    before: list[Score] | None = None
    for label, scores in measured:
        change = difference(scores, before) if before else None
        shown = f"{change.mean:+.4f} {str(change).partition(' ')[2]}" if change else ""
        lines.append(f"| {label} | {_columns(scores)} | {shown} |")
        before = scores
    return lines


def table_of_kinds(judged: JudgedSet, scores: list[Score]) -> list[str]:
    """A Markdown table of the kinds of questions, in the order of the file, and of all of them."""
    lines = [
        f"### {judged.name}: {len(judged.questions)} questions, {len(judged.documents)} documents",
        "",
        "| Kind | questions | nDCG@10 | MRR | recall@10 |",
        "|---|--:|---|---|---|",
    ]
    by_kind: dict[str, list[Score]] = {}
    for (text, _grades), score in zip(judged.questions, scores, strict=True):
        by_kind.setdefault(judged.kinds.get(text, ""), []).append(score)
    for kind, found in [*(pair for pair in by_kind.items() if pair[0]), ("all", scores)]:
        lines.append(f"| {kind} | {len(found)} | {_columns(found)} |")
    return lines


def _columns(scores: list[Score]) -> str:
    names = "ndcg", "reciprocal_rank", "recall"
    return " | ".join(str(interval([getattr(one, name) for one in scores])) for name in names)
