// Package history keeps what an engagement file was when it was opened: backups in the person's own folders, packed, each
// content once. It reads and writes backups only, never an engagement, except to bring one back under a name that is
// free. It must not import the workbook, which may call it.
//
// The backups of one file lie in a folder of their own, named after the file and a hash of its path: a file that was
// moved or renamed begins anew there. Their names are the time and the content's hash, so that there is no index that
// could be wrong, and two programs can keep at the same time.
package history

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Policy says what is kept.
type Policy struct {
	Off   bool // nothing new is kept; what is there stays
	Opens int  // so many of the latest
	Days  int  // and what the file was at the end of each of so many days
}

// Default is what the app keeps.
var Default = Policy{Opens: 20, Days: 30}

// Version is one backup.
type Version struct {
	N    int       // 1 is the latest
	Time time.Time // when the file was first opened with this content
	Hash string    // of the content
	path string
}

const (
	stampShape = "20060102T150405.000Z"
	ending     = ".yaml.gz"
	hashLen    = 32 // hexadecimal digits in a name
)

// Keep takes a backup of what the file at path holds, unless that is what the latest one holds, and drops those that the
// policy no longer asks for.
func Keep(path string, data []byte, now time.Time, policy Policy) error {
	if policy.Off {
		return nil
	}
	folder, err := Folder(path)
	if err != nil {
		return failed(path, err)
	}
	return failed(path, keepIn(folder, path, data, now, policy))
}

func failed(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("no backup of %s was taken: %w", filepath.Base(path), err)
}

func keepIn(folder, path string, data []byte, now time.Time, policy Policy) error {
	list, err := versions(folder)
	if err != nil {
		return err
	}
	hash := hashOf(data)
	if len(list) == 0 || list[0].Hash != hash {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		at := now.UTC().Truncate(time.Millisecond)
		if len(list) > 0 && !at.After(list[0].Time) { // a clock that was set back must not bury the newest
			at = list[0].Time.Add(time.Millisecond)
		}
		v := Version{Time: at, Hash: hash}
		v.path = filepath.Join(folder, v.name())
		if err := write(v.path, data, v.Time); err != nil {
			return err
		}
		if err := note(folder, path); err != nil {
			return err
		}
		list = append([]Version{v}, list...)
	}
	return prune(folder, list, now, policy)
}

// prune drops what the policy does not ask for, and what a crash left half written.
func prune(folder string, list []Version, now time.Time, policy Policy) error {
	times := make([]time.Time, len(list))
	for i, v := range list {
		times[i] = v.Time
	}
	var failed error
	for i, keep := range kept(times, now, policy) {
		if !keep {
			failed = errors.Join(failed, gone(os.Remove(list[i].path)))
		}
	}
	left, _ := filepath.Glob(filepath.Join(folder, "*.tmp"))
	for _, f := range left {
		if info, err := os.Stat(f); err == nil && now.Sub(info.ModTime()) > time.Hour {
			failed = errors.Join(failed, gone(os.Remove(f)))
		}
	}
	return failed
}

// gone makes it no error that somebody else was faster.
func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// List gives the backups of the file at path, the latest first.
func List(path string) ([]Version, error) {
	folder, err := Folder(path)
	if err != nil {
		return nil, err
	}
	return versions(folder)
}

func versions(folder string) ([]Version, error) {
	files, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Version
	for _, f := range files {
		stamp, hash, ok := strings.Cut(strings.TrimSuffix(f.Name(), ending), "-")
		at, err := time.Parse(stampShape, stamp)
		if !ok || err != nil || len(hash) != hashLen || !strings.HasSuffix(f.Name(), ending) {
			continue
		}
		out = append(out, Version{Time: at, Hash: hash, path: filepath.Join(folder, f.Name())})
	}
	slices.SortFunc(out, func(a, b Version) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.Hash, a.Hash)) })
	for i := range out {
		out[i].N = i + 1
	}
	return out, nil
}

func (v Version) name() string { return v.Time.UTC().Format(stampShape) + "-" + v.Hash + ending }

// Path is where the backup lies, packed.
func (v Version) Path() string { return v.path }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:hashLen]
}

// Data unpacks a backup. One that a bad disk changed is an error.
func (v Version) Data() ([]byte, error) {
	data, err := unpack(v.path)
	if err != nil {
		return nil, fmt.Errorf("the backup %s cannot be read: %w", v.path, err)
	}
	if hashOf(data) != v.Hash {
		return nil, fmt.Errorf("the backup %s is damaged; restore another one", v.path)
	}
	return data, nil
}

// Rewrite puts other contents into the backups of a file: change gives the new bytes, or false where the backup is to go.
// One that cannot be read goes, too.
func Rewrite(path string, change func(Version, []byte) ([]byte, bool)) (rewritten, removed int, err error) {
	list, err := List(path)
	for _, v := range list {
		data, unreadable := v.Data()
		next, keep := data, false
		if unreadable == nil {
			next, keep = change(v, data)
		}
		if keep && bytes.Equal(next, data) {
			continue
		}
		if keep {
			w := Version{Time: v.Time, Hash: hashOf(next)}
			if e := write(filepath.Join(filepath.Dir(v.path), w.name()), next, w.Time); e != nil {
				err = errors.Join(err, e)
				continue
			}
			rewritten++
		} else {
			removed++
		}
		err = errors.Join(err, gone(os.Remove(v.path)))
	}
	return rewritten, removed, err
}
