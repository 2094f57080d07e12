"""The cache that all processes share, in the database. Values that cannot be unpickled count as missing and are deleted."""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.cache.backends import db
from django.db import Error as DatabaseError

logger = logging.getLogger(__name__)


class ForgivingDatabaseCache(db.DatabaseCache):
    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        found = {}
        for key in keys:
            try:
                found |= super().get_many([key], version)
            except DatabaseError:
                raise
            except Exception:  # pickle raises anything for damaged bytes
                logger.error("a damaged value of the cache was deleted")
                self.delete(key, version)
        return found
