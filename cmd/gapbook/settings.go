package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model/config"
	"github.com/gapbook/gapbook/model/workbook/history"
)

// settings are what the person set, in their configuration and in the environment.
type settings struct {
	config.Config
	policy history.Policy
	notice error // the first thing that is wrong in them; the rest counts all the same
}

// readSettings reads them and writes what is wrong to w.
func readSettings(w io.Writer) settings {
	s := settings{policy: history.Default}
	c, problems, err := config.Load()
	s.Config = c
	say := func(err error, warning bool) {
		fmt.Fprintln(w, printable("gapbook: "+err.Error()))
		if s.notice == nil && !warning {
			s.notice = err
		}
	}
	if err != nil {
		say(fmt.Errorf("the configuration cannot be read: %w", err), false)
	}
	for _, p := range problems {
		say(p, p.Warning)
	}
	keeps, err := c.KeepsBackups()
	if err != nil {
		say(err, false)
	}
	s.policy.Off = !keeps
	return s
}

// me is who the notes are by: as set, else as the system knows the person.
func (s settings) me() string {
	if s.By != "" {
		return s.By
	}
	return me()
}

// keep takes a backup of a file. The samples that are only looked at need none.
func (s settings) keep(path string) error {
	if s.policy.Off || strings.HasPrefix(filepath.Base(filepath.Dir(path)), demoPrefix) {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("no backup was taken: %w", err)
	}
	return history.Keep(path, data, time.Now(), s.policy)
}
