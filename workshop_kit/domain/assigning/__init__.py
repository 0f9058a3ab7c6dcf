"""Volunteers to missions, step by step: who may, what is wanted in which order, solved exactly, and why."""
