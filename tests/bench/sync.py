"""What keeping a folder in step costs with many sessions: the first time, and with nothing new.

python tests/bench/sync.py [SESSIONS]
"""

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from long_past import write_long_past

from hiptimer.app.home import Home
from hiptimer.app.now import utc_now
from hiptimer.history.changes import Describe
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.history.sync.sync import Sync, Synced
from hiptimer.paths import paths_under


class Timed:
    """Waits as long as it is told to, and remembers the longest that anybody else had to wait."""

    def __init__(self) -> None:
        self.longest = 0.0

    def rest(self, seconds: float) -> None:
        self.longest = max(self.longest, seconds)
        time.sleep(seconds)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "folder"
        folder.mkdir()
        one, other = (Home(paths_under(Path(room) / name)) for name in ("one", "other"))
        write_long_past(one, count)
        open_history(other.paths.history_file, now=utc_now()).connection.close()
        print(f"{count} sessions")
        look("first time, all are written", one, folder)
        look("a start with nothing new", one, folder)
        look("another laptop takes all in", other, folder)
        look("a start with nothing new", other, folder)
        with closing(open_history(one.paths.history_file, now=utc_now()).connection) as connection:
            store = Store(connection)
            newest = store.outlines(1)[0].id
            store.change(Describe(newest, 3.0, "windy", (), ()), utc_now())
        look("one edit goes out", one, folder)
        look("and comes in", other, folder)


def look(what: str, home: Home, folder: Path) -> None:
    timed = Timed()
    file = home.paths.history_file
    began = time.perf_counter()
    with closing(open_history(file, now=utc_now()).connection) as connection:
        sync = Sync(folder, file, now=utc_now, rest=timed.rest)
        done: Synced = sync.run(connection, always)
    seconds = time.perf_counter() - began
    print(
        f"{what:30} {seconds * 1000:9.0f} ms · {done.taken_in} in, {done.written} out · "
        f"longest lock {timed.longest * 1000:.0f} ms"
    )


def always() -> bool:
    return True


main()
