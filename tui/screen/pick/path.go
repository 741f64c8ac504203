package pick

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Path is the path that someone typed, pasted or dropped on the terminal: without the quotes around it, with ~ for home,
// and without the backslashes that terminals put before blanks.
func Path(typed string) string { return path(typed, runtime.GOOS == "windows") }

func path(typed string, windows bool) string {
	s := strings.TrimSpace(typed)
	bare := true
	for _, q := range []string{`"`, "'"} {
		if len(s) >= 2 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			s, bare = s[1:len(s)-1], false
			break
		}
	}
	s = strings.TrimPrefix(s, "file://")
	if bare && !windows {
		s = unescaped(s)
	}
	if rest, ok := strings.CutPrefix(s, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		if home, err := os.UserHomeDir(); err == nil {
			s = home + rest
		}
	}
	return s
}

// unescaped drops the backslashes of a shell before what it would read as more than a letter.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(` ()[]{}'"&;$!#*?<>|~\`+"`", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
