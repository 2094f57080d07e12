"""The second factor: app with codes, passkeys, recovery codes. allauth implements the protocols; this package adds encrypted
seeds, codes that are valid once, the rule who needs a factor, and that no session goes without it.
"""
