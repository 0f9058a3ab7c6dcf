"""The one door between the pages and the store: read models for a role, intentions in, changes out."""
