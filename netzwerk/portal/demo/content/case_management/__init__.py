"""Section Fallmanagement."""

from .beginning import ASSESSMENT, CASE_MANAGEMENT, INTAKE
from .course import CLOSING, LINKING, MONITORING
from .everyday import CONFIDENTIALITY, TEMPLATES
from .methods import GOAL_SCALING, NETWORK_MAP
from .planning import PLANNING

SECTION = CASE_MANAGEMENT | {
    "children": [
        INTAKE,
        ASSESSMENT,
        PLANNING,
        LINKING,
        MONITORING,
        CLOSING,
        GOAL_SCALING,
        NETWORK_MAP,
        CONFIDENTIALITY,
        TEMPLATES,
    ]
}
