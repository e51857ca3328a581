"""Negotiations that others wrote, turned into scenarios of this game."""
