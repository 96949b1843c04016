"""Qt's own words: on the buttons of its questions, in its file dialogs, in the menus of fields."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hiptimer.app.languages import SOURCE

log = logging.getLogger(__name__)


class QtWords:
    """Those of one language at a time, for what is made from then on."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def speak(self, language: str) -> None:
        """From now on have Qt say `language`, such as "es", and write numbers and dates as in it.

        Where Qt has no words in it, they stay the English ones.
        """
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(_locale(language))
        # English is what Qt says by itself: nothing is to be read for it.
        if language != SOURCE:
            self._translator = _translator(language)
            self._app.installTranslator(self._translator)


def _locale(language: str) -> QLocale:
    """That of the system where it speaks the language, with its own country; else the usual."""
    system, usual = QLocale.system(), QLocale(language)
    return system if system.language() == usual.language() else usual


def _translator(language: str) -> QTranslator:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        log.warning("Qt has no words in %s in %s.", language, folder)
    return translator
