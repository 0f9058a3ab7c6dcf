"""How a sentence is read as a challenge: its words, its parts, its kind, and what to ask next."""
