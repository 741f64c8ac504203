package workbook

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// Fault is why a file could not be written, in the words of the person who has to mend it.
type Fault struct {
	Words string
	Err   error
}

func (f *Fault) Error() string { return f.Words }
func (f *Fault) Unwrap() error { return f.Err }

// plain says what is wrong with a disk. Other errors stay as they are.
func plain(path string, err error) error {
	name, folder := filepath.Base(path), filepath.Dir(path)
	var words string
	var known *Fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case isAny(err, full):
		words = "the disk is full; free some space on the one with " + name
	case isAny(err, readOnlyDisk):
		words = "the disk with " + name + " can only be read"
	case errors.Is(err, fs.ErrPermission):
		words = "no permission to write " + name + " in " + folder
	case isAny(err, noFolder):
		words = folder + " is no folder"
	case errors.Is(err, fs.ErrNotExist):
		words = "the folder " + folder + " is not there any more"
	case isAny(err, gone):
		words = "the disk with " + name + " does not answer; is it still plugged in?"
	default:
		return err
	}
	return &Fault{words, err}
}

// Forbidden says whether an error is that a file or its disk is not to be written, as against a fault that may pass.
func Forbidden(err error) bool { return errors.Is(err, fs.ErrPermission) || isAny(err, readOnlyDisk) }

func isAny(err error, list []error) bool {
	for _, e := range list {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
