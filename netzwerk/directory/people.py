"""The list of people to ask, narrowed by filters. Its rows are the open profiles that the person may see."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from netzwerk.directory.topics import TopicsFacet
from netzwerk.lists.filters import FilteredList
from netzwerk.members.models import User
from netzwerk.members.models.people import UserQuerySet


def address_of(person: User) -> str:
    """URL of the entry of this person, for those who may see it."""
    return f"{reverse('people:list')}?{urlencode({'q': person.get_full_name()})}#person-{person.pk}"


class PeopleDirectory(TopicsFacet, FilteredList):
    facet_names = ("thema", "art")
    narrow = {
        "q": lambda found, words: found.matching(words),
        "thema": lambda found, slugs: found.about(slugs),
        "art": lambda found, kinds: found.of_kind(kinds),
    }
    columns = {"art": "memberships__organisation__kind"}
    prefixes = {"art": "Art: "}

    def counts(self, name: str) -> dict[str, int]:
        if name != "art":
            return super().counts(name)
        others = self.found(without=name).order_by()
        now = Q(memberships__ended_on__isnull=True)
        return dict(others.values_list(self.columns[name]).annotate(total=Count("pk", filter=now, distinct=True)))

    def listed(self) -> UserQuerySet:
        return self.found().with_current_memberships().prefetch_related("topics").by_name()
