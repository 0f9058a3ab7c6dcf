"""The contract (API schema) between the pages and the doors: what may be asked and what is shown, for each role.

``participant`` and ``facilitator`` hold one module a panel: the payloads of its intentions, then its read models, as
types. ``screen`` is the one panel of its role, which asks for nothing; ``shared`` holds what several roles or panels
share. A door's method becomes an intention by ``asking.intention``, a read model becomes a panel by ``showing.shows``.
``typescript`` writes all of it as the front end's ``contract.ts``, and what may be entered as its ``limits.ts``::

    python -m workshop_kit.live.contract

Who may do what in which phase stands in ``domain.permits``, how long a text may be in ``domain.entries``.
"""
