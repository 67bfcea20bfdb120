package arabic

import "isnad"

// quantity is a number of people: "at least 14 civilians", "two children" in one
// word, "a man", "dozens of fighters". Tokens [from, to).
type quantity struct {
	from, to int
	low      int // -1 where the words leave that side open
	high     int
	qual     isnad.Qualifier
	vague    bool
	cat      isnad.Category
	outcome  isnad.Outcome // where the word for people tells it: "5 dead"
	head     bool          // a word for people stands in it
	headAt   int
	number   bool // a numeral or a vague number stands in it
	others   bool
	things   bool // counts no people
	det      bool
}

func (q *quantity) span() isnad.Range {
	return isnad.RangeOf(q.low, q.high, q.vague || q.qual == isnad.About)
}

// quantity reads a number of people that begins at token i. Where it is none,
// to tells up to where there is nothing to read.
func (f *field) quantity(i, to int) (quantity, bool) {
	q := quantity{from: i, low: -1, high: -1, qual: isnad.Exact, headAt: -1}
	if f.toks[i].skip {
		return q, false
	}
	k := i
	for k < to && k-i < 9 && f.toks[k].is(tQual) && f.toks[k].e != nil {
		if t := &f.toks[k]; q.qual == isnad.Exact || t.e.qual != isnad.About {
			q.qual = t.e.qual
		}
		k += int(f.toks[k].phrase)
		if k < to && k-i < 9 && f.linking(k) {
			k++
		}
	}
	if k >= to {
		return q, false
	}
	between := f.toks[k].norm == "بين" || f.toks[k].core == "بين" && f.toks[k].prep == 0
	if between {
		k++
	}
	v, n, vague, ok := f.value(k, to)
	if between && ok {
		if w, m, _, ok := f.value(n, to); ok && f.toks[n].conj || ok && n < to && f.toks[n].norm == "و" {
			q.low, q.high, q.number = v, w, true
			return f.headed(q, m, to)
		}
		return q, false
	}
	if between {
		return q, false
	}
	if !ok {
		if k > i && !f.toks[k].is(tPeople|tOutPeople) {
			return q, false
		}
		return f.unnumbered(q, k, to)
	}
	q.number = true
	q.low, q.high, q.vague = v, v, vague
	if vague {
		q.high = -1
		if q.qual == isnad.Exact {
			q.qual = isnad.Vague
		}
	}
	if m := f.mark(n); (m == '-' || m == '–') && n+1 < to && f.toks[n+1].is(tNum) && f.toks[n+1].num > v {
		q.high = f.toks[n+1].num
		n += 2
	}
	return f.headed(q, n, to)
}

// linking tells words between "more" and the number: "more in number than 30".
func (f *field) linking(k int) bool {
	switch f.toks[k].norm {
	case "عن", "علي", "من":
		return true
	}
	return false
}

// value reads a number in digits or words at token k: its value and where it ends.
func (f *field) value(k, to int) (v, end int, vague, ok bool) {
	if k >= to || f.toks[k].skip {
		return 0, k, false, false
	}
	t := &f.toks[k]
	switch {
	case t.is(tDigits):
		if !t.is(tNum) {
			return 0, k, false, false
		}
		v, end = t.num, k+1
		if m := f.mark(end); (m == '/' || m == ':' || m == '%' || m == '٪') && f.toks[end].start == t.end {
			return 0, k, false, false
		}
		if m := f.mark(k - 1); (m == '/' || m == ':') && f.toks[k-1].end == t.start {
			return 0, k, false, false
		}
	case t.is(tVague):
		v, end, vague = t.e.num, k+int(t.phrase), true
		if end < to && f.toks[end].is(tMult) {
			v *= f.toks[end].e.num
			end++
		}
		return v, end, true, true
	case t.det && t.num < 100:
		return 0, k, false, false
	case t.is(tMult):
		v, end = t.e.num, k+1
		if t.core == "الاف" || t.core == "ملايين" {
			return 2 * v, end, true, true
		}
	case t.is(tNum):
		if t.core == "احد" || t.core == "احدي" {
			if k+1 >= to || f.toks[k+1].num != 10 || f.toks[k+1].is(tDigits) {
				return 0, k, false, false
			}
		}
		v, end = t.num, k+1
	default:
		return 0, k, false, false
	}
	for end < to && end-k < 10 {
		n := &f.toks[end]
		switch {
		case n.is(tMult) && !n.conj && !n.det && n.prep == 0 && v < 1e6:
			v *= n.e.num
		case n.is(tDigits) || n.skip || n.det || n.prep != 0 || !n.is(tNum):
			return v, end, false, true
		case !n.conj && n.num == 10 && v%100 < 10 && v > 0 && !t.is(tDigits):
			v += 10
		case !n.conj && n.num == 100 && v < 10:
			v *= 100
		case n.conj && n.num >= 20 && n.num <= 90 && v%100 < 10 && v%100 > 0 && !t.is(tDigits):
			v += n.num
		case n.conj && n.num < 100 && v%100 == 0 && v > 0 && !t.is(tDigits), n.conj && n.num < 1000 && v%1000 == 0 && v > 0:
			v += n.num
		default:
			return v, end, false, true
		}
		end++
	}
	return v, end, false, true
}

// headed reads what stands behind a number: the word for people, what describes
// it, "others", "at least".
func (f *field) headed(q quantity, k, to int) (quantity, bool) {
	q.to = k
	if q.qual == isnad.AtLeast {
		q.high = -1
	} else if q.qual == isnad.MoreThan {
		q.high = -1
		if !q.vague {
			q.low++
		}
	} else if q.qual == isnad.UpTo {
		q.high, q.low = q.low, -1
	}
	if k < to && f.toks[k].norm == "من" && k+1 < to && f.toks[k+1].is(tPeople|tGroup|tOutPeople|tActor) {
		k++
		q.to = k
		if f.toks[k].is(tGroup|tActor) && !f.toks[k].is(tPeople|tOutPeople) {
			q.head, q.headAt = true, k
			if f.toks[k].core != "سكان" && f.toks[k].core != "اهالي" {
				q.cat = isnad.CategoryCombatants
			}
			return q, true
		}
	}
	if k < to && !f.toks[k].skip && !f.toks[k].conj {
		t := &f.toks[k]
		switch {
		case t.is(tPeople|tOutPeople) && t.prep == 0:
			q.takeHead(t, k)
			k++
		case t.is(tThing) || t.is(tUnit|tMonth|tMult):
			q.things = true
			return q, false
		case t.is(tGroup) && q.vague || t.is(tActor) && q.vague:
			q.head, q.headAt, q.cat = true, k, isnad.CategoryCombatants
			k++
		}
	}
	for n := 0; n < 3 && k < to && !f.toks[k].skip; n++ {
		t := &f.toks[k]
		switch {
		case q.head && !t.conj && t.prep == 0 && t.is(tPeople) && t.e.gram != 0:
			if q.cat == "" || q.cat == isnad.CategoryAll {
				q.cat = t.e.cat
			}
		case t.is(tNisba) && !t.conj && q.head, t.is(tNum) && t.num == 1 && !t.conj && t.core != "احد", t.is(tNum) && t.num == 2 && !t.conj && q.head && !t.det:
		case t.is(tOthers) && !t.conj && t.prep == 0:
			q.others = true
		default:
			n = 3
			continue
		}
		k++
	}
	q.to = k
	if k < to && f.toks[k].is(tPost) {
		switch f.toks[k].e.qual {
		case isnad.AtLeast:
			q.qual, q.high = isnad.AtLeast, -1
		case isnad.UpTo:
			q.qual, q.high, q.low = isnad.UpTo, max(q.low, q.high), -1
		case isnad.About:
			q.qual = isnad.About
		}
		q.to = k + int(f.toks[k].phrase)
	}
	if q.head && q.outcome == isnad.Killed && q.to < to && f.toks[q.to].conj && f.toks[q.to].is(tOutPeople) && f.toks[q.to].e.outcome == isnad.Injured &&
		(f.toks[q.to].e.gram == singular || f.toks[q.to].det && f.toks[q.to].e.gram == plural) {
		q.outcome = isnad.Casualties // "20 dead and wounded" under one number
		q.to++
	}
	if k := q.to; k < to && f.toks[k].is(tBoth) {
		q.outcome, q.to = isnad.Casualties, k+int(f.toks[k].phrase)
	}
	return q, true
}

func (q *quantity) takeHead(t *token, k int) {
	q.head, q.headAt, q.det = true, k, t.det
	q.cat = t.e.cat
	if t.is(tOutPeople) {
		q.outcome = t.e.outcome
	}
}

// unnumbered reads people counted by the form of their word: one or two.
func (f *field) unnumbered(q quantity, k, to int) (quantity, bool) {
	t := &f.toks[k]
	if !t.skip && (t.conj || k > 0 && f.toks[k-1].is(tOutVerb|tOutNoun)) && !t.det && (t.is(tOthers) && (t.core == "اخر" || t.core == "اخري") || t.is(tOrd) && t.phrase == 1 && t.e.ord > 2 && t.e.ord < 10) {
		q.low, q.high, q.others, q.to = 1, 1, true, k+1 // "and another"
		return q, true
	}
	if t.skip || !t.is(tPeople|tOutPeople) || t.e == nil || t.is(tNum) || t.is(tNisba) && t.e.gram == singular && t.det {
		return q, false
	}
	if t.core == "عائله" || t.core == "اسره" {
		return f.family(q, k, to)
	}
	q.takeHead(t, k)
	switch t.e.gram {
	case singular:
		q.low, q.high = 1, 1
	case dual:
		q.low, q.high = 2, 2
	case dualOrPlural:
		if k+1 < to && f.toks[k+1].is(tNum) && f.toks[k+1].num == 2 && !f.toks[k+1].conj {
			q.low, q.high = 2, 2
			break
		}
		if t.det {
			return q, false
		}
		q.low, q.vague, q.qual = 2, true, isnad.Vague
	default:
		return q, false
	}
	q, _ = f.headed2(q, k+1, to)
	return q, true
}

// family reads "a family of six"; a family of no number counts nobody.
func (f *field) family(q quantity, k, to int) (quantity, bool) {
	for j := k + 1; j < to && j < k+4; j++ {
		if v, e, vague, ok := f.value(j, to); ok && !vague && f.toks[j-1].norm != "قبل" {
			q.low, q.high, q.number, q.cat = v, v, true, isnad.CategoryAll
			q.to = e
			if e < to && f.toks[e].is(tPeople) && !f.toks[e].conj {
				q.to++
			}
			return q, true
		}
		if w := f.toks[j].norm; w != "من" && w != "مكونه" && w != "مولفه" && w != "تضم" && w != "قوامها" {
			break
		}
	}
	return q, false
}

// headed2 reads on behind a word that is its own number.
func (f *field) headed2(q quantity, k, to int) (quantity, bool) {
	for n := 0; n < 3 && k < to && !f.toks[k].skip; n++ {
		t := &f.toks[k]
		switch {
		case !t.conj && t.prep == 0 && t.is(tPeople) && t.e.gram != 0 && t.e.gram != plural && !t.is(tSrcPerson):
			if q.cat == "" || q.cat == isnad.CategoryAll {
				q.cat = t.e.cat
			}
		case t.is(tNisba) && !t.conj, t.is(tNum) && (t.num == 1 || t.num == 2) && !t.conj && !t.det && !t.is(tDigits):
		case t.is(tOthers) && !t.conj && t.prep == 0:
			q.others = true
		case t.is(tPost):
			q.to = k + int(t.phrase)
			if t.e.qual == isnad.AtLeast {
				q.qual, q.high = isnad.AtLeast, -1
			}
			return q, true
		default:
			q.to = k
			return q, true
		}
		k++
	}
	q.to = k
	return q, true
}
