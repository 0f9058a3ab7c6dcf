"""The panels of the pages: each shows a read model and sends intentions; no rule of the method lives here."""
