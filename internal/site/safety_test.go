package site

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/pipeline"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// guarded is a desk over a pipeline with an archive of its own.
func guarded(t *testing.T, public bool) (*office, *pipeline.Pipeline) {
	t.Helper()
	ar, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p := pipeline.New(nil, ar, slog.New(slog.DiscardHandler))
	f := newOffice(t, Options{Cases: CaseOptions{Gate: gate.New(gate.Options{Bits: 1})}, Desk: DeskOptions{Decide: p.Decide}, Safety: SafetyOptions{
		Protect: p.Protect, Lift: p.Lift, Original: p.Original, HandIn: p.HandIn, Accept: p.AcceptOffer, Refuse: p.RefuseOffer, Public: public,
		Bytes: func(h isnad.Hash) (io.ReadCloser, error) { return ar.Open(h) },
	}})
	p.Store = f.st
	return f, p
}

// send sends a form with files.
func (f *office) send(address string, cookie *http.Cookie, fields map[string]string, files map[string][]byte) *httptest.ResponseRecorder {
	f.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for k, v := range fields {
		_ = m.WriteField(k, v)
	}
	for name, body := range files {
		w, err := m.CreateFormFile("files", name)
		if err != nil {
			f.t.Fatal(err)
		}
		_, _ = w.Write(body)
	}
	_ = m.Close()
	r := httptest.NewRequest("POST", address, &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	f.h.ServeHTTP(w, r)
	return w
}

// photo is a JPEG that says in a comment where it was taken.
func photo(t *testing.T) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 30, 20))
	m.SetGray(3, 3, color.Gray{200})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	note := "taken at 35.9306"
	return append(append([]byte{0xFF, 0xD8, 0xFF, 0xFE, 0, byte(len(note) + 2)}, note...), b.Bytes()[2:]...)
}

// TestSubmitAndEvidence: a report handed in with a picture is seen by editors
// alone, the picture without what it tells of its maker, and every look is listed.
func TestSubmitAndEvidence(t *testing.T) {
	f, _ := guarded(t, false)
	if w := f.do("GET", "/submit", nil, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the form is open to all: %d", w.Code)
	}
	if w := f.send("/submit", nil, map[string]string{"text": "x", "source": "y"}, nil); w.Code != http.StatusUnauthorized {
		t.Errorf("taken from nobody: %d", w.Code)
	}
	hostile := `<script>alert(1)</script>` + "\u202Egnp"
	w := f.send("/submit", f.as(isnad.RoleContributor), map[string]string{"title": hostile, "text": hostile, "source": hostile, "remarks": hostile}, map[string][]byte{hostile + ".jpg": photo(t)})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := f.send("/submit", f.as(isnad.RoleContributor), map[string]string{"text": "x", "source": "y"}, map[string][]byte{"x.jpg": append(photo(t), "PK\x03\x04 and more"...)}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "two things") {
		t.Errorf("a picture that is an archive too: %d", w.Code)
	}
	list, _, err := f.st.Offers(t.Context(), store.OfferQuery{})
	if err != nil || len(list) != 1 || len(list[0].Files) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	o, file := list[0], list[0].Files[0].Capture
	for _, address := range []string{"/desk/submissions", "/desk/submissions/" + o.ID} {
		w := f.do("GET", address, f.as(isnad.RoleEditor), nil)
		if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	if w := f.do("GET", "/captures/"+file, nil, nil); w.Code == http.StatusOK {
		t.Error("a reader sees what was handed in")
	}
	for _, x := range []struct{ address, kind string }{{"/desk/evidence/" + file, "application/octet-stream"}, {"/desk/evidence/" + file + "/picture", "image/jpeg"}} {
		if w := f.do("GET", x.address, f.as(isnad.RoleContributor), nil); w.Code != http.StatusForbidden {
			t.Errorf("%s as contributor: %d", x.address, w.Code)
		}
		w := f.do("GET", x.address, f.as(isnad.RoleEditor), nil)
		h := w.Header()
		if w.Code != http.StatusOK || h.Get("Content-Type") != x.kind || !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", x.address, w.Code, h)
		}
		tells := strings.Contains(w.Body.String(), "35.9306")
		if attached := strings.HasPrefix(h.Get("Content-Disposition"), "attachment"); attached != (x.kind != "image/jpeg") || tells != attached {
			t.Errorf("%s: %q, tells where it was taken: %v", x.address, h.Get("Content-Disposition"), tells)
		}
	}
	seen, _, err := f.st.Accesses(t.Context(), store.AccessQuery{})
	if err != nil || len(seen) != 2 || seen[0].Person != f.persons[isnad.RoleEditor].ID || seen[0].Part != o.ID {
		t.Errorf("accesses: %+v %v", seen, err)
	}
	if w := f.do("GET", "/desk/accesses", f.as(isnad.RoleAdmin), nil); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), file) {
		t.Errorf("the list of accesses: %d", w.Code)
	}
	// Bytes that are no evidence are not served here.
	reports, _, err := f.st.Reports(t.Context(), store.ReportQuery{})
	if err != nil || len(reports) == 0 {
		t.Fatal(err)
	}
	if w := f.do("GET", "/desk/evidence/"+reports[0].Capture, f.as(isnad.RoleAdmin), nil); w.Code != http.StatusNotFound {
		t.Errorf("another capture: %d", w.Code)
	}
	if w := f.do("POST", "/desk/submissions/"+o.ID+"/refuse", f.as(isnad.RoleEditor), url.Values{}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("refused without a reason: %d", w.Code)
	}
	if w := f.do("POST", "/desk/submissions/"+o.ID+"/refuse", f.as(isnad.RoleEditor), url.Values{"reason": {"spam"}}); w.Code != http.StatusSeeOther {
		t.Errorf("refused: %d", w.Code)
	}
	if w := f.do("POST", "/desk/submissions/"+o.ID+"/accept", f.as(isnad.RoleEditor), url.Values{}); w.Code != http.StatusConflict {
		t.Errorf("accepted after it was refused: %d", w.Code)
	}
}

// TestRedactionOnPages: a name that an editor blots out is on no page, for nobody.
func TestRedactionOnPages(t *testing.T) {
	f, _ := guarded(t, true)
	if w := f.do("GET", "/submit", nil, nil); w.Code != http.StatusOK {
		t.Errorf("the form for all: %d", w.Code)
	}
	reports, _, err := f.st.Reports(context.Background(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.st.Report(t.Context(), reports[0].ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	words := ""
	for _, w := range strings.Fields(r.Text) {
		if w = strings.Trim(w, ".,:;"); len(w) > len(words) {
			words = w
		}
	}
	editor := f.as(isnad.RoleEditor)
	w := f.do("POST", "/desk/safety", editor, url.Values{"about": {r.ID}, "kind": {"redact"}, "names": {words}, "reason": {"in danger"}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	for _, address := range []string{"/reports/" + r.ID, "/reports", "/incidents", "/reports/" + r.ID + "/republish", "/search?q=" + url.QueryEscape(words), "/desk/claims?report=" + r.ID} {
		body := f.do("GET", address, editor, nil).Body.String()
		// The word may stand in the search field and in other reports; it stands in no text of this one.
		if i := strings.Index(body, r.ID); i >= 0 && strings.HasPrefix(address, "/reports/") && strings.Contains(body, words) {
			t.Errorf("%s shows %q", address, words)
		}
	}
	if w := f.do("GET", "/desk/safety?about="+r.ID, editor, nil); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Words blotted out") {
		t.Errorf("the list: %d", w.Code)
	}
	if w := f.do("POST", "/desk/safety", editor, url.Values{"about": {r.ID}, "kind": {"redact"}, "names": {words}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), words) {
		t.Errorf("without a reason; what was typed stays: %d", w.Code)
	}
}
