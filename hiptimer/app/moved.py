"""Carrying out a move of the data between two windows, and what is told about it in the next."""

import logging
from functools import partial

from msgspec.structs import replace

from hiptimer.app.data_moving import Move, MovingError, carry_out
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.model.language import tr
from hiptimer.paths import Paths
from hiptimer.settings import SettingsError, save_settings

log = logging.getLogger(__name__)


def moved(home: Home, move: Move) -> tuple[Paths, str]:
    """Where the data are then, and words about it. No window may be open."""
    old = home.paths
    try:
        carry_out(old, move, now=local_now, choose=partial(_choose, home))
    except MovingError as error:
        log.warning("The data stay in %s: %s", old.data, error)
        stay = tr("Your data stay in {folder}.", folder=old.data)
        return old, f"{error} {stay}"
    except SettingsError as error:
        log.warning("The data stay in %s: %s", old.data, error)
        words = tr("The choice cannot be saved, so your data stay in {folder}.", folder=old.data)
        return old, words
    new = old.with_data(str(move.folder))
    words = tr(
        "Your data are in {folder} now. What was in {old} is still there.",
        folder=new.data,
        old=old.data,
    )
    return new, words


def _choose(home: Home, folder: str) -> None:
    chosen = replace(home.settings, data_folder=folder)
    save_settings(home.paths.settings_file, chosen, now=local_now)
