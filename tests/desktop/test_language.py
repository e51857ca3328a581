"""Letters follow the language that was chosen on the start screen."""

from __future__ import annotations

from msgspec.structs import replace

from game.desktop.fonts import Letters
from game.desktop.layers import Layers
from game.desktop.options import Options
from game.session.lobby import Lobby


def test_letters_are_those_of_the_language_of_the_frame() -> None:
    layers = Layers((1280, 720), Options(size=(1280, 720)))
    frame = Lobby().frame()
    for chosen, spoken in (("", "en"), ("ko", "ko"), ("zh", "zh"), ("", "en")):
        layers.show(replace(frame, language=chosen))
        letters = layers.page.type
        assert isinstance(letters, Letters) and letters.language == spoken
        assert layers.ops
