// Package machine is the computer that the program runs on: who sits at it, where the program keeps its own things, and
// what it writes down when it breaks. It knows nothing of engagements and must not import any other room.
package machine

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
)

// User is who sits here: the name that the system knows the person by.
func User() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if name, _, _ := strings.Cut(u.Name, ","); strings.TrimSpace(name) != "" {
		return strings.TrimSpace(name)
	}
	_, name, found := strings.Cut(u.Username, `\`) // DOMAIN\name on Windows
	if !found {
		name = u.Username
	}
	return name
}

// Host is the name of the computer.
func Host() string {
	name, err := os.Hostname()
	if err != nil || name == "" {
		return "this computer"
	}
	return name
}

// State is the folder for what must outlive the program and is no document: XDG_STATE_HOME, or what the system has in
// its place. It is not made.
func State() (string, error) {
	if s := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(s) {
		return filepath.Join(s, "gapbook"), nil
	}
	switch runtime.GOOS {
	case "windows":
		if s := os.Getenv("LocalAppData"); s != "" {
			return filepath.Join(s, "gapbook", "state"), nil
		}
	case "darwin":
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, "Library", "Application Support", "gapbook", "state"), nil
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "state", "gapbook"), nil
}
