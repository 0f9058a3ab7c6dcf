"""workshop-kit: run a co-construction workshop for a territory, from one laptop."""

__version__ = "0.1.0"
