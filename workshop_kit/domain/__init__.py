"""The method's rules: values and pure functions. No Jupyter, SQL, files, clock or randomness here."""
