"""The contract (API schema) between the pages and the doors: what may be asked and what is shown, for each role.

``participant``, ``facilitator`` and ``screen`` hold the payloads of the intentions and the read models as types,
``shared`` what several roles share. A door's method becomes an intention by ``asking.intention``, a read model becomes
a panel by ``showing.shows``. ``typescript`` writes all of it as the front end's ``contract.ts``::

    python -m workshop_kit.live.contract

Who may do what in which phase stands in ``domain.course``, how long a text may be in ``domain.entries``.
"""
