// Command gen compiles the gazetteer that is built into isnad from the files of
// GeoNames (CC BY 4.0) in a folder, and from the two tables beside this file.
//
//	go run ./internal/places/gen -from DIR -o internal/places/gazetteer.bin
//
// DIR holds cities500.txt, admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt
// (each may be gzipped) and names-ar.tsv: GeoNames id or code, tab, Arabic name.
package main

import (
	"compress/gzip"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"isnad/internal/places/geonames"
)

//go:embed aliases.tsv
var aliases string

//go:embed regions.tsv
var regions string

func main() {
	from := flag.String("from", "", "folder with the files of GeoNames")
	out := flag.String("o", "gazetteer.bin", "file to write")
	flag.Parse()
	if *from == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*from, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(from, out string) error {
	c := newCompiler()
	for _, step := range []struct {
		file string
		line func([]string) error
	}{
		{"names-ar.tsv", c.arabicName},
		{"countryInfo.txt", c.country},
		{"admin1CodesASCII.txt", c.division},
		{"admin2Codes.txt", c.division},
		{"cities500.txt", c.town},
	} {
		if err := read(from, step.file, step.line); err != nil {
			return err
		}
	}
	if err := geonames.Lines(strings.NewReader(aliases), c.alias); err != nil {
		return fmt.Errorf("aliases.tsv: %w", err)
	}
	if err := geonames.Lines(strings.NewReader(regions), c.region); err != nil {
		return fmt.Errorf("regions.tsv: %w", err)
	}
	b, err := c.bytes()
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d places, %d bytes\n", out, len(c.entries), len(b))
	return nil
}

func read(dir, name string, line func([]string) error) error {
	f, err := os.Open(filepath.Join(dir, name))
	var r io.Reader = f
	if errors.Is(err, fs.ErrNotExist) {
		if f, err = os.Open(filepath.Join(dir, name+".gz")); err == nil {
			r, err = gzip.NewReader(f)
		}
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := geonames.Lines(r, func(_ int, col []string) error { return line(col) }); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
