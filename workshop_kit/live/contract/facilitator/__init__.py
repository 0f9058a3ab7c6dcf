"""What the facilitator may ask and is shown: ``preparing`` (header, steps 1 and 2), ``facilitating`` (steps 3 to 6)."""
