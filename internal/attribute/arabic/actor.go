package arabic

// actorPhrase is an armed hand named in the tokens [from, to).
type actorPhrase struct {
	from, to int
	party    bool
	plane    bool
	title    bool // part of a speaker
}

// actorsIn finds the armed hands named in the tokens [from, to).
func (d *doc) actorsIn(f *field, from, to int, into []actorPhrase) []actorPhrase {
	for i := from; i < to; {
		e, ok := d.actorEnd(f, i, to)
		if !ok {
			i++
			continue
		}
		a := actorPhrase{from: i, to: e, party: d.pa[i] > 0, title: d.title[i]}
		switch f.toks[i].core {
		case "طيران", "طائرات", "مقاتلات", "مروحيات", "طائره", "مسيرات":
			a.plane = true
		}
		into = append(into, a)
		i = e
	}
	return into
}

// actorEnd reads an armed hand at token i: a listed party, or a word for an
// armed body with what describes it.
func (d *doc) actorEnd(f *field, i, to int) (int, bool) {
	t := &f.toks[i]
	if t.is(tPunct|tDigits) || t.skip && d.pa[i] == 0 {
		return i, false
	}
	k := i
	switch {
	case t.is(tActor):
		if t.is(tPeople) && !t.is(tNisba) && t.e.gram == singular && t.core != "مسلح" && t.core != "قناص" && t.core != "مجهول" {
			return i, false
		}
		k = i + int(t.phrase)
		for n := 0; n < 5 && k < to; n++ {
			x := &f.toks[k]
			if d.pa[k] > 0 && !x.conj && x.prep == 0 {
				g := d.pa[k]
				for k < to && d.pa[k] == g {
					k++
				}
				continue
			}
			if x.is(tPunct | tDigits) {
				if m := f.mark(k); (m == '«' || m == '"' || m == '“') && k+2 < to {
					e := k + 1
					for e < to && e < k+5 && f.mark(e) == 0 {
						e++
					}
					if e < to && e > k+1 {
						k = e + 1
						continue
					}
				}
				break
			}
			if x.norm == "من" && k+1 < to && (d.pa[k+1] > 0 || f.toks[k+1].is(tActor)) && t.core == "قوه" {
				k++
				continue
			}
			if x.prep == 'l' && x.is(tNisba) || x.norm == "تابعه" || x.norm == "تابع" {
				break
			}
			if x.conj || x.prep != 0 || x.skip || x.is(tStop|tWday|tRelDay|tQual|tSay|tNum|tUnit|tDayPart|tCue) || x.is(tArea|tThing|tPeople|tEvVerb|tOutVerb) && !x.is(tNisba|tActor) || x.is(tOutVerb) || x.is(tEvNoun) && !x.det && !x.is(tMod) {
				break
			}
			if d.gz[k] > 0 && !x.is(tNisba|tActor) && !x.det {
				break
			}
			// an adjective, a body's owner, a kind: "قوات النظام السوري", "مسلحون مجهولون"
			if x.det || x.is(tActor|tNisba|tMod) || k == i+1 && (x.e == nil && !t.det) {
				k++
				continue
			}
			break
		}
	case d.pa[i] > 0 && (i == 0 || d.pa[i-1] != d.pa[i]):
		g := d.pa[i]
		for k < to && d.pa[k] == g {
			k++
		}
		for k < to && f.toks[k].det && f.toks[k].is(tNisba) && !f.toks[k].conj {
			k++
		}
	default:
		return i, false
	}
	return k, k > i
}

// perpetrators chooses the hands that did the deed of a frame: after a word
// that leads to them ("على يد"), behind the noun of the deed ("قصف قوات
// النظام"), or as subject of its verb.
func (d *doc) perpetrators(f *field, fr *frame) []int {
	var out []int
	for i := range d.acs {
		a := &d.acs[i]
		if a.from < fr.from || a.from >= fr.to || a.title {
			continue
		}
		if d.does(f, fr, a) {
			out = append(out, i)
			if len(out) == 3 {
				break
			}
		}
	}
	return out
}

func (d *doc) does(f *field, fr *frame, a *actorPhrase) bool {
	for i := range d.cas {
		c := &d.cas[i]
		if a.from >= c.q.from && a.from < c.q.to {
			return c.doer >= 0 && c.doer == a.from
		}
	}
	k := a.from - 1
	if k < fr.from0 {
		return f.subjectFirst(a, fr)
	}
	t := &f.toks[k]
	for k > fr.from0 && (t.skip || t.is(tMod|tDir) && !t.is(tEvNoun) || t.is(tWeapon) && t.is(tDir)) {
		k--
		t = &f.toks[k]
	}
	p := &f.toks[a.from]
	switch {
	case t.is(tActorCue) && !(t.core == "بين" && !fr.clash):
		return true
	case fr.clash && (t.norm == "بين" || t.core == "مع" || t.norm == "مع" || p.conj && d.actorBefore(k) || t.core == "و" && d.actorBefore(k-1)):
		return true
	case p.prep == 'l' && t.is(tEvNoun|tActor) && !t.is(tArea):
		return true // "غارات للتحالف"
	case t.is(tOutActive | tEvVerb):
		return !f.nounBefore(k, fr.from0) // "a strike hit the army": the army is hit
	case t.is(tOutVerb) && t.e.outcome == "killed" && t.core != "استشهد":
		for i := range d.cas {
			if d.cas[i].doer == a.from {
				return true
			}
		}
		return false
	case t.is(tEvNoun) && p.prep == 0 && !p.conj && !t.is(tPeople|tActor):
		return t.e.strength < 4 && !hitNoun(t.core)
	case a.plane && p.prep == 0 && !p.conj && fr.event == "air_strike" && t.is(tThat|tEvNoun):
		return true
	}
	return f.subjectFirst(a, fr)
}

// hitNoun tells nouns behind which stands who is hit.
func hitNoun(w string) bool {
	switch w {
	case "استهداف", "استهدافا", "اغتيال", "اعدام", "تصفيه", "خطف", "اختطاف", "اعتقال", "احتجاز", "اشتباك", "اشتباكات":
		return true
	}
	return false
}

// subjectFirst tells whether the hand stands right before the verb of the deed.
func (f *field) subjectFirst(a *actorPhrase, fr *frame) bool {
	k := a.to
	for n := 0; n < 3 && k < fr.to; n++ {
		t := &f.toks[k]
		if t.is(tEvVerb|tOutActive) && !t.is(tEvNoun) {
			return !f.toks[a.from].is(tStop)
		}
		if !(t.norm == "قد" || t.is(tHedge) || t.core == "كانت" || t.core == "كان" || t.is(tNisba) || t.norm == "انها") {
			return false
		}
		k++
	}
	return false
}

// nounBefore tells whether the verb at k has its subject, a noun of a deed or a
// missile, before it.
func (f *field) nounBefore(k, from int) bool {
	if f.toks[k].conj {
		return false
	}
	for j := k - 1; j >= from && j >= k-4; j-- {
		t := &f.toks[j]
		if t.is(tEvNoun|tWeapon) && !t.is(tPeople) {
			return true
		}
		if t.is(tPunct | tSay | tThat | tStop) {
			return false
		}
	}
	return false
}

func (d *doc) actorBefore(k int) bool {
	for i := range d.acs {
		if a := &d.acs[i]; a.from <= k && k < a.to {
			return true
		}
	}
	return false
}
