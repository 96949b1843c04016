"""Reading TOML that anybody may have written: what is wrong with it is told, whatever it is."""

import re
import tomllib

from hiptimer.model.language import tr

LARGEST = 64_000
"""Bytes. The largest of an exercise or a routine has 3 000, that of a language's texts 32 000."""

# The reader's time grows with the square of the parts of a key.
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{20}}")


class TomlError(Exception):
    """What is wrong, with its line where that is known, to stand behind the name of a file."""


def toml_table(data: bytes) -> dict[str, object]:
    """The content of a TOML file. Raises TomlError."""
    if len(data) > LARGEST:
        raise TomlError(tr("is too large: it may have up to {most} kB", most=LARGEST // 1000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TomlError(tr("line {n}: found a byte that is not UTF-8 text", n=line)) from error
    if key := _LONG_KEY.search(text):
        line = text.count("\n", 0, key.start()) + 1
        raise TomlError(tr("line {n}: a name of too many parts", n=line))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(_broken(str(error))) from error
    except RecursionError as error:
        raise TomlError(tr("brackets within brackets, too deep to be read")) from error
    except ValueError as error:  # Python's own, where it makes a number of the digits
        raise TomlError(tr("a number has too many digits")) from error


def _broken(message: str) -> str:
    """What the TOML reader says, with the line first."""
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if place is None:
        return tr("is not TOML: {error}", error=message)
    said = message[: place.start()]
    if place[1] is None:
        return tr("last line: is not TOML: {error}", error=said)
    return tr(
        "line {line}, column {column}: is not TOML: {error}",
        line=place[1],
        column=place[2],
        error=said,
    )
