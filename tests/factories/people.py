"""People for tests."""

import factory

from netzwerk.members.models import Organisation, User
from netzwerk.members.reach import forget_grants
from netzwerk.members.roles import Role, Scope
from netzwerk.members.services.grants import give_role
from netzwerk.members.services.memberships import join_organisation
from tests.factories.organisations import organisation as new_organisation
from tests.factories.organisations import pilot_site

PASSWORD = "ein-sehr-gutes-passwort"


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@test.example")
    first_name = "Test"
    last_name = factory.Sequence(lambda number: f"Person {number}")

    @classmethod
    def _create(cls, model_class: type[User], *args, **kwargs) -> User:
        return model_class.objects.create_user(kwargs.pop("email"), kwargs.pop("password", PASSWORD), **kwargs)

    @classmethod
    def with_role(
        cls, role: Role | None = None, *, superuser: bool = False, home: Organisation | None = None, **fields
    ) -> User:
        """A person with this role, in `home` or a new organisation if the role has such a scope."""
        user = cls.create(is_superuser=superuser, **fields)
        if role is not None and role.scope != Scope.NETWORK:
            home = home or new_organisation()
        if home is not None:
            join_organisation(user, home, actor=None)
        if role is not None:
            where = {}
            if role.scope == Scope.ORGANISATION:
                where = {"organisation": home}
            elif role.scope == Scope.SITE:
                where = {"site": getattr(home, "pilot_site", None) or pilot_site(home)}
            give_role(user, role, actor=None, notify_person=False, **where)
            forget_grants(user)
        return user
