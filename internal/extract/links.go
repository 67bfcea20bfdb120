package extract

import (
	"math"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
)

// textLinks finds the addresses in a text and returns the text without those
// that are not part of a sentence when cut is set.
func textLinks(s string) []textLink {
	var out []textLink
	for at := 0; len(out) < maxLinks; {
		i := schemeAt(s[at:])
		if i < 0 {
			break
		}
		start := at + i
		end := start + addressLength(s[start:])
		if end-start < 10 {
			at = start + 4
			continue
		}
		out = append(out, textLink{start: start, end: end, url: s[start:end]})
		at = end
	}
	return out
}

type textLink struct {
	start, end int // bytes
	url        string
}

func schemeAt(s string) int {
	best := -1
	for _, p := range []string{"http://", "https://", "geo:"} {
		if i := strings.Index(s, p); i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// addressLength is the length of the address that s starts with: up to white
// space or a mark that no address ends with. A page that was pasted as text often glues
// the words of a link to its address ("…/storyclick here"): a final "click" or "here"
// that the next word shows to be a word of the page is left out.
func addressLength(s string) int {
	end := len(s)
	for i, r := range s {
		if wording.IsSpace(r) || wording.Unread(r) || strings.ContainsRune("<>\"“”«»{}|\\^`", r) || wording.IsArabic(r) || i > 4096 {
			end = i
			break
		}
	}
	addr := s[:end]
	for {
		t := strings.TrimRight(addr, ".,;:!?'’*~")
		if strings.HasSuffix(t, ")") && strings.Count(t, "(") < strings.Count(t, ")") || strings.HasSuffix(t, "]") && !strings.Contains(t, "[") {
			t = t[:len(t)-1]
		}
		if t == addr {
			break
		}
		addr = t
	}
	if len(addr) == end {
		next, _, _ := strings.Cut(strings.TrimLeft(s[end:min(len(s), end+40)], " "), " ")
		addr = unglue(addr, next)
	}
	return len(addr)
}

var glued = []struct {
	word string
	next []string // the words that may follow it in a sentence
}{
	{"click", []string{"on", "here", "to", "for", "the"}},
	{"Click", []string{"on", "here", "to", "for", "the"}},
	{"tap", []string{"on", "here", "to"}},
	{"here", []string{"for", "is", "to"}},
	{"read", []string{"more"}}, {"Read", []string{"more"}},
	{"see", []string{"map", "original", "also", "more"}},
	{"source", []string{"of", "is"}},
	{"open", []string{"map", "in"}},
}

func unglue(addr, next string) string {
	next = strings.ToLower(strings.Trim(next, ".,:;~"))
	for _, g := range glued {
		rest, ok := strings.CutSuffix(addr, g.word)
		if !ok || rest == "" || strings.ContainsAny(rest[len(rest)-1:], "/-_=.+%&?#") {
			continue
		}
		for _, n := range g.next {
			if n == next {
				return rest
			}
		}
	}
	return addr
}

// makeLink makes a link of an address and its words. base resolves relative
// addresses; nil refuses them. Only http, https and geo addresses are kept.
func makeLink(base *url.URL, href, words, rel string) (isnad.Link, bool) {
	href = strings.TrimSpace(href)
	if href == "" || len(href) > 4096 {
		return isnad.Link{}, false
	}
	u, err := url.Parse(href)
	if err != nil {
		return isnad.Link{}, false
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return isnad.Link{}, false
		}
	case "geo":
	default:
		return isnad.Link{}, false
	}
	l := isnad.Link{URL: href, Text: shorten(wording.Squeeze(words), 300), Rel: rel}
	if base != nil {
		l.URL = u.String()
	}
	if lat, lon, isMap := mapPoint(u); isMap {
		l.Rel = "map"
		if lat != nil {
			l.Lat, l.Lon = lat, lon
		}
	} else if originalWords(l.Text) {
		l.Rel = "original"
	}
	return l, true
}

// originalWords tells words that name a link as where a story was first printed.
func originalWords(s string) bool {
	if utf8.RuneCountInString(s) > 120 {
		return false
	}
	f := " " + wording.Fold(s) + " "
	for _, w := range []string{"original link", "original article", "original source", "original post", "original story", "link to the original", "read the original",
		"originally published", "originally posted", "originally appeared", "first published at", "first published by", "source link", "link to source",
		"الرابط الاصلي", "المصدر الاصلي", "رابط المصدر", "الخبر الاصلي", "source originale", "lien original", "article original", "ссылка на источник", "оригинал статьи"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	switch strings.Trim(f, " :.-–[]()") {
	case "source", "original", "المصدر", "источник", "via", "نقلا عن":
		return true
	}
	return false
}

// mapPoint tells an address of a map and the point that it shows, nil where it names none
// or none on this earth.
func mapPoint(u *url.URL) (lat, lon *float64, isMap bool) {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	q := u.Query()
	frag := strings.TrimPrefix(u.Fragment, "!")
	fq, _ := url.ParseQuery(strings.TrimPrefix(frag, "?"))
	pair := func(s string, swap bool) {
		if lat != nil {
			return
		}
		a, b, ok := strings.Cut(strings.NewReplacer("~", ",", "loc:", "", " ", "").Replace(s), ",")
		if !ok {
			return
		}
		b, _, _ = strings.Cut(b, ",")
		if swap {
			a, b = b, a
		}
		lat, lon = point(a, b)
	}
	two := func(a, b string) {
		if lat == nil {
			lat, lon = point(a, b)
		}
	}
	switch {
	case u.Scheme == "geo":
		c, _, _ := strings.Cut(u.Opaque, ";")
		c, _, _ = strings.Cut(c, "?")
		pair(c, false)
		return lat, lon, true
	case host == "wikimapia.org" || strings.HasSuffix(host, ".wikimapia.org"):
		two(fq.Get("lat"), fq.Get("lon"))
		two(q.Get("lat"), q.Get("lon"))
		return lat, lon, true
	case host == "openstreetmap.org" || host == "osm.org" || strings.HasSuffix(host, ".openstreetmap.org"):
		two(q.Get("mlat"), q.Get("mlon"))
		two(q.Get("lat"), q.Get("lon"))
		if p := strings.Split(strings.TrimPrefix(fq.Get("map"), "map="), "/"); len(p) == 3 {
			two(p[1], p[2])
		}
		return lat, lon, true
	case googleMap(host, u.Path):
		if _, at, ok := strings.Cut(u.Path, "/@"); ok {
			if _, d, ok := strings.Cut(u.Path, "!3d"); ok { // the marker goes before the middle of the view
				a, b, _ := strings.Cut(d, "!4d")
				b, _, _ = strings.Cut(b, "!")
				two(a, b)
			}
			pair(at, false)
		}
		for _, k := range []string{"q", "query", "ll", "center", "destination", "daddr"} {
			pair(q.Get(k), false)
		}
		return lat, lon, true
	case strings.HasPrefix(host, "bing.") && strings.HasPrefix(u.Path, "/maps"):
		pair(q.Get("cp"), false)
		return lat, lon, true
	case strings.HasPrefix(host, "yandex.") && strings.HasPrefix(u.Path, "/maps"), strings.HasPrefix(host, "maps.yandex."):
		pair(q.Get("pt"), true)
		pair(q.Get("ll"), true)
		return lat, lon, true
	case host == "maps.apple.com", host == "waze.com":
		pair(q.Get("ll"), false)
		pair(q.Get("q"), false)
		return lat, lon, true
	case strings.HasSuffix(host, "liveuamap.com"):
		pair(q.Get("ll"), false)
		return lat, lon, lat != nil
	case strings.Contains(host, "map") || strings.Contains(u.Path, "map"): // one that we do not know, by its fields
		two(fq.Get("lat"), fq.Get("lon"))
		two(q.Get("lat"), q.Get("lon"))
		two(q.Get("lat"), q.Get("lng"))
		return lat, lon, lat != nil
	}
	return nil, nil, false
}

func googleMap(host, path string) bool {
	if host == "goo.gl" {
		return strings.HasPrefix(path, "/maps")
	}
	if host == "maps.app.goo.gl" || strings.HasPrefix(host, "maps.google.") {
		return true
	}
	return strings.HasPrefix(host, "google.") && strings.HasPrefix(path, "/maps")
}

// point reads two numbers in degrees; nil when they lie outside the earth.
func point(a, b string) (lat, lon *float64) {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil || math.IsNaN(x) || math.IsNaN(y) || math.Abs(x) > 90 || math.Abs(y) > 180 {
		return nil, nil
	}
	return &x, &y
}

// shorten cuts s to n characters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := 0
	for at := range s {
		if i == n {
			return s[:at] + "…"
		}
		i++
	}
	return s
}
