"""Nothing is passed on of which it is not told whose it is."""

from pathlib import Path

from notices import libraries, notices, untold


def test_every_library_and_its_licence_is_told() -> None:
    text = notices(starter=None)
    for library in libraries(starter=None):
        assert f"{library.metadata['Name']} {library.version}" in text
    for title in ("Qt 6", "SDL 2", "Inter", "Lucide", "Kokoro-82M", "Python 3"):
        assert f"\n{title}" in text
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "Apache License"):
        assert words in text


def test_a_library_that_nothing_is_told_of_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "pygame.libs"
    folder.mkdir()
    for name in ("libSDL2-2-16.so", "libnew-1.so", "libpulse-5b.so.0"):
        (folder / name).touch()
    assert untold(tmp_path) == ["libnew-1.so"]
