"""Every change to people, organisations and roles, cut by noun."""
