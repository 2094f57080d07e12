"""Section Das Netzwerk."""

from .audiences import MUNICIPALITIES, PROVIDERS
from .office import OFFICE, PRESS
from .questions import QUESTIONS
from .together import MEMBERS, NETWORK, WORKING_TOGETHER

SECTION = NETWORK | {"children": [MEMBERS, WORKING_TOGETHER, MUNICIPALITIES, PROVIDERS, OFFICE, PRESS, QUESTIONS]}
