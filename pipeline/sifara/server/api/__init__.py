"""The JSON API: one module a concern, each with its routes."""
