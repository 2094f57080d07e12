"""People for tests."""

import factory

from netzwerk.members.models import User
from netzwerk.members.roles import Role
from netzwerk.members.services import give_role

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
    def with_role(cls, role: Role | None = None, *, superuser: bool = False, **fields) -> User:
        user = cls.create(is_superuser=superuser, **fields)
        if role is not None:
            give_role(user, role)
        return user
