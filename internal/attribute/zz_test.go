package attribute

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
	"time"
)

func TestZZ(t *testing.T) {
	r := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	fh, _ := os.Open("/work/shared/data/claims-train/reports.jsonl")
	sc := bufio.NewScanner(fh)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var x struct {
			ID                     json.RawMessage
			Title, Text, Published string
		}
		json.Unmarshal(sc.Bytes(), &x)
		if !strings.Contains(os.Getenv("IDS"), strings.Trim(string(x.ID), `"`)) {
			continue
		}
		d := docs.Get().(*doc)
		pub, _ := time.Parse("1/2/2006", x.Published)
		d.r, d.rep, d.lex = r, &isnad.Report{Text: x.Text, Title: x.Title, Published: pub}, lexiconEN()
		d.keep = func(*partial) bool { return false }
		d.observe = func(p *partial) {
			d.own(p)
			t.Logf("CLAIM %s place %q rank %d carry %v tells %v si %d merged %d title %v K %v names %v actors %v fine %v vague %v | %.150s", p.event, p.place, p.rank, p.fr.carryPlace, p.tells, p.si, p.merged, p.title, p.killed != nil, p.names, p.actors, p.fine, p.vague, p.f.written(p.sent.from, p.sent.to))
			for i := range d.foundPl {
				var names []string
				w := weigher{m: placeModel(), names: &names}
				d.weighPlace(&w, p, i)
				if c := w.chance(); c > 0.1 {
					t.Logf("    %.2f %s si %d  %v", c, d.foundPl[i].name, d.foundPl[i].si, names)
				}
			}
		}
		d.read()
		d.claims()
	}
}
