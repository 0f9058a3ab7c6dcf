"""What the facilitator may know and do, one module a step of the guide."""
