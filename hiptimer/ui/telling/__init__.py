"""What a person says about a session, at its end or later: what was done and how it felt."""
