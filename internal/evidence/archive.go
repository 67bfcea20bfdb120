package evidence

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// ratioFloor is how much an archive may give before its ratio is asked for: a
// small archive may hold a small, even table.
const ratioFloor = 1 << 20

// counter unpacks into nothing and counts.
type counter struct {
	bounds    Bounds
	size      int64 // of the whole file handed in
	given     int64
	entries   int
	doubts    []string
	mediaType string // what the archive as a whole is, where its files tell
	kind      Kind
}

var errBomb = errors.New("bomb")

func (c *counter) look(b []byte, mediaType string, depth int) error {
	if depth > c.bounds.Depth {
		return tooLarge("The archive holds archives within archives, more than %d deep.", c.bounds.Depth)
	}
	if mediaType == "application/gzip" {
		return c.gzip(b, depth)
	}
	return c.zip(b, depth)
}

func (c *counter) gzip(b []byte, depth int) error {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return refuse("The archive cannot be unpacked.")
	}
	c.entries++
	return c.inside(z, depth, "")
}

func (c *counter) zip(b []byte, depth int) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return refuse("The archive cannot be unpacked.")
	}
	c.entries += len(z.File)
	if c.entries > c.bounds.Entries {
		return tooLarge("The archive holds more than %d files.", c.bounds.Entries)
	}
	if overlapping(z.File) {
		return refuse("The files of the archive lie over each other, as no honest archive's do.")
	}
	locked := false
	for _, f := range z.File {
		if !plainName(f.Name) {
			return refuse("The archive holds a file whose name leads out of the archive.")
		}
		if f.Mode()&^0o7777 != 0 && !f.Mode().IsDir() {
			return refuse("The archive holds something that is no plain file.")
		}
		if f.Flags&1 != 0 {
			locked = true
			continue
		}
		r, err := f.Open()
		if err != nil {
			return refuse("The archive is packed in a way that cannot be looked into.")
		}
		err = c.inside(r, depth, f.Name)
		r.Close()
		if err != nil {
			return err
		}
	}
	if locked {
		c.doubts = append(c.doubts, "The archive is locked with a password, so nobody looked into it.")
	}
	if depth == 1 {
		c.mediaType, c.kind = zipType(z.File)
	}
	return nil
}

// inside counts what r gives, and looks into it where it is an archive itself.
// Only such a one is held in memory, and never more than the bounds.
func (c *counter) inside(r io.Reader, depth int, name string) error {
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return refuse("The archive cannot be unpacked.")
	}
	head = head[:n]
	m := recognise(head)
	if m.refused == noPrograms {
		return refuse("The archive holds a program%s. Programs are not taken as evidence.", named(name))
	}
	if m.refused != "" {
		return refuse("The archive holds another%s that cannot be looked into.", named(name))
	}
	var held holder
	var out io.Writer = io.Discard
	if m.archive {
		held.most = c.bounds.Size
		held.Buffer.Write(head)
		out = &held
	}
	err = c.add(int64(n))
	if err == nil {
		_, err = io.Copy(io.MultiWriter(out, adder{c}), r)
	}
	switch {
	case errors.Is(err, errBomb):
		return tooLarge("The archive unpacks to far more than it is: more than %s, or more than %d times its size.", bytesWords(c.bounds.Unpacked), c.bounds.Ratio)
	case errors.Is(err, errHeld):
		return tooLarge("The archive holds another%s that is larger than %s.", named(name), bytesWords(c.bounds.Size))
	case err != nil:
		return refuse("The archive cannot be unpacked.")
	case m.archive:
		return c.look(held.Bytes(), m.mediaType, depth+1)
	}
	return nil
}

// add counts n more bytes. What stands in an archive's headers is not believed.
func (c *counter) add(n int64) error {
	c.given += n
	if c.given > c.bounds.Unpacked || c.given > ratioFloor && c.given > c.bounds.Ratio*c.size {
		return errBomb
	}
	return nil
}

// holder holds an archive that stands within another, up to what is taken by itself.
type holder struct {
	bytes.Buffer
	most int64
}

var errHeld = errors.New("too large to hold")

func (h *holder) Write(b []byte) (int, error) {
	if int64(h.Len()+len(b)) > h.most {
		return 0, errHeld
	}
	return h.Buffer.Write(b)
}

type adder struct{ c *counter }

func (a adder) Write(b []byte) (int, error) { return len(b), a.c.add(int64(len(b))) }

// overlapping tells whether two files share bytes of the archive. Archives that
// give petabytes out of kilobytes are made so.
func overlapping(files []*zip.File) bool {
	type run struct{ from, to int64 }
	var runs []run
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil {
			return true
		}
		runs = append(runs, run{from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(runs, func(a, b run) int { return int(min(max(a.from-b.from, -1), 1)) })
	for i := 1; i < len(runs); i++ {
		if runs[i].from < runs[i-1].to {
			return true
		}
	}
	return false
}

// plainName tells whether a name stays within the folder that it is unpacked to.
func plainName(name string) bool {
	if name == "" || strings.ContainsAny(name, "\x00\\:") || path.IsAbs(name) {
		return false
	}
	return !slices.Contains(strings.Split(name, "/"), "..")
}

// zipType tells office documents and web archives from other archives.
func zipType(files []*zip.File) (string, Kind) {
	for _, f := range files {
		switch {
		case strings.HasPrefix(f.Name, "word/"):
			return "application/vnd.openxmlformats-officedocument.wordprocessingml.document", KindDocument
		case strings.HasPrefix(f.Name, "xl/"):
			return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", KindDocument
		case strings.HasPrefix(f.Name, "ppt/"):
			return "application/vnd.openxmlformats-officedocument.presentationml.presentation", KindDocument
		case f.Name == "META-INF/manifest.xml":
			return "application/vnd.oasis.opendocument", KindDocument
		case f.Name == "datapackage.json":
			return "application/wacz", KindArchive
		}
	}
	return "application/zip", KindArchive
}

func named(name string) string {
	if name = Name(name); name == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", name)
}
