"""Models of the search. Django finds every model through this package."""

from netzwerk.search.models.outbox import IndexChange, IndexState

__all__ = ["IndexChange", "IndexState"]
