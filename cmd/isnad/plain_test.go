package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"

	"isnad"
	"isnad/internal/pipeline"
)

// Text from outside reaches a terminal without anything that commands it or that
// turns the text around it.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"Ferry Wire":                                   "Ferry Wire",
		"قصف الجسر":                                    "قصف الجسر",
		"می\u200cرود":                                  "می\u200cرود",
		"red \x1b[31mtext\x1b[0m":                      "red [31mtext[0m",
		"C1 \u009b2J and \u0085next":                   "C1 2J and  next",
		"title \x1b]0;owned\x07end":                    "title ]0;ownedend",
		"\u202Etxet\u202C \u2066x\u2069 \u200Fy\u061C": "txet x y",
		"two\r\nlines\tand\u2028more":                  "two  lines and more",
		"bell\x07 del\x7f nul\x00 \u00ad\ufeff":        "bell del nul ",
		"broken \xff\x9b":                              "broken \uFFFD\uFFFD",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := plainLines("one\x1b\ntwo\u202E"); got != "one\ntwo" {
		t.Errorf("%q", got)
	}
}

// Neither what a report says nor what it is called can write to the terminal at
// its own will, where it is traced and where it fails.
func TestHostileTextOnATerminal(t *testing.T) {
	evil := "\x1b[2J\u009b31m\u202Edrow\u2066\x07\r"
	r := isnad.Report{ID: "r1", Source: "Source" + evil, Title: "Title" + evil, Published: time.Date(2031, 1, 2, 3, 4, 5, 0, time.UTC)}
	found := []pipeline.Found{{Citation: isnad.Citation{To: "r2", Kind: isnad.CiteCopy, Copied: .5,
		Changes: []isnad.Change{{Kind: isnad.ChangeName, Was: "Was" + evil, Now: "Now" + evil}}}, Original: r}}
	var out bytes.Buffer
	if err := tellFound(&out, &r, found, false); err != nil {
		t.Fatal(err)
	}
	failing := intake{console: console{err: &out}, bar: newProgress(&out)}
	failing.fail("https://a.example/"+evil, errors.New("told by the other side: "+evil))
	for _, word := range []string{"Source", "Title", "Was", "Now", "2031-01-02", "told by"} {
		if !strings.Contains(out.String(), word) {
			t.Errorf("%q is gone from %q", word, out.String())
		}
	}
	for _, c := range out.String() {
		if c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Cf, c)) {
			t.Errorf("%U is printed in %q", c, out.String())
		}
	}
}
