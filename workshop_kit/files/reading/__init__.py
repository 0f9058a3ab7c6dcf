"""Organisers' files as they come, read into lines of cells by column: whatever is not used is named."""
