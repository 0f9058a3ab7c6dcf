"""The facilitator's contract, panel by panel, as the steps follow each other."""
