"""What goes out of a workshop, in the columns that import reads, for people and for spreadsheets."""
