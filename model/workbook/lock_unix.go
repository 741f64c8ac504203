//go:build !windows

package workbook

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes a lock that the system lets go of when the process ends, however it ends.
func lockFile(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		}
		return err
	}
}

// removeLock takes the file away before the lock is let go, so that nobody waits at a file that goes.
func removeLock(f *os.File, path string) {
	_ = os.Remove(path)
	_ = f.Close()
}

// unlinked says that an open file has no name any more: somebody took it away.
func unlinked(f *os.File) bool {
	info, err := f.Stat()
	if err != nil {
		return true
	}
	sys, ok := info.Sys().(*syscall.Stat_t)
	return ok && sys.Nlink == 0
}
