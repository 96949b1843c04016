"""What stands on the keys that are named by words."""

from hiptimer.model.language import tr_in


def key_words(key: str) -> str:
    """The name of a key where it is shown, such as "Space"; a sign or a letter stays itself."""
    names = {
        "Space": tr_in("a key", "Space"),
        "Enter": tr_in("a key", "Enter"),
        "Esc": tr_in("a key", "Esc"),
        "Del": tr_in("a key", "Del"),
    }
    return names.get(key, key)
