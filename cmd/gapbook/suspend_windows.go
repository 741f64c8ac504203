package main

// onSuspend does nothing: a program cannot be stopped from outside here.
func onSuspend(func(stop func())) (end func()) { return func() {} }
