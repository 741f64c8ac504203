package history

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/machine"
)

// Root is where all backups lie.
func Root() (string, error) {
	state, err := machine.State()
	return filepath.Join(state, "history"), err
}

// Folder is where the backups of one file lie, whether there are any or not.
func Folder(path string) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	full, err := identity(path)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(full))
	name := model.Slug(strings.TrimSuffix(filepath.Base(full), filepath.Ext(full)))
	if r := []rune(name); len(r) > 40 {
		name = string(r[:40])
	}
	return filepath.Join(root, strings.TrimPrefix(name+"-"+hex.EncodeToString(sum[:])[:12], "-")), nil
}

// identity is one path for a file, by whatever link or spelling it was reached.
func identity(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	} else if dir, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil { // the file itself may be gone
		full = filepath.Join(dir, filepath.Base(full))
	}
	if runtime.GOOS == "windows" {
		full = strings.ToLower(full)
	}
	return full, nil
}

// note says in the folder which file it is about, for people who look into it.
func note(folder, path string) error {
	full, err := identity(path)
	if err != nil {
		return err
	}
	name := filepath.Join(folder, "file.txt")
	if was, err := os.ReadFile(name); err == nil && string(was) == full+"\n" {
		return nil
	}
	return writeWhole(name, []byte(full+"\n"))
}
