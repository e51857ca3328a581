"""What could have been agreed: packages, their frontier, and what each seat could attain."""
