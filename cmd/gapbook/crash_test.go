//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
)

// A panic in a real terminal: it is usable afterwards, the text is in the file, and what is written down about it holds
// nothing of the client.
func TestAPanicLeavesTheTerminalInOrder(t *testing.T) {
	program, err := exec.LookPath("breakdown")
	if err != nil {
		t.Fatal(err)
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash: no job control to test with")
	}
	for where, says := range map[string]string{"update": "(the app: string)", "view": "(the screen: string)", "command": "(a command: string)"} {
		t.Run(where, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "bench.yaml")
			if err := os.WriteFile(file, []byte(interviewed), 0o600); err != nil {
				t.Fatal(err)
			}
			script := `"$0" "$1" "$2"; echo "ended with $?"; stty -a; echo told; sleep 60`
			term := start(t, exec.Command(bash, "-m", "-c", script, program, file, where))
			t.Cleanup(func() { _ = term.cmd.Process.Kill(); _ = term.pty.Close() })
			term.wait("Bench")
			term.keys("I\r")
			term.wait("› Ann")
			term.keys("heard boom")
			term.wait("told")
			s := term.screen()
			if strings.Contains(s, "ended with 0") || !strings.Contains(s, says) || strings.Contains(s, "-echo ") ||
				strings.Contains(s, "-icanon") || strings.Contains(s, "boom") || strings.Contains(s, "goroutine") {
				t.Errorf("the terminal is left so:\n%s", s)
			}
			if now, err := workbook.Read(file); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,heard boom" {
				t.Errorf("%v, %v", now.E, err)
			}
			leftNothing(t, filepath.Dir(file))
			notes, _ := filepath.Glob(filepath.Join(term.home, "state", "gapbook", "crashes", "*"))
			if len(notes) != 1 {
				t.Fatalf("crash files: %v", notes)
			}
			info, err := os.Stat(notes[0])
			if err != nil {
				t.Fatal(err)
			}
			src, _ := os.ReadFile(notes[0])
			if info.Mode().Perm() != 0o600 || len(src) > 16<<10 || strings.Contains(string(src), "boom") || strings.Contains(string(src), "Ann") {
				t.Errorf("%v, %d bytes:\n%s", info.Mode(), len(src), src)
			}
		})
	}
}
