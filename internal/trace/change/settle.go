package change

import (
	"slices"

	"isnad"
	"isnad/internal/names"
)

// settle decides about what stood on one side of a stretch only. What stands
// nearby on the other side was moved and is no change; an attribution gone here
// and another new in the same sentence is one that was changed.
func (w *work) settle() {
	fresh := map[int32][]*loose{} // what is new, by sentence
	for i := range w.loose {
		if y := &w.loose[i]; y.side == 1 {
			fresh[y.sentence] = append(fresh[y.sentence], y)
		}
	}
	for i := range w.loose {
		x := &w.loose[i]
		if x.side != 0 {
			continue
		}
		for n := x.sentence - 1; n <= x.sentence+1 && !x.done; n++ {
			for _, y := range fresh[n] {
				if !y.done && y.kind == x.kind && w.moved(x, y) {
					x.done, y.done = true, true
					break
				}
			}
		}
	}
	for i := range w.loose { // "he said … and said": one attribution
		x := &w.loose[i]
		if x.done || !x.nobody || x.kind != "attribution" {
			continue
		}
		for j := range w.loose {
			if y := &w.loose[j]; y.kind == x.kind && y.side == x.side && y.sentence == x.sentence && !y.nobody {
				x.done = true
				break
			}
		}
	}
	for i := range w.loose {
		x := &w.loose[i]
		if x.side != 0 || x.done || x.kind != "attribution" {
			continue
		}
		for _, y := range fresh[x.sentence] {
			if !y.done && y.kind == x.kind {
				x.done, y.done = true, true
				w.add(isnad.ChangeAttribution, run{x.from, x.to, y.from, y.to}, true)
				break
			}
		}
	}
	for i := range w.loose { // a word in another form, elsewhere in the sentence
		x := &w.loose[i]
		if x.side != 0 || x.done || x.kind != isnad.ChangeWording || x.to-x.from > 2 {
			continue
		}
		for _, y := range fresh[x.sentence] {
			if !y.done && y.kind == x.kind && y.to-y.from <= 2 && names.Similar(names.Fold(w.a.bytes(x.from, x.to)), names.Fold(w.b.bytes(y.from, y.to))) > 0.7 {
				x.done, y.done = true, true
				w.add(isnad.ChangeWording, run{x.from, x.to, y.from, y.to}, false)
				break
			}
		}
	}
	for i := range w.loose {
		x := &w.loose[i]
		if x.done {
			continue
		}
		k := x.kind
		switch {
		case k == "attribution" && x.side == 0:
			k = isnad.ChangeAttributionDropped
		case k == "attribution":
			k = isnad.ChangeAttributionAdded
		case k == "hedge" && x.side == 0:
			k = isnad.ChangeHedgeDropped
		case k == "hedge":
			k = isnad.ChangeHedgeAdded
		}
		if x.side == 0 {
			w.add(k, run{x.from, x.to, x.at, x.at}, x.meaning)
		} else {
			w.add(k, run{x.at, x.at, x.from, x.to}, x.meaning)
		}
	}
}

// moved tells whether what is gone is what is new.
func (w *work) moved(x, y *loose) bool {
	a, b := w.a.content(x.from, x.to), w.b.content(y.from, y.to)
	if len(a) > 0 && len(b) > 0 && within(a, b) && within(b, a) {
		return true
	}
	if x.element < 0 || y.element < 0 {
		return x.kind == isnad.ChangeName || x.kind == isnad.ChangePlace || x.kind == isnad.ChangeNegation
	}
	e, f := &w.a.elements[x.element], &w.b.elements[y.element]
	switch x.kind {
	case isnad.ChangeNumber:
		return e.number.equal(f.number)
	case isnad.ChangeDate:
		return e.date.agree(f.date, w.a.day, w.b.day)
	case "hedge":
		return e.kind == f.kind && (e.kind == kindHedge || e.entry.detail == f.entry.detail)
	case "attribution":
		a0, a1 := w.a.speaker(e)
		b0, b1 := w.b.speaker(f)
		return w.sameSpeaker(run{a0, a1, b0, b1}, run{a0, a1, b0, b1}) != different
	}
	return false
}

// unmatched is the sentences of both sides without a match that are worth a
// change: those of the original that a copy of most of it left out, or within
// what was taken, and those of the copy that stand among copied ones.
func (w *work) unmatched() (gone, fresh []int32) {
	taken := 0
	for i := range w.a.words {
		if w.a.words[i].match >= 0 {
			taken++
		}
	}
	most := w.whole || 2*taken >= len(w.a.words)
	first, last, copied := len(w.b.words), -1, 0
	for i := range w.b.words {
		if w.b.words[i].match >= 0 {
			first = min(first, i)
			last = i
			copied++
		}
	}
	inside := func(from, to int, a bool) bool {
		for _, r := range w.regions {
			if a && from >= r.a0 && to <= r.a1 || !a && from >= r.b0 && to <= r.b1 {
				return true
			}
		}
		return false
	}
	for n, x := range w.a.sentences {
		if !w.a.bareSentence(n) {
			continue
		}
		if most || len(w.regions) < 64 && inside(int(x.from), int(x.to), true) {
			gone = append(gone, int32(n))
		}
	}
	mine := w.b.shareOfParagraphs()
	for n, x := range w.b.sentences {
		if !w.b.bareSentence(n) {
			continue
		}
		between := int(x.from) > first && int(x.to) <= last
		if w.whole || between && (most || 2*copied >= len(w.b.words)) || mine[x.paragraph] >= 0.5 || len(w.regions) < 64 && between && inside(int(x.from), int(x.to), false) || w.b.isNote(n, w.c.lexicon) {
			fresh = append(fresh, int32(n))
		}
	}
	return gone, fresh
}

// bareSentence tells whether nothing of a sentence but little words has a match.
func (s *side) bareSentence(n int) bool {
	x := s.sentences[n]
	hit := 0
	for i := x.from; i < x.to; i++ {
		if w := &s.words[i]; w.match >= 0 {
			if !w.little() {
				return false
			}
			hit++
		}
	}
	return hit*3 < int(x.to-x.from)
}

// shareOfParagraphs is the share of words with a match by paragraph.
func (s *side) shareOfParagraphs() []float64 {
	if len(s.sentences) == 0 {
		return nil
	}
	n := s.sentences[len(s.sentences)-1].paragraph + 1
	share, all := make([]float64, n), make([]float64, n)
	for i := range s.words {
		p := s.sentences[s.words[i].sentence].paragraph
		all[p]++
		if s.words[i].match >= 0 {
			share[p]++
		}
	}
	for p := range share {
		share[p] /= max(all[p], 1)
	}
	return share
}

// rewritten pairs sentences gone with sentences new that share words with them,
// wherever they stand, compares each pair, and returns the sentences left over.
func (w *work) rewritten(gone, fresh []int32) ([]int32, []int32) {
	if len(gone) == 0 || len(fresh) == 0 {
		return gone, fresh
	}
	const often = 8 // a word in more sentences tells nothing
	where := map[uint64][]int32{}
	for _, n := range gone {
		x := w.a.sentences[n]
		for _, h := range w.a.content(int(x.from), int(x.to)) {
			if l := where[h]; len(l) <= often && (len(l) == 0 || l[len(l)-1] != n) {
				where[h] = append(l, n)
			}
		}
	}
	pairedA, pairedB := map[int32]bool{}, map[int32]bool{}
	votes := map[int32]int{}
	for _, n := range fresh {
		if w.b.isNote(int(n), w.c.lexicon) {
			continue
		}
		x := w.b.sentences[n]
		clear(votes)
		words := w.b.content(int(x.from), int(x.to))
		seen := map[uint64]bool{}
		for _, h := range words {
			if seen[h] {
				continue
			}
			seen[h] = true
			if l := where[h]; len(l) <= often {
				for _, g := range l {
					votes[g]++
				}
			}
		}
		best, most := int32(-1), 0.0
		for g, v := range votes {
			if pairedA[g] {
				continue
			}
			y := w.a.sentences[g]
			share := 2 * float64(v) / float64(len(words)+len(w.a.content(int(y.from), int(y.to))))
			if share > most || share == most && g < best {
				best, most = g, share
			}
		}
		if best < 0 || most < 0.4 {
			continue
		}
		pairedA[best], pairedB[n] = true, true
		y := w.a.sentences[best]
		for i := y.from; i < y.to; i++ {
			w.unpair(&w.a, &w.b, i)
		}
		for i := x.from; i < x.to; i++ {
			w.unpair(&w.b, &w.a, i)
		}
		from := len(w.hunks)
		w.region(run{int(y.from), int(y.to), int(x.from), int(x.to)})
		for _, h := range w.hunks[from:] {
			w.judge(h)
		}
	}
	return slices.DeleteFunc(gone, func(n int32) bool { return pairedA[n] }), slices.DeleteFunc(fresh, func(n int32) bool { return pairedB[n] })
}

func (w *work) unpair(s, o *side, i int32) {
	if m := s.words[i].match; m >= 0 {
		s.words[i].match, o.words[m].match = -1, -1
	}
}

// sentences records the sentences and paragraphs that are gone or new.
func (w *work) sentences(gone, fresh []int32) {
	for _, k := range w.blocks(&w.a, gone) {
		if len(w.changes) >= maxFound {
			return
		}
		at := w.b.across(&w.a, int(k.from))
		r := run{int(k.from), int(k.to), at, at}
		switch {
		case w.a.footer(k, w.c.lexicon):
		case k.whole:
			w.add(isnad.ChangeParagraphCut, r, w.a.weighty(k))
		default:
			w.add(w.a.sentenceKind(k, isnad.ChangeAttributionDropped, isnad.ChangeHedgeDropped), r, true)
		}
	}
	for _, k := range w.blocks(&w.b, fresh) {
		if len(w.changes) >= maxFound {
			return
		}
		at := w.a.across(&w.b, int(k.from))
		r := run{at, at, int(k.from), int(k.to)}
		switch {
		case k.note:
			w.add(isnad.ChangeCorrectionNote, r, false)
		case w.b.footer(k, w.c.lexicon):
		case k.whole:
			w.add(isnad.ChangeParagraphAdded, r, w.b.weighty(k))
		default:
			w.add(w.b.sentenceKind(k, isnad.ChangeAttributionAdded, isnad.ChangeHedgeAdded), r, true)
		}
	}
}

// block is a sentence or a whole paragraph.
type block struct {
	from, to    int32
	whole, note bool
}

// blocks joins the sentences of a paragraph that is gone or new altogether, and
// those of a correction note.
func (w *work) blocks(s *side, list []int32) []block {
	var out []block
	for i := 0; i < len(list); {
		p := s.sentences[list[i]].paragraph
		j := i
		for j < len(list) && s.sentences[list[j]].paragraph == p {
			j++
		}
		first, last := list[i], list[j-1]
		whole := int(last-first) == j-i-1 && (first == 0 || s.sentences[first-1].paragraph != p) && (int(last)+1 == len(s.sentences) || s.sentences[last+1].paragraph != p)
		if only := p == 0 && s.sentences[len(s.sentences)-1].paragraph == 0; whole && !only {
			out = append(out, block{s.sentences[first].from, s.sentences[last].to, true, s.isNote(int(first), w.c.lexicon)})
		} else {
			note := false
			for _, n := range list[i:j] {
				if note = note || s.isNote(int(n), w.c.lexicon); note && len(out) > 0 && out[len(out)-1].note && out[len(out)-1].to == s.sentences[n].from {
					out[len(out)-1].to = s.sentences[n].to
					continue
				}
				out = append(out, block{s.sentences[n].from, s.sentences[n].to, false, note})
			}
		}
		i = j
	}
	return out
}

// across is the place in s that stands for word i of o: behind the match of the
// nearest word before it.
func (s *side) across(o *side, i int) int {
	for k := i - 1; k >= 0 && k > i-5000; k-- {
		if m := o.words[k].match; m >= 0 {
			return int(m) + 1
		}
	}
	return 0
}

// sentenceKind is the kind of a sentence that is gone or new: a denial, a hedge, an
// attribution, or words.
func (s *side) sentenceKind(k block, attribution, hedge isnad.ChangeKind) isnad.ChangeKind {
	kind := isnad.ChangeWording
	for i := k.from; i < k.to; i++ {
		e := s.covering(int(i))
		switch {
		case e == nil:
		case e.kind == kindCue && e.entry.detail == denying:
			return isnad.ChangeNegation
		case e.kind == kindHedge:
			kind = hedge
		case e.kind == kindCue && !e.silent && kind != hedge:
			kind = attribution
		}
	}
	return kind
}

// weighty tells whether a paragraph holds what would alter the meaning if it
// changed: a figure, a date, who says so, a hedge, a denial.
func (s *side) weighty(k block) bool {
	for i := k.from; i < k.to; i++ {
		if e := s.covering(int(i)); e != nil && e.kind != 0 && e.kind != kindField {
			return true
		}
	}
	return false
}

// footer tells whether a block is a credit, a line of a site or an address.
func (s *side) footer(k block, x *lexicon) bool {
	n := int(k.to - k.from)
	if last := s.sentences[len(s.sentences)-1].paragraph; !k.whole && n > 3 && s.sentences[s.words[k.from].sentence].paragraph < last {
		return false
	}
	if n < 3 {
		return true
	}
	if n > 40 {
		return false
	}
	for i := k.from; i < k.to; i++ {
		if w := &s.words[i]; w.longer || w.entry != nil {
			if e, _ := s.phrase(x, int(i)); e != nil && e.footer && (i < k.from+4 || n < 20) {
				return true
			}
		}
	}
	return false
}

// isNote tells whether sentence n declares a correction. One word ("Correction")
// must begin it and be set off.
func (s *side) isNote(n int, x *lexicon) bool {
	k := s.sentences[n]
	for i := int(k.from); i < int(k.to) && i < int(k.from)+30; i++ {
		if w := &s.words[i]; !w.longer && w.entry == nil {
			continue
		}
		e, to := s.phrase(x, i)
		if e == nil || !e.note {
			continue
		}
		if to-i > 1 || i == int(k.from) && (to >= int(k.to) || s.gap(to) != " ") {
			return true
		}
	}
	return false
}
