package workbook

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
)

// stamp tells whether a file is still the one that was read.
type stamp [sha256.Size]byte

// tooBig is refused before it is read; see exact.Parse for what else is.
const tooBig = 128 << 20

// tooBigLocked is the same for a locked file, which is a good third longer than what is in it.
const tooBigLocked = tooBig / 2 * 3

func most(f io.ReaderAt) int64 {
	var head [64]byte
	n, _ := f.ReadAt(head[:], 0)
	if vault.IsLocked(head[:n]) {
		return tooBigLocked
	}
	return tooBig
}

func tooLarge(path string, size int64) error {
	return &FileError{Path: path, Problem: problemf("%d MB are far more than notes can be", size>>20)}
}

func readFile(path string) ([]byte, stamp, os.FileInfo, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, stamp{}, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, stamp{}, nil, err
	}
	switch {
	case info.IsDir():
		return nil, stamp{}, nil, &os.PathError{Op: "read", Path: path, Err: errors.New("is a folder")}
	case info.Size() > most(f):
		return nil, stamp{}, nil, tooLarge(path, info.Size())
	}
	src, err := io.ReadAll(io.LimitReader(f, tooBigLocked))
	return src, sha256.Sum256(src), info, err
}

// sameFile says whether a file looks the way it did: nobody put another in its place or wrote to it. Clocks of file
// systems are coarse, so a file that was written just before it was looked at may look the same and be another.
func sameFile(a, b os.FileInfo) bool {
	const coarse = 2 * time.Second
	return a != nil && b != nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) &&
		time.Since(b.ModTime()) > coarse
}

// WriteFile replaces a file whole or not at all: it writes beside it, syncs, and renames. A new file is for its owner's
// eyes only; an old one keeps its mode. A link stays a link.
func WriteFile(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeThrough(path, data)
	}
	s, err := stage(path, data)
	if err != nil {
		return err
	}
	return s.commit()
}

// staged is a file that is written and synced, and not yet in its place.
type staged struct{ tmp, path string }

func stage(path string, data []byte) (*staged, error) {
	path = realPath(path)
	mode := os.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return nil, &os.PathError{Op: "write", Path: path, Err: errors.New("is no file")}
		}
		mode = info.Mode().Perm()
		if err := mayWrite(path, mode); err != nil {
			return nil, err
		}
	}
	tmp, err := temp(path, data, mode)
	return &staged{tmp, path}, err
}

// mayWrite respects that a file is not to be written, though another could be put in its place.
func mayWrite(path string, mode os.FileMode) error {
	if mode&0o200 == 0 {
		return &os.PathError{Op: "write", Path: path, Err: os.ErrPermission}
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		return f.Close()
	}
	if Forbidden(err) {
		return err
	}
	return nil // what else may be wrong, writing tells
}

// tryWrite does what a save needs, to write the file and to put another beside it, and changes nothing.
func tryWrite(path string) error {
	if info, err := os.Stat(path); err == nil {
		if err := mayWrite(path, info.Mode().Perm()); err != nil {
			return err
		}
	}
	tmp, err := temp(path, nil, 0o600)
	if err != nil {
		return err
	}
	return os.Remove(tmp)
}

// commit puts the file in its place.
func (s *staged) commit() error {
	if err := rename(s.tmp, s.path); err != nil {
		s.drop()
		return err
	}
	syncFolder(filepath.Dir(s.path))
	return nil
}

func (s *staged) drop() { _ = os.Remove(s.tmp) }

// rename puts a file in the place of another. On Windows a virus scanner or a sync client may hold either for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for wait := 10 * time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
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
	return rename(tmp, path)
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

// sweep takes away what a program that was killed in the middle of a save left beside a file. Nobody else may be writing.
func sweep(real string) {
	files, err := os.ReadDir(filepath.Dir(real))
	if err != nil {
		return
	}
	for _, f := range files {
		name := strings.TrimPrefix(f.Name(), ".")
		if name == f.Name() || !strings.HasSuffix(name, ".tmp") {
			continue
		}
		if base := filepath.Base(real); strings.HasPrefix(name, base+".") || strings.HasPrefix(name, "."+base+".journal.") {
			_ = os.Remove(filepath.Join(filepath.Dir(real), f.Name()))
		}
	}
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
