package main

import (
	"encoding/json"
	"fmt"
	"runtime/debug"

	"isnad/internal/attribute"
	"isnad/internal/extract"
	"isnad/internal/reconcile"
)

type versionCommand struct{}

// Run prints the version of the program and of the rules that reports, claims
// and incidents carry.
func (versionCommand) Run(c console, cmds *commands) error {
	v := struct {
		Isnad string   `json:"isnad"`
		Go    string   `json:"go"`
		Rules []string `json:"rules"`
	}{Isnad: programVersion(), Rules: []string{extract.Version, attribute.Version, reconcile.Version}}
	if b, ok := debug.ReadBuildInfo(); ok {
		v.Go = b.GoVersion
	}
	if cmds.Format == "jsonl" {
		return json.NewEncoder(c.out).Encode(v)
	}
	_, err := fmt.Fprintf(c.out, "isnad %s (%s)\nrules: %v\n", v.Isnad, v.Go, v.Rules)
	return err
}

// programVersion is the version of the program, as it was built.
func programVersion() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development"
}
