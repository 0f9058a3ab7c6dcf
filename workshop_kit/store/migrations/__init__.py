"""How a workshop made by an older kit becomes one of today; run by ``store.opening``, inside its transaction."""
