package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"isnad/internal/isnadtest/browser"
)

// The test binary is also the command: scripts and the crash test start it as a
// process of its own, so that what they kill and measure is the real thing.
func TestMain(m *testing.M) {
	testscript.Main(sharing{m}, map[string]func(){"isnad": func() {
		os.Exit(run(context.Background(), os.Args[1:], console{os.Stdin, os.Stdout, os.Stderr}))
	}})
}

// sharing runs the tests with one Chromium for all.
type sharing struct{ *testing.M }

func (s sharing) Run() int { return browser.Main(s.M) }

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
