"""What the routes of the access matrix are asked for: objects of the visitor, of a colleague and of others, and hidden ones."""

from wagtail.models import Page, PageViewRestriction

from knowledge.models import Bookmark, GlossaryEntry, PracticeReport, ReportFile
from netzwerk.members.models import Membership, Organisation, User
from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER
from netzwerk.members.services.organisations import end_organisation
from netzwerk.portal.models import NewsPage
from netzwerk.post.services import notify
from tests.factories import grants
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, fill_in, news_page, paper, picture
from tests.factories.people import PersonFactory
from tests.factories.reports import practice_report


class World:
    """`visitor` belongs to an organisation, whatever their role; None: nobody is logged in."""

    def __init__(self, visitor: User | None, home: Organisation) -> None:
        self.visitor, self.home = visitor, home
        self.foreign = organisation()
        self.left = organisation()
        end_organisation(self.left, actor=None)
        self.colleague = PersonFactory.with_role(MEMBER, home=home)
        self.stranger = PersonFactory.with_role(MEMBER, home=self.foreign)
        # The last coordination of an organisation cannot be taken.
        PersonFactory.with_role(COORDINATOR, home=home)
        PersonFactory.with_role(COORDINATOR, home=self.foreign)
        self.author = PersonFactory.with_role(EDITOR)
        # Made once, as each takes a quarter of a second; requests are undone.
        self._reports = {state: self._report(state) for state in ("public", "members", "draft", "offline")}

    def person(self, relation: str) -> User:
        return {"own": self.visitor or self.colleague, "colleague": self.colleague, "foreign": self.stranger}[relation]

    def organisation(self, relation: str) -> Organisation:
        return {"own": self.home, "foreign": self.foreign, "left": self.left}[relation]

    def membership(self, relation: str) -> Membership:
        return Membership.objects.current().filter(user=self.person(relation)).latest("pk")

    def coordination(self, relation: str):
        """A role in an organisation, of the visitor, a colleague or somebody else."""
        person = self.person(relation)
        return grants.grant(person, COORDINATOR, organisation=self.membership(relation).organisation)

    def invitation(self, relation: str):
        return grants.invitation(self.organisation(relation))

    def notification(self, relation: str):
        (told,) = notify([self.person(relation)], kind="roles", title="Hinweis", text="", url="/")
        return told

    def report(self, state: str) -> PracticeReport:
        return self._reports[state]

    def _report(self, state: str) -> PracticeReport:
        made = practice_report(live=state != "draft", author=self.author, files=[ReportFile(document=paper())])
        self._hide(made, state)
        return made

    def picture(self, state: str):
        """A picture in the text of a page that is public, for members only, a draft or offline."""
        made = picture()
        page = content_page(
            live=state != "draft", blocks=[{"type": "image", "value": {"image": made.pk, "alt": "Ein Plan"}}]
        )
        page.save_revision()
        self._hide(page, state)
        return made

    def _hide(self, page: Page, state: str) -> None:
        if state == "members":
            restriction = PageViewRestriction.LOGIN
            PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=restriction)
        elif state == "offline":
            page.unpublish()

    def bookmark(self, relation: str) -> Bookmark:
        return Bookmark.objects.create(person=self.person(relation), report=self.report("public"))

    def glossary_entry(self) -> GlossaryEntry:
        return GlossaryEntry.objects.create(term="Testbegriff", slug="testbegriff", short="Ein Satz.")

    def review(self, relation: str):
        """A page that waits for a second person."""
        author = self.visitor if relation == "own" and self.visitor else self.author
        page = fill_in(NewsPage.objects.get(pk=news_page(author=author, live=False).pk))
        page.save_revision(user=author)
        page.get_workflow().start(page, author)
        return page.current_workflow_task_state
