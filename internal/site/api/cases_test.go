package api

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// caseWorld is the made-up world with one decided case and one that is open.
func caseWorld(t *testing.T) (w *world, decided, waits isnad.Case) {
	t.Helper()
	ctx := context.Background()
	w = open(t)
	rules := casework.Default()
	put := func(c isnad.Case, token string) {
		t.Helper()
		if err := w.st.Begin(ctx, func(tx *store.Tx) (err error) {
			if err = tx.LockCases(); err != nil {
				return err
			}
			if c.Number, err = tx.NextCase(); err != nil {
				return err
			}
			if err = tx.OpenCase(&c, store.CaseKeys{Token: isnad.HashOf([]byte(token))}); err != nil || c.Ruling == nil {
				return err
			}
			n := isnad.Notice{ID: isnad.MakeID('n', c.ID), Kind: isnad.NoticeClarification, Report: isnad.MakeID('r', "x"), Title: "A title", Text: "It was otherwise.", Issued: time.Now().UTC(), Case: c.ID, Act: 2}
			if n.Number, err = tx.NextNotice(); err != nil {
				return err
			}
			return tx.PutNotice(&n)
		}); err != nil {
			t.Fatal(err)
		}
	}
	f := isnad.CaseForm{Kind: isnad.CaseComplaint, About: fixture.ID("market"), Text: "secret words", Name: "Secret Name", Email: "a@b.example"}
	c, err := rules.Open(f, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	waits = c
	waits.ID = isnad.MakeID('d', "open")
	put(waits, "one")
	c.ID = isnad.MakeID('d', "decided")
	decided, err = rules.Apply(c, isnad.CaseAct{Kind: isnad.CaseDecide, Time: time.Now(), Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "It says so."}}, casework.By{Actor: isnad.ActorOperator})
	if err != nil {
		t.Fatal(err)
	}
	put(decided, "two")
	return w, decided, waits
}

// The register is answered without who asked, and cases that are not decided are absent.
func TestRegister(t *testing.T) {
	w, decided, waits := caseWorld(t)
	for _, address := range []string{casesPath, casesPath + "/" + decided.ID, "/api/v1/notices", "/api/v1/notices/" + isnad.MakeID('n', decided.ID)} {
		w.get(address, http.StatusOK)
		s := w.ask("GET", address).Body.String()
		for _, no := range []string{"Secret Name", "secret words", "a@b.example", waits.ID} {
			if strings.Contains(s, no) {
				t.Errorf("%s tells %q", address, no)
			}
		}
		if !strings.Contains(s, decided.ID) {
			t.Errorf("%s does not tell the case", address)
		}
	}
	w.get(casesPath+"/"+waits.ID, http.StatusNotFound)
	w.get(casesPath+"?decision=nonsense", http.StatusBadRequest)
	w.get("/api/v1/notices?kind=air_strike", http.StatusBadRequest)
	if got := items(w.get(casesPath+"?decision=upheld", http.StatusOK)); len(got) != 0 {
		t.Errorf("%d upheld", len(got))
	}
	for _, f := range []string{"atom", "rss", "json"} {
		rec := w.ask("GET", "/feeds/corrections."+f)
		if rec.Code != 200 || !strings.Contains(rec.Body.String(), "It was otherwise.") || !strings.Contains(rec.Body.String(), "/corrections/"+decided.ID) {
			t.Errorf("%s: %d %.300s", f, rec.Code, rec.Body.String())
		}
	}
	if s := w.ask("GET", "/api/v1/notices.csv").Body.String(); !strings.Contains(s, "It was otherwise.") {
		t.Errorf("%.200s", s)
	}
}

// A case is opened with a task that was done; what is missing is named element by element.
func TestOpenCase(t *testing.T) {
	w := open(t)
	var got isnad.CaseForm
	g := gate.New(gate.Options{Bits: 6})
	h := New(w.st, Options{BaseURL: "https://isnad.example", Cases: Cases{Gate: g, Open: func(_ context.Context, f isnad.CaseForm, _ []isnad.Upload, _ casework.By) (isnad.Case, string, error) {
		got = f
		c, err := casework.Default().Open(f, time.Now())
		c.ID = isnad.MakeID('d', "new")
		return c, "token", err
	}}})
	do := func(method, address, body string) (int, map[string]any) {
		r := httptest.NewRequest(method, address, strings.NewReader(body))
		if body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		if rec.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s %s may be kept: %v", method, address, rec.Header())
		}
		var m map[string]any
		if err := json.Unmarshal(rec.Body.Bytes(), &m); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		return rec.Code, m
	}
	code, task := do("GET", casesPath+"/task", "")
	if code != 200 || task["bits"] != 6.0 {
		t.Fatalf("%d %v", code, task)
	}
	key := task["task"].(string)
	form := map[string]any{"kind": "complaint", "about": fixture.ID("market"), "text": "It is not so.", "task": key, "answer": gate.Solve(key, 6),
		"evidence": []any{map[string]any{"address": "https://records.example/", "capture": "cffff"}}}
	post := func() (int, map[string]any) {
		b, err := json.Marshal(form)
		if err != nil {
			t.Fatal(err)
		}
		return do("POST", casesPath, string(b))
	}
	code, m := post()
	if code != 200 || m["id"] != isnad.MakeID('d', "new") || m["follow"] != "https://isnad.example/cases/token" || m["state"] != "received" {
		t.Errorf("%d %v", code, m)
	}
	if got.Text != "It is not so." || len(got.Evidence) != 1 || got.Evidence[0].Capture != "" || got.Once != key {
		t.Errorf("%+v", got)
	}
	form["text"] = ""
	if code, m := post(); code != 422 || m["errors"].([]any)[0].(map[string]any)["location"] != "body.text" {
		t.Errorf("%d %v", code, m)
	}
	form["text"], form["task"], form["answer"] = "x", g.Task(), "0x"
	if code, m := post(); code != 429 {
		t.Errorf("without the task: %d %v", code, m)
	}
	form["task"] = "none"
	if code, m := post(); code != 400 {
		t.Errorf("a task of nobody: %d %v", code, m)
	}
	for body, want := range map[string]int{"x": 400, "{}": 422, `{"kind":"complaint","admin":true}`: 400, `{} {}`: 400, `[]`: 400, `{"text":"` + strings.Repeat("x", maxCase) + `"}`: 413} {
		if code, m := do("POST", casesPath, body); code != want {
			t.Errorf("%.40s: %d %v, want %d", body, code, m, want)
		}
	}
	if rec := w.ask("OPTIONS", casesPath); rec.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD, POST" {
		t.Errorf("%v", rec.Header())
	}
	rec := httptest.NewRecorder()
	New(w.st, Options{}).ServeHTTP(rec, httptest.NewRequest("GET", casesPath+"/task", nil))
	if rec.Code != 404 {
		t.Errorf("a site that takes no cases gives tasks: %d", rec.Code)
	}
}
