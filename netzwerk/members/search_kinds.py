"""What can be found of the network: its organisations. Of people, nothing: whom one can ask, members see elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst

from netzwerk.members.directory import districts_of, topics_of
from netzwerk.members.models import Organisation, PilotSite
from netzwerk.members.models.organisations import OrganisationQuerySet, SizeClass
from netzwerk.surfaces.search_kinds import Findable, SearchFacet, SearchKind

# "thema" in addresses of the search means a topic of news: some slugs stand in both vocabularies.
FACETS = (
    SearchFacet("traeger", "Art der Organisation", lambda: dict(Organisation.Kind.choices)),
    SearchFacet("kreis", "Kreis oder kreisfreie Stadt", lambda: dict(districts_of(Organisation.objects.active()))),
    SearchFacet("groesse", "Größe der Kommune", lambda: dict(SizeClass.choices)),
    SearchFacet("schwerpunkt", "Thema der Organisation", lambda: dict(topics_of(Organisation.objects.active()))),
)


class Organisations(SearchKind):
    key, order, label = "organisationen", 40, "Organisationen"
    model = "members.Organisation"
    facets = FACETS
    stamp_fields = ("updated_at", "left_on")
    plain_fields = ("name", "place")

    def rows(self) -> OrganisationQuerySet:
        """Members of today. What others once were is found in the office's own list."""
        return Organisation.objects.active().select_related("district", "pilot_site").prefetch_related("topics")

    def visible_to(self, user: Any) -> OrganisationQuerySet:
        return self.rows().visible_to(user)

    def describe(self, row: Organisation) -> Iterator[Findable]:
        site: PilotSite | None = getattr(row, "pilot_site", None)
        topics = list(row.topics.all())
        facets = {
            "traeger": [row.kind],
            "kreis": [row.district_id] if row.district_id else [],
            "groesse": [row.size_class.value] if row.size_class else [],
            "schwerpunkt": [topic.slug for topic in topics],
        }
        yield Findable(
            title=row.name,
            url=row.get_absolute_url(),
            summary=in_words(row, site),
            body="\n".join(filter(None, [row.description, *(topic.name for topic in topics), *words_of_site(site)])),
            facets=facets,
        )


def in_words(organisation: Organisation, site: PilotSite | None) -> str:
    """ "Freier Träger in Linden, Kreis Auenrode, Lindmark. Pilotstandort." """
    district = organisation.district.name if organisation.district else ""
    where = [organisation.place, "" if district == organisation.name else district, organisation.land]
    places = ", ".join(dict.fromkeys(filter(None, where)))
    text = capfirst(f"{organisation.get_kind_display()} in {places}")
    return f"{text}. Pilotstandort." if site else text


def words_of_site(site: PilotSite | None) -> list[str]:
    return [*site.goals, site.get_payment_display(), site.get_background_display(), site.profile] if site else []
