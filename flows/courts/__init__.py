"""Courts and bankruptcy: files, service, disputes, bankrupt estates, defaulters."""
