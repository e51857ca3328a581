"""How people at play behave: what a table accepts, refuses and shows."""
