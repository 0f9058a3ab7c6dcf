"""What a file brings: compared with what the workshop holds, shown, written at once, undone for a week."""
