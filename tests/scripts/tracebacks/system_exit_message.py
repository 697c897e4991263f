# SystemExit with a message prints it to stderr and exits with 1.
raise SystemExit('a message for stderr')
