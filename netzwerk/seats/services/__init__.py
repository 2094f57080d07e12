"""Every change to places, pools, bookings and attendance, one module per noun."""
