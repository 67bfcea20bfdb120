// Package sources knows agencies, monitors and official bodies by their names,
// so that SOHR, the Syrian Observatory and المرصد السوري are one claimant.
//
// sources.tsv lists those that reports of war cite most, with their names in
// several scripts and, where it is well known, their home page. A source's kind is
// what it is, not how good it is, and goes by what it does in reports:
//
//   - agency writes for other outlets, outlet publishes to readers or viewers;
//     broadcasters of states and parties are outlets too
//   - monitor counts and documents. Rescue organisations that publish counts (the
//     White Helmets, Red Cross and Red Crescent societies) and the bodies of the
//     United Nations are monitors; a rescue service that belongs to a government
//     ("Gaza Civil Defence") is official
//   - official is a ministry, an army's command or spokesman, an authority; a
//     health ministry is official whoever runs the territory
//   - party is an armed actor that speaks: the room parties knows those, so
//     callers ask it as well
//
// Ministries are not listed one by one: "Iraqi Ministry of Defense", "Iraq's
// Defence Ministry" and "Defence Ministry of Iraq" are put into one form.
// A name that is not listed at all is a source all the same; its words tell its
// kind (see [Guess]).
package sources

import (
	_ "embed"
	"strings"
	"sync"

	"isnad"
	"isnad/internal/names"
)

//go:embed sources.tsv
var file string

// Book answers what source a name means. Read-only, safe for concurrent use.
type Book struct {
	list   []isnad.Source
	byID   map[string]int
	found  names.Index    // names to find in texts
	opens  names.Openings // of those names
	looked names.Index    // names to look up only
}

var embedded = sync.OnceValue(func() *Book {
	b, err := parse(file)
	if err != nil {
		// The file is part of the program: a test reads it, so this is a broken build.
		panic("sources: sources.tsv: " + err.Error())
	}
	return b
})

// Embedded is the book built into the binary. The first call reads its file,
// which takes a few milliseconds.
func Embedded() *Book { return embedded() }

// Mention is a source named in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string // as written
	ID         string // Source ID
	Kind       isnad.SourceKind
}

// Find returns the sources named in text, leftmost longest, none overlapping:
// the listed ones, and ministries.
func (b *Book) Find(text string) []Mention {
	t := names.Borrow(text)
	defer t.Return()
	return b.FindIn(t)
}

var ministrySum = names.HashOf("ministry")

// FindIn is Find for a text that is cut into tokens already.
func (b *Book) FindIn(t *names.Tokens) []Mention {
	text := t.Text
	var out []Mention
	next := -1    // the next token "ministry"; most texts have none
	opening := -1 // the next token that a listed name may begin with
	for i := 0; i < len(t.List); {
		if next < i {
			next = i
			for next < len(t.List) && t.Sum(next) != ministrySum {
				next++
			}
		}
		if opening < i {
			opening = b.opens.Next(t, i)
		}
		ministries := len(t.List) // from here on the name of one may begin
		if next < len(t.List) {
			ministries = max(i, next-longestMinistry+1)
		}
		if i = min(opening, ministries); i == len(t.List) {
			break
		}
		f, ok := b.found.At(t, i)
		to, is := 0, false
		if next < i+longestMinistry && next < len(t.List) {
			to, is = ministryAt(t, i)
		}
		if is && (!ok || to > f.To) {
			start, end := t.List[i].Start, t.List[to-1].End
			s, _ := b.Lookup(text[start:end])
			out = append(out, Mention{start, end, text[start:end], s.ID, s.Kind})
			i = to
			continue
		}
		if !ok {
			i++
			continue
		}
		s := &b.list[f.Value]
		out = append(out, Mention{f.Start, f.End, text[f.Start:f.End], s.ID, s.Kind})
		i = f.To
	}
	return out
}

// maxName is the longest name, in bytes, that is looked up; a longer one is cut.
const maxName = 300

// Lookup returns the source a name means. A name that is not in the book is a
// source all the same: ok is false and the source has an ID made from its folded
// name and a kind guessed from its words. An empty name gives the zero Source.
func (b *Book) Lookup(name string) (s isnad.Source, ok bool) {
	if len(name) <= maxName { // a remark in parentheses may be part of a listed name
		if i, ok := b.index(name); ok {
			return b.list[i], true
		}
	}
	name = clean(name)
	if names.Fold(name) == "" {
		return isnad.Source{}, false
	}
	if i, ok := b.index(name); ok {
		return b.list[i], true
	}
	canonical := name
	if m, ok := ministry(name); ok {
		if i, ok := b.index(m); ok {
			return b.list[i], true
		}
		canonical = m
	}
	return isnad.Source{ID: ID(canonical), Name: canonical, Kind: Guess(name)}, false
}

func (b *Book) index(name string) (int, bool) {
	if i, ok := b.found.Lookup(name); ok {
		return i, true
	}
	return b.looked.Lookup(name)
}

// Source returns the listed source of an ID.
func (b *Book) Source(id string) (isnad.Source, bool) {
	i, ok := b.byID[id]
	if !ok {
		return isnad.Source{}, false
	}
	return b.list[i], true
}

// All returns every listed source in the order of the file. The caller must not
// change the names within.
func (b *Book) All() []isnad.Source { return append([]isnad.Source(nil), b.list...) }

// ID is the ID of a source with this canonical name: the article "the", case,
// diacritics and punctuation make no difference.
func ID(name string) string {
	return isnad.MakeID('s', names.TrimThe(names.Canon(name)))
}

// clean takes off what stands around a name: white space, quotes, a remark in
// parentheses at the end ("(SOHR)").
func clean(name string) string {
	if len(name) > maxName {
		name = strings.ToValidUTF8(name[:maxName], "")
	}
	name = strings.TrimSpace(name)
	if i := strings.LastIndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		if rest := strings.TrimSpace(name[:i]); rest != "" {
			name = rest
		}
	}
	return strings.Trim(name, " \t\n\r\"“”«»'’‘.,;:")
}
