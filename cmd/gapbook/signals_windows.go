package main

import (
	"os"
	"syscall"
)

// endings are the signals on which what was typed is saved before the program ends. Closing the console window, logging
// off and shutting down arrive as SIGTERM: Go's handler of console events passes them on so when somebody listens for it,
// and does not return, as Windows ends the program when it does. Windows waits five seconds; a save takes a fraction of
// one, and what was typed is in the journal anyway.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM}
