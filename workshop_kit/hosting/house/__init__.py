"""The house: the program behind the home page, which keeps its list of workshops and their rooms (*orchestrator*).

Every page of the home page asks the same house, by the control channel; what an act is called there is the name of its
intention in the contract.
"""

from workshop_kit.hosting.house.answering import House

__all__ = ["House"]
