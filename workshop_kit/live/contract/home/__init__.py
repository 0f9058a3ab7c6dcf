"""The contract of the home page: what may be asked, and what is shown.

Nobody's name stands in what is shown here: people are counted.
"""
