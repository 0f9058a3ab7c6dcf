"""Opinion groups as Polis finds them: who answers alike, what unites the groups, and what each is known by."""
