//go:build !windows

package main

import (
	"os"
	"syscall"
)

// endings are the signals on which what was typed is saved before the program ends. SIGHUP is a closed window or a
// dropped connection; nobody else catches it.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
