"""Search kinds of the network: organisations, and (for members only) people with an open profile."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst

from netzwerk.directory.organisations import districts_of
from netzwerk.directory.people import address_of
from netzwerk.members import access
from netzwerk.members.models import Organisation, PilotSite, User
from netzwerk.members.models.organisations import OrganisationQuerySet, SizeClass
from netzwerk.members.models.people import UserQuerySet
from netzwerk.surfaces.registry import TOPICS
from netzwerk.surfaces.search_kinds import Link, SearchDocument, SearchFacet, SearchKind
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.search_facets import names_by_slug

# The query parameter "thema" of the search means a topic of news: some slugs exist in both vocabularies.
FACETS = (
    SearchFacet("traeger", "Art der Organisation", lambda: dict(Organisation.Kind.choices)),
    SearchFacet("kreis", "Kreis oder kreisfreie Stadt", lambda: dict(districts_of(Organisation.objects.active()))),
    SearchFacet("groesse", "Größe der Kommune", lambda: dict(SizeClass.choices)),
    SearchFacet("schwerpunkt", "Thema der Organisation", names_by_slug(TOPICS)),
)


class Organisations(SearchKind):
    key, order, label = "organisationen", 40, "Organisationen"
    model = "members.Organisation"
    facets = FACETS
    stamp_fields = ("updated_at", "left_on")
    fallback_fields = ("name", "place")

    def rows(self) -> OrganisationQuerySet:
        """Current members; former ones are listed in the office desk only."""
        with_broader = Prefetch("topics", Term.objects.select_related("parent__parent"))
        return Organisation.objects.active().select_related("district", "pilot_site").prefetch_related(with_broader)

    def visible_to(self, user: Any) -> OrganisationQuerySet:
        return self.rows().visible_to(user)

    def rows_for_links(self, user: Any) -> OrganisationQuerySet:
        return Organisation.objects.active().visible_to(user).only("name", "slug")

    def link_to(self, row: Organisation) -> Link:
        return Link(row.name, row.get_absolute_url())

    def describe(self, row: Organisation) -> Iterator[SearchDocument]:
        site: PilotSite | None = getattr(row, "pilot_site", None)
        topics = list(row.topics.all())
        facets = {
            "traeger": [row.kind],
            "kreis": [row.district_id] if row.district_id else [],
            "groesse": [row.size_class.value] if row.size_class else [],
            "schwerpunkt": list(dict.fromkeys(one.slug for topic in topics for one in topic.with_broader)),
        }
        yield SearchDocument(
            title=row.name,
            url=row.get_absolute_url(),
            summary=in_words(row, site),
            body="\n".join(filter(None, [row.description, *(topic.name for topic in topics), *words_of_site(site)])),
            facets=facets,
        )


FOR_MEMBERS = "menschen"  # the audience of people who may see open profiles


class People(SearchKind):
    """Name, function, organisations and topics of a person. E-mail address and phone number are not indexed."""

    key, order, label = "menschen", 45, "Menschen"
    model = "members.User"
    stamp_fields = ("first_name", "last_name", "function", "about")
    fallback_fields = ("first_name", "last_name", "function")
    depends_on = dict.fromkeys(("members.RoleGrant", "members.Membership"), lambda row: [row.user_id])
    can_be_referred_to = False  # a reference keeps the title, and a name has to go with its account
    unindexed_fields = frozenset({"last_login", "password", "email", "phone"})

    def rows(self) -> UserQuerySet:
        return User.objects.with_open_profile().with_current_memberships().prefetch_related("topics")

    def visible_to(self, user: Any) -> UserQuerySet:
        """Open profiles only, also for the network office, which sees all people in its desk."""
        return self.rows().visible_to(user) if access.can_see_open_profiles(user) else self.rows().none()

    def audience_keys(self, rows: Sequence[User]) -> dict[int, str]:
        return {row.pk: FOR_MEMBERS for row in rows}

    def audience_keys_of(self, user: Any) -> set[str]:
        return {FOR_MEMBERS} if access.can_see_open_profiles(user) else set()

    def is_offered_to(self, user: Any) -> bool:
        return access.can_see_open_profiles(user)

    def stamp(self, row: Any) -> str:
        return sha256(super().stamp(row).encode()).hexdigest()

    def describe(self, row: User) -> Iterator[SearchDocument]:
        name = f"{row.first_name} {row.last_name}".strip()
        if not name:
            return
        organisations = [membership.organisation.name for membership in row.current_memberships]
        yield SearchDocument(
            title=name,
            url=address_of(row),
            summary=", ".join(filter(None, [row.function, *organisations])),
            body="\n".join(filter(None, [row.about, *(topic.name for topic in row.topics.all())])),
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
