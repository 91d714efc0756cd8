"""Tocsin reads reports about people at risk of being sent back and lists what happened to whom, each with its quote."""

__version__ = "0.1.0"
