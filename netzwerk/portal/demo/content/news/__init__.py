"""News of the network, oldest first."""

from .autumn import AUTUMN
from .spring import SPRING
from .summer import SUMMER

NEWS = [*SPRING, *SUMMER, *AUTUMN]
