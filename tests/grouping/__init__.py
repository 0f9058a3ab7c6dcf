"""How often grouping errs on labelled pairs of ideas."""
