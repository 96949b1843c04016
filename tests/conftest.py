"""Without a screen and without a sound, unless the caller has chosen otherwise."""

import os

# Before Qt and SDL are loaded: both look at this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
