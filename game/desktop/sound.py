"""Short tones, where somebody wants them: off at first, and never on a projector."""

from __future__ import annotations

import array
import math

import pygame

from game.session.source import Frame

RATE = 44_100
SECONDS = 0.16
LOUD = 0.18

TONES = {"turn": (392.0, 523.25), "good": (523.25, 659.25), "trouble": (220.0, 196.0)}
"""Two tones after each other, in hertz: up for what is good, down for what is not."""


class Sound:
    """Plays tones; where there is no loudspeaker it is silent."""

    def __init__(self) -> None:
        self._tones: dict[str, pygame.mixer.Sound] = {}

    def play(self, kind: str) -> None:
        """Play a tone, at once."""
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(RATE, -16, 1)
            if kind not in self._tones:
                self._tones[kind] = pygame.mixer.Sound(buffer=samples(TONES[kind]))
            self._tones[kind].play()
        except pygame.error:
            return


def samples(tones: tuple[float, ...]) -> bytes:
    """Tones after each other as 16-bit samples; each begins and ends softly."""
    count = int(RATE * SECONDS)
    wave = array.array("h")
    for tone in tones:
        for n in range(count):
            soft = math.sin(math.pi * n / count)
            wave.append(int(32_767 * LOUD * soft * math.sin(2 * math.pi * tone * n / RATE)))
    return wave.tobytes()


def heard(before: Frame, frame: Frame) -> str:
    """What is to be heard where one frame follows another; "" for nothing."""
    if frame.layout == "board":
        return ""
    tones = {notice.tone for notice in frame.notices}
    if "trouble" in tones:
        return "trouble"
    began = frame.layout in ("reveal", "curtain") and before.layout != frame.layout
    return "turn" if began else "good" if "good" in tones else ""
