package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/attribute"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

func reader() *attribute.Reader {
	return attribute.New(places.Embedded(), parties.Embedded(), sources.Embedded())
}

const strike = "An air strike killed nine people in the town of Saraqib on Tuesday, medics said."

func line(id, text string) string {
	b, err := json.Marshal(map[string]string{"id": id, "source": "Karm News", "published": "10/18/2017", "title": "", "text": text})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

type outLine struct {
	ID     string           `json:"id"`
	Claims []map[string]any `json:"claims"`
	Tolls  []map[string]any `json:"tolls"`
}

func run(t *testing.T, in string, group func([]isnad.Claim) []string) ([]outLine, map[int]error) {
	t.Helper()
	var w bytes.Buffer
	faults := map[int]error{}
	if err := Claims(context.Background(), strings.NewReader(in), &w, reader(), group, func(l int, err error) { faults[l] = err }); err != nil {
		t.Fatal(err)
	}
	var out []outLine
	for _, l := range strings.Split(strings.TrimSpace(w.String()), "\n") {
		if l == "" {
			continue
		}
		var o outLine
		if err := json.Unmarshal([]byte(l), &o); err != nil {
			t.Fatalf("line out %q: %v", l, err)
		}
		out = append(out, o)
	}
	return out, faults
}

// One line out for each report in, in order, with every field of the guide.
func TestClaimsFields(t *testing.T) {
	out, faults := run(t, line("a", strike)+line("b", "Talks will resume in Havana on Monday.")+line("c", "The war has killed more than 300,000 people since March 2011."), nil)
	if len(faults) != 0 || len(out) != 3 || out[0].ID != "a" || out[1].ID != "b" || out[2].ID != "c" {
		t.Fatalf("out %+v, faults %v", out, faults)
	}
	if len(out[0].Claims) != 1 || len(out[1].Claims) != 0 || len(out[2].Claims) != 0 || len(out[2].Tolls) != 1 {
		t.Fatalf("claims and tolls: %+v", out)
	}
	c := out[0].Claims[0]
	for _, field := range []string{"incident", "event", "date", "place", "actors", "targets", "killed", "injured", "casualties", "victims", "weapon",
		"attribution", "via", "stance", "background", "quote"} {
		if _, ok := c[field]; !ok {
			t.Errorf("no field %q in %v", field, c)
		}
	}
	if d := c["date"].(map[string]any); d["from"] != "2017-10-17" || d["to"] != "2017-10-17" {
		t.Errorf("date %v", d)
	}
	if p := c["place"].(map[string]any); p["name"] != "Saraqib" || p["country"] != "SY" {
		t.Errorf("place %v", p)
	}
	if k := c["killed"].(map[string]any); k["min"] != 9.0 || k["max"] != 9.0 {
		t.Errorf("killed %v", k)
	}
	if c["injured"] != nil || c["casualties"] != nil || c["event"] != "air_strike" || c["incident"] != "a-1" || c["quote"] != strike {
		t.Errorf("claim %v", c)
	}
}

// A broken line is named and left out; the others are kept.
func TestBrokenLines(t *testing.T) {
	out, faults := run(t, line("a", strike)+"{not json\n\n"+`{"title":"no id"}`+"\n"+line("b", strike)+`{"id":7,"text":"cut off`, nil)
	if len(out) != 2 || out[0].ID != "a" || out[1].ID != "b" {
		t.Errorf("out %+v", out)
	}
	if len(faults) != 3 || faults[2] == nil || faults[4] == nil || faults[6] == nil {
		t.Errorf("faults %v", faults)
	}
}

// A line beyond the bound is read away, named, and does not stop the rest.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a line of 64 MB")
	}
	out, faults := run(t, line("a", strike)+strings.Repeat("x", MaxLine+1)+"\n"+line("b", strike), nil)
	if len(out) != 2 || len(faults) != 1 || !errors.Is(faults[2], isnad.ErrTooLarge) {
		t.Errorf("out %d lines, faults %v", len(out), faults)
	}
}

// Many lines are read on all cores at once, and come out, or are named as broken, in
// their order and as one core reads them.
func TestManyLines(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		switch {
		case i%7 == 3:
			in.WriteString("\n")
		case i%11 == 5:
			fmt.Fprintf(&in, "{broken %d\n", i)
		default:
			in.WriteString(line(fmt.Sprint(i), strings.Repeat("Talks went on. ", i%40)+fmt.Sprintf("An air strike killed %d people in the town of Saraqib on Tuesday, medics said.", i+1)))
		}
	}
	read := func(cores int) (string, []int) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var w bytes.Buffer
		var broken []int
		if err := Claims(context.Background(), strings.NewReader(in.String()), &w, reader(), nil, func(l int, _ error) { broken = append(broken, l) }); err != nil {
			t.Fatal(err)
		}
		return w.String(), broken
	}
	one, brokenOne := read(1)
	many, brokenMany := read(8)
	if one != many || !slices.Equal(brokenOne, brokenMany) {
		t.Error("eight cores read otherwise than one")
	}
	if len(brokenOne) < 20 || !slices.IsSorted(brokenOne) || brokenOne[0] != 6 {
		t.Errorf("broken lines %v", brokenOne)
	}
	var ids []string
	for l := range strings.Lines(one) {
		ids = append(ids, l[:strings.Index(l, ",")])
	}
	if len(ids) < 200 || ids[0] != `{"id":"0"` || ids[len(ids)-1] != `{"id":"299"` {
		t.Errorf("%d lines out, from %s to %s", len(ids), ids[0], ids[len(ids)-1])
	}
}

// endsDead gives some lines and then an error.
type endsDead struct{ r io.Reader }

var errBroken = errors.New("the line is dead")

func (b endsDead) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err == io.EOF {
		err = errBroken
	}
	return n, err
}

// Input that breaks off is an error, and nothing is written as if it were whole.
func TestBreaksOff(t *testing.T) {
	var w bytes.Buffer
	err := Claims(context.Background(), endsDead{strings.NewReader(strings.Repeat(line("a", strike), 50) + `{"id":"b"`)}, &w, reader(), nil, nil)
	if !errors.Is(err, errBroken) || !strings.Contains(err.Error(), "line 51") || w.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, w.Len())
	}
}

// blank gives blank lines without an end.
type blank struct{}

func (blank) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

// Reading stops when it is told to, even where nothing but blank lines comes.
func TestStops(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	var w bytes.Buffer
	if err := Claims(ctx, blank{}, &w, reader(), nil, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

// A number as id comes out as a number, and the last line needs no newline.
func TestNumberID(t *testing.T) {
	var w bytes.Buffer
	if err := Claims(context.Background(), strings.NewReader(`{"id":1926479015,"text":"`+strike+`"}`), &w, reader(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(w.String(), `{"id":1926479015,"claims":[{`) {
		t.Errorf("out %q", w.String())
	}
}

// group sees every claim of the batch in order, and its keys stand in the lines.
func TestGroup(t *testing.T) {
	group := func(cs []isnad.Claim) []string {
		keys := make([]string, len(cs))
		for i := range cs {
			keys[i] = fmt.Sprintf("g%d-%s", i, cs[i].Report)
		}
		return keys
	}
	out, _ := run(t, line("a", strike)+line("b", strike), group)
	if got := out[0].Claims[0]["incident"]; got != "g0-a" {
		t.Errorf("key %v", got)
	}
	if got := out[1].Claims[0]["incident"]; got != "g1-b" {
		t.Errorf("key %v", got)
	}
	var w bytes.Buffer
	err := Claims(context.Background(), strings.NewReader(line("a", strike)), &w, reader(), func([]isnad.Claim) []string { return nil }, nil)
	if err == nil {
		t.Error("fewer keys than claims is no error")
	}
}

// A cancelled context stops the reading, and says so.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var w bytes.Buffer
	if err := Claims(ctx, strings.NewReader(line("a", strike)), &w, reader(), nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestPublished(t *testing.T) {
	for in, want := range map[string]string{"10/18/2017": "2017-10-18", "2017-10-18": "2017-10-18", "2017-10-18T10:00:00Z": "2017-10-18", "18 October 2017": "2017-10-18", "": "", "soon": ""} {
		if got := isnad.DayOf(published(in)).String(); published(in).IsZero() != (want == "") || want != "" && got != want {
			t.Errorf("published(%q) = %s, want %q", in, got, want)
		}
	}
}

func FuzzReport(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"x"}`))
	f.Add([]byte(`{"id":[1],"published":3}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		rep, err := Report(b)
		if err == nil && rep.ID == "" && !bytes.Contains(b, []byte(`""`)) {
			t.Errorf("no ID read out of %q", b)
		}
	})
}
