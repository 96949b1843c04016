"""The program as `hiptimer` starts it, up to the first frame of Today."""

import sys
from pathlib import Path

from frame import FirstFrame

from hiptimer import cli
from hiptimer.app.home import Home
from hiptimer.app.logs import write_logs
from hiptimer.app.running import make_app
from hiptimer.app.window import Window
from hiptimer.paths import paths_under

assert cli.main is not None  # the command line is loaded too, as it is at a real start
paths = paths_under(Path(sys.argv[1]))
write_logs(paths)
home = Home(paths)
app = make_app()
window = Window(app, home, 1.0)
watch = FirstFrame(window.today_page)
window.show()
code = app.exec()
window.close()
sys.exit(code)
