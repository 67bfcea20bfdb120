package site_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"isnad/internal/site/gate"
)

// form is a form as a page serves it.
type form struct {
	page   string // address that served it
	method string
	action string
	multi  bool // multipart
	fields []field
}

// field is what a browser would send of a form, and how.
type field struct {
	name, kind, value string // kind is the type of an input, or textarea, select, submit
	required          bool
	most              int // characters that a browser takes; 0 is no bound
	others            []string
	ticked            []string // of check boxes that share a name
}

// typed tells whether a person types freely into the field.
func (f *field) typed() bool {
	return slices.Contains([]string{"", "text", "search", "email", "tel", "password", "textarea", "number", "date", "datetime-local"}, f.kind)
}

// wordy tells whether it takes words of any kind.
func (f *field) wordy() bool {
	return slices.Contains([]string{"", "text", "search", "textarea"}, f.kind)
}

var (
	anID    = regexp.MustCompile(`^([a-z][0-9a-f]{20}|[A-Z2-7]{20,}|\d+|\d{4}-W?\d{2}(-\d{2})?|[0-9a-f]{16,}|p-.*|[go]-?\d+|[A-Z]{2})$`)
	aNumber = regexp.MustCompile(`\d+`)
	anAsset = regexp.MustCompile(`^/(assets|basemap)/`)
)

// shapeOf is an address without what tells one thing from another of its kind.
func shapeOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	parts := strings.Split(u.Path, "/")
	for i, p := range parts {
		if anID.MatchString(p) || len(p) > 30 {
			parts[i] = "*"
		}
	}
	var keys []string
	for k, v := range u.Query() {
		if k == "kind" && len(v[0]) < 20 {
			k += "=" + v[0]
		}
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return strings.Join(parts, "/") + "?" + strings.Join(keys, "&")
}

// shape is what makes a form another form than others.
func (f *form) shape() string {
	at := shapeOf(f.action)
	if f.method == "POST" { // where it leads back to does not matter
		at, _, _ = strings.Cut(at, "?")
		at += "?"
	}
	names := []string{f.method, at}
	for _, x := range f.fields {
		names = append(names, aNumber.ReplaceAllString(x.name, "#"))
		if x.name == "kind" && x.kind == "hidden" {
			names = append(names, x.value)
		}
	}
	slices.Sort(names[2:])
	return strings.Join(slices.Compact(names), " ")
}

func attrOf(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// formsOf are the forms of a page.
func formsOf(page string, n *html.Node) []form {
	var all []form
	base, _ := url.Parse(page)
	byID := map[string]int{}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "form" {
			action, _ := attrOf(c, "action")
			if to, err := base.Parse(action); err == nil {
				action = to.RequestURI()
			}
			method, _ := attrOf(c, "method")
			enc, _ := attrOf(c, "enctype")
			id, _ := attrOf(c, "id")
			if id != "" {
				byID[id] = len(all)
			}
			f := form{page: page, method: strings.ToUpper(method), action: action, multi: enc == "multipart/form-data"}
			if f.method == "" {
				f.method = "GET"
			}
			var others []string // addresses that some of its buttons send it to
			for x := range c.Descendants() {
				if to, ok := attrOf(x, "formaction"); ok && x.Data == "button" {
					if u, err := base.Parse(to); err == nil && u.Fragment == "" {
						others = append(others, u.RequestURI())
						continue
					}
				}
				f.take(x)
			}
			all = append(all, f)
			for _, to := range others {
				g := f
				g.action, g.method = to, "POST"
				all = append(all, g)
			}
		}
	}
	for c := range n.Descendants() { // fields that stand outside of their form
		if id, ok := attrOf(c, "form"); ok && c.Type == html.ElementNode {
			if i, ok := byID[id]; ok {
				all[i].take(c)
			}
		}
	}
	return all
}

// take adds an element to a form, if it is a field of it.
func (f *form) take(x *html.Node) {
	if x.Type != html.ElementNode || x.Data != "input" && x.Data != "select" && x.Data != "textarea" && x.Data != "button" {
		return
	}
	name, ok := attrOf(x, "name")
	if _, off := attrOf(x, "disabled"); !ok || name == "" || off {
		return
	}
	v := field{name: name}
	v.kind, _ = attrOf(x, "type")
	v.value, _ = attrOf(x, "value")
	_, v.required = attrOf(x, "required")
	_, on := attrOf(x, "checked")
	if s, ok := attrOf(x, "maxlength"); ok {
		_, _ = fmt.Sscan(s, &v.most)
	}
	switch x.Data {
	case "textarea":
		v.kind, v.value = "textarea", ""
		if x.FirstChild != nil {
			v.value = x.FirstChild.Data
		}
	case "button":
		v.kind = "submit"
	case "select":
		v.kind = "select"
		for o := range x.Descendants() {
			if o.Type != html.ElementNode || o.Data != "option" {
				continue
			}
			value, ok := attrOf(o, "value")
			if !ok && o.FirstChild != nil {
				value = o.FirstChild.Data
			}
			if _, chosen := attrOf(o, "selected"); chosen {
				v.value = value
			}
			v.others = append(v.others, value)
		}
		for i := 0; v.value == "" && i < min(len(v.others), 2); i++ { // the first may be none
			v.value = v.others[i]
		}
	}
	switch v.kind {
	case "image", "button", "reset":
		return
	case "submit", "radio", "checkbox":
		for i := range f.fields { // one of several
			if g := &f.fields[i]; g.name == name && g.kind == v.kind {
				g.others = append(g.others, v.value)
				if on {
					g.value, g.ticked = v.value, append(g.ticked, v.value)
				}
				return
			}
		}
		v.others = []string{v.value}
		if v.kind == "checkbox" && (on || v.required) {
			v.ticked = []string{v.value}
		} else if v.kind == "checkbox" {
			v.value = ""
		}
	}
	f.fields = append(f.fields, v)
}

// values are what a browser sends of the form when its first button is pressed,
// with what a person has to type filled in. The task is done.
func (f *form) values(seed func(f *field) string, bits int) url.Values {
	v := url.Values{}
	for i := range f.fields {
		x := &f.fields[i]
		value := x.value
		if x.typed() && value == "" {
			value = seed(x)
		}
		if x.kind == "file" || x.kind == "checkbox" && value == "" {
			continue
		}
		v.Set(x.name, value)
		if x.kind == "checkbox" {
			v[x.name] = slices.Clone(x.ticked)
		}
	}
	if task := v.Get("task"); task != "" && v.Has("answer") {
		v.Set("answer", gate.Solve(task, bits))
	}
	return v
}

// sender sends forms to a site in the test's own process, as somebody who is signed in.
type sender struct {
	h      http.Handler
	cookie *http.Cookie
}

func (s *sender) do(r *http.Request) *httptest.ResponseRecorder {
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if s.cookie != nil {
		r.AddCookie(s.cookie)
	}
	w := httptest.NewRecorder()
	s.h.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if s.cookie != nil && c.Name == s.cookie.Name && c.Value != "" {
			s.cookie = c
		}
	}
	return w
}

func (s *sender) get(address string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	r.URL, r.RequestURI = u, u.RequestURI()
	r.Header.Set("Accept", "text/html")
	return s.do(r)
}

// send sends a form with these values.
func (s *sender) send(t testing.TB, f *form, v url.Values, files map[string][]byte) *httptest.ResponseRecorder {
	t.Helper()
	if f.method == "GET" {
		u, err := url.Parse(f.action)
		if err != nil {
			t.Fatal(err)
		}
		u.RawQuery = v.Encode()
		return s.get(u.String())
	}
	var body bytes.Buffer
	kind := "application/x-www-form-urlencoded"
	if f.multi {
		m := multipart.NewWriter(&body)
		for name, list := range v {
			for _, x := range list {
				if err := m.WriteField(name, x); err != nil {
					t.Fatal(err)
				}
			}
		}
		for name, b := range files {
			p, err := m.CreateFormFile("files", name)
			if err == nil {
				_, err = p.Write(b)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		kind = m.FormDataContentType()
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	} else {
		body.WriteString(v.Encode())
	}
	r := httptest.NewRequest(http.MethodPost, f.action, &body)
	r.Header.Set("Content-Type", kind)
	return s.do(r)
}

// failingLog makes what is logged an error of the test.
type failingLog struct{ t testing.TB }

func (f failingLog) Write(b []byte) (int, error) {
	f.t.Errorf("logged: %.600s", b)
	return len(b), nil
}

// problemsOf is what a page says that went wrong.
func problemsOf(w *httptest.ResponseRecorder) string {
	n, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		return err.Error()
	}
	var out []string
	for c := range n.Descendants() {
		if role, _ := attrOf(c, "role"); role == "alert" {
			out = append(out, wordsOf(c))
		}
	}
	return fmt.Sprintf("%.300q", strings.Join(out, " | "))
}

func wordsOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
