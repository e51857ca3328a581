"""What a screen says and offers, before pixels: drawn by line mode, the board and the browser."""
