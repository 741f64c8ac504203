package workbook

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// beyond is where the lock lies: behind the end of the file, because locked bytes cannot be read by others.
const beyond = 1 << 30

// lockFile takes a lock that the system lets go of when the process ends, however it ends.
func lockFile(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{Offset: beyond})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// removeLock lets go first: an open file cannot be taken away. If somebody else has it by then, it stays.
func removeLock(f *os.File, path string) {
	_ = f.Close()
	_ = os.Remove(path)
}

// unlinked is never so: an open file cannot be taken away.
func unlinked(*os.File) bool { return false }
