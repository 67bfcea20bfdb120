package site

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/site/gate"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// casesOver keeps cases in a store by the rules, without steps, letters or effects.
func casesOver(st *store.Store) CaseOptions {
	rules := casework.Default()
	return CaseOptions{
		Gate: gate.New(gate.Options{Bits: 8}),
		Open: func(ctx context.Context, f isnad.CaseForm, files []isnad.Upload, _ casework.By) (isnad.Case, string, error) {
			for _, u := range files {
				b, err := io.ReadAll(u.Body)
				if err != nil {
					return isnad.Case{}, "", err
				}
				f.Evidence = append(f.Evidence, isnad.Evidence{Name: u.Name, Size: int64(len(b)), SHA256: isnad.HashOf(b)})
			}
			c, err := rules.Open(f, time.Now())
			if err != nil {
				return c, "", err
			}
			b := make([]byte, 10)
			_, _ = rand.Read(b)
			c.ID = "d" + hex.EncodeToString(b)
			if c.About[0] == 'r' {
				c.Report = c.About
			}
			token := rand.Text()
			return c, token, st.Begin(ctx, func(tx *store.Tx) error {
				if err := tx.LockCases(); err != nil {
					return err
				}
				if c.Number, err = tx.NextCase(); err != nil {
					return err
				}
				return tx.OpenCase(&c, store.CaseKeys{Token: isnad.HashOf([]byte(token))})
			})
		},
		Act: func(ctx context.Context, id string, a isnad.CaseAct, _ []isnad.Upload, by casework.By) (c isnad.Case, err error) {
			err = st.Begin(ctx, func(tx *store.Tx) error {
				if err := tx.LockCases(); err != nil {
					return err
				}
				was, err := tx.Case(id)
				if err != nil {
					return err
				}
				if a.Time.IsZero() {
					a.Time = time.Now()
				}
				if c, err = rules.Apply(was, a, by); err != nil {
					return err
				}
				if err := tx.PutCase(&c); err != nil {
					return err
				}
				return tx.PutCaseAct(id, &c.Acts[len(c.Acts)-1])
			})
			return c, err
		},
	}
}

// caseDesk is a site with cases over the made-up world.
type caseDesk struct {
	t  *testing.T
	st *store.Store
	o  CaseOptions
	h  http.Handler

	report isnad.Report // in English, with claims
	claim  isnad.Claim
}

func newCaseDesk(t *testing.T, o Options) *caseDesk {
	t.Helper()
	st := newStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	o.Cases = casesOver(st)
	d := &caseDesk{t: t, st: st, o: o.Cases, h: serve(t, st, o)}
	claims, _, err := st.Claims(t.Context(), store.ClaimQuery{Incident: fixture.ID("market"), Page: store.Page{Limit: 1}})
	if err != nil || len(claims) == 0 {
		t.Fatal(err)
	}
	d.claim = claims[0]
	if d.report, err = st.Report(t.Context(), d.claim.Report, 0); err != nil {
		t.Fatal(err)
	}
	return d
}

// send posts a form with files as a browser does, and returns the answer.
func (d *caseDesk) send(address string, form url.Values, files map[string][]byte, header ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, values := range form {
		for _, v := range values {
			if err := w.WriteField(name, v); err != nil {
				d.t.Fatal(err)
			}
		}
	}
	for name, content := range files {
		p, err := w.CreateFormFile("files", name)
		if err == nil {
			_, err = p.Write(content)
		}
		if err != nil {
			d.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		d.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, address, &b)
	r.Header.Set("Content-Type", w.FormDataContentType())
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	out := httptest.NewRecorder()
	d.h.ServeHTTP(out, r)
	return out
}

// solved adds a task that is done.
func (d *caseDesk) solved(form url.Values) url.Values {
	task := d.o.Gate.Task()
	form.Set("task", task)
	form.Set("answer", gate.Solve(task, d.o.Gate.Bits()))
	return form
}

// complete is a form of a kind that lacks nothing.
func (d *caseDesk) complete(k isnad.CaseKind) url.Values {
	f := url.Values{"kind": {string(k)}, "about": {d.report.ID}, "text": {"It is not so."}}
	switch k {
	case isnad.CaseCorrection:
		f.Set("passage", strings.Fields(d.report.Text)[0]+" "+strings.Join(strings.Fields(d.report.Text)[1:8], " "))
		f.Set("right", "It was otherwise.")
		f.Set("addresses", "records.example/list")
	case isnad.CaseRightOfReply:
		f.Set("reply", "We say that it was otherwise.")
		f.Set("name", "The Qasr office")
		f.Set("phone", "+963 11 555 010")
	case isnad.CaseCopyright:
		f.Set("work", "Photographs of the harbour, harbour.example/pictures")
		f.Set("owner", "Harbour Post")
		f.Set("name", "Mira Tolan")
		f.Set("email", "mira@harbour.example")
		f.Set("signature", "Mira Tolan")
		f.Set("good_faith", "yes")
		f.Set("accuracy", "yes")
	case isnad.CaseCounterNotice:
		f.Set("name", "Mira Tolan")
		f.Set("postal", "1 Quay\nHarbour")
		f.Set("phone", "+963 11 555 010")
		f.Set("signature", "Mira Tolan")
		f.Set("accuracy", "yes")
		f.Set("jurisdiction", "yes")
	case isnad.CaseCourtOrder:
		f.Set("court", "District court of Qasr")
		f.Set("reference", "12 O 34/31")
		f.Set("name", "Clerk of the court")
		f.Set("email", "clerk@court.example")
		f.Set("ordered", "2031-06-02")
		f.Set("addresses", "https://court.example/12-O-34")
	}
	return f
}

// opened opens a case by its form and returns its secret address.
func (d *caseDesk) opened(form url.Values) string {
	d.t.Helper()
	w := d.send("/cases", d.solved(form), nil)
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("opening a %s: %d %s", form.Get("kind"), w.Code, problemsIn(w.Body.String()))
	}
	address, _, _ := strings.Cut(w.Header().Get("Location"), "?")
	return address
}

// problemsIn is what a page says that went wrong.
func problemsIn(body string) string {
	n, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, e := range append(find(n, "p", "remarks"), find(n, "section", "gaps")...) {
		out = append(out, text(e))
	}
	return strings.Join(out, " | ")
}

// Every kind is opened from its form and followed at its secret address, which
// shows what was sent and what comes next.
func TestEveryKindOfCase(t *testing.T) {
	d := newCaseDesk(t, Options{BaseURL: "https://isnad.example"})
	for _, k := range isnad.CaseKinds() {
		n := page(t, d.h, "/cases/new?kind="+string(k)+"&about="+d.report.ID)
		if len(find(n, "form", "case-form")) != 1 {
			t.Errorf("%s: no form", k)
		}
		form := d.complete(k)
		address := d.opened(form)
		code, body := get(t, d.h, address+"?opened=1")
		if code != http.StatusOK {
			t.Fatalf("%s: %d", k, code)
		}
		mustHave(t, string(k), body, "It has arrived. Keep this address.", "https://isnad.example"+address, "It is not so.", "Somebody will confirm that they have it")
		for name, values := range form {
			if name == "phone" || name == "postal" || name == "court" || name == "work" || name == "right" || name == "reply" {
				if !strings.Contains(html.UnescapeString(body), values[0]) {
					t.Errorf("%s: what was typed as %s is not shown to who typed it", k, name)
				}
			}
		}
	}
}

// Who comes from a report and says what they want finds the form about that report,
// and from there the other kinds, about it still.
func TestKindsKeepWhatTheyAreAbout(t *testing.T) {
	d := newCaseDesk(t, Options{})
	about := "/cases/new?about=" + d.report.ID + "&version=1&passage=" + url.QueryEscape("a & b + c")
	for _, list := range find(page(t, d.h, about), "ul", "offers") {
		links := find(list, "a", "")
		if len(links) != len(isnad.CaseKinds()) {
			t.Errorf("%d kinds", len(links))
		}
		for _, a := range links {
			n := page(t, d.h, attr(a, "href"))
			if len(find(n, "form", "case-form")) != 1 || len(find(n, "div", "subject")) != 1 {
				t.Errorf("%s is no form about the report", attr(a, "href"))
			}
			back, err := url.Parse(attr(find(find(n, "p", "kicker")[0], "a", "")[0], "href"))
			if err != nil || back.Query().Get("about") != d.report.ID || back.Query().Get("passage") != "a & b + c" {
				t.Errorf("%s leads back to %s", attr(a, "href"), back)
			}
		}
	}
}

// Where one way to reach the person is needed, a browser does not insist on e-mail.
func TestReachedOtherwise(t *testing.T) {
	d := newCaseDesk(t, Options{})
	for _, k := range isnad.CaseKinds() {
		_, body := get(t, d.h, "/cases/new?kind="+string(k))
		n, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range find(n, "input", "") {
			required := slices.ContainsFunc(in.Attr, func(a html.Attribute) bool { return a.Key == "required" })
			if attr(in, "name") == "email" && required != (k == isnad.CaseCopyright) {
				t.Errorf("%s: e-mail required: %t", k, required)
			}
		}
	}
}

// What is missing is named beside its field, and nothing that was typed is lost.
func TestMissingIsSaidAndNothingIsLost(t *testing.T) {
	d := newCaseDesk(t, Options{})
	for _, k := range isnad.CaseKinds() {
		whole := d.complete(k)
		for name := range whole {
			if name == "kind" || name == "owner" || name == "ordered" {
				continue
			}
			form := url.Values{}
			for n, v := range whole {
				if n != name {
					form[n] = v
				}
			}
			w := d.send("/cases", d.solved(form), nil)
			if w.Code != http.StatusUnprocessableEntity {
				t.Errorf("%s without %s: %d", k, name, w.Code)
				continue
			}
			n, err := html.Parse(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			field := inputOf(name)
			at := byID(n, "f-"+field)
			if k == isnad.CaseRightOfReply && name == "phone" {
				field, at = "email", byID(n, "f-email")
			}
			if at == nil || attr(at, "aria-invalid") != "true" || !strings.Contains(attr(at, "aria-describedby"), "f-"+field+"-wrong") || byID(n, "f-"+field+"-wrong") == nil {
				t.Errorf("%s without %s: nothing beside its field", k, name)
			}
			if g := byID(n, "gaps"); g == nil || text(g) != "One thing is missing" {
				t.Errorf("%s without %s: %v", k, name, problemsIn(text(n)))
			}
			for n2, v := range form {
				if got := typedIn(n, n2); n2 != "task" && n2 != "answer" && n2 != "addresses" && got != v[0] && !(n2 == "passage" && name == "about") {
					t.Errorf("%s without %s: %s was %q and is %q", k, name, n2, v[0], got)
				}
			}
		}
	}
}

func byID(n *html.Node, id string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && attr(c, "id") == id {
			return c
		}
	}
	return nil
}

// typedIn is what stands in the field of a name.
func typedIn(n *html.Node, name string) string {
	for c := range n.Descendants() {
		if c.Type != html.ElementNode || attr(c, "name") != name {
			continue
		}
		switch c.Data {
		case "textarea":
			if c.FirstChild == nil {
				return ""
			}
			return strings.TrimPrefix(c.FirstChild.Data, "\n")
		case "select":
			for _, o := range find(c, "option", "") {
				for _, a := range o.Attr {
					if a.Key == "selected" {
						return attr(o, "value")
					}
				}
			}
			return ""
		}
		if attr(c, "type") == "checkbox" {
			for _, a := range c.Attr {
				if a.Key == "checked" {
					return attr(c, "value")
				}
			}
			return ""
		}
		return attr(c, "value")
	}
	return "(no field)"
}

// A passage is found in the text as people copy it, and only where it stands.
func TestPassages(t *testing.T) {
	r := &isnad.Report{Title: "Six dead in Qasr", Text: "He said: “It is so.”\nThen he left.\n\nHe left – again.  هو ذهب"}
	for _, c := range []struct {
		words string
		want  string
		err   error
	}{
		{"then he left", "Then he left", nil},
		{`"It is so." Then`, "“It is so.”\nThen", nil},
		{"he left - again", "He left – again", nil},
		{"Six dead", "Six dead", nil},
		{"He left", "", errSeveral},
		{"هو   ذهب", "هو ذهب", nil},
		{"nobody said this", "", isnad.ErrNotFound},
		{" \n\u202e ", "", isnad.ErrNotFound},
		{strings.Repeat("x", 1<<20), "", isnad.ErrNotFound},
	} {
		s, err := findPassage(r, c.words)
		if fmt.Sprint(err) != fmt.Sprint(c.err) {
			t.Errorf("%.40q: %v, want %v", c.words, err, c.err)
			continue
		}
		if err == nil && wordsAt(r, *s) != c.want {
			t.Errorf("%.40q: %q", c.words, wordsAt(r, *s))
		}
	}
}

func TestReadAboutAndSpan(t *testing.T) {
	id := isnad.MakeID('r', "x")
	claim := isnad.MakeID('k', "x")
	for in, want := range map[string]string{
		id: id + " 0", " " + id + "\n": id + " 0", "https://isnad.example/reports/" + id: id + " 0", "/reports/" + id + "/v/3": id + " 3",
		"https://isnad.example/reports/" + id + "/v/2?x#" + claim: claim + " 0", "reports/x": "reports/x 0", "": " 0",
		"javascript:alert(1)": "javascript:alert(1) 0",
	} {
		got, v := readAbout(in)
		if fmt.Sprint(got, " ", v) != want {
			t.Errorf("%q: %q %d, want %s", in, got, v, want)
		}
	}
	for in, want := range map[string]string{"3:9": "3:9", "t0:4": "t0:4", "9:3": "", "-1:4": "", "1:": "", "1:99999999999999999999": "", "x": "", "٣:٩": ""} {
		if got := spanWords(readSpan(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// What comes faster than people write is held back unless its task is done; a
// second press of the button opens nothing.
func TestGateOfCases(t *testing.T) {
	d := newCaseDesk(t, Options{})
	form := d.complete(isnad.CaseComplaint)
	form.Set("task", d.o.Gate.Task())
	w := d.send("/cases", form, nil)
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "wait 15 seconds and press Send again") {
		t.Errorf("at once, without the task: %d %s", w.Code, problemsIn(w.Body.String()))
	}
	n, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if typedIn(n, "text") != "It is not so." || typedIn(n, "task") != form.Get("task") {
		t.Error("what was typed is lost, or the form is young again")
	}
	form = d.solved(form)
	one, two := d.send("/cases", form, nil), d.send("/cases", form, nil)
	if one.Code != http.StatusSeeOther || one.Header().Get("Location") != two.Header().Get("Location") {
		t.Errorf("pressed twice: %d %s, %d %s", one.Code, one.Header().Get("Location"), two.Code, two.Header().Get("Location"))
	}
	if all, _, err := d.st.Cases(t.Context(), store.CaseQuery{}); err != nil || len(all) != 1 {
		t.Errorf("%d cases, %v", len(all), err)
	}
	// Another file of the same name and size is something else, and not dropped.
	withFile := d.solved(form)
	for _, x := range []struct {
		body string
		code int
	}{{"seen at the mill", http.StatusSeeOther}, {"seen at the mill", http.StatusSeeOther}, {"seen at the hill", http.StatusConflict}} {
		if w := d.send("/cases", withFile, map[string][]byte{"seen.txt": []byte(x.body)}); w.Code != x.code {
			t.Errorf("%q with a used task: %d", x.body, w.Code)
		}
	}
	if w := d.send("/cases", d.solved(form), nil, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("from another site: %d", w.Code)
	}
}

// The person answers, adds, withdraws and appeals at the secret address, and only there.
func TestFollowACase(t *testing.T) {
	d := newCaseDesk(t, Options{})
	address := d.opened(d.complete(isnad.CaseComplaint))
	c, err := d.st.CaseOf(t.Context(), isnad.HashOf([]byte(strings.TrimPrefix(address, "/cases/"))))
	if err != nil {
		t.Fatal(err)
	}
	editor := casework.By{Actor: isnad.ActorDesk, Person: isnad.Person{ID: "u1", Name: "An editor of the desk", Role: isnad.RoleReviewer}}
	act := func(a isnad.CaseAct) {
		t.Helper()
		if _, err := d.o.Act(t.Context(), c.ID, a, nil, editor); err != nil {
			t.Fatal(err)
		}
	}
	w := d.send(address+"/appeal", d.solved(url.Values{"text": {"I do not agree."}}), nil)
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(problemsIn(w.Body.String()), "decided") {
		t.Errorf("an appeal before a decision: %d %s", w.Code, problemsIn(w.Body.String()))
	}
	act(isnad.CaseAct{Kind: isnad.CaseTakeUp})
	act(isnad.CaseAct{Kind: isnad.CaseNote, Text: "between us"})
	act(isnad.CaseAct{Kind: isnad.CaseAsk, Text: "Which day was it?"})
	_, body := get(t, d.h, address)
	mustHave(t, "asked", body, "The desk asks", "Which day was it?")
	for _, no := range []string{"between us", "An editor of the desk"} {
		if strings.Contains(body, no) {
			t.Errorf("the person sees %q", no)
		}
	}
	form := d.solved(url.Values{"text": {"The third of March."}})
	if w := d.send(address+"/answer", form, map[string][]byte{"list.txt": []byte("a list")}); w.Code != http.StatusSeeOther {
		t.Errorf("answering: %d %s", w.Code, problemsIn(w.Body.String()))
	}
	d.send(address+"/answer", form, nil) // a second press
	act(isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "The third of March is what it says."}})
	_, body = get(t, d.h, address+"?done=answer")
	mustHave(t, "decided", body, "Your answer has arrived.", "It is decided: rejected.", "The third of March is what it says.", "Appeal against the decision", "/corrections/"+c.ID)
	if strings.Count(body, "The third of March.</p>") != 1 {
		t.Error("the answer stands there more than once")
	}
	if w := d.send(address+"/appeal", d.solved(url.Values{"text": {"It says the fourth."}}), nil); w.Code != http.StatusSeeOther {
		t.Errorf("appealing: %d %s", w.Code, problemsIn(w.Body.String()))
	}
	if w := d.send(address+"/withdraw", d.solved(url.Values{"text": {"x"}}), nil); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("withdrawing unsure: %d", w.Code)
	}
	if w := d.send(address+"/withdraw", d.solved(url.Values{"sure": {"yes"}}), nil); w.Code != http.StatusSeeOther {
		t.Errorf("withdrawing: %d %s", w.Code, problemsIn(w.Body.String()))
	}
	for _, no := range []string{"/cases/x", "/cases/" + c.ID, address + "x", "/cases/" + strings.Repeat("x", 5000)} {
		if code, _ := get(t, d.h, no); code != http.StatusNotFound {
			t.Errorf("%.60s: %d", no, code)
		}
	}
	if w := d.send("/cases/x/add", d.solved(url.Values{"text": {"x"}}), nil); w.Code != http.StatusNotFound {
		t.Errorf("adding to nothing: %d", w.Code)
	}
	if w := d.send(address+"/decide", d.solved(url.Values{"text": {"x"}}), nil); w.Code != http.StatusNotFound {
		t.Errorf("deciding for oneself: %d", w.Code)
	}
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	rec := httptest.NewRecorder()
	d.h.ServeHTTP(rec, r)
	if h := rec.Header(); h.Get("Referrer-Policy") != "no-referrer" || h.Get("Cache-Control") != "no-store" || !strings.Contains(h.Get("X-Robots-Tag"), "noindex") || h.Get("Content-Encoding") != "" {
		t.Errorf("the secret address may leak: %v", h)
	}
}

// What is too large, cut off or no form at all is refused in words, and what was
// typed stays where it arrived.
func TestBoundsOfAForm(t *testing.T) {
	d := newCaseDesk(t, Options{})
	form := d.solved(d.complete(isnad.CaseComplaint))
	big := bytes.Repeat([]byte("x"), mostFile+1)
	w := d.send("/cases", form, map[string][]byte{"big.bin": big})
	mustHave(t, "a large file", w.Body.String(), "“big.bin” is larger than 25 MB.", "It is not so.")
	many := map[string][]byte{}
	for i := range mostFiles + 1 {
		many[fmt.Sprint("f", i)] = []byte("x")
	}
	mustHave(t, "many files", d.send("/cases", form, many).Body.String(), "There are more than 20.", "It is not so.")
	mustHave(t, "an empty file", d.send("/cases", form, map[string][]byte{"none": {}}).Body.String(), "“none” is empty.")
	long := d.solved(d.complete(isnad.CaseComplaint))
	long.Set("text", strings.Repeat("ع", 500_000))
	if w := d.send("/cases", long, nil); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "500000 characters are too many") || !strings.Contains(w.Body.String(), strings.Repeat("ع", 500_000)) {
		t.Errorf("a megabyte of words: %d", w.Code)
	}
	long.Set("text", strings.Repeat("x", mostTyped))
	if w := d.send("/cases", long, nil); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("two megabytes of words: %d", w.Code)
	}
	for kind, body := range map[string]string{"multipart/form-data": "x", "multipart/form-data; boundary=x": "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nx",
		"multipart/form-data; boundary=": "", "text/plain": "x", "": "x", "application/x-www-form-urlencoded": "%zz=1"} {
		r := httptest.NewRequest(http.MethodPost, "/cases", strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		d.h.ServeHTTP(w, r)
		if w.Code < 400 || w.Code >= 500 {
			t.Errorf("%q: %d", kind, w.Code)
		}
	}
	// A form without files may come as any other form does.
	r := httptest.NewRequest(http.MethodPost, "/cases", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	rec := httptest.NewRecorder()
	d.h.ServeHTTP(rec, r)
	if rec.Code != http.StatusSeeOther {
		t.Errorf("without files: %d %s", rec.Code, problemsIn(rec.Body.String()))
	}
	if all, _, err := d.st.Cases(t.Context(), store.CaseQuery{}); err != nil || len(all) != 1 {
		t.Errorf("%d cases, %v", len(all), err)
	}
}

// The hostile text in every field stays text on the form and on the page of the case.
func TestHostileCase(t *testing.T) {
	d := newCaseDesk(t, Options{})
	for _, k := range isnad.CaseKinds() {
		form := d.complete(k)
		for name := range form {
			switch name {
			case "kind", "about", "passage", "ordered", "email", "addresses":
			default:
				form.Set(name, name+evil)
			}
		}
		address := d.opened(form)
		for _, a := range []string{address, address + "?opened=" + url.QueryEscape(evil) + "&done=" + url.QueryEscape(evil),
			"/cases/new?kind=" + string(k) + "&about=" + url.QueryEscape(evil) + "&span=" + url.QueryEscape(evil), "/cases/new?kind=" + url.QueryEscape(evil)} {
			checkTree(t, string(k)+" "+a, page(t, d.h, a))
		}
		for name := range form {
			if name != "kind" {
				form.Set(name, name+evil)
			}
		}
		w := d.send("/cases", d.solved(form), map[string][]byte{evil: nil})
		n, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		checkTree(t, string(k), n)
	}
}
