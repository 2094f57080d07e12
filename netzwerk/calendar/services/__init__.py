"""Every change to dates, series, venues and addresses of calendars, one module per noun."""
