"""What a person calls the poses of the exercises there are."""

from collections.abc import Mapping

from hiptimer.model.language import later_in, tr_in

WORDS: Mapping[str, str] = {
    "all_fours": later_in("a pose of the body", "all fours"),
    "back": later_in("a pose of the body", "back"),
    "behind": later_in("a pose of the body", "behind"),
    "bent": later_in("a pose of the body", "bent"),
    "both_feet": later_in("a pose of the body", "both feet"),
    "closed": later_in("a pose of the body", "closed"),
    "crossed": later_in("a pose of the body", "crossed"),
    "curled": later_in("a pose of the body", "curled"),
    "down": later_in("a pose of the body", "down"),
    "dropped": later_in("a pose of the body", "dropped"),
    "followed": later_in("a pose of the body", "followed"),
    "foot_on": later_in("a pose of the body", "foot on"),
    "foot_up": later_in("a pose of the body", "foot up"),
    "forward": later_in("a pose of the body", "forward"),
    "front": later_in("a pose of the body", "front"),
    "halfway": later_in("a pose of the body", "halfway"),
    "hiked": later_in("a pose of the body", "hiked"),
    "hinged": later_in("a pose of the body", "hinged"),
    "knee_up": later_in("a pose of the body", "knee up"),
    "knees_up": later_in("a pose of the body", "knees up"),
    "leaning": later_in("a pose of the body", "leaning"),
    "left_ahead": later_in("a pose of the body", "left ahead"),
    "left_front": later_in("a pose of the body", "left front"),
    "leg_up": later_in("a pose of the body", "leg up"),
    "level": later_in("a pose of the body", "level"),
    "lifted": later_in("a pose of the body", "lifted"),
    "long": later_in("a pose of the body", "long"),
    "low": later_in("a pose of the body", "low"),
    "lunge": later_in("a pose of the body", "lunge"),
    "middle": later_in("a pose of the body", "middle"),
    "one_leg": later_in("a pose of the body", "one leg"),
    "open": later_in("a pose of the body", "open"),
    "out": later_in("a pose of the body", "out"),
    "passing": later_in("a pose of the body", "passing"),
    "plank": later_in("a pose of the body", "plank"),
    "press": later_in("a pose of the body", "press"),
    "ready": later_in("a pose of the body", "ready"),
    "relaxed": later_in("a pose of the body", "relaxed"),
    "resting": later_in("a pose of the body", "resting"),
    "right_ahead": later_in("a pose of the body", "right ahead"),
    "right_front": later_in("a pose of the body", "right front"),
    "squeezed": later_in("a pose of the body", "squeezed"),
    "stacked": later_in("a pose of the body", "stacked"),
    "stand": later_in("a pose of the body", "stand"),
    "tall": later_in("a pose of the body", "tall"),
    "together": later_in("a pose of the body", "together"),
    "turned_away": later_in("a pose of the body", "turned away"),
    "turned_in": later_in("a pose of the body", "turned in"),
    "up": later_in("a pose of the body", "up"),
    "upright": later_in("a pose of the body", "upright"),
    "wide": later_in("a pose of the body", "wide"),
}


def pose_words(name: str) -> str:
    """A pose's name as it is shown: "left ahead" for "left_ahead", "open 2" for another such.

    Of one that a person named, its name.
    """
    stem, gap, number = name.rpartition(" ")
    if gap and stem in WORDS and number.isdecimal():
        return f"{pose_words(stem)} {number}"
    words = WORDS.get(name)
    return name.replace("_", " ") if words is None else tr_in("a pose of the body", words)
