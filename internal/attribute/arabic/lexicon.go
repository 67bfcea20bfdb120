package arabic

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"isnad"
)

//go:embed data/ar.tsv
var words string

// tag is a class of words; a token may be of several.
type tag uint64

const (
	tPunct tag = 1 << iota
	tDigits
	tNum
	tMult
	tVague
	tQual
	tPost
	tReach
	tTollWord
	tPeople
	tOthers
	tGroup
	tOutVerb   // the harmed are its subject: "was killed"
	tOutActive // the doer is its subject
	tOutNoun
	tOutPeople
	tCause
	tNobody
	tEvNoun
	tEvVerb
	tMod
	tWeapon
	tFoiled
	tUndone
	tAccident
	tSport
	tArea
	tAreaOnly // names nothing by itself: what follows is the name
	tDir
	tLoc
	tNamePart
	tDayPart
	tRelDay
	tWday
	tMonth
	tShyMonth
	tUnit
	tPast
	tSince
	tAgo
	tBg
	tSay
	tSaying
	tRelay
	tCue
	tDeny
	tAccuse
	tOwn
	tHedge
	tSrcPerson
	tSrcBody
	tMedia
	tActor
	tActorCue
	tNisba
	tStop
	tClause
	tThat
	tNeg
	tModal
	tIncl
	tBoth
	tThing
	tOrd
)

// grammatical number of a word for people
const (
	singular = iota + 1
	dual
	dualOrPlural // "-ين" of a sound plural
	plural
)

// entry is what the lexicon knows of a word or phrase.
type entry struct {
	tags     tag
	num      int
	ord      int // "the seventh", for days
	qual     isnad.Qualifier
	cat      isnad.Category
	outcome  isnad.Outcome
	kind     isnad.Event // of tEvNoun, tEvVerb
	mod      isnad.Event
	strength int
	gram     int
	rank     int
	wday     int
	month    int
	unit     int
	rel      relative
	words    int
}

// relative is a day told from another.
type relative int

const (
	relToday relative = iota + 1
	relYesterday
	relBefore
	relNext
	relSame
	relNight
)

// phraseOf is a phrase that begins with a word.
type phraseOf struct {
	rest []string
	e    *entry
}

type lexicon struct {
	word    map[string]*entry
	phrases map[string][]phraseOf
}

var lex = sync.OnceValue(func() *lexicon { return loadLexicon(words) })

var plainTags = map[string]tag{
	"reach": tReach, "tollword": tTollWord, "others": tOthers, "group": tGroup, "cause": tCause, "nobody": tNobody, "weapon": tWeapon,
	"foiled": tFoiled, "undone": tUndone, "accident": tAccident, "sport": tSport, "areaonly": tAreaOnly, "dir": tDir, "loc": tLoc, "part": tNamePart,
	"part_of_day": tDayPart, "shymonth": tShyMonth, "past": tPast, "since": tSince, "agoword": tAgo, "background": tBg,
	"say": tSay, "saying": tSaying, "relay": tRelay, "cue": tCue, "deny": tDeny, "accuse": tAccuse, "own": tOwn, "hedge": tHedge,
	"media": tMedia, "actor": tActor, "actorcue": tActorCue, "nisba": tNisba, "stop": tStop, "clause": tClause, "that": tThat,
	"neg": tNeg, "modal": tModal, "incl": tIncl, "both": tBoth, "thing": tThing,
}

var relatives = map[string]relative{"today": relToday, "yesterday": relYesterday, "before_yesterday": relBefore, "nextday": relNext, "sameday": relSame, "lastnight": relNight}

func loadLexicon(tsv string) *lexicon {
	l := &lexicon{word: map[string]*entry{}, phrases: map[string][]phraseOf{}}
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		class, list, ok := strings.Cut(line, "\t")
		if !ok {
			panic("arabic: no tab in the line " + line)
		}
		for w := range strings.SplitSeq(list, ",") {
			l.add(class, strings.TrimSpace(w))
		}
	}
	for head, ps := range l.phrases {
		for i := range ps { // "غارات جوية" names a weapon and is still air strikes
			if e := ps[i].e; e.tags == tWeapon && l.word[head] != nil {
				e.join(l.word[head])
			}
		}
	}
	return l
}

// add lists a word of a class in all its forms.
func (l *lexicon) add(class, w string) {
	name, arg, _ := strings.Cut(class, ":")
	arg, more, _ := strings.Cut(arg, ":")
	// The words are built in: what is wrong in them is a mistake of ours.
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic("arabic: class " + class + " wants a number")
		}
		return n
	}
	var e entry
	switch name {
	case "num":
		e = entry{tags: tNum, num: number(arg)}
	case "ord":
		e = entry{tags: tOrd, ord: number(arg)}
	case "mult":
		e = entry{tags: tMult, num: number(arg)}
	case "vague":
		e = entry{tags: tVague, num: number(arg)}
	case "qual":
		e = entry{tags: tQual, qual: isnad.Qualifier(arg)}
	case "post":
		e = entry{tags: tPost, qual: isnad.Qualifier(arg)}
	case "people":
		e = entry{tags: tPeople, cat: isnad.Category(arg)}
	case "ov":
		e = entry{tags: tOutVerb, outcome: isnad.Outcome(arg)}
	case "ova":
		e = entry{tags: tOutVerb | tOutActive, outcome: outcomeOf(arg)}
	case "on":
		e = entry{tags: tOutNoun, outcome: outcomeOf(arg)}
	case "op":
		e = entry{tags: tOutPeople, outcome: outcomeOf(arg)}
	case "ev", "evv":
		e = entry{tags: tEvNoun, kind: isnad.Event(arg), strength: number(more)}
		if name == "evv" {
			e.tags = tEvVerb
		}
	case "mod":
		e = entry{tags: tMod, mod: isnad.Event(arg)}
	case "area":
		e = entry{tags: tArea, rank: number(arg)}
	case "wday":
		e = entry{tags: tWday, wday: number(arg)}
	case "month":
		e = entry{tags: tMonth, month: number(arg)}
	case "unit":
		e = entry{tags: tUnit, unit: number(arg)}
	case "source":
		e = entry{tags: tSrcBody}
		if arg == "person" {
			e.tags = tSrcPerson
		}
	default:
		if r, ok := relatives[name]; ok {
			e = entry{tags: tRelDay, rel: r}
			break
		}
		g, ok := plainTags[name]
		if !ok {
			panic("arabic: no class " + name)
		}
		e = entry{tags: g}
	}
	if past, present, ok := strings.Cut(w, "/"); ok || e.tags&(tOutVerb|tEvVerb|tSay|tDeny|tAccuse|tOwn) != 0 && !strings.Contains(w, " ") {
		l.addVerb(e, plain(past), plain(present))
		return
	}
	if e.tags&tWeapon == 0 && e.tags&tOutPeople == 0 && e.tags&tPeople == 0 {
		l.put(w, e)
		return
	}
	l.addPeople(e, w)
}

func outcomeOf(s string) isnad.Outcome {
	if s == "abducted" {
		return isnad.Missing
	}
	return isnad.Outcome(s)
}

// addVerb lists the persons of a verb, and for verbs of harm those with an
// object written to them.
func (l *lexicon) addVerb(e entry, past, present string) {
	put := func(w string) { l.put(w, e) }
	stem := past
	if rest, ok := strings.CutSuffix(past, "ي"); ok {
		put(past)
		stem = rest
		put(past + "ت")
		put(past + "ا")
	} else {
		put(past)
		put(past + "ا")
	}
	for _, s := range [...]string{"ت", "وا", "تا", "ن"} {
		put(stem + s)
	}
	if e.tags&tSay != 0 {
		put(stem + "ه") // "ما أعلنه", "ما أعلنته"
		put(stem + "ته")
	}
	if e.tags&tOutActive != 0 || e.tags&tEvVerb != 0 || e.outcome == isnad.Killed {
		for _, s := range [...]string{"ه", "ها", "هم", "هما", "ته", "تها", "تهم", "وه", "وها", "وهم"} {
			put(stem + s)
		}
	}
	if present == "" {
		return
	}
	rest, ok := strings.CutPrefix(present, "ي")
	if !ok {
		put(present)
		return
	}
	for _, p := range [...]string{"ي", "ت"} {
		put(p + rest)
		root, weak := strings.CutSuffix(rest, "ي")
		if !weak {
			root = rest
		}
		put(p + root + "ون")
		put(p + root + "وا")
		put(p + rest + "ان")
	}
}

// addPeople lists the forms of a word for people, with their number.
func (l *lexicon) addPeople(e entry, w string) {
	base, mark, _ := strings.Cut(w, ":")
	mark, broken, _ := strings.Cut(mark, ":")
	b := plain(base)
	put := func(w string, g int) {
		x := e
		x.gram = g
		l.put(w, x)
	}
	switch mark {
	case "m":
		put(b, singular)
		put(b+"ا", singular)
		put(b+"ان", dual)
		put(b+"ين", dualOrPlural)
		put(b+"ون", plural)
		put(b+"ه", singular)
		put(b+"تان", dual)
		put(b+"تين", dual)
		put(b+"ات", plural)
	case "b":
		put(b, singular)
		put(b+"ا", singular)
		put(b+"ان", dual)
		put(b+"ين", dual)
		put(broken, plural)
		if p := plain(broken); p != "" {
			put(p+"ا", plural)
		}
	case "f":
		put(b, singular)
		root := strings.TrimSuffix(b, "ه")
		root = strings.TrimSuffix(root, "ت")
		put(root+"تان", dual)
		put(root+"تين", dual)
		put(root+"تا", dual)
		put(root+"تي", dual)
		if broken != "" {
			put(broken, plural)
		}
	default:
		g := plural
		if e.tags&(tPeople|tOutPeople) == 0 {
			g = 0
		}
		put(b, g)
	}
	if e.tags&tPeople != 0 || e.tags&tOutPeople != 0 {
		switch base {
		case "ابن", "شقيق", "أخ", "زوجة", "ابنة":
			for _, s := range [...]string{"ه", "ها", "هم"} {
				put(strings.TrimSuffix(b, "ه")+map[bool]string{true: "ت", false: ""}[strings.HasSuffix(b, "ه")]+s, singular)
			}
		}
	}
}

// put lists one form. A form of two classes is of both; what the first said of
// it stays.
func (l *lexicon) put(w string, e entry) {
	parts := strings.Fields(plain(w))
	if len(parts) == 0 {
		return
	}
	e.words = len(parts)
	if len(parts) == 1 {
		if old := l.word[parts[0]]; old != nil {
			old.join(&e)
			return
		}
		l.word[parts[0]] = &e
		return
	}
	for i := range l.phrases[parts[0]] {
		p := &l.phrases[parts[0]][i]
		if strings.Join(p.rest, " ") == strings.Join(parts[1:], " ") {
			p.e.join(&e)
			return
		}
	}
	l.phrases[parts[0]] = append(l.phrases[parts[0]], phraseOf{parts[1:], &e})
}

func (e *entry) join(o *entry) {
	e.tags |= o.tags
	if e.num == 0 {
		e.num = o.num
	}
	if e.qual == "" {
		e.qual = o.qual
	}
	if e.cat == "" {
		e.cat, e.gram = o.cat, max(e.gram, o.gram)
	}
	if e.gram == 0 {
		e.gram = o.gram
	}
	if e.outcome == "" {
		e.outcome = o.outcome
	}
	if e.kind == "" || o.kind != "" && o.strength > e.strength {
		e.kind, e.strength = o.kind, o.strength
	}
	if e.mod == "" {
		e.mod = o.mod
	}
	e.ord = max(e.ord, o.ord)
	e.rank = max(e.rank, o.rank)
	e.wday = max(e.wday, o.wday)
	e.month = max(e.month, o.month)
	e.unit = max(e.unit, o.unit)
	e.rel = max(e.rel, o.rel)
}
