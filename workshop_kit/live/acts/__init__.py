"""What doors and commands both do on an open store: assign, erase, let retention end."""
