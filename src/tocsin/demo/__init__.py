"""Invented reports about invented people, read by `tocsin demo`."""
