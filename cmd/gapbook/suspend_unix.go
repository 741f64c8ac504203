//go:build !windows

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// onSuspend has the app step aside when it is stopped from outside: everything is saved, the shell gets its terminal as
// it was, and the app draws itself anew when it goes on. The app's own ctrl+z is undo. The answer ends this.
func onSuspend(suspend func(stop func())) (end func()) {
	stops := make(chan os.Signal, 1)
	signal.Notify(stops, syscall.SIGTSTP)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-stops:
				suspend(stopHere)
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(stops)
		close(done)
	}
}

// stopHere stops the process with the other stop signal, as the first would only be caught again. Threads may run on for a
// moment after it; what counts is that the shell has told us to continue.
func stopHere() {
	conts := make(chan os.Signal, 1)
	signal.Notify(conts, syscall.SIGCONT)
	defer signal.Stop(conts)
	if syscall.Kill(os.Getpid(), syscall.SIGSTOP) == nil {
		<-conts
	}
}
