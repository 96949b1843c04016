"""The whole way of a workout with keys alone, and all that can be used on the pages by Tab."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from real.machine import Display
from real.program import running_program, sessions_in, short_routine
from real.reader import Item, ScreenReader, running_reader, written

from hiptimer.model.session import Place, Rating, Status

TABS = 80
# Roles that say nothing about what something is.
MEANINGLESS = {"filler", "unknown", "invalid", "gone", ""}
PAGES = ("Today", "Exercises", "Routines", "History", "Settings", "About")


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Presses keys through the X server, and looks at what has the focus."""

    display: Display
    reader: ScreenReader
    data: Path

    def press(self, *keys: str) -> None:
        self.display.xdotool("key", *keys)

    def type(self, words: str) -> None:
        self.display.xdotool("type", words)

    def tab(self, key: str = "Tab") -> Item:
        """What Tab comes to: it is something else, and says what it is."""
        before = self.reader.focused()
        self.press(key)
        item: Item | None = None

        def has_moved() -> bool:
            nonlocal item
            item = self.reader.focused()
            return item is not None and (before is None or item.place != before.place)

        self.reader.wait(has_moved, f"{key} to leave {before}", 3)
        assert item is not None
        assert item.name, item
        assert item.role not in MEANINGLESS, item
        return item

    def go_to(self, role: str, name: str, key: str = "Tab") -> Item:
        """Press Tab until it is there."""
        met = []
        for _ in range(TABS):
            met.append(self.tab(key))
            if met[-1].role == role and met[-1].name.startswith(name):
                return met[-1]
        raise AssertionError(f"no {role} {name!r} among {list(map(str, met))}")


@pytest.fixture(scope="module")
def keyboard(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keyboard]:
    data = short_routine(tmp_path_factory.mktemp("keys"))
    with running_reader(display) as (env, reader), running_program(env, data):
        reader.find("push button", "Start the routine", limit_s=20)
        yield Keyboard(display, reader, data)


@pytest.mark.parametrize("number", range(1, len(PAGES) + 1), ids=PAGES)
def test_tab_comes_to_all_of_a_page_and_on(keyboard: Keyboard, number: int) -> None:
    reader = keyboard.reader
    keyboard.press(f"ctrl+{number}")
    reader.find("panel", PAGES[number - 1])
    first = keyboard.tab()
    met = [first]
    while (item := keyboard.tab()).place != first.place:
        met.append(item)
        assert len(met) < TABS, f"Tab goes on for ever: {list(map(str, met))}"
    tree = reader.tree()
    reached = {item.place for item in met}
    # In a group of which one is chosen, Tab comes to that one, and arrows to the others; so it is
    # with a list and its rows.
    missed = [
        item
        for item in tree.all()
        if "focusable" in item.states
        and item.role not in ("panel", "radio button", "list item")
        and not {item.place, *(child.place for child in item.children)} & reached
    ]
    assert not missed, f"{list(map(str, missed))} in\n{written(tree)}"


def test_choose_swap_work_out_rate_and_look_back(keyboard: Keyboard) -> None:
    _choose_and_swap(keyboard)
    _work_out(keyboard)
    _rate(keyboard)
    keyboard.press("ctrl+4")
    row = keyboard.reader.find("list item", "")
    for words in ("Short one", "effort 3", "Pain 2 of 10: knee, left", "By keys"):
        assert words in row.name
    (session,) = sessions_in(keyboard.data)
    assert session.status is Status.COMPLETE
    assert {s.exercise.id for s in session.sets} == {"clam-high"}
    assert {s.rating for s in session.sets} == {Rating.RIGHT}
    assert [p.place for p in session.pain] == [Place.KNEE]


def _choose_and_swap(keyboard: Keyboard) -> None:
    keyboard.press("ctrl+3")
    keyboard.reader.find("list", "Routines")
    keyboard.go_to("list", "Routines")
    keyboard.press("End")
    for _ in range(TABS):
        if keyboard.reader.has("push button", "Use Short one for today"):
            break
        keyboard.press("Up")
    keyboard.go_to("push button", "Use Short one for today")
    keyboard.press("Return")
    keyboard.reader.find("panel", "Today")
    keyboard.go_to("push button", "2 × Clamshell each side")
    keyboard.press("Return")
    keyboard.reader.find("push button", "Level 2, Clamshell, high")
    keyboard.go_to("push button", "Level 2, Clamshell, high")
    keyboard.press("Return")
    keyboard.reader.find("push button", "2 × Clamshell, high each side, changed")
    keyboard.press("Return")


def _work_out(keyboard: Keyboard) -> None:
    """Only the keys that are told on the buttons."""
    reader = keyboard.reader
    reader.wait_for("Get ready. Clamshell, high.")
    keyboard.press("Right")
    reader.find("label", "1 of 2", limit_s=20)
    keyboard.press("space")
    reader.wait_for("Paused.")
    assert keyboard.go_to("push button", "Go on").description == "Key Space"
    time.sleep(0.3)  # two presses within 300 ms count as one
    keyboard.press("Return")
    reader.find("label", "2 of 2", limit_s=20)
    keyboard.press("Down")
    reader.wait(lambda: len([s for s in reader.hear() if s.startswith("Get ready")]) == 2, "a side")
    keyboard.press("Right")
    reader.find("label", "1 of 2", limit_s=20)
    keyboard.press("Down")


def _rate(keyboard: Keyboard) -> None:
    keyboard.reader.wait_for("Done. Go run.")
    for role, stop, arrows in (
        ("check box", "Effort 0", 3),
        ("check box", "Knee", 0),
        ("radio button", "Knee, ", 1),
        ("check box", "Knee, pain 0 of 10", 2),
    ):
        keyboard.go_to(role, stop)
        keyboard.press(*["Right"] * arrows, "space")
    keyboard.go_to("text", "Note")
    keyboard.type("By keys")
    keyboard.go_to("check box", "Clamshell, high: easy")
    keyboard.press("Right", "space")
    keyboard.go_to("push button", "Done", "shift+Tab")
    keyboard.press("Return")
