package change

import (
	"bytes"
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"isnad/internal/names"
)

//go:embed data/en.txt data/ar.txt
var dataFiles embed.FS

// class is what a listed word does in a sentence.
type class uint8

const (
	classNone      class = iota
	classEmpty           // grammar only: gone or new, it is no change
	classLittle          // prepositions, conjunctions, pronouns
	classNegation        //
	classHedge           //
	classLikely          // Arabic qad: a hedge before the imperfect only
	classQualifier       // of a number: at least, about
	classCue             // of speech
	classAnonymous       // says that the speaker is not named
)

func (c class) little() bool { return c == classEmpty || c == classLittle }

// The bounds that a qualifier gives a number.
const (
	low uint8 = iota + 1
	more
	high
	less
	near
)

// The force of a cue of speech.
const (
	neutral uint8 = iota + 1
	claiming
	certain
	denying
)

const (
	cardinal uint8 = iota + 1
	ordinal
	vague
)

// entry is all that the lexicon says of a word or phrase.
type entry struct {
	class  class
	detail uint8 // of a qualifier or a cue
	after  bool  // the speaker stands before the cue: "X said"
	verb   bool  // "said" and the like, not "according to"
	relay  bool  // an Arabic verb that names its source behind a later word for "from"

	field, value uint8 // words of one field with other values do not mean the same
	place        bool  // the field is one of directions
	accepts      bool  // the opposite of a cue that denies

	source, title, given, kind, slot, note, footer bool // given: a given name; kind: "town"; slot: "in"

	number  float64
	numeric uint8
	dual    bool // an Arabic noun that says two by its form

	month, weekday, daypart uint8 // from 1
	relative                int16 // days from the report's, 100 and above for weeks and longer
	related                 bool
}

func (e *entry) calendar() bool {
	return e != nil && (e.month > 0 || e.weekday > 0 || e.daypart > 0 || e.related)
}

func (e *entry) figure() bool { return e != nil && e.numeric != 0 }

// lexicon is a trie of phrases over the hashes of their words.
type lexicon struct {
	nodes map[uint64]node // while it is read
	table []slot          // afterwards: open addressing, a power of two long
}

type node struct {
	entry  *entry
	longer bool
}

type slot struct {
	key uint64 // 0: free
	node
}

// freeze makes the table of the nodes, at most a quarter full.
func (x *lexicon) freeze() {
	n := 1
	for n < 4*len(x.nodes) {
		n *= 2
	}
	x.table = make([]slot, n)
	for key, v := range x.nodes {
		i := key & uint64(n-1)
		for x.table[i].key != 0 {
			i = (i + 1) & uint64(n-1)
		}
		x.table[i] = slot{key, v}
	}
	x.nodes = nil
}

// at is the node of a key.
func (x *lexicon) at(key uint64) (node, bool) {
	mask := uint64(len(x.table) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch s := &x.table[i]; s.key {
		case key:
			return s.node, true
		case 0:
			return node{}, false
		}
	}
}

var loadLexicon = sync.OnceValues(func() (*lexicon, error) {
	x := &lexicon{nodes: map[uint64]node{}}
	fields := map[string]uint8{}
	for _, file := range []string{"data/en.txt", "data/ar.txt"} {
		data, err := dataFiles.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading the lexicon: %w", err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			head, list, ok := strings.Cut(line, ":")
			set, err := setter(strings.Fields(head), fields)
			if !ok || err != nil {
				return nil, fmt.Errorf("%s: line %q: %v", file, line, err)
			}
			for phrase := range strings.SplitSeq(list, ",") {
				x.add(phrase, set)
			}
		}
	}
	x.freeze()
	return x, nil
})

// setter returns what a line of the lexicon says of its phrases.
func setter(head []string, fields map[string]uint8) (func(*entry), error) {
	if len(head) == 0 {
		return nil, fmt.Errorf("no class")
	}
	detail := func(i int) string {
		if i < len(head) {
			return head[i]
		}
		return ""
	}
	number := func(name string) uint8 {
		if fields[name] == 0 {
			fields[name] = uint8(len(fields) + 1)
		}
		return fields[name]
	}
	n, nerr := strconv.Atoi(detail(1))
	switch head[0] {
	case "empty":
		return func(e *entry) { e.class = classEmpty }, nil
	case "little":
		return func(e *entry) { e.class = classLittle }, nil
	case "negation":
		return func(e *entry) { e.class = classNegation }, nil
	case "hedge":
		return func(e *entry) { e.class = classHedge }, nil
	case "dual":
		return func(e *entry) { e.number, e.numeric, e.dual = 2, cardinal, true }, nil
	case "anonymous":
		return func(e *entry) { e.class = classAnonymous }, nil
	case "relay":
		return func(e *entry) { e.relay = true }, nil
	case "given":
		return func(e *entry) { e.given = true }, nil
	case "likely":
		return func(e *entry) { e.class = classLikely }, nil
	case "qualifier":
		d := map[string]uint8{"low": low, "more": more, "high": high, "less": less, "near": near}[detail(1)]
		if d == 0 {
			return nil, fmt.Errorf("unknown bound")
		}
		return func(e *entry) { e.class, e.detail = classQualifier, d }, nil
	case "cue":
		d := map[string]uint8{"neutral": neutral, "claiming": claiming, "certain": certain, "denying": denying}[detail(2)]
		if d == 0 || detail(1) != "before" && detail(1) != "by" && detail(1) != "after" {
			return nil, fmt.Errorf("unknown cue")
		}
		after, verb := detail(1) == "after", detail(1) != "by"
		return func(e *entry) { e.class, e.detail, e.after, e.verb = classCue, d, after, verb }, nil
	case "field", "direction":
		f, v := number(head[0]+" "+detail(1)), number(head[0]+" "+detail(1)+" "+detail(2))
		if head[0] == "direction" {
			f = number("direction")
		}
		yes := detail(1) == "answer"
		return func(e *entry) { e.field, e.value, e.place, e.accepts = f, v, head[0] == "direction", yes }, nil
	case "source":
		return func(e *entry) { e.source = true }, nil
	case "title":
		return func(e *entry) { e.title = true }, nil
	case "place":
		return func(e *entry) { e.kind = true }, nil
	case "placeword":
		return func(e *entry) { e.slot = true }, nil
	case "note":
		return func(e *entry) { e.note = true }, nil
	case "footer":
		return func(e *entry) { e.footer = true }, nil
	}
	if nerr != nil {
		return nil, fmt.Errorf("unknown class or no number")
	}
	switch head[0] {
	case "number":
		return func(e *entry) { e.number, e.numeric = float64(n), cardinal }, nil
	case "ordinal":
		return func(e *entry) { e.number, e.numeric = float64(n), ordinal }, nil
	case "vague":
		return func(e *entry) { e.number, e.numeric = float64(n), vague }, nil
	case "month":
		return func(e *entry) { e.month = uint8(n) }, nil
	case "weekday":
		return func(e *entry) { e.weekday = uint8(n + 1) }, nil
	case "daypart":
		return func(e *entry) { e.daypart = uint8(n) }, nil
	case "relative":
		return func(e *entry) { e.relative, e.related = int16(n), true }, nil
	}
	return nil, fmt.Errorf("unknown class")
}

func step(key, hash uint64) uint64 {
	key = (key ^ hash) * 0x9e3779b97f4a7c15
	return key ^ key>>32 | 1<<63 // never 0, which marks a free slot
}

func (x *lexicon) add(phrase string, set func(*entry)) {
	t := names.Scan(phrase)
	if len(t.List) == 0 {
		return
	}
	key := uint64(0)
	for i := range t.List {
		if i > 0 {
			n := x.nodes[key]
			n.longer = true
			x.nodes[key] = n
		}
		key = step(key, uint64(t.Hash(i)))
		if _, known := x.nodes[key]; !known {
			x.nodes[key] = node{}
		}
	}
	n := x.nodes[key]
	if n.entry == nil {
		n.entry = &entry{}
	}
	set(n.entry)
	x.nodes[key] = n
}

// next follows word i of t from the node of key. An Arabic word is tried without
// the particles and the article that are written with it, too.
func (x *lexicon) next(t *names.Tokens, i int, key uint64) (uint64, node, bool) {
	k := step(key, uint64(t.Hash(i)))
	if n, ok := x.at(k); ok {
		return k, n, true
	}
	if t.List[i].Script != names.ScriptArabic {
		return 0, node{}, false
	}
	w := t.Fold(i)
	for _, cut := range [...]struct {
		letters string
		least   int // letters that must remain
	}{{"", 0}, {"و", 2}, {"ف", 2}, {"ب", 3}, {"ل", 3}, {"ك", 3}, {"ال", 3}, {"ل", 3}} {
		n := len(cut.letters)
		if n > 0 && (len(w) < n+2*cut.least || string(w[:n]) != cut.letters) {
			continue
		}
		w = w[n:]
		k := step(key, uint64(names.Hash(0).Add(w)))
		if n, ok := x.at(k); ok {
			return k, n, true
		}
		if f, ok := bytes.CutSuffix(w, []byte("ا")); ok && len(f) >= 6 { // the indefinite accusative
			k := step(key, uint64(names.Hash(0).Add(f)))
			if n, ok := x.at(k); ok {
				return k, n, true
			}
		}
	}
	return 0, node{}, false
}

const maxPhrase = 7 // words

// phrase is the longest listed phrase that begins with word i, and where it ends.
func (x *lexicon) phrase(t *names.Tokens, i int) (*entry, int) {
	key, n, ok := x.next(t, i, 0)
	if !ok {
		return nil, i
	}
	best, to := n.entry, i+1
	for j := i + 1; n.longer && j < len(t.List) && j < i+maxPhrase && t.List[j].Gap != names.GapBreak; j++ {
		if key, n, ok = x.next(t, j, key); !ok {
			break
		}
		if n.entry != nil {
			best, to = n.entry, j+1
		}
	}
	return best, to
}
