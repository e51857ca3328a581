"""The board: frames drawn with pygame, on one screen or a projector."""
