"""Limited places: what can be booked, the pools of seats, bookings, letters to write, attendance."""

from netzwerk.seats.models.attendance import Attendance
from netzwerk.seats.models.bookings import Booking
from netzwerk.seats.models.letters import Letter
from netzwerk.seats.models.places import Format, Place
from netzwerk.seats.models.pools import Pool
from netzwerk.seats.models.wishes import BookingWish, ReleaseRule

__all__ = ["Attendance", "Booking", "BookingWish", "Format", "Letter", "Place", "Pool", "ReleaseRule"]
