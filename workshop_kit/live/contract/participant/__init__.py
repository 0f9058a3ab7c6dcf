"""The participant's contract, panel by panel: their own contributions, and of the others' what the room may see."""
