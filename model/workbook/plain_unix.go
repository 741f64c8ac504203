//go:build !windows

package workbook

import "syscall"

var (
	full         = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnlyDisk = []error{syscall.EROFS}
	gone         = []error{syscall.EIO, syscall.ENODEV, syscall.ENXIO, syscall.ESTALE}
)
