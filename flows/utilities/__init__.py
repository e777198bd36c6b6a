"""水电气网: connections and transfers."""
