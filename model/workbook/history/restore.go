package history

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// shapes are the ways to write a time, each with how long it stands for.
var shapes = []struct {
	layout string
	length func(time.Time) time.Time
}{
	{"2006-01-02 15:04:05", func(t time.Time) time.Time { return t.Add(time.Second) }},
	{"2006-01-02T15:04:05", func(t time.Time) time.Time { return t.Add(time.Second) }},
	{"2006-01-02 15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	{"2006-01-02T15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	{"2006-01-02 15.04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	{time.DateOnly, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
}

// At finds a backup by its number, or by a time: what the file was then, at the end of that day, minute or second. Empty
// is the latest.
func At(list []Version, when string, zone *time.Location) (Version, error) {
	when = strings.TrimSpace(when)
	if when == "" {
		when = "1"
	}
	if n, err := strconv.Atoi(when); err == nil {
		if n < 1 || n > len(list) {
			return Version{}, fmt.Errorf("there are backups 1 to %d, not %d", len(list), n)
		}
		return list[n-1], nil
	}
	for _, s := range shapes {
		t, err := time.ParseInLocation(s.layout, when, zone)
		if err != nil {
			continue
		}
		end := s.length(t)
		for _, v := range list {
			if v.Time.Before(end) {
				return v, nil
			}
		}
		return Version{}, fmt.Errorf("no backup is as old as %s; the first is of %s", when, list[len(list)-1].Time.In(zone).Format("2006-01-02 15:04"))
	}
	return Version{}, fmt.Errorf("%q is neither a number of gapbook history nor a time like 2026-03-04 or \"2026-03-04 14:02\"", when)
}

// NameFor is a free name for a copy beside the file: NAME (2026-03-04 14.02).yaml.
func NameFor(path string, v Version, zone *time.Location) string {
	ext := filepath.Ext(path)
	base := fmt.Sprintf("%s (%s)", strings.TrimSuffix(path, ext), v.Time.In(zone).Format("2006-01-02 15.04"))
	name := base + ext
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s %d%s", base, n, ext)
	}
}

// Restore writes a backup to a file that must not be there yet.
func Restore(v Version, out string) error {
	data, err := v.Data()
	if err != nil {
		return err
	}
	tmp, err := temp(out, data)
	if err != nil {
		return err
	}
	defer os.Remove(tmp)
	switch err := os.Link(tmp, out); {
	case err == nil:
		return nil
	case errors.Is(err, os.ErrExist):
		return taken(out)
	}
	// No links on this file system: claim the name, then put the file there.
	f, err := os.OpenFile(out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return taken(out)
	}
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(tmp, out)
}

func taken(out string) error {
	return fmt.Errorf("%s is already there; choose another name with -o: %w", out, os.ErrExist)
}
