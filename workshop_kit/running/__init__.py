"""The one runner of notebooks: cells run in an IPython shell of this process, for pages and for reports alike.

``shell`` runs a cell and keeps what it shows; ``notebook`` reads a notebook, gives it its parameters and runs it whole.
"""
