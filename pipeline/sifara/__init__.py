"""Sifara (سفارة): Arabic diplomatic news read into a knowledge graph."""

__version__ = "0.1.0"
