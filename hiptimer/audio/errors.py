"""What can go wrong with sound, worded for a person."""


class AudioError(Exception):
    """Sound cannot be made or played; the message says why."""
