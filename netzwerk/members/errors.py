class MembersError(Exception):
    """Something about people, organisations or roles cannot be done. The message is German and says what to do."""
