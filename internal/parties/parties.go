// Package parties knows armed actors by their names.
//
// parties.tsv lists them: what they call themselves, what others call them, in
// Latin, Arabic, Cyrillic and Hebrew letters. Names and choice are general
// knowledge (see CREDITS). A name in the list says nothing for or against its
// bearer: the main name is the actor's own or the one most in use.
//
// A kind is one of
//
//	state_force   army, air force, service of a state
//	paramilitary  armed by a state or an authority beside its army
//	militia       fights for a people, a village, a party or a patron
//	armed_group   organised, not of a state
//	coalition     of several
//	peacekeepers  under the United Nations or the African Union
//	pmc           private military company
//	criminal      gang or cartel in war with a state
//	political     body that speaks for armed groups
//
// Words that name no one ("rebels", "militants", "government forces") are no
// parties. A nationality before a word for armed force ("Iraqi soldiers",
// "Turkish artillery") is the force of that state. Names of states themselves
// ("Russia") are looked up, but not found in texts, where they are places first.
package parties

import (
	_ "embed"
	"sync"

	"isnad"
	"isnad/internal/names"
)

//go:embed parties.tsv
var file string

// Book answers what party a name means. Read-only, safe for concurrent use.
type Book struct {
	list       []isnad.Party
	byID       map[string]int
	found      names.Index      // names to find in texts
	looked     names.Index      // names to look up only
	adjectives names.Index      // "Iraqi" → the force of that state
	openings   names.Openings   // of the names that are found in texts, composed ones too
	spellings  sync.Once        // fills keys when a name is first asked for that is not listed
	forces     map[string]int   // by country, the force of a state that has one; -1 for several
	keys       map[uint64]int32 // 1 + the first of spelt with the skeleton of that sum
	spelt      []spelling
}

var embedded = sync.OnceValue(func() *Book {
	b, err := parse(file)
	if err != nil {
		// The file is part of the program: a test reads it, so this is a broken build.
		panic("parties: parties.tsv: " + err.Error())
	}
	return b
})

// Embedded is the book built into the binary. The first call reads its file,
// which takes a few milliseconds.
func Embedded() *Book { return embedded() }

// Mention is a party named in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string // as written
	ID         string // Party ID
}

// Find returns the parties named in text, leftmost longest, none overlapping.
func (b *Book) Find(text string) []Mention {
	t := names.Borrow(text)
	defer t.Return()
	return b.FindIn(t)
}

// FindIn is Find for a text that is cut into tokens already.
func (b *Book) FindIn(t *names.Tokens) []Mention {
	text := t.Text
	var out []Mention
	for i := b.openings.Next(t, 0); i < len(t.List); {
		f, ok := b.at(t, i)
		if !ok {
			i = b.openings.Next(t, i+1)
			continue
		}
		out = append(out, Mention{f.Start, f.End, text[f.Start:f.End], b.list[f.Value].ID})
		i = b.openings.Next(t, f.To)
	}
	return out
}

// at returns the longest name that begins with token i, a listed one before a
// composed one of the same length.
func (b *Book) at(t *names.Tokens, i int) (names.Found, bool) {
	f, ok := b.found.At(t, i)
	if s, is := b.force(t, i); is && (!ok || s.To > f.To) {
		return s, true
	}
	return f, ok
}

// Lookup returns the party a name means: the name itself, in any case and near
// spelling, else the first party named in it ("ISIS terrorists", "warplanes of the
// international coalition"). A nationality alone ("Russian") is the force of that
// state, as a report means it that names no more.
func (b *Book) Lookup(name string) (isnad.Party, bool) {
	if i, why := b.lookup(name); why != "" {
		return b.list[i], true
	}
	return isnad.Party{}, false
}

func (b *Book) lookup(name string) (int, Why) {
	if len(name) > maxName {
		return 0, ""
	}
	if i, ok := b.found.Lookup(name); ok {
		return i, WhyListed
	}
	if i, ok := b.looked.Lookup(name); ok {
		return i, WhyListed
	}
	t := names.Borrow(name)
	defer t.Return()
	t.AnyCase = true
	for i := range t.List {
		if f, ok := b.at(t, i); ok {
			return f.Value, WhyWithin
		}
	}
	if i, ok := b.near(name); ok {
		return i, WhySpelling
	}
	for i := range t.List {
		if f, ok := b.looked.At(t, i); ok {
			return f.Value, WhyWithin
		}
	}
	if i, ok := b.nationality(t); ok {
		return i, WhyNationality
	}
	return 0, ""
}

// maxName is the longest name, in bytes, that is looked up.
const maxName = 400

// Party returns the party of an ID.
func (b *Book) Party(id string) (isnad.Party, bool) {
	i, ok := b.byID[id]
	if !ok {
		return isnad.Party{}, false
	}
	return b.list[i], true
}

// All returns every party in the order of the file. The caller must not change
// the names within.
func (b *Book) All() []isnad.Party { return append([]isnad.Party(nil), b.list...) }
