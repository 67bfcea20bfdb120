package attribute

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"isnad"
)

//go:embed data/en.tsv
var english string

// tag is the set of classes a word or phrase belongs to.
type tag uint64

const (
	tDet tag = 1 << iota
	tPrep
	tLoc
	tConj
	tClause
	tRel
	tPron
	tAux
	tModal
	tAdv
	tFunc
	tNeg
	tNum
	tMult
	tVague
	tQual
	tAnother
	tIncl
	tHead
	tSingular
	tGroup
	tOut
	tLeave
	tLead
	tToll
	tRunning
	tEv
	tWeapon
	tPlane
	tPart
	tTown
	tArea
	tDir
	tPlaceAdj
	tForce
	tArmed
	tMod
	tNat
	tSrc
	tSay
	tAccording
	tAccuse
	tDenyCue
	tOwn
	tDenial
	tHedge
	tHyp
	tFoiled
	tBg
	tVia
	tSocial
	tMonth
	tWeekday
	tRelDay
	tRelRange
	tDayPart
	tUnit
	tThing
	tWeakMod
	// shape, not from the lexicon
	tCap
	tUpper
	tPunct
	tOrdinal
	tPossessive
)

const (
	tPlaceHead = tPart | tTown | tArea
	tActor     = tForce | tArmed
)

// form is how a word of harm stands to those harmed.
type form uint8

const (
	formNone form = iota
	formBase
	formThird
	formGerund
	formPast
	formNoun    // "death of 3", "killing of 3"
	formSubject // "3 died", "3 dead"
	formBody    // "3 bodies", "bodies of 3"
)

// word is an entry of the lexicon: one word or a phrase.
type word struct {
	tags     tag
	num      int // number, weekday, month, days from the date line
	outcome  isnad.Outcome
	harm     form
	category isnad.Category
	event    isnad.Event
	strength uint8
	evForm   form
	weapon   isnad.Event
	wpnLevel uint8
	qual     isnad.Qualifier
	period   string // of relr: which range
}

// Two kinds of trigger that name no kind of incident by themselves.
const (
	evBombed    isnad.Event = "bombed"    // air_strike when planes did it, else attack
	evTerritory isnad.Event = "territory" // places taken by force: a clash where two sides or losses are named
	evDestroyed isnad.Event = "destroyed" // things destroyed, by means named elsewhere
)

// node is a place in the trie of phrases. Most are single words with nothing
// after them.
type node struct {
	known bool // a phrase ends here
	next  map[string]*node
	looks uint64 // the looks of the words in next
	hints hint   // of a first word
	word
}

// after is the node of the phrase that goes on with w, nil where there is none. A
// word that begins phrases is common, one that goes on with them is rare: most
// are told by their looks.
func (nd *node) after(w string) *node {
	if nd.looks&look(w) == 0 {
		return nil
	}
	return nd.next[w]
}

// look is one of 64 bits, by the first and the last letter of a word and its length.
func look(w string) uint64 {
	return 1 << ((uint(w[0]) + 5*uint(w[len(w)-1]) + 11*uint(len(w))) % 64)
}

type lexicon struct {
	first wordTable
	free  []node // memory for the nodes to come
}

// the lexicon is read at first use: the command must start in milliseconds.
var lexiconEN = sync.OnceValue(func() *lexicon {
	l, err := readLexicon(english)
	if err != nil {
		panic("attribute: built-in lexicon: " + err.Error()) // a broken build, caught by the tests
	}
	return l
})

func readLexicon(tsv string) (*lexicon, error) {
	l := &lexicon{}
	for n, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("line %d: no tab", n+1)
		}
		args := strings.Split(class, ":")
		for w := range strings.SplitSeq(words, ",") {
			forms, i := 1+strings.Count(w, "/"), 0
			for f := range strings.SplitSeq(w, "/") {
				// a participle that equals the past is left out in the data
				if err := l.add(strings.TrimSpace(f), args, i, forms); err != nil {
					return nil, fmt.Errorf("line %d, %q: %w", n+1, f, err)
				}
				i++
			}
		}
	}
	return l, l.addHints()
}

var errNoRoom = errors.New("no room for the word")

// node makes a node. There are thousands, which are wanted at once.
func (l *lexicon) node() *node {
	if len(l.free) == 0 {
		l.free = make([]node, 128)
	}
	nd := &l.free[0]
	l.free = l.free[1:]
	return nd
}

// entry is the word of a phrase, nil where there is none or no room for it.
func (l *lexicon) entry(phrase string) *word {
	var nd *node
	for p := range strings.FieldsSeq(phrase) {
		var next *node
		if nd == nil {
			if next = l.first.get(p); next == nil {
				next = l.node()
				if !l.first.put(p, next) {
					return nil
				}
			}
		} else if next = nd.next[p]; next == nil {
			next = l.node()
			if nd.next == nil {
				nd.next = map[string]*node{}
			}
			nd.next[p] = next
			nd.looks |= look(p)
		}
		nd = next
	}
	if nd == nil {
		return nil
	}
	nd.known = true
	return &nd.word
}

var plainClasses = map[string]tag{
	"det": tDet, "prep": tPrep, "loc": tLoc, "conj": tConj, "clause": tClause, "rel": tRel, "pron": tPron,
	"aux": tAux, "modal": tModal, "adv": tAdv, "func": tFunc, "neg": tNeg, "another": tAnother, "incl": tIncl,
	"leave": tLeave, "lead": tLead, "toll": tToll, "running": tRunning, "dir": tDir, "pladj": tPlaceAdj,
	"mod": tMod, "wmod": tMod | tWeakMod, "nat": tNat, "denial": tDenial, "hedge": tHedge, "hyp": tHyp, "foiled": tFoiled, "bgword": tBg,
	"via": tVia, "social": tSocial, "daypart": tDayPart, "unit": tUnit, "thing": tThing, "abbr": 0,
}

var classes = map[string]tag{
	"num": tNum, "mult": tMult, "vague": tVague, "qual": tQual, "head": tHead, "out": tOut, "ev": tEv,
	"wpn": tWeapon, "pl": tPlaceHead, "act": tActor, "src": tSrc, "cue": tSay, "mon": tMonth, "wday": tWeekday,
	"rel": tRelDay, "then": tRelDay, "back": tRelDay, "relr": tRelRange,
}

// add enters one phrase with the class of its line. i is its place among the n
// forms of a verb.
func (l *lexicon) add(phrase string, args []string, i, n int) error {
	if phrase == "" {
		return fmt.Errorf("empty phrase")
	}
	w := l.entry(phrase)
	if w == nil {
		return errNoRoom
	}
	if len(args) == 1 {
		t, ok := plainClasses[args[0]]
		if !ok {
			return fmt.Errorf("unknown class %q", args[0])
		}
		w.tags |= t
		return nil
	}
	t, ok := classes[args[0]]
	if !ok {
		return fmt.Errorf("unknown class %q", args[0])
	}
	arg := func(k int) string {
		if k < len(args) {
			return args[k]
		}
		return ""
	}
	switch args[0] {
	case "num", "mult", "vague", "mon", "wday", "rel", "then", "back":
		v, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		w.num = v
		w.tags |= t
		if args[0] == "then" || args[0] == "back" {
			w.period = args[0]
		}
	case "qual":
		w.qual = isnad.Qualifier(args[1])
		w.tags |= t
	case "head":
		w.category = isnad.Category(args[1])
		w.tags |= t
		switch arg(2) {
		case "sg":
			w.tags |= tSingular
		case "group":
			w.tags |= tGroup
		}
	case "out":
		w.tags |= t
		if arg(2) == "noun" && w.harm >= formBase && w.harm <= formPast {
			return nil // a verb's form too: "killing of" is read with the verb
		}
		w.outcome = isnad.Outcome(args[1])
		switch arg(2) {
		case "subj":
			w.harm = formSubject
		case "noun":
			w.harm = formNoun
		case "body":
			w.harm = formBody
		case "verb":
			w.harm = verbForm(i, n)
		default:
			return fmt.Errorf("unknown form %q", arg(2))
		}
	case "ev":
		w.tags |= t
		s, err := strconv.Atoi(arg(2))
		if err != nil {
			return err
		}
		if uint8(s) >= w.strength {
			w.event, w.strength = isnad.Event(args[1]), uint8(s)
			w.evForm = formNoun
			if arg(3) == "v" {
				w.evForm = verbForm(i, n)
			}
		}
	case "wpn":
		w.tags |= t
		s, err := strconv.Atoi(arg(2))
		if err != nil {
			return err
		}
		w.weapon, w.wpnLevel = isnad.Event(args[1]), uint8(s)
		if arg(3) == "plane" {
			w.tags |= tPlane
		}
	case "pl":
		w.tags |= map[string]tag{"part": tPart, "town": tTown, "area": tArea}[args[1]]
	case "act":
		w.tags |= map[string]tag{"force": tForce, "group": tArmed}[args[1]]
	case "src":
		w.tags |= tSrc
	case "cue":
		c, ok := map[string]tag{"say": tSay, "according": tAccording, "accuse": tAccuse, "deny": tDenyCue, "own": tOwn}[args[1]]
		if !ok {
			return fmt.Errorf("unknown cue %q", args[1])
		}
		w.tags |= c
	case "relr":
		w.tags |= t
		w.period = args[1]
	}
	return nil
}

func verbForm(i, n int) form {
	if n == 1 {
		return formPast // a fixed phrase: "opened fire on"
	}
	switch i {
	case 0:
		return formBase
	case 1:
		return formThird
	case 2:
		return formGerund
	}
	return formPast
}
