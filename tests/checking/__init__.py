"""What `modus check` tells authors."""
