"""What to ask before sessions are taken in or brought back."""

from typing import TYPE_CHECKING

from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.time_words import clock_words, long_date_words

if TYPE_CHECKING:
    from hiptimer.history.exchange.results import Preview, RestorePreview
    from hiptimer.ui.history.agree_dialog import Asked


def asked_import(preview: "Preview") -> "Asked":
    """What to ask before an import."""
    from hiptimer.ui.history.agree_dialog import Asked

    lines = [f"{preview.words}."]
    if not preview.brings and not preview.stay_deleted:
        lines.append(tr("There is nothing to take in."))
    options = _undeleting(preview)
    verb = tr_in("button", "Import") if options else ""
    if count := preview.brings:
        verb = tr_n("Import {n} session", "Import {n} sessions", count)
    lines += preview.passed_over[:3]
    return Asked(
        title=tr("Import sessions"),
        lines=lines,
        verb=verb,
        details_title=tr("These cannot be read and are left out:"),
        details=preview.unreadable,
        options=options,
    )


def asked_restore(preview: "RestorePreview") -> "Asked":
    """What to ask before a restore."""
    from hiptimer.ui.history.agree_dialog import Asked

    made = preview.made_at.astimezone()
    when = tr("Made on {day}, {clock}.", day=long_date_words(made.date()), clock=clock_words(made))
    settings = (tr("Bring back the settings too"),) if preview.settings_differ else ()
    options = (*settings, *_undeleting(preview.history))
    lines = [when, *preview.lines]
    if not preview.brings and not options:
        lines.append(tr("All of it is here already."))
    return Asked(
        title=tr("Restore a backup"),
        lines=lines,
        verb=tr_in("button", "Restore") if preview.brings or options else "",
        details_title=tr("These cannot be read and are left out:"),
        details=preview.history.unreadable,
        options=options,
    )


def _undeleting(preview: "Preview") -> tuple[str, ...]:
    count = preview.stay_deleted
    if not count:
        return ()
    return (
        tr_n("Bring back {n} session deleted here", "Bring back {n} sessions deleted here", count),
    )
