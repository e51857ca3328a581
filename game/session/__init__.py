"""A game being played by people somewhere: who sits, what they see now, what their choices do.

Each way to play (on one laptop, by a facilitator's hand, watching, replaying, and the start screen)
is a source of frames (:mod:`game.session.source`). The board and line mode draw any of them.
"""
