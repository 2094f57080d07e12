"""Every change to people, organisations and roles, one module per noun."""
