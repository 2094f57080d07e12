"""Models of the library. Django finds all of them through this package."""

from knowledge.models.bookmarks import Bookmark
from knowledge.models.counts import MonthlyCount
from knowledge.models.glossary import GlossaryEntry
from knowledge.models.parts import ReportAuthor, ReportFile, ReportStage
from knowledge.models.reports import LibraryPage, PracticeReport
from knowledge.models.reviews import ReviewRequest
from knowledge.models.versions import ReportVersion

__all__ = [
    "Bookmark",
    "GlossaryEntry",
    "LibraryPage",
    "MonthlyCount",
    "PracticeReport",
    "ReportAuthor",
    "ReportFile",
    "ReportStage",
    "ReportVersion",
    "ReviewRequest",
]
