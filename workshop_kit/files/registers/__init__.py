"""The registers of associations and of companies: millions of rows, of which a commune's are a list to pick from."""
