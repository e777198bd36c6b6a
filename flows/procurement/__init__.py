"""Government procurement and tendering."""
