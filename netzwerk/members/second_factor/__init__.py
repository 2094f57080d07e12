"""The second factor: app with codes, passkeys, recovery codes. allauth does the protocols; here stands what this house adds:
seeds encrypted for their person, each code good once, who must have one, and no session without it.
"""
