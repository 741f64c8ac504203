package workbook

import (
	"os"

	"golang.org/x/sys/windows"
)

var (
	full         = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	readOnlyDisk = []error{windows.ERROR_WRITE_PROTECT}
	noFolder     = []error{windows.ERROR_DIRECTORY}
	gone         = []error{
		windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_BAD_NETPATH, windows.ERROR_NETNAME_DELETED,
		windows.ERROR_IO_DEVICE,
	}
)

// onOtherDisk is never so here: a stick that is pulled takes its letter with it.
func onOtherDisk(os.FileInfo, string) bool { return false }
