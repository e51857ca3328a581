"""What happened in a game and what it teaches."""
