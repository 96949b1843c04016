"""Which language the program speaks: the person's choice, else the system's where there is one."""

import gettext
import logging
import os
import struct
import sys
from collections.abc import Iterable

from hiptimer import resources
from hiptimer.desktop.languages import system_languages

log = logging.getLogger(__name__)

SOURCE = "en"
"""What the texts in the code are written in."""

BROKEN = (struct.error, ValueError, LookupError)
"""What gettext raises for a damaged file: nobody checks it before it is read."""

NAMES = {SOURCE: "English", "es": "Español"}
"""The languages there are words for, each in its own."""


def language_of(chosen: str) -> str:
    """The language for a choice: itself, or for "system" the first of the system's that we have."""
    if chosen != "system":
        return chosen
    return first_known(system_languages(os.environ, sys.platform))


def first_known(wanted: Iterable[str]) -> str:
    """The first of `wanted`, such as "es_MX" or "es", that there are words for; else English."""
    for name in wanted:
        language = name.replace("-", "_").partition("_")[0].lower()
        if language in NAMES:
            return language
    return SOURCE


def translations(language: str) -> gettext.NullTranslations:
    """The words of a language. Those of one whose file cannot be read are the English ones."""
    if language == SOURCE:
        return gettext.NullTranslations()
    try:
        with resources.asset_path(f"languages/{language}/hiptimer.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (resources.ResourceError, OSError, *BROKEN) as error:
        log.warning("No words in %s: %s", language, error)
        return gettext.NullTranslations()
