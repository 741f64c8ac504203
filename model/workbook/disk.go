package workbook

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gapbook/gapbook/model/exact"
)

// stamp tells whether a file is still the one that was read.
type stamp [sha256.Size]byte

// tooBig is refused before it is read; see exact.Parse for what else is.
const tooBig = 128 << 20

func readFile(path string) ([]byte, stamp, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, stamp{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		switch {
		case info.IsDir():
			return nil, stamp{}, &os.PathError{Op: "read", Path: path, Err: errors.New("is a folder")}
		case info.Size() > tooBig:
			return nil, stamp{}, &FileError{Path: path, Problem: problemf("%d MB are far more than notes can be", info.Size()>>20)}
		}
	}
	src, err := io.ReadAll(io.LimitReader(f, tooBig))
	return src, sha256.Sum256(src), err
}

// WriteFile replaces a file whole or not at all: it writes beside it, syncs, and renames. A new file is for its owner's
// eyes only; an old one keeps its mode. A link stays a link.
func WriteFile(path string, data []byte) error {
	_, err := writeFile(path, data)
	return err
}

func writeFile(path string, data []byte) (stamp, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return stamp{}, writeThrough(path, data)
		}
		mode = info.Mode().Perm()
		if mode&0o200 == 0 {
			return stamp{}, &os.PathError{Op: "write", Path: path, Err: os.ErrPermission}
		}
	}
	tmp, err := temp(path, data, mode)
	if err != nil {
		return stamp{}, err
	}
	if err := os.Rename(tmp, path); err != nil {
		_ = os.Remove(tmp)
		return stamp{}, err
	}
	syncFolder(filepath.Dir(path))
	return sha256.Sum256(data), nil
}

// writeThrough writes to what is no file: a pipe or a device must stay one.
func writeThrough(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, data []byte) error {
	tmp, err := temp(path, data, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(tmp)
	if err := os.Link(tmp, path); err == nil || errors.Is(err, os.ErrExist) {
		return err
	}
	// No links on this file system: claim the name, then put the file there.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}

// temp writes a hidden file beside path and syncs it.
func temp(path string, data []byte, mode os.FileMode) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return "", err
	}
	name := f.Name()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		_ = os.Remove(name)
		return "", err
	}
	return name, nil
}

// syncFolder makes the rename last through a power cut. Windows has no such thing; elsewhere a file system may refuse it.
func syncFolder(folder string) {
	if runtime.GOOS == "windows" {
		return
	}
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func problemf(format string, args ...any) (p exact.Problem) {
	p.Message = fmt.Sprintf(format, args...)
	return p
}
