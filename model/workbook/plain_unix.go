//go:build !windows

package workbook

import (
	"os"
	"syscall"
)

var (
	full         = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnlyDisk = []error{syscall.EROFS}
	noFolder     = []error{syscall.ENOTDIR}
	gone         = []error{syscall.EIO, syscall.ENODEV, syscall.ENXIO, syscall.ESTALE}
)

// onOtherDisk says that a folder is on another disk than it was: the stick is pulled, and what is left is the place where
// it was mounted. Nothing may be written there.
func onOtherDisk(was os.FileInfo, folder string) bool {
	there, err := os.Stat(folder)
	if err != nil || was == nil {
		return false
	}
	a, ok1 := was.Sys().(*syscall.Stat_t)
	b, ok2 := there.Sys().(*syscall.Stat_t)
	return ok1 && ok2 && a.Dev != b.Dev
}
