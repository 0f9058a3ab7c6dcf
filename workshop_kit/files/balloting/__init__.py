"""Files of ballots: conversations of Polis, grades, points and participatory budgets, taken in with who gave them."""
