"""Relevance judgments for measuring the search: questions with graded documents, read from files."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netzwerk.surfaces.search_kinds import SearchDocument

# Whitespace after a full stop, question or exclamation mark, before a capital letter, a digit or an opening quote.
SENTENCE_END = re.compile(r'(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9"„“»«‚])')
WORD = re.compile(r"\w+")
NAMES = 2
KIND = "#kind "
GRADES = ("1", "2", "3")  # helps, answers well, is exactly this


@dataclass(frozen=True)
class JudgedSet:
    """`documents` by name; `questions` with the grades of the documents that answer them; `kinds`: kind by question, if its
    file names kinds."""

    name: str
    documents: Mapping[str, SearchDocument]
    questions: list[tuple[str, dict[str, int]]]
    kinds: Mapping[str, str] = field(default_factory=dict)


def read_judged_sets(path: Path, portal: Callable[[], Mapping[str, SearchDocument]]) -> list[JudgedSet]:
    """Read a file: SQuAD's JSON, or tab-separated lines of question, document and grade for the `portal`'s own documents, which
    are named by their URLs. A line "#only /a/ /b/" or "#without /a/" says which of them were judged, by prefixes of their URLs;
    others would count as wrong. A line "#kind Abkürzungen" names the kind of the questions below it.

    Raises ValueError, with the reason, for any other file.
    """
    if path.suffix == ".json":
        return list(_squad(json.loads(path.read_text())))
    return [_graded(path, portal())]


def _graded(path: Path, documents: Mapping[str, SearchDocument]) -> JudgedSet:
    questions: dict[str, dict[str, int]] = {}
    kinds: dict[str, str] = {}
    kind = ""
    with path.open(newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if not row or row[0].startswith("#"):
                documents = _judged(documents, row[0].split()) if row else documents
                kind = row[0].removeprefix(KIND).strip() if row and row[0].startswith(KIND) else kind
                continue
            if wrong := _error_of(row, documents, questions):
                raise ValueError(f"{path.name}, line {number}: {wrong}")
            question, document, grade = row
            questions.setdefault(question, {})[document] = int(grade)
            kinds.setdefault(question, kind)
    return JudgedSet(path.stem, documents, list(questions.items()), {one: kind for one, kind in kinds.items() if kind})


def _judged(documents: Mapping[str, SearchDocument], words: list[str]) -> Mapping[str, SearchDocument]:
    """Restrict the documents by a line "#only" or "#without" with prefixes of URLs; any other line leaves all."""
    if words[0] not in ("#only", "#without"):
        return documents
    prefixes = tuple(words[1:])
    return {name: one for name, one in documents.items() if name.startswith(prefixes) == (words[0] == "#only")}


def _error_of(row: list[str], documents: Mapping[str, SearchDocument], known: Mapping[str, dict[str, int]]) -> str:
    """What is wrong with a line; "" if nothing is."""
    if len(row) != 3 or not row[0].strip():
        return "question, document and grade are expected, parted by tabs"
    question, document, grade = row
    if grade not in GRADES:
        return f"{grade!r} is no grade: {', '.join(GRADES)}"
    if document not in documents:
        return f"there is no document {document!r}"
    return "this question has a grade for this document already" if document in known.get(question, {}) else ""


def _squad(data: Mapping) -> Iterator[JudgedSet]:
    """Three sets: a question finds its sentence; two names from it find the sentence, or the paragraph."""
    sentences: dict[str, SearchDocument] = {}
    paragraphs: dict[str, SearchDocument] = {}
    whole: list[tuple[str, dict[str, int]]] = []
    names_sentence: list[tuple[str, dict[str, int]]] = []
    names_paragraph: list[tuple[str, dict[str, int]]] = []
    for paragraph in (one for article in data["data"] for one in article["paragraphs"]):
        text, paragraph_name = paragraph["context"], f"p{len(paragraphs)}"
        paragraphs[paragraph_name] = _text(text)
        starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
        names = [f"s{len(sentences) + place}" for place in range(len(starts))]
        for name, start, end in zip(names, starts, [*starts[1:], len(text)], strict=True):
            sentences[name] = _text(text[start:end].strip())
        for question in paragraph["qas"]:
            answer = question["answers"][0]["answer_start"]
            right = names[max(place for place, start in enumerate(starts) if start <= answer)]
            whole.append((question["question"], {right: 1}))
            if two := _two_names(question["question"]):
                names_sentence.append((two, {right: 1}))
                names_paragraph.append((two, {paragraph_name: 1}))
    yield JudgedSet("q->s", sentences, whole)
    yield JudgedSet("2n->s", sentences, names_sentence)
    yield JudgedSet("2n->p", paragraphs, names_paragraph)


def _text(text: str) -> SearchDocument:
    return SearchDocument(title="", url="", body=text)


def _two_names(question: str) -> str:
    """Its first two capitalised words after the first word; "" if there are fewer."""
    capitals = [word for word in WORD.findall(question)[1:] if word[0].isupper()]
    return " ".join(capitals[:NAMES]) if len(capitals) >= NAMES else ""
