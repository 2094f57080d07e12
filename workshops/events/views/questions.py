"""What is asked at the booking."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.members.views import form_methods
from netzwerk.texts.fields import posted
from workshops.events.forms.questions import QuestionForm
from workshops.events.models import Question, Workshop
from workshops.events.services import questions
from workshops.events.views.managing import REFUSALS, desk_page, managed, refuse, say
from workshops.events.views.refusals import add_errors


def _question(request: HttpRequest, pk: int, question_pk: int) -> tuple[Workshop, Question]:
    workshop = managed(request, pk)
    question = get_object_or_404(workshop.questions.all(), pk=question_pk)
    question.workshop = workshop
    return workshop, question


@form_methods
@never_cache
@login_required
def add(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = QuestionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            questions.add_question(workshop, actor=request.user, **form.cleaned_data)
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Die Frage ist gespeichert.")
            return redirect("my_workshops:edit", pk)
    return desk_page(request, "events/question.html", workshop, "edit", "Frage hinzufügen", form=form)


@form_methods
@never_cache
@login_required
def edit(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    workshop, question = _question(request, pk, question_pk)
    form = QuestionForm(posted(request), question=question)
    if request.method == "POST" and form.is_valid():
        try:
            questions.change_question(question, actor=request.user, **form.cleaned_data)
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Die Frage ist gespeichert.")
            return redirect("my_workshops:edit", pk)
    answers = question.answers.count()
    return desk_page(
        request,
        "events/question.html",
        workshop,
        "edit",
        "Frage ändern",
        form=form,
        question=question,
        answers=answers,
    )


@require_POST
@never_cache
@login_required
def remove(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    _workshop, question = _question(request, pk, question_pk)
    try:
        questions.remove_question(question, actor=request.user)
        say(request, "Die Frage ist entfernt.")
    except REFUSALS as error:
        refuse(request, error)
    return redirect("my_workshops:edit", pk)


@require_POST
@never_cache
@login_required
def move(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    _workshop, question = _question(request, pk, question_pk)
    try:
        questions.move_question(question, actor=request.user, step=-1 if request.POST.get("wohin") == "hoch" else 1)
    except REFUSALS as error:
        refuse(request, error)
    return redirect("my_workshops:edit", pk)
