package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/docs"
	"isnad/internal/ledger"
)

// bounds of the pages of the log.
const (
	logPage    = 100  // entries a page
	logNewest  = 20   // on the first
	logLines   = 1000 // entries of one answer for machines
	hoursShown = 48
)

// logView is what the pages of the log show.
type logView struct {
	Origin, Verifier string
	Checkpoint       ledger.Checkpoint
	Text             string // of the checkpoint
	Waiting          int64
	Entries          []isnad.Entry
	Hours            []hourView
	MoreHours        bool
	Newer, Older     string // addresses
	From, To         int64  // of the entries shown
	Absent           bool   // there is no log here, or nothing in it yet
}

type hourView struct {
	Name    string
	Size    int64
	Root    string
	Stamped time.Time
	HasTSR  bool
	Cosigns int
}

// entryWords says what an entry vouches for.
func entryWords(k isnad.EntryKind) string {
	switch k {
	case isnad.EntryCapture:
		return "bytes were received"
	case isnad.EntryVersion:
		return "a version of a report was read"
	case isnad.EntryCase:
		return "a case was opened"
	case isnad.EntryDecision:
		return "a case was decided"
	case isnad.EntryNotice:
		return "a notice was issued"
	case isnad.EntryCarryOut:
		return "a decision was carried out"
	case isnad.EntryErasure:
		return "bytes were destroyed"
	case isnad.EntryAct:
		return "a person decided about a claim or an incident"
	case isnad.EntryForgetting:
		return "what earlier entries say was forgotten"
	case isnad.EntryAdoption:
		return "what earlier entries say was lost with a database"
	}
	return string(k)
}

// openLog opens the log; isnad.ErrNotFound where it is not kept here.
func (s *site) openLog() (*ledger.Log, error) {
	if s.o.Log == nil {
		return nil, isnad.ErrNotFound
	}
	return s.o.Log()
}

// logFront is the page about the log: what it vouches for last, and its newest entries.
func (s *site) logFront(w http.ResponseWriter, r *http.Request) error {
	p, err := s.logView(r, logNewest)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "log", view{Title: "The log", Body: p})
}

// logEntries is a page of entries.
func (s *site) logEntries(w http.ResponseWriter, r *http.Request) error {
	p, err := s.logView(r, logPage)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "log-entries", view{Title: "Entries of the log", Body: p})
}

func (s *site) logView(r *http.Request, most int64) (logView, error) {
	p := logView{}
	l, err := s.openLog()
	if err == nil {
		p.Checkpoint, err = l.Checkpoint()
	}
	if errors.Is(err, isnad.ErrNotFound) {
		p.Absent = true
		return p, nil
	}
	if err != nil {
		return p, err
	}
	p.Origin, p.Verifier, p.Text = l.Origin(), l.Verifier(), string(p.Checkpoint.Text)
	counts, err := s.store.LogCounts(r.Context())
	if err != nil {
		return p, err
	}
	p.Waiting = max(0, counts.Placed+counts.Waiting-p.Checkpoint.Size)
	if p.Hours, p.MoreHours, err = hours(l); err != nil {
		return p, err
	}
	// Pages begin at the newest; an address names the last entry of a page.
	to := p.Checkpoint.Size - 1
	if asked := r.URL.Query().Get("to"); asked != "" {
		if n, err := strconv.ParseInt(asked, 10, 64); err == nil {
			to = min(to, max(0, n))
		}
	}
	p.To, p.From = to, max(0, to-most+1)
	if p.Entries, err = l.Entries(r.Context(), p.From, p.To-p.From+1); err != nil {
		return p, err
	}
	for i, j := 0, len(p.Entries)-1; i < j; i, j = i+1, j-1 {
		p.Entries[i], p.Entries[j] = p.Entries[j], p.Entries[i]
	}
	if p.From > 0 {
		p.Older = "/log/entries?to=" + strconv.FormatInt(p.From-1, 10)
	}
	if p.To < p.Checkpoint.Size-1 {
		p.Newer = "/log/entries?to=" + strconv.FormatInt(min(p.Checkpoint.Size-1, p.To+most), 10)
	}
	return p, nil
}

func hours(l *ledger.Log) (out []hourView, more bool, err error) {
	names, err := l.Hours()
	for i, name := range names {
		if i == hoursShown {
			return out, true, err
		}
		h, err := l.Hour(name)
		if err != nil { // altered, or of another log; verify names it
			out = append(out, hourView{Name: name})
			continue
		}
		out = append(out, hourView{name, h.Size, h.RootText(), h.StampedAt(), h.Stamp != nil, h.Cosignatures})
	}
	return out, false, err
}

// logFile answers with a file of the log.
func (s *site) logFile(w http.ResponseWriter, mediaType string, lasting bool, b []byte) error {
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Access-Control-Allow-Origin", "*") // whoever checks may do so from anywhere
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache")
	}
	if lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	w.Write(b) // fails where the visitor left
	return nil
}

func (s *site) logCheckpoint(w http.ResponseWriter, r *http.Request) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	c, err := l.Checkpoint()
	if err != nil {
		return err
	}
	return s.logFile(w, "text/plain; charset=utf-8", false, c.Text)
}

func (s *site) logVerifier(w http.ResponseWriter, r *http.Request) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	return s.logFile(w, "text/plain; charset=utf-8", false, []byte(l.Verifier()+"\n"))
}

// logHow hands out the handbook's procedure as it stands there: whoever checks a
// server has nothing but the server.
func (s *site) logHow(w http.ResponseWriter, r *http.Request) error {
	return s.logFile(w, "text/plain; charset=utf-8", false, docs.Log)
}

func (s *site) logTile(w http.ResponseWriter, r *http.Request) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	b, err := l.Tile(r.PathValue("name"))
	if err != nil {
		return err
	}
	return s.logFile(w, "application/octet-stream", true, b)
}

// logHour answers with the checkpoint of an hour, or with its time stamp.
func (s *site) logHour(w http.ResponseWriter, r *http.Request) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	name, stamp := strings.CutSuffix(r.PathValue("hour"), ".tsr")
	h, err := l.Hour(name)
	if err != nil {
		return err
	}
	if !stamp {
		return s.logFile(w, "text/plain; charset=utf-8", true, h.Text)
	}
	if h.Stamp == nil {
		return fmt.Errorf("the checkpoint of %s was not stamped: %w", name, isnad.ErrNotFound)
	}
	w.Header().Set("Content-Disposition", "attachment; filename="+strconv.Quote(name+".tsr"))
	return s.logFile(w, "application/timestamp-reply", true, h.Stamp)
}

// logEntriesLines answers with entries as JSON lines, from an index on.
func (s *site) logEntriesLines(w http.ResponseWriter, r *http.Request) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	from, err := indexOf(r, "from", 0)
	if err != nil {
		return err
	}
	es, err := l.Entries(r.Context(), from, logLines)
	if err != nil {
		return err
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for _, e := range es {
		if err := enc.Encode(ledger.LineOf(e)); err != nil {
			return fmt.Errorf("writing entry %d of the log: %w", e.Index, err)
		}
	}
	return s.logFile(w, "application/jsonl; charset=utf-8", false, []byte(b.String()))
}

// indexOf reads a number of an address.
func indexOf(r *http.Request, name string, otherwise int64) (int64, error) {
	text := r.URL.Query().Get(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n >= 1<<40 {
		return 0, &told{http.StatusBadRequest, "That address cannot be understood", cut(60, plainText(name+"="+text)) + " is no place in a log."}
	}
	return n, nil
}

type treeProof struct {
	Log    ledger.BundleLog `json:"log"`
	Index  *int64           `json:"index,omitempty"`
	From   int64            `json:"from,omitempty"`
	Size   int64            `json:"size"`
	Hashes [][]byte         `json:"hashes"` // base64
}

// logInclusion proves that an entry is in the tree of a size, that of the last checkpoint unless said.
func (s *site) logInclusion(w http.ResponseWriter, r *http.Request) error {
	return s.treeProof(w, r, "index", func(l *ledger.Log, index, size int64) (treeProof, error) {
		hashes, err := l.Inclusion(r.Context(), index, size)
		return treeProof{Index: &index, Size: size, Hashes: hashes}, err
	})
}

// logConsistency proves that the tree of one size is the beginning of that of another.
func (s *site) logConsistency(w http.ResponseWriter, r *http.Request) error {
	return s.treeProof(w, r, "from", func(l *ledger.Log, from, size int64) (treeProof, error) {
		hashes, err := l.Consistency(r.Context(), from, size)
		return treeProof{From: from, Size: size, Hashes: hashes}, err
	})
}

func (s *site) treeProof(w http.ResponseWriter, r *http.Request, what string, prove func(l *ledger.Log, a, size int64) (treeProof, error)) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	c, err := l.Checkpoint()
	if err != nil {
		return err
	}
	a, err := indexOf(r, what, 0)
	if err != nil {
		return err
	}
	size, err := indexOf(r, "size", c.Size)
	if err != nil {
		return err
	}
	if size > c.Size {
		return fmt.Errorf("the log has %d entries, not %d: %w", c.Size, size, isnad.ErrNotFound)
	}
	p, err := prove(l, a, size)
	if err != nil {
		return err
	}
	p.Log = ledger.BundleLog{Origin: l.Origin(), Verifier: l.Verifier()}
	if p.Hashes == nil {
		p.Hashes = [][]byte{}
	}
	return s.sendJSON(w, "", p)
}

// reportProof is all that proves a report: that its bytes were received and its
// versions read when the log says so, and what was decided about it. What is no longer shown is no longer said:
// its entries are proved without what they vouch for.
func (s *site) reportProof(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	standings, err := s.store.Standings(r.Context(), []string{id})
	if err != nil {
		return err
	}
	hidden := standings[id].Removed != ""
	if _, err := s.store.Report(r.Context(), id, 0); err != nil && !(hidden && errors.Is(err, isnad.ErrNotFound)) {
		return err
	}
	return s.proofOf(w, r, id, func(e *isnad.Entry) bool {
		return hidden && (e.Kind == isnad.EntryVersion || e.Kind == isnad.EntryCapture)
	})
}

// caseProof is all that proves a case, for who has its secret address.
func (s *site) caseProof(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	c, err := s.store.CaseOf(r.Context(), isnad.HashOf([]byte(token)))
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return s.proofOf(w, r, c.ID, func(*isnad.Entry) bool { return false })
}

// ruledProof is what proves a decision in the public register. That a form was
// handed in is proved without its hash: who guesses the words must not be able to try.
func (s *site) ruledProof(w http.ResponseWriter, r *http.Request) error {
	c, err := s.store.Case(r.Context(), r.PathValue("case"))
	if err == nil && c.Ruling == nil {
		err = fmt.Errorf("case %s is not decided: %w", c.ID, isnad.ErrNotFound)
	}
	if err == nil { // what it decided names the report
		shown := []isnad.Case{c}
		if err = s.store.VeilCases(r.Context(), shown); err == nil && shown[0].About == "" {
			err = fmt.Errorf("case %s is about what is held back: %w", c.ID, isnad.ErrNotFound)
		}
	}
	if err != nil {
		return err
	}
	return s.proofOf(w, r, c.ID, func(e *isnad.Entry) bool { return e.Kind == isnad.EntryCase })
}

// proofOf answers with a bundle; what withheld holds of is proved without its statement.
func (s *site) proofOf(w http.ResponseWriter, r *http.Request, id string, withheld func(*isnad.Entry) bool) error {
	l, err := s.openLog()
	if err != nil {
		return err
	}
	es, err := s.store.Provable(r.Context(), id)
	if err != nil {
		return err
	}
	for i := range es {
		if withheld(&es[i]) {
			es[i].Salt, es[i].Statement = nil, ""
		}
	}
	b, err := l.Bundle(r.Context(), id, es)
	if errors.Is(err, isnad.ErrNotFound) {
		return &told{http.StatusNotFound, "Nothing to prove yet", "What is to stand in the log about this does not stand there yet. It is put there within seconds; try again."}
	}
	if err != nil {
		return err
	}
	return s.sendJSON(w, "isnad-proof-"+id+".json", b)
}

// sendJSON answers with JSON, as a file to keep where it is given a name.
func (s *site) sendJSON(w http.ResponseWriter, file string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("writing a proof: %w", err)
	}
	if file != "" {
		w.Header().Set("Content-Disposition", "attachment; filename="+strconv.Quote(url.PathEscape(file)))
	}
	return s.logFile(w, "application/json", false, append(b, '\n'))
}
