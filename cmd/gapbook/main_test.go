package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, map[string]func(){"gapbook": main, "keep": keepMain, "breakdown": breakdownMain})
}

// TestScripts runs the command line as a person would: one file per topic in testdata.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../engagements")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			for _, v := range []string{"HOME", "USERPROFILE", "LocalAppData", "AppData"} {
				env.Setenv(v, filepath.Join(env.WorkDir, "home"))
			}
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && runtime.GOOS != "windows" && os.Getuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"repeat": repeat, "bytes": writeBytes, "mode": fileMode, "exits": exits, "lines-kept": linesKept, "age-key": ageKey,
		},
	})
}
