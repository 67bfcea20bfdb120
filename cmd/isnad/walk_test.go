package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// walker goes over everything that a server gives out, from page to page and
// through every operation that the API describes, so that no page is forgotten
// when somebody adds one.
type walker struct {
	t      *testing.T
	url    string
	cookie *http.Cookie // of who is signed in; nil for a reader

	queue []string
	known map[string]bool
	ids   map[string]map[string]bool // by their first letter
}

// answer is one answer, with all that a reader sees of it.
type answer struct {
	path   string
	status int
	text   string // headers, body and the files of an archive
	body   string
}

var (
	idSeen = regexp.MustCompile(`\b[rcikspdn][0-9a-f]{20}\b`)
	linked = regexp.MustCompile(`(?:href|src|data-[a-z]+)="([^"#]*)|"(/[a-z][^"\s#<>]*)"|<(?:link|id|loc)>([^<]+)<|url": ?"([^"]+)"`)
)

// most bounds the walk; filters of lists can be put together in any number of ways.
const mostPages = 3000

// walk visits all that the seeds lead to and calls seen for each answer.
func (w *walker) walk(seeds []string, seen func(answer)) (pages int) {
	w.known, w.queue, w.ids = map[string]bool{}, nil, map[string]map[string]bool{}
	for _, s := range seeds {
		w.add(s)
	}
	visited := map[string]bool{}
	for {
		for len(w.queue) > 0 && pages < mostPages {
			path := w.queue[0]
			w.queue = w.queue[1:]
			if visited[path] {
				continue
			}
			visited[path] = true
			a := w.get(path)
			pages++
			w.follow(a)
			seen(a)
		}
		known := len(w.known)
		w.operations() // what the pages told of
		if len(w.known) == known || pages >= mostPages {
			return pages
		}
	}
}

func (w *walker) get(path string) answer {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, w.url+path, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	if w.cookie != nil {
		r.AddCookie(w.cookie)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(io.LimitReader(res.Body, 16<<20))
	if err != nil {
		w.t.Fatal(err)
	}
	var all strings.Builder
	_ = res.Header.Write(&all) // into memory
	all.Write(b)
	if z, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err == nil {
		for _, f := range z.File {
			in, err := f.Open()
			if err != nil {
				w.t.Fatal(err)
			}
			_, err = io.Copy(&all, in)
			if err := in.Close(); err != nil {
				w.t.Fatal(err)
			}
			if err != nil {
				w.t.Fatal(err)
			}
			all.WriteString(f.Name)
		}
	}
	if to := res.Header.Get("Location"); to != "" {
		w.add(to)
	}
	return answer{path, res.StatusCode, all.String(), string(b)}
}

// add puts an address of this server into the queue, once, and not what is the same
// whatever is shown.
func (w *walker) add(address string) {
	u, err := url.Parse(html.UnescapeString(strings.TrimSpace(address)))
	if err != nil || !strings.HasPrefix(u.Path, "/") || u.Host != "" && !strings.HasSuffix(w.url, "//"+u.Host) && u.Host != "isnad.example" {
		return
	}
	for _, p := range []string{"/assets/", "/basemap/", "/log/tile/", "/desk/sign", "/desk/account"} {
		if strings.HasPrefix(u.Path, p) {
			return
		}
	}
	if len(u.Query()) > 1 { // filters upon filters
		return
	}
	path := u.Path
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !w.known[path] {
		w.known[path] = true
		w.queue = append(w.queue, path)
	}
}

func (w *walker) follow(a answer) {
	for _, m := range linked.FindAllStringSubmatch(a.body, -1) {
		for _, s := range m[1:] {
			if s != "" {
				w.add(s)
			}
		}
	}
	for _, id := range idSeen.FindAllString(a.body, -1) {
		if w.ids[id[:1]] == nil {
			w.ids[id[:1]] = map[string]bool{}
		}
		w.ids[id[:1]][id] = true
	}
}

// operations asks every operation that the description of the API lists, for every
// ID that was seen of its kind.
func (w *walker) operations() {
	var doc struct {
		Paths map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal([]byte(w.get("/openapi.json").body), &doc); err != nil || len(doc.Paths) < 20 {
		w.t.Fatalf("the description of the API: %d paths, %v", len(doc.Paths), err)
	}
	letter := map[string]string{"incidents": "i", "claims": "k", "reports": "r", "sources": "s", "parties": "p", "cases": "d", "notices": "n", "corrections": "d"}
	fill := func(path string) {
		kind := strings.Split(strings.TrimPrefix(strings.TrimPrefix(path, "/api/v1/"), "/"), "/")[0]
		if !strings.Contains(path, "{") {
			w.add(path)
		}
		for id := range w.ids[letter[kind]] {
			w.add(regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllString(path, id))
		}
	}
	for path, how := range doc.Paths {
		if how["get"] != nil {
			fill(path)
		}
	}
	for _, form := range []string{"html", "txt", "md", "json", "ninjs", "text", "markdown"} {
		fill("/api/v1/reports/{id}/republish?format=" + form)
		fill("/api/v1/reports/{id}/citation?format=" + form)
		fill("/reports/{id}/republish." + form)
		fill("/reports/{id}/citation." + form)
	}
	for _, path := range []string{"/reports/{id}", "/reports/{id}/v/1", "/reports/{id}/v/2", "/reports/{id}/republish", "/reports/{id}/proof.json", "/incidents/{id}", "/sources/{id}",
		"/corrections/{id}", "/corrections/{id}/proof.json", "/corrections/{id}/statement.json"} {
		fill(path)
	}
	for id := range w.ids["c"] {
		w.add("/captures/" + id)
	}
	for id := range w.ids["i"] {
		w.add("/incidents/" + id + "/dossier.zip")
	}
}
