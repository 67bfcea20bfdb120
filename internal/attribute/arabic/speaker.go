package arabic

import (
	"strings"

	"isnad"
)

// how a speaker stands to what is said
type manner int

const (
	says manner = iota + 1
	denies
	accuses
	owns
)

// speech is a cue with its speaker.
type speech struct {
	at       int // the cue
	from, to int // the speaker's tokens; empty where the cue takes up an earlier one
	names    []string
	via      []string
	how      manner
	trailing bool // stands behind what is said: "بحسب …"
	anaphor  bool
	accused  [2]int // tokens of who is accused by somebody named before; 0, 0 for none
}

const maxSpeaker = 13

// speeches finds who says what in the tokens [from, to).
func (d *doc) speeches(f *field, from, to int, into []speech) []speech {
	if s, ok := d.headline(f, from, to); ok {
		into = append(into, s)
	}
	busy := from
	for i := from; i < to; i++ {
		t := &f.toks[i]
		if i < busy || t.skip || !t.is(tCue|tSay|tSaying|tDeny|tAccuse|tOwn|tRelay) {
			continue
		}
		s, ok := d.speechAt(f, i, from, to)
		if !ok {
			continue
		}
		into = append(into, s)
		busy = max(busy, s.to)
	}
	return into
}

// headline reads "المرصد: …".
func (d *doc) headline(f *field, from, to int) (speech, bool) {
	for k := from + 1; k < to && k < from+7; k++ {
		if f.mark(k) != ':' {
			if f.toks[k].is(tPunct) {
				break
			}
			continue
		}
		if e, ok := d.speakerEnd(f, from, k, says); ok && e == k && !f.toks[from].is(tSay) {
			return speech{at: k, from: from, to: k, names: []string{f.written(from, k)}, how: says}, true
		}
		break
	}
	return speech{}, false
}

func (d *doc) speechAt(f *field, i, from, to int) (speech, bool) {
	t := &f.toks[i]
	s := speech{at: i, how: says, from: i, to: i + 1}
	switch {
	case t.is(tDeny):
		s.how = denies
	case t.is(tAccuse):
		s.how = accuses
	case t.is(tOwn):
		s.how = owns
	}
	k := i + int(t.phrase)
	bare := false
	if t.is(tCue) || t.is(tRelay) && strings.HasPrefix(t.core, "نقلا") {
		s.trailing = i > from+1
		bare = true
		if k < to && f.toks[k].norm == "عن" {
			k++
		}
		if k < to && f.toks[k].norm == "ما" {
			k++
		}
		if k < to && f.toks[k].is(tSay|tRelay) {
			bare = false
			k += int(f.toks[k].phrase)
		}
		if k < to && f.toks[k].norm == "به" {
			k++
		}
		if k < to && f.toks[k].norm == "من" {
			k++
		}
		if k < to && (f.toks[k].norm == "ل" || f.toks[k].norm == "لـ") {
			k++
		}
	} else if t.is(tSaying) || t.is(tDeny|tAccuse) && strings.HasSuffix(t.core, "ا") && !t.is(tSay) && k < to && f.toks[k].is(tStop|tThat) {
		s.anaphor = true
		return s, s.how != says || len(d.spk) > 0
	}
	if k < to && f.toks[k].norm == "له" || k < to && f.toks[k].norm == "لنا" {
		k++
	}
	e, ok := d.speakerEnd(f, k, to, s.how)
	if ok && d.accusedOnly(f, i, k, e, to) {
		s.anaphor, s.accused = true, [2]int{k, e}
		return s, true
	}
	if ok && bare && !d.sourceLike(f, k, e) {
		ok = false
	}
	if ok && !bare && !d.sourceLike(f, k, e) && !d.personLike(f, k, e, to) {
		ok = false
	}
	if !ok && bare {
		return s, false
	}
	if !ok { // the speaker may stand before the verb
		a, b, found := d.speakerBefore(f, i, from)
		if !found {
			if k < to && f.toks[k].is(tThat) || t.is(tDeny|tAccuse|tOwn) {
				s.anaphor = true
				return s, true
			}
			return s, false
		}
		k, e = a, b
		s.from, s.to = a, i+1
		s.names = []string{f.written(a, b)}
		d.relayed(f, i, i+1, to, &s)
		return s, true
	}
	s.from, s.to = k, e
	s.names = []string{f.written(k, e)}
	d.relayed(f, i, e, to, &s)
	return s, true
}

// relayed reads what stands behind the speaker: whom it passes on ("نقلت X عن
// Y"), to whom it spoke ("قال X لوكالة Y"), where it wrote ("على فيسبوك").
func (d *doc) relayed(f *field, cue, e, to int, s *speech) {
	relay := f.toks[cue].is(tRelay)
	for k := cue; k < s.from && k < len(f.toks); k++ {
		relay = relay || f.toks[k].is(tRelay)
	}
	if relay && e+1 < to && f.toks[e].norm == "عن" {
		if y, ok := d.speakerEnd(f, e+1, to, says); ok {
			first := s.names[0]
			who := f.written(e+1, y)
			if d.isMedium(f, s.from, s.to) {
				s.names, s.via = []string{who}, []string{first}
			} else {
				s.names = []string{first, who}
			}
			s.to = y
			return
		}
	}
	for k, n := e, 0; k < to && n < 10; k, n = k+1, n+1 {
		t := &f.toks[k]
		if t.is(tThat|tOutNoun|tOutVerb) || f.mark(k) == '.' || f.mark(k) == ':' {
			return
		}
		medium := t.is(tMedia) && t.prep != 0 || k > 0 && (f.toks[k-1].norm == "علي" || f.toks[k-1].norm == "عبر" || f.toks[k-1].norm == "ل") && (t.is(tMedia) || d.so[k] > 0)
		medium = medium || t.prep == 'l' && d.so[k] > 0
		if medium {
			y := k + 1
			for y < to && y < k+5 && (d.so[y] > 0 && d.so[y] == d.so[y-1] || f.toks[y].is(tMedia) && !f.toks[y].conj || f.toks[y].e == nil && !f.toks[y].is(tPunct|tDigits) && f.toks[y].prep == 0 && !f.toks[y].conj) {
				y++
			}
			s.via = []string{f.written(k, y)}
			s.to = max(s.to, y)
			return
		}
		if t.norm == "ل" && k+1 < to && f.toks[k+1].is(tPunct) {
			for y := k + 2; y < to && y < k+8; y++ {
				if f.toks[y].is(tPunct) {
					s.via = []string{f.written(k+2, y)}
					s.to = max(s.to, y+1)
					return
				}
			}
		}
	}
}

func (d *doc) isMedium(f *field, a, b int) bool {
	if f.toks[a].is(tMedia) {
		return true
	}
	if g := d.so[a]; g > 0 {
		k := d.som[g-1].Kind
		return k == isnad.SourceAgency || k == isnad.SourceOutlet
	}
	return false
}

// sourceLike tells whether a word or a book says that the tokens name a source.
func (d *doc) sourceLike(f *field, a, b int) bool {
	if d.gz[a] > 0 && b < len(f.toks) && b-a <= 2 && (f.toks[b].is(tThat) || d.gz[b] > 0 || d.pa[b] > 0) {
		return true // a capital speaks for its state
	}
	for k := a; k < b && k < a+3; k++ {
		if f.toks[k].is(tSrcPerson|tSrcBody|tMedia) || d.so[k] > 0 || d.pa[k] > 0 {
			return true
		}
	}
	return f.toks[a].is(tActor)
}

// personLike tells whether unknown words behind a verb of saying can be a name:
// two to four of them, up to "that", a mark or a word of place.
func (d *doc) personLike(f *field, a, b, to int) bool {
	if b-a > 4 || b-a < 1 {
		return false
	}
	for k := a; k < b; k++ {
		if f.toks[k].is(tOutNoun|tEvNoun|tNum|tDigits|tArea) && !f.toks[k].is(tNamePart) {
			return false
		}
	}
	return b < to && (f.toks[b].is(tThat) || f.toks[b].is(tPunct) || f.toks[b].prep == 'l' || f.toks[b].norm == "في")
}

// speakerEnd reads a speaker from token k on and tells where the name ends.
func (d *doc) speakerEnd(f *field, k, to int, how manner) (int, bool) {
	if k >= to || f.toks[k].skip {
		return k, false
	}
	if m := f.mark(k); m == '«' || m == '"' || m == '“' {
		for e := k + 1; e < to && e < k+8; e++ {
			if f.toks[e].is(tPunct) {
				return e + 1, d.so[k+1] > 0 || d.pa[k+1] > 0 || f.toks[k+1].is(tSrcBody|tMedia|tActor)
			}
		}
		return k, false
	}
	t := &f.toks[k]
	src := tSrcPerson | tSrcBody | tMedia | tActor
	if t.is(tPunct|tDigits|tNum) || !t.is(src) && d.so[k] == 0 && d.pa[k] == 0 && (t.is(tStop|tThat|tOutNoun|tOutVerb|tEvVerb|tWday|tRelDay|tQual|tVague|tOthers) || t.is(tEvNoun|tPeople|tOutPeople) && !t.is(tSrcPerson) || t.prep != 0 && t.prep != 'l') {
		return k, false
	}
	if t.is(tRelDay | tDayPart | tWday) {
		return k, false
	}
	e := k
	for e < to && e-k < maxSpeaker {
		x := &f.toks[e]
		in := e > k && (d.so[e] > 0 && d.so[e] == d.so[e-1] || d.pa[e] > 0 && d.pa[e] == d.pa[e-1])
		switch {
		case in || e == k:
			e++
			continue
		case x.skip && e > k && !f.toks[e-1].is(tPunct):
			e++
			continue
		case x.is(tPunct):
			m := f.mark(e)
			if m == '«' || m == '“' || m == '"' {
				c := e + 1
				for c < to && c < e+6 && !f.toks[c].is(tPunct) {
					c++
				}
				if c < to && f.toks[c].is(tPunct) && f.toks[e-1].is(src) {
					e = c + 1
					continue
				}
			}
			if m == '(' && e+2 < to && f.mark(e+2) == ')' {
				e += 3
				continue
			}
			return e, true
		case x.norm == "في" && e+1 < to && f.toks[k].is(src) && (f.toks[e+1].is(tSrcBody) && !f.toks[e+1].is(tAreaOnly) && f.toks[e+1].core != "بيان" && f.toks[e+1].core != "تقرير" || d.so[e+1] > 0):
			e += 2
			continue
		case x.norm == "باسم" && e+1 < to:
			e += 2
			continue
		case how != says && x.is(tActorCue) && !x.is(src), x.is(tReach|tTollWord|tFoiled) && !x.is(src):
			return e, true
		case x.is(tDigits|tNum|tThat|tCue|tQual|tWday|tRelDay|tDayPart|tMonth|tSaying) || x.is(tStop) && !x.is(src):
			return e, true
		case x.is(tSay|tDeny|tAccuse|tOwn|tOutVerb|tEvVerb|tOutNoun|tRelay) && !x.det && !x.is(src):
			return e, true
		case x.is(tEvNoun) && (!x.det || how != says) && !x.is(src) && !x.is(tMod), x.norm == "ل":
			return e, true
		case x.prep == 'l':
			if x.is(tMedia) || d.so[e] > 0 && d.isMedium(f, e, e+1) || x.norm == "ل" {
				return e, true
			}
		case how == accuses && e > k && d.charge(f, e):
			return e, true
		case how == accuses && e > k && d.gz[e] > 0 && d.gz[e] != d.gz[e-1] && d.gz[k] > 0:
			return e, true
		case x.prep == 'b' && !x.is(tArea), x.prep == 'k':
			return e, true
		case x.prep == 'b' && d.gz[e] == 0 && !x.is(tArea):
			return e, true
		case how == accuses && (d.pa[e] > 0 || x.is(tActor)) && x.prep == 0 && e > k && !(f.toks[e-1].is(tSrcBody|tActor) && !f.toks[e-1].det && d.pa[e-1] == 0):
			return e, true
		}
		e++
	}
	return e, e > k
}

// speakerBefore looks for a speaker that stands before its verb: "وكان المتحدث
// قد أعلن", "والجيش ينفي".
func (d *doc) speakerBefore(f *field, verb, from int) (int, int, bool) {
	end := verb
	for end > from && end > verb-5 {
		t := &f.toks[end-1]
		if t.is(tPunct) && (f.mark(end-1) == '»' || f.mark(end-1) == '"') || t.norm == "قد" || t.core == "بيانا" || t.core == "بيان" || t.norm == "في" || t.is(tHedge) || t.is(tRelDay|tWday) {
			end--
			continue
		}
		break
	}
	best := -1
	src := tSrcPerson | tSrcBody | tMedia | tActor
	for k := end - 1; k >= from && k >= end-maxSpeaker; k-- {
		t := &f.toks[k]
		quote := t.is(tPunct) && (f.mark(k) == '«' || f.mark(k) == '»' || f.mark(k) == '"')
		if t.is(tPunct) && !quote || t.is(tThat|tSay|tOutVerb|tCue|tOutNoun) && !t.is(src) || t.is(tEvNoun) && !t.det && !t.is(src) || t.is(tDigits) {
			break
		}
		if t.is(tStop) && t.norm != "باسم" && t.norm != "في" && !t.is(src) {
			break
		}
		if (t.is(src) && t.prep != 'b' && !t.skip || d.so[k] > 0 || d.pa[k] > 0) && t.prep == 0 {
			best = k
		}
	}
	if best < 0 {
		return 0, 0, false
	}
	return best, end, true
}
