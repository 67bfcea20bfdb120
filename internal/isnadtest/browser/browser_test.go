package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A check that finds nothing on a page full of faults checks nothing.
func TestFaultsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><title>x</title><main><img src="/none.png"><p style="color:#eee;background:#fff">too pale</p>
			<div style="width:3000px">wide</div><script>console.error("loud"); setTimeout(() => { throw new Error("thrown") }); fetch("http://127.0.0.1:1/elsewhere").catch(() => {})</script></main>`)
	})
	mux.HandleFunc("/none.png", http.NotFound)
	mux.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><main><h1>Nothing amiss</h1></main></html>`)
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	b := Start(t)
	p := b.Open(t, srv.URL+"/", Window{Width: 800, Height: 600})
	p.Wait(`document.readyState === "complete"`)
	axe := strings.Join(p.Axe(), "\n")
	for _, rule := range []string{"image-alt", "color-contrast", "html-has-lang"} {
		if !strings.Contains(axe, rule) {
			t.Errorf("axe did not find %s:\n%s", rule, axe)
		}
	}
	if len(p.Overflow()) == 0 {
		t.Error("3000 pixels fit into 800")
	}
	wrong := strings.Join(p.Wrong(), "\n")
	for _, what := range []string{"console: error", "another host", "thrown", "404 for"} {
		if !strings.Contains(wrong, what) {
			t.Errorf("%q is missing in:\n%s", what, wrong)
		}
	}
	p.Go(t, srv.URL+"/good", false)
	if axe, wrong := p.Axe(), p.Wrong(); len(axe)+len(wrong) > 0 {
		t.Errorf("a good page is blamed: %v %v", axe, wrong)
	}
}
