"""How fast and how small: `python -m bench`, or `make bench`."""
