"""Where the data are: the same for the window and for every command."""

from hiptimer.model.language import tr, tr_n
from hiptimer.paths import Paths
from hiptimer.settings import read_settings


def as_chosen(paths: Paths) -> Paths:
    """With the data where the settings say. Whether they are there is `is_gone` of it."""
    return paths.with_data(read_settings(paths.settings_file).settings.data_folder)


def gone_words(paths: Paths) -> str:
    """That the data folder is not there, and what it may be."""
    if not paths.data.is_dir():
        return tr(
            "Your data folder {folder} is not there. It may be on a drive that is not connected.",
            folder=paths.data,
        )
    return tr(
        "Your data folder {folder} has no history in it. It may be the place of a drive that is "
        "not connected.",
        folder=paths.data,
    )


def usual_words(paths: Paths) -> str:
    """What using the usual folder instead would mean."""
    usual = paths.with_data("")
    return tr_n(
        "The usual folder {folder} has {n} session. If you use it, what you do is kept there until "
        "you close hiptimer.",
        "The usual folder {folder} has {n} sessions. If you use it, what you do is kept there "
        "until you close hiptimer.",
        _sessions(usual),
        folder=usual.data,
    )


def _sessions(paths: Paths) -> int:
    # Hardly ever needed, and each start reads this file.
    from hiptimer.history.copying import sessions_in
    from hiptimer.history.errors import HistoryError

    try:
        return sessions_in(paths.history_file) if paths.history_file.is_file() else 0
    except HistoryError:
        return 0
