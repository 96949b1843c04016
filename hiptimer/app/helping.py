"""The help, in the language of the program, opened where it is asked for."""

from PySide6.QtWidgets import QWidget

from hiptimer import resources
from hiptimer.ui.help.text import HelpText, read_help
from hiptimer.ui.help.window import HelpWindow

TEXT = "texts/help.toml"
TEXT_IN = "languages/{language}/help.toml"


def help_text(language: str) -> HelpText:
    """The help in a language; in English where it was not written in that one."""
    try:
        return read_help(resources.asset_bytes(TEXT_IN.format(language=language)))
    except resources.ResourceError:
        return read_help(resources.asset_bytes(TEXT))


def make_help(language: str, window: QWidget) -> HelpWindow:
    """The window of the help, not shown yet."""
    return HelpWindow(help_text(language), window)
