"""What every installation needs: categories and a first rule of counting. Existing rows stay as they are."""

import tomllib
from pathlib import Path

from django.db import transaction

from netzwerk.hours.models import Category, CountingRule
from netzwerk.surfaces.locks import lock_setup

FIRST = Path(__file__).resolve().parent.parent / "first_rules.toml"


@transaction.atomic
def ensure_rules() -> None:
    lock_setup()
    first = tomllib.loads(FIRST.read_text(encoding="utf-8"))
    for position, values in enumerate(first["category"], start=1):
        Category.objects.get_or_create(key=values.pop("key"), defaults={**values, "position": position * 10})
    if not CountingRule.objects.exists():
        CountingRule.objects.bulk_create([CountingRule(**values) for values in first["rule"]])
