"""What the person chose, and the language that is spoken: all that is known before the window."""

import msgspec

from hiptimer.app.languages import language_of, translations
from hiptimer.app.now import local_now
from hiptimer.model.language import speak
from hiptimer.paths import Paths
from hiptimer.settings import Settings, SettingsError, read_settings, save_settings


class Choices:
    """`language` is the one that is spoken, such as "en": from here on everything is.

    `unread` are words for a person about choices that could not be used, and `unsaved` those why
    what holds now is not saved, "" while it is.
    """

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        read = read_settings(paths.settings_file)
        self.settings: Settings = read.settings
        self.language = language_of(self.settings.language)
        speak(translations(self.language))
        self.unread = read.problems
        self.unsaved = ""

    def reread(self) -> None:
        """The file of the settings is another one now. Where the data are stays: a folder of
        another computer may not be there.
        """
        data_folder = self.settings.data_folder
        self.settings = read_settings(self.paths.settings_file).settings
        self.change(data_folder=data_folder)

    def change(self, **to: object) -> None:
        """Change some and save them; when they cannot be saved they hold until the end.

        That is tried again with the next change, and with none.
        """
        settings = msgspec.structs.replace(self.settings, **to)
        if settings == self.settings and not self.unsaved:
            return
        self.settings = settings
        try:
            save_settings(self.paths.settings_file, settings, now=local_now)
        except SettingsError as error:
            self.unsaved = str(error)
        else:
            self.unsaved = ""
