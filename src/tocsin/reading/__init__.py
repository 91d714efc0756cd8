"""Reads one report's text: claims, figures and doubts, each with its exact words. Pure."""

from tocsin.reading.read import read

__all__ = ["read"]
