package main

import (
	"os"
	"syscall"
)

// endings are the signals on which what was typed is saved before the program ends. Closing the console window arrives
// as SIGTERM.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM}
