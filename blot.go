package isnad

import (
	"net/url"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Blot is what stands in the place of each character that is blotted out, so that
// every span still counts the same characters.
const Blot = '█'

// Blotter blots out the marked words of one report in values that are made of it.
// It knows no fields: it takes every string of a value, so that a field that is
// added later is blotted out too.
type Blotter struct {
	marks     []needle
	addresses bool // addresses of the report are cut to their host
	points    bool // coordinates are blotted out where they are written
}

// NewBlotter makes one of the measures about a report that are in force; nil where
// none changes words.
func NewBlotter(measures []Measure) *Blotter {
	b := &Blotter{}
	seen := map[string]bool{}
	for i := range measures {
		m := &measures[i]
		if !m.InForce() || m.Kind == MeasureHold {
			continue
		}
		b.addresses = b.addresses || m.Addresses
		b.points = b.points || m.Kind == MeasureCoarsen
		for _, w := range m.Marks {
			if n := needleOf(w.Words); len(n.words) > 0 && !seen[string(n.words)] {
				seen[string(n.words)] = true
				b.marks = append(b.marks, n)
			}
		}
	}
	if len(b.marks) == 0 && !b.addresses && !b.points {
		return nil
	}
	return b
}

// Text blots the marked words out of s. It has as many characters as s.
func (b *Blotter) Text(s string) string {
	if b == nil || s == "" {
		return s
	}
	if strings.Contains(s, "%") {
		s = b.escaped(s)
	}
	return b.written(s)
}

// written blots out the marked words as they are written, without escapes.
func (b *Blotter) written(s string) string {
	runes := []rune(s)
	changed := false
	blot := func(from, to int) {
		for i := from; i < to; i++ {
			if runes[i] != '\n' && runes[i] != Blot {
				runes[i], changed = Blot, true
			}
		}
	}
	// What is left of a word that was blotted out may be a marked word again: the letters that are joined to
	// the next word in Arabic. There are few of them, so this ends soon.
	for found := len(b.marks) > 0; found; {
		found = false
		f := foldText(runes)
		for _, n := range b.marks {
			f.find(n, func(from, to int) {
				blot(from, to)
				found = true
			})
		}
	}
	if b.points {
		for _, at := range points.FindAllStringIndex(s, -1) {
			span := RuneSpan(s, at[0], at[1])
			blot(span.Start, span.End)
		}
	}
	if !changed {
		return s
	}
	return string(runes)
}

// escaped is s with every run of characters blotted out, from one space to the
// next, that spells a marked word with the escapes of an address, or may: what is
// escaped more often than Unescape undoes is not looked into.
func (b *Blotter) escaped(s string) string {
	return escapes.ReplaceAllStringFunc(s, func(run string) string {
		plain := Unescape(run)
		if plain == run || !escape.MatchString(plain) && b.written(plain) == plain {
			return run
		}
		return strings.Repeat(string(Blot), utf8.RuneCountInString(run))
	})
}

// escapes is a run of characters that may be escaped.
var escapes = regexp.MustCompile(`[^\s<>"]*%[0-9A-Fa-f]{2}[^\s<>"]*`)

// Unescape undoes percent escapes, also those that escape others, and leaves what
// is none. Invalid UTF-8 becomes U+FFFD.
func Unescape(s string) string {
	for range 3 {
		next := escape.ReplaceAllStringFunc(s, func(run string) string {
			out := make([]byte, 0, len(run)/3)
			for i := 0; i+2 < len(run); i += 3 {
				n, _ := strconv.ParseUint(run[i+1:i+3], 16, 8) // two hexadecimal digits
				out = append(out, byte(n))
			}
			return string(out)
		})
		if next == s {
			break
		}
		s = next
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

var escape = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)

// Count is how often the mark stands in s, for who makes a mark.
func (m Mark) Count(s string) int {
	n := needleOf(m.Words)
	if len(n.words) == 0 {
		return 0
	}
	count := 0
	foldText([]rune(s)).find(n, func(int, int) { count++ })
	return count
}

// Telling tells whether the mark has letters or digits enough to be looked for.
func (m Mark) Telling() bool { return len([]rune(string(needleOf(m.Words).words))) >= 2 }

// points is coordinates as people and maps write them: two numbers with three
// decimals or more, or degrees with minutes.
var points = regexp.MustCompile(`[-+]?[0-9٠-٩]{1,3}[.,٫][0-9٠-٩]{3,}\s*°?\s*[NSns]?\s*[,;/|،\s]\s*[-+]?[0-9٠-٩]{1,3}[.,٫][0-9٠-٩]{3,}\s*°?(\s*[EWew]\b)?` +
	`|[0-9٠-٩]{1,3}\s*°\s*[0-9٠-٩]{1,2}([.,٫][0-9٠-٩]+)?\s*['’′](\s*[0-9٠-٩]{1,2}([.,٫][0-9٠-٩]+)?\s*(["”″]|''))?(\s*[NSEWnsew]\b)?`)

// pointInAddress is one coordinate in the address of a map.
var pointInAddress = regexp.MustCompile(`[0-9]{1,3}\.[0-9]{3,}`)

// Address blots out an address: it is cut to its host where a marked word stands
// in it, or coordinates.
func (b *Blotter) Address(s string) string {
	if b == nil || s == "" {
		return s
	}
	plain := strings.ReplaceAll(Unescape(s), "+", " ")
	if b.Text(plain) == plain && !(b.points && len(pointInAddress.FindAllString(plain, 2)) == 2) {
		return s
	}
	return b.host(s)
}

// host is the host of an address, "" where a marked word stands in that too.
func (b *Blotter) host(s string) string {
	h := hostOf(s)
	if b.Text(h) != h {
		return ""
	}
	return h
}

func hostOf(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host + "/"
}

// Value blots out every string that v points to: structs, slices, maps and
// pointers all the way down. Names that the program gave (IDs, hashes, words of
// enumerations) stay.
func (b *Blotter) Value(v any) {
	if b != nil {
		b.walk(reflect.ValueOf(v), 0)
	}
}

// made is what the program calls things: no word of anybody.
var made = regexp.MustCompile(`^([a-z][0-9a-f]{20}|[go][0-9]+|p-[a-z0-9-]+|[0-9a-f]{64})$`)

func (b *Blotter) walk(v reflect.Value, depth int) {
	if depth > 40 { // no value of this package is so deep
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			b.walk(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				b.walk(f, depth+1)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			b.walk(v.Index(i), depth+1)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			x := reflect.New(v.Type().Elem()).Elem()
			x.Set(v.MapIndex(k))
			b.walk(x, depth+1)
			v.SetMapIndex(k, x)
		}
	case reflect.String:
		// A type of its own is an enumeration or a hash.
		if s := v.String(); v.CanSet() && v.Type() == reflect.TypeFor[string]() && !made.MatchString(s) {
			v.SetString(b.any(s))
		}
	}
}

func (b *Blotter) any(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		if !strings.ContainsFunc(s, unicode.IsSpace) {
			return b.Address(s)
		}
	}
	return b.Text(s)
}

// Report blots out a report.
func (b *Blotter) Report(r *Report) {
	if b == nil {
		return
	}
	if b.points { // where a map link leads is the point itself
		var links []Link
		for _, l := range r.Links {
			if l.Lat == nil && l.Lon == nil && l.Rel != "map" {
				links = append(links, l)
			}
		}
		r.Links = links
	}
	key := r.Key
	b.Value(r)
	r.Key = key // it is not shown, and says which report this is
	if b.addresses {
		r.Address, r.Canonical = b.host(r.Address), b.host(r.Canonical)
	}
}

// Capture blots out what is known of a capture, with notes on it. Whoever blots
// words out of one of its reports does not know in which header they stand, spelled
// how: of the headers only those stay that say nothing of the content.
func (b *Blotter) Capture(c *Capture, notes []string) {
	if b == nil {
		return
	}
	b.Value(c)
	b.Value(notes)
	if b.addresses {
		c.Address, c.Final = b.host(c.Address), b.host(c.Final)
		for i, a := range c.Redirects {
			c.Redirects[i] = b.host(a)
		}
	}
	for k := range c.Headers {
		if !plainHeaders[strings.ToLower(k)] {
			delete(c.Headers, k)
		}
	}
}

// plainHeaders tell how bytes were sent, and nothing of what they say.
var plainHeaders = map[string]bool{"age": true, "cache-control": true, "content-encoding": true, "content-length": true, "content-type": true,
	"date": true, "expires": true, "last-modified": true, "server": true, "transfer-encoding": true, "vary": true}

// Claim blots out a claim. A claimant whose name is blotted out is another one
// than the one that has a page.
func (b *Blotter) Claim(c *Claim) {
	if b == nil {
		return
	}
	was := ""
	if len(c.Attribution) > 0 {
		was = c.Attribution[0]
	}
	b.Value(c)
	if was != "" && c.Attribution[0] != was {
		c.Claimant = MakeID('s', "blotted out", c.Report, c.Attribution[0])
	}
}

// Citation blots out a citation.
func (b *Blotter) Citation(c *Citation) {
	if b == nil {
		return
	}
	name := c.ToName
	b.Value(c)
	if c.ToName != name && c.Basis != CitationDetected {
		c.To = MakeID('s', "blotted out", c.From, c.ToName)
	}
}
