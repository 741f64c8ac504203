package history

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// most is what a backup may unpack to; a file that is larger was never opened.
const most = 128 << 20

// write packs a backup into a file, which is there whole or not at all.
func write(path string, data []byte, at time.Time) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return err
	}
	z.ModTime = at
	_, err = z.Write(data)
	if err = errors.Join(err, z.Close()); err != nil {
		return err
	}
	return writeWhole(path, b.Bytes())
}

func unpack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, most+1))
	if err == nil && len(data) > most {
		err = fmt.Errorf("more than %d MB", most>>20)
	}
	return data, err
}

// writeWhole writes beside, syncs and renames. The file is for its owner alone.
func writeWhole(path string, data []byte) error {
	tmp, err := temp(path, data)
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		_ = os.Remove(tmp)
		return err
	}
	return nil
}

func temp(path string, data []byte) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}
