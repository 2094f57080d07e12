"""`manage.py search`: rebuilds, drains, checks and measures the index."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.search import tasks
from netzwerk.search.corpus.lexicon import load_lexicon
from netzwerk.search.engines.choice import scratch_engine
from netzwerk.search.engines.port import EngineDown
from netzwerk.search.services import checking, indexing, judgments, quality
from netzwerk.search.services.status import status

BAR = 30
DIFFERS, DOWN = 1, 2
SHOWN_AT_MOST = 10


class Command(BaseCommand):
    help = (
        "The search index. rebuild: build it anew while searches go on. status: counts and age. check: find entries that are "
        "missing, outdated or surplus; exit code 0 for none, 1 for some, 2 when the engine does not answer. drain: apply "
        "pending changes. quality: measure judged questions."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("rebuild", help="build the index anew and switch to it")
        actions.add_parser("status", help="engine, entries, age, pending changes")
        check = actions.add_parser("check", help="find missing, outdated and surplus entries")
        check.add_argument("--repair", action="store_true", help="update the index to match the database")
        actions.add_parser("drain", help="apply pending changes")
        quality = actions.add_parser(
            "quality", help="measure judged questions: SQuAD's JSON, or question, address and grade"
        )
        quality.add_argument("files", nargs="+", type=Path, metavar="FILE")
        quality.add_argument("--kinds", action="store_true", help="the full setting only, by kind of question")
        quality.add_argument("--misses", action="store_true", help="list the questions whose best answer is not first")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, f"do_{options['action']}")(options)
        except EngineDown as error:
            raise CommandError(f"Die Suchmaschine antwortet nicht: {error}", returncode=DOWN) from error

    def do_rebuild(self, _options: dict) -> None:
        began = time.monotonic()
        count = indexing.rebuild(self._progress)
        self.stdout.write(f"{count} Einträge in {time.monotonic() - began:.1f} s ({settings.SEARCH_ENGINE}).")

    def do_status(self, _options: dict) -> None:
        found = status()
        for label, value in found.lines():
            self.stdout.write(f"{label}: {value}")
        if found.must_be_rebuilt:
            self.stdout.write("Der Index ist mit anderen Wörtern oder Gewichten gebaut: manage.py search rebuild")

    def do_check(self, options: dict) -> None:
        found = checking.check()
        for label, keys in (("fehlen", found.missing), ("veraltet", found.outdated), ("überzählig", found.surplus)):
            examples = f" ({', '.join(sorted(keys)[:SHOWN_AT_MOST])})" if keys else ""
            self.stdout.write(f"{label}: {len(keys)}{examples}")
        if options["repair"]:
            self.stdout.write(f"{checking.sweep()} Änderungen übertragen.")
        elif found.all():
            raise CommandError(
                "Index und Datenbank unterscheiden sich: manage.py search check --repair", returncode=DIFFERS
            )

    def do_drain(self, _options: dict) -> None:
        self.stdout.write(f"{tasks.drain()} Änderungen übertragen.")

    def do_quality(self, options: dict) -> None:
        lexicon = load_lexicon()
        for path in options["files"]:
            try:
                judged_sets = judgments.read_judged_sets(path, indexing.public_documents)
            except (OSError, ValueError, KeyError) as error:
                raise CommandError(f"{path}: {error}") from error
            for judged in judged_sets:
                measured = []
                for step in [quality.EVERYTHING] if options["kinds"] else quality.STEPS:
                    with scratch_engine() as engine:
                        measured.append((step.label, quality.measure(judged, step, engine, lexicon)))
                table = (
                    quality.table_of_kinds(judged, measured[-1][1])
                    if options["kinds"]
                    else quality.table(judged, measured)
                )
                self.stdout.write("\n".join(table) + "\n")
                if options["misses"]:
                    self._misses(judged, measured[-1][1])

    def _misses(self, judged: judgments.JudgedSet, scores: list[quality.Score]) -> None:
        for (text, grades), score in zip(judged.questions, scores, strict=True):
            if not score.is_best:
                best = max(grades, key=grades.__getitem__)
                self.stdout.write(f"- „{text}“ ({score.ndcg:.2f}): {score.first or 'nichts'} statt {best}")

    def _progress(self, step: str, done: int, total: int) -> None:
        """A progress bar, only on a terminal."""
        if self.stdout.isatty() and total:
            full = BAR * done // total
            ending = "\n" if done == total else ""
            self.stdout.write(f"\r{step:<16} [{'█' * full}{'·' * (BAR - full)}] {done}/{total}", ending=ending)
            self.stdout.flush()
