"""The editor: a routine is made or changed here."""
