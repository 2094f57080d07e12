"""Workshops: what is planned, who plans and leads it, what is asked at the booking, what is handed out."""

from workshops.events.models.dates import WorkshopDate
from workshops.events.models.materials import Material
from workshops.events.models.messages import GroupMessage
from workshops.events.models.people import Leader, Organiser
from workshops.events.models.questions import Answer, Question
from workshops.events.models.workshops import Workshop

__all__ = ["Answer", "GroupMessage", "Leader", "Material", "Organiser", "Question", "Workshop", "WorkshopDate"]
