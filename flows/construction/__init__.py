"""建设工程: from land list to joint acceptance."""
