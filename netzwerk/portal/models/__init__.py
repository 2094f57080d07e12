"""Pages of the portal, and further models."""

from netzwerk.portal.models.base import PortalPage, PortalPageQuerySet
from netzwerk.portal.models.forms import BarrierPage, ContactPage
from netzwerk.portal.models.news import NewsIndexPage, NewsPage
from netzwerk.portal.models.pages import ContentPage, FaqPage, LegalPage, StartPage
from netzwerk.portal.models.references import Reference
from netzwerk.portal.models.review import FourEyesTask, FourEyesTaskState
from netzwerk.portal.models.settings import PortalSettings

__all__ = [
    "BarrierPage",
    "ContactPage",
    "ContentPage",
    "FaqPage",
    "FourEyesTask",
    "FourEyesTaskState",
    "LegalPage",
    "NewsIndexPage",
    "NewsPage",
    "PortalPage",
    "PortalPageQuerySet",
    "PortalSettings",
    "Reference",
    "StartPage",
]
