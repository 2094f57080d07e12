"""No person reads English that a package left there, nor words of its trade."""

import time
import pytest
from django.test import Client
from netzwerk.members.demo.personas import person_of
from tests.words.catalogues import untranslated
from tests.words.crawling import visits

pytestmark = pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "mitglied","koordination", "redaktion2", "geschaeftsstelle", "administration"])
def test_x(key,login):
    client = login(person_of(key)) if key else Client()
    t=time.time()
    said={}
    n=0
    import re
    for v in visits(client, ["/", "/mein-bereich/", "/redaktion/"] if key else ["/"]):
        n+=1
        for s in v.texts(): said.setdefault(s, v.address)
    print(key, n, len(said), time.time()-t)
    bad=untranslated(said)
    print(time.time()-t)
    for b in sorted(bad): print('  EN', repr(b), said[b])
    for s,a in said.items():
        if len(s)<300 and (re.search(r'moderation|workflow|locale|dashboard|\broot\b|snippet|schnipsel|slug|vier augen|\bdu\b|\bdein', s, re.I)): print('  W', repr(s[:160]), a)
        if len(s)<200 and re.search(r'(?<![\d.,])1 [A-ZÄÖÜ]\w*(en|er|te|e|n)\b', s): print('  1', repr(s[:100]), a)
    for a in sorted(set(said.values())): print('  A',a)
