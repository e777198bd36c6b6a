"""The county plan 罗政综〔2023〕10号: its items and its departments, as data.

``models.plan.catalogue`` is the way in: ITEMS, DEPARTMENTS and the look-ups.
"""
