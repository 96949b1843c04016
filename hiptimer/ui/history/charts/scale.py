"""Round numbers for an axis."""

from math import ceil, floor, log10

from hiptimer.ui.history.charts.chart import Tick


def step_for(highest: float, most_steps: int = 5) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50… that reaches `highest` in `most_steps`."""
    wanted = max(highest / most_steps, 1e-9)
    power = 10.0 ** floor(log10(wanted))
    factor = next(factor for factor in (1, 2, 5, 10) if factor * power >= wanted - 1e-9)
    return max(1, round(factor * power))


def top_for(highest: float) -> float:
    """The end of an axis that begins at 0: the first whole step at or above `highest`."""
    step = step_for(highest)
    return float(step * max(1, ceil(highest / step - 1e-9)))


def ticks_for(top: float, unit: str = "") -> tuple[Tick, ...]:
    """From 0 to `top`, each with its unit."""
    values = range(0, floor(top + 1e-9) + 1, step_for(top))
    return tuple(Tick(float(value), _words(value, unit)) for value in values)


def _words(value: int, unit: str) -> str:
    number = f"{value:,}".replace(",", " ")
    return f"{number} {unit}" if unit else number
