"""The migrations, one a file, each named by its revision."""
