package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
)

// Bounds of what is sent with a form about a case, in bytes. A little more than is
// taken is read, so that what was typed is not lost with a file that is too large.
const (
	mostFiles     = casework.MaxEvidence
	mostFile      = 25 << 20
	mostFilesSize = 60 << 20
	mostTyped     = 2 << 20
	mostSent      = 160 << 20
	uploadsAtOnce = 24               // forms with files that are read at the same time
	uploadTime    = 10 * time.Minute // for one form, over a slow line
)

// handed is what came with a form: what was typed, and files that lie on the disk
// until close.
type handed struct {
	values url.Values
	files  []isnad.Upload
	wrong  string // why the files were not taken, in words for the person

	total int64
	held  []*os.File
	sums  []isnad.Hash // of files
}

// digest tells what was sent from something else that was: what was typed, and the
// names and bytes of the files.
func (f *handed) digest() string {
	v := url.Values{}
	for name, values := range f.values {
		if name != "task" && name != "answer" {
			v[name] = values
		}
	}
	for i, u := range f.files {
		v.Add("files", string(f.sums[i])+" "+u.Name)
	}
	return string(isnad.HashOf([]byte(v.Encode())))
}

// close removes the files.
func (f *handed) close() {
	for _, h := range f.held {
		_ = h.Close()
		_ = os.Remove(h.Name())
	}
}

// errTyped says that what was sent is no form.
var errTyped = errors.New("no form")

// readSent reads a form, with files or without. The error is errTyped, or wraps
// isnad.ErrTooLarge when more was typed than any form takes; what can be told of
// files is in wrong. The caller closes it.
func (s *site) readSent(w http.ResponseWriter, r *http.Request) (*handed, error) {
	f := &handed{values: url.Values{}}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return f, errTyped
	}
	if kind != "multipart/form-data" {
		r.Body = http.MaxBytesReader(w, r.Body, mostTyped)
		if err := r.ParseForm(); err != nil {
			if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
				return f, isnad.ErrTooLarge
			}
			return f, errTyped
		}
		f.values = r.PostForm
		cleanForm(f.values)
		return f, nil
	}
	select { // nobody waits: who does would hold a connection
	case s.uploads <- struct{}{}:
		defer func() { <-s.uploads }()
	default:
		return f, errBusy
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(uploadTime)) // as long as the server has it where that cannot be set
	r.Body = http.MaxBytesReader(w, r.Body, mostSent)
	return f, f.read(multipart.NewReader(r.Body, params["boundary"]))
}

// errBusy says that too many files are being received.
var errBusy = errors.New("too many files at once")

func (f *handed) read(parts *multipart.Reader) error {
	typed := 0
	for n := 0; ; n++ {
		p, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil || n > 300:
			if len(f.values) == 0 {
				return errTyped
			}
			f.wrong = first(f.wrong, "They did not arrive whole.")
			return nil
		}
		if p.FileName() != "" {
			if err := f.file(p); err != nil {
				return err
			}
			continue
		}
		b, err := io.ReadAll(io.LimitReader(p, mostTyped-int64(typed)+1))
		if typed += len(b); typed > mostTyped {
			return isnad.ErrTooLarge
		}
		if err != nil && len(f.values) == 0 {
			return errTyped
		}
		f.values.Add(cut(100, p.FormName()), readable(string(b)))
	}
}

// file puts one file onto the disk. One that is not taken is read to its end all
// the same, since fields that were typed may follow.
func (f *handed) file(p *multipart.Part) error {
	name := plainText(p.FileName())
	room := min(mostFile, mostFilesSize-f.total)
	if f.wrong != "" || len(f.files) >= mostFiles {
		if len(f.files) >= mostFiles {
			f.wrong = first(f.wrong, fmt.Sprintf("There are more than %d.", mostFiles))
		}
		_, _ = io.Copy(io.Discard, p) // a failure comes again with the next part
		return nil
	}
	h, err := os.CreateTemp("", "isnad-evidence-*")
	if err != nil {
		return fmt.Errorf("keeping a file: %w", err)
	}
	f.held = append(f.held, h)
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(h, sum), io.LimitReader(p, room+1))
	f.total += n
	switch {
	case n > mostFile:
		f.wrong = fmt.Sprintf("“%s” is larger than 25 MB.", name)
	case n > room:
		f.wrong = "They are larger than 60 MB together."
	case err != nil:
		f.wrong = fmt.Sprintf("“%s” did not arrive whole.", name)
	case n == 0:
		f.wrong = fmt.Sprintf("“%s” is empty.", name)
	}
	if f.wrong != "" {
		_, _ = io.Copy(io.Discard, p)
		return nil
	}
	if _, err := h.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("keeping a file: %w", err)
	}
	f.sums = append(f.sums, isnad.Hash(hex.EncodeToString(sum.Sum(nil))))
	f.files = append(f.files, isnad.Upload{Name: first(name, "file"), Body: h})
	return nil
}

// evidence is the addresses that were typed, one a line.
func (f *handed) evidence(name string) []isnad.Evidence {
	var out []isnad.Evidence
	for line := range strings.Lines(f.values.Get(name)) {
		if line = strings.TrimSpace(line); line != "" && len(out) <= 2*casework.MaxEvidence {
			out = append(out, isnad.Evidence{Address: withScheme(line)})
		}
	}
	return out
}

// withScheme is an address as people type it, with https:// before it where they
// leave that out.
func withScheme(s string) string {
	if host, _, _ := strings.Cut(s, "/"); !strings.Contains(s, "://") && strings.Contains(host, ".") && !strings.ContainsAny(host, " @:") {
		return "https://" + s
	}
	return s
}
