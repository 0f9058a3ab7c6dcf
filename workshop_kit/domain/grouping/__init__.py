"""Grouping: which ideas say the same, and which oppose each other about the same thing.

Six modules, in the order in which they work:

``lexicon``
    The tables (``deeds``, ``things``, ``matters``, ``everyday``, ``opposites``, ``antonyms``,
    ``small_words``) made ready to be looked up, in both languages.
``reading``
    What matters in an idea: its terms, what it would do to them, what it turns round, its numbers (``parts``,
    ``clauses``, ``denying`` and ``figures`` beside it).
``comparing``
    How alike two readings are, term by term: classes of the lexicon, roots, misspellings.
``gate``
    What stands above any likeness: no pair that opposes, or that speaks of something else, passes.
``weighing``
    How sure it is that two say the same, where their meaning is measured: weights learned from labelled pairs.
``suggesting``
    Groups in which each idea may stand with each other one, and tensions: pairs that oppose about one thing.

A suggestion does nothing by itself. docs/method/ideas.md has the formulas and how often they err.
"""
