package machine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func broken(value any) (c *Crash) {
	defer func() { c = Caught("the test", recover(), "1.2") }()
	if value == nil {
		var list []int
		_ = list[len(os.Args)+7]
	}
	panic(value)
}

// What a panic says may be what somebody said in an interview.
func TestACrashFileQuotesNobody(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	for _, value := range []any{"the VP said no", struct{ s string }{"the VP said no"}, os.ErrClosed, nil} {
		c := broken(value)
		src, err := os.ReadFile(c.Path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(src)
		if strings.Contains(text+c.Error(), "VP") {
			t.Errorf("quoted:\n%s", text)
		}
		if !strings.Contains(text, "machine.broken") || !strings.HasPrefix(text, "gapbook 1.2, go") {
			t.Errorf("of no use:\n%s", text)
		}
		if info, _ := os.Stat(c.Path); info.Mode().Perm()&0o077 != 0 && filepath.Separator == '/' {
			t.Errorf("mode %v", info.Mode())
		}
	}
	if c := broken(nil); !strings.Contains(c.Kind, "index out of range") {
		t.Errorf("a runtime error without its words: %s", c.Kind)
	}
}

func TestACrashWithoutAPlaceIsStillTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_STATE_HOME", file)
	if c := broken("x"); c.Path != "" || c.Hint() != "" || !strings.Contains(c.Error(), "the test: string") {
		t.Errorf("%+v", c)
	}
}
