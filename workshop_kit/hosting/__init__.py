"""Process supervision of a served workshop: three servers, one a role, their ports, their addresses, their end.

``supervisor.Servers`` starts, watches and ends them; ``options`` says what a person may choose. What one server does is
``workshop_kit.serving``, which knows nothing of workshops.
"""
