package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/site"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

const formsPerSecond = 200

// Two hundred forms a second come in over HTTP, and some of them twice, as when a
// button is pressed again. Each form is one case, each answer leads to it, and none
// is lost. ISNAD_TEST_LOAD=20s has it go on for longer; docs/operating.md has the
// figures of that.
func TestManyFormsAtOnce(t *testing.T) {
	t.Parallel()
	last, err := time.ParseDuration(cmp.Or(os.Getenv("ISNAD_TEST_LOAD"), "3s"))
	if err != nil {
		t.Fatal(err)
	}
	t.Run("sqlite", func(t *testing.T) { manyForms(t, "", last) })
	t.Run("postgres", func(t *testing.T) { manyForms(t, schema.New(t), last) })
}

func manyForms(t *testing.T, database string, last time.Duration) {
	cmds := commands{Data: t.TempDir(), Database: database}
	log := slog.New(slog.DiscardHandler)
	h, err := cmds.open(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	defer h.workOn(t.Context(), log)()
	text := "Market hit in Idlib\n\nIDLIB, March 4, 2024 - Seven people were killed on Monday in an air strike on a market in Idlib, medical sources said.\n"
	report := keepOne(t, h, text)
	wide := gate.Pace{Burst: 1 << 40, Every: time.Nanosecond} // the load is of what keeps cases, not of what keeps them out
	o := site.Options{BaseURL: "http://isnad.example", Logger: log}
	o.Cases.Gate = gate.New(gate.Options{Bits: 1, Worked: wide, Bare: wide, All: wide, Tries: wide})
	h.pipeline.BaseURL = o.BaseURL
	handler, err := h.handler(o)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(handler)
	defer srv.Close()
	transport := &http.Transport{MaxIdleConnsPerHost: 256}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

	n := int(last.Seconds() * formsPerSecond)
	tokens := make([][2]string, n)
	took := make([]time.Duration, n)
	var wg sync.WaitGroup
	start := time.Now()
	for i := range n {
		time.Sleep(time.Until(start.Add(time.Duration(i) * time.Second / formsPerSecond)))
		form := url.Values{"kind": {"complaint"}, "about": {report}, "text": {formText(i)}, "name": {"Samira Haddad"}, "email": {"samira@press.example"}}
		form.Set("task", o.Cases.Gate.Task())
		form.Set("answer", gate.Solve(form.Get("task"), 1))
		times := 1
		if i%20 == 7 {
			times = 2
		}
		for k := range times {
			wg.Go(func() {
				began := time.Now()
				token, err := handIn(t.Context(), client, srv.URL, form)
				if err != nil {
					t.Errorf("form %d: %v", i, err)
				}
				tokens[i][k] = token
				if k == 0 {
					took[i] = time.Since(began)
				}
			})
		}
	}
	wg.Wait()
	whole := time.Since(start)
	slices.Sort(took)
	t.Logf("%d forms in %s, %.0f a second; half were answered in %s, 99 of 100 in %s, all in %s",
		n, whole.Round(time.Millisecond), float64(n)/whole.Seconds(), took[n/2].Round(time.Millisecond), took[n*99/100].Round(time.Millisecond), took[n-1].Round(time.Millisecond))

	for i, pair := range tokens {
		for _, token := range pair {
			if token == "" {
				continue
			}
			c, err := h.store.CaseOf(t.Context(), isnad.HashOf([]byte(token)))
			if err != nil || c.Form.Text != formText(i) {
				t.Errorf("the answer to form %d leads to %q: %v", i, c.Form.Text, err)
			}
		}
	}
	seen := map[string]int{}
	err = everything(func(p store.Page) ([]isnad.Case, string, error) {
		return h.store.Cases(t.Context(), store.CaseQuery{Page: p})
	}, func(c isnad.Case) error { seen[c.Form.Text]++; return nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) != n {
		t.Errorf("%d forms made cases, %d were handed in", len(seen), n)
	}
	for text, times := range seen {
		if times != 1 {
			t.Errorf("%q is %d cases", text, times)
		}
	}
	if err := h.store.Check(t.Context(), func(fault string) { t.Error(fault) }); err != nil {
		t.Fatal(err)
	}
}

func formText(i int) string { return fmt.Sprintf("Form %d: the street is named wrongly.", i) }

// handIn sends a form and returns the token that it is answered with.
func handIn(ctx context.Context, client *http.Client, base string, form url.Values) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/cases", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := client.Do(r)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil {
		return "", err
	}
	at, err := url.Parse(res.Header.Get("Location"))
	if res.StatusCode != http.StatusSeeOther || err != nil || !strings.HasPrefix(at.Path, "/cases/") {
		return "", fmt.Errorf("%s: %.300s", res.Status, body)
	}
	return strings.TrimPrefix(at.Path, "/cases/"), nil
}
