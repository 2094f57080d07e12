"""schema.org descriptions of organisations, for search engines."""

from django.conf import settings

from netzwerk.members.models import Organisation
from netzwerk.texts.addresses import ascii_email

GOVERNMENT = (*Organisation.MUNICIPAL, Organisation.Kind.UNION, Organisation.Kind.JOBCENTER, Organisation.Kind.LAND)


def description_of(organisation: Organisation) -> dict:
    """The public profile of an organisation as schema.org data."""
    data: dict = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization" if organisation.kind in GOVERNMENT else "Organization",
        "name": organisation.name,
        "url": f"{settings.BASE_URL}{organisation.get_absolute_url()}",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": organisation.street,
            "postalCode": organisation.postcode,
            "addressLocality": organisation.place,
            "addressCountry": "DE",
        },
        "description": organisation.description,
        "email": ascii_email(organisation.email),
        "telephone": organisation.phone,
        "sameAs": organisation.website,
        "memberOf": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL},
    }
    data["address"] = {name: value for name, value in data["address"].items() if value}
    return {name: value for name, value in data.items() if value}
