"""`manage.py setup` and the index, at the first start and after each update."""

import pytest

from netzwerk.search.corpus import active_analyser
from netzwerk.search.corpus.lexicon import load_lexicon
from netzwerk.search.models import IndexState
from netzwerk.search.services.maintenance import ensure_index

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def test_an_update_of_the_analysis_rebuilds_the_index() -> None:
    ensure_index()
    built_at = IndexState.objects.get().built_at
    ensure_index()
    assert IndexState.objects.get().built_at == built_at, "one that is as it should be is left alone"
    IndexState.objects.update(made_with="an older version")
    ensure_index()
    state = IndexState.objects.get()
    assert state.made_with == active_analyser.fingerprint(load_lexicon())
    assert state.built_at > built_at
