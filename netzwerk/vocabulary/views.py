"""Screens of the Wagtail admin: proposing, saving, accepting and merging terms."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView

from netzwerk.texts.fields import posted
from netzwerk.vocabulary import services
from netzwerk.vocabulary.access import can_maintain_terms, can_merge_terms
from netzwerk.vocabulary.errors import VocabularyError
from netzwerk.vocabulary.forms import MergeForm
from netzwerk.vocabulary.models import Term


class TermFormMixin:
    """Shows errors of the service in the form, which keeps its input: another user may have changed terms meanwhile."""

    action_logged: str

    def get_form(self, form_class: type[forms.ModelForm] | None = None) -> forms.ModelForm:
        form = super().get_form(form_class)
        form.fields["slug"].required = False  # the service makes it from the name
        form.fields["slug"].help_text = "Wenn Sie nichts eintragen, entsteht es aus dem Begriff."
        if not can_maintain_terms(self.request.user):
            form.initial["is_proposed"] = True
            form.fields["is_proposed"].disabled = True
        return form

    def save_instance(self) -> Term:
        term = services.save_term(self.form.save(commit=False), actor=self.request.user)
        log(term, self.action_logged, user=self.request.user)
        return term

    def form_valid(self, form: forms.ModelForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (VocabularyError, ValidationError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class AddTermView(TermFormMixin, CreateView):
    action_logged = "wagtail.create"


class EditTermView(TermFormMixin, EditView):
    action_logged = "wagtail.edit"

    def get_form(self, form_class: type[forms.ModelForm] | None = None) -> forms.ModelForm:
        """Choices of the vocabulary only; it cannot be changed."""
        form = super().get_form(form_class)
        form.fields["vocabulary"].disabled = True
        form.fields["parent"].queryset = Term.objects.visible_to(self.request.user).of(form.instance.vocabulary)
        return form


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    if not can_merge_terms(request.user):
        raise PermissionDenied
    term = get_object_or_404(Term.objects.visible_to(request.user), pk=pk)
    form = MergeForm(posted(request), term=term, offered=Term.objects.visible_to(request.user))
    if request.method == "POST" and form.is_valid():
        into = form.cleaned_data["into"]
        if "sure" not in request.POST:
            context = {"form": form, "term": term, "into": into, "impact": services.merge_impact(term)}
            return render(request, "vocabulary/admin/merge_review.html", context)
        try:
            count = services.merge_term(term, into=into, actor=request.user)
        except VocabularyError as error:
            form.add_error("into", str(error))
        else:
            messages.success(request, f"„{term}“ ist jetzt „{into}“. Was sich geändert hat: {count}.")
            return redirect("wagtailsnippets_vocabulary_term:list")
    return render(request, "vocabulary/admin/merge.html", {"form": form, "term": term})
