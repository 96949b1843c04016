"""What Today says at its top."""

from hiptimer.model.language import tr, tr_n
from hiptimer.model.words import spelled
from hiptimer.ui.today.plan import TodayPlan


def title_of(plan: TodayPlan) -> str:
    if plan.leaves_run:
        return tr("No run today")
    return tr("Run today?") if plan.before_run else tr("Time for your hips?")


def invitation_of(plan: TodayPlan) -> str:
    """One line under the title, with the length in whole minutes."""
    minutes = max(1, round(plan.seconds / 60))
    said = spelled(minutes).capitalize()
    # L: {minutes} begins the sentence: "Six", from 11 on in digits
    if plan.before_run:
        return tr_n(
            "{minutes} minute of hip work before the first kilometre.",
            "{minutes} minutes of hip work before the first kilometre.",
            minutes,
            minutes=said,
        )
    return tr_n(
        "{minutes} minute of hip work for another time of the day.",
        "{minutes} minutes of hip work for another time of the day.",
        minutes,
        minutes=said,
    )
