"""The screen and the sound server of these tests do what the other tests rely on."""

import os
import subprocess
import sys

import numpy as np
from real.machine import RATE, Display, Recorder, SoundServer, stop_process, wait_until

WINDOW = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.setWindowTitle("hiptimer machine test")
line.textChanged.connect(line.setWindowTitle)
line.show()
app.exec()
"""

TONE = """
import time
import numpy as np
import pygame.mixer
pygame.mixer.init(48000, -16, 2, 1024, allowedchanges=0)
time.sleep(3)  # a null sink swallows the first seconds of a new stream
wave = 8000 * np.sin(2 * np.pi * 1000 * np.arange(48000) / 48000)
sound = pygame.mixer.Sound(buffer=np.repeat(wave.astype("<i2"), 2).tobytes())
sound.play()
time.sleep(3.5)
pygame.mixer.quit()
"""


def test_a_window_takes_keys(display: Display) -> None:
    program = subprocess.Popen([sys.executable, "-c", WINDOW], env=display.env)
    try:
        window = display.xdotool("search", "--sync", "--name", "hiptimer machine test")
        display.xdotool("windowactivate", "--sync", window)
        display.xdotool("type", "--delay", "20", "hip")
        wait_until(lambda: display.xdotool("getwindowname", window) == "hip", "the keys to arrive")
    finally:
        stop_process(program)


def test_a_tone_is_recorded(sound_server: SoundServer, recorder: Recorder) -> None:
    recorder.start()
    subprocess.run(
        [sys.executable, "-c", TONE],
        env={**os.environ, **sound_server.env, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        check=True,
        timeout=60,
    )
    heard = recorder.stop()
    loud = heard[np.abs(heard) > 0.01]
    assert 0.9 * RATE < loud.size < 1.0 * RATE
    spectrum = np.abs(np.fft.rfft(heard))
    frequency = float(np.fft.rfftfreq(heard.size, 1 / RATE)[spectrum.argmax()])
    assert abs(frequency - 1000) < 5
