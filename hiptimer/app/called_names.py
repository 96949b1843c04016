"""What the built-in exercises and routines are called in the language that is spoken."""

import logging

import msgspec

from hiptimer import resources
from hiptimer.model.called import Called

log = logging.getLogger(__name__)

CALLED = "names.json"
"""The built-in names in all languages, which `make texts` collects."""


def called_in(language: str) -> Called:
    """What the built-in exercises and routines are called, to be shown in a language."""
    try:
        called = msgspec.json.decode(resources.asset_bytes(CALLED), type=Called)
    except (resources.ResourceError, OSError, msgspec.DecodeError) as error:
        log.warning("Names stay as they were recorded: %s", error)
        return Called(language)
    return msgspec.structs.replace(called, language=language)
