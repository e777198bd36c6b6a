"""BPMN 2.0: processes written for other tools, and models of other tools read."""
