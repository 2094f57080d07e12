"""Section Die Sozialagentur."""

from .idea import AGENCY, MISSION, ONE_HAND
from .introduction import PATH, ROLES
from .models import GOAL_BREADTH, MODELS, PILOT

SECTION = AGENCY | {"children": [MISSION, ONE_HAND, PATH, ROLES, MODELS, GOAL_BREADTH, PILOT]}
