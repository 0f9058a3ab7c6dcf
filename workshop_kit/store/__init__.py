"""The store: the one place that commits. Values go in and come out; SQL stays inside."""

from workshop_kit.store.opening import create_store, open_store
from workshop_kit.store.repository import Repository
from workshop_kit.store.transactions import Store

__all__ = ["Repository", "Store", "create_store", "open_store"]
