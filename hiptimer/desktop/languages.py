"""Which languages the system is set to, without Qt: the text form asks too."""

from collections.abc import Mapping

PATIENCE_S = 2.0


def system_languages(environment: Mapping[str, str], platform: str) -> tuple[str, ...]:
    """Names such as "es_MX" or "de", the most wanted first; empty when nothing is said."""
    said = _from_environment(environment)
    if said or platform not in ("win32", "darwin"):
        return said
    return _from_windows() if platform == "win32" else _from_macos()


def _from_environment(environment: Mapping[str, str]) -> tuple[str, ...]:
    """As gettext reads it: a locale, and unless that is C the list before it."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = _plain(next((name for name in names if name), ""))
    if chosen in ("", "C", "POSIX"):
        return ()
    listed = (_plain(name) for name in environment.get("LANGUAGE", "").split(":"))
    return (*(name for name in listed if name), chosen)


def _plain(name: str) -> str:
    """Without encoding and modifier: "es_ES.UTF-8@euro" is "es_ES"."""
    return name.partition(".")[0].partition("@")[0]


def _from_windows() -> tuple[str, ...]:
    import ctypes
    import locale

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    name = locale.windows_locale.get(number)
    return () if name is None else (name,)


def _from_macos() -> tuple[str, ...]:
    """A program started from the Dock has no locale in its environment."""
    import subprocess

    asked = ("defaults", "read", "-g", "AppleLanguages")
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    names = (line.strip(' \n\t(),"') for line in done.stdout.splitlines())
    return tuple(name for name in names if name)
