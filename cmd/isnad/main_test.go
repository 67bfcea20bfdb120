package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary is also the command: scripts and the crash test start it as a
// process of its own, so that what they kill and measure is the real thing.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"isnad": func() {
		os.Exit(run(context.Background(), os.Args[1:], console{os.Stdin, os.Stdout, os.Stderr}))
	}})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ISNAD_DATA", e.WorkDir+"/data")
			return nil
		},
		Cmds: scriptCommands(),
	})
}
