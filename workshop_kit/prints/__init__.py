"""Papers to print (*fiches, bulletins*): values of a workshop, as Typst, as a tagged PDF; ``making`` makes them."""
