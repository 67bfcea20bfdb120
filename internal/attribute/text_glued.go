package attribute

import "isnad"

// Texts scraped from pages carry furniture that no mark parts from the prose: a
// date stamp, the agency's name, a caption or another headline stands right
// before the first word of a sentence. Its names would act and speak in that
// sentence. What shows the seam is a word that has a capital only where a
// sentence begins.

// maxStamp bounds the items of what stands before a seam at the head of a text.
const maxStamp = 24

// unglue cuts the sentences of a field where furniture is glued to them.
func (d *doc) unglue(f *field) {
	seam := -1
	for si := 0; si < len(f.sents) && seam < 0; si++ {
		if d.seam(f, si) > 0 {
			seam = si
		}
	}
	if seam < 0 {
		return
	}
	out := make([]sentence, seam, len(f.sents)+4)
	copy(out, f.sents)
	for si := seam; si < len(f.sents); si++ {
		s := f.sents[si]
		for n := 0; n < 3; n++ {
			k := d.seam(f, si)
			if k == 0 {
				break
			}
			head := f.sentence(s.from, k)
			head.heading = s.heading || head.to-head.from <= maxStamp
			out = append(out, head)
			lead := s.lead
			s = f.sentence(k, s.to)
			s.lead = max(lead, s.from)
			f.sents[si] = s
		}
		out = append(out, s)
	}
	f.sents = out
}

// seam returns the item at which the prose of sentence si begins behind what is
// glued to it, 0 for none.
func (d *doc) seam(f *field, si int) int {
	s := &f.sents[si]
	if s.heading || s.to-s.from < 6 {
		return 0
	}
	if si < 3 {
		if k := d.stamp(f, s); k > s.from && !d.headsDay(f, s, k) {
			return k
		}
	}
	if si < 6 {
		if k := f.byline(s); k > s.from {
			return k
		}
	}
	for k := s.from + 1; k < s.to-3; k++ {
		if f.items[k].is(tCap) && d.opensProse(f, s, k) {
			if d.headsDay(f, s, k) {
				return 0
			}
			return k
		}
	}
	return 0
}

// headsDay tells whether all that stands in a sentence before item k is a day on which the page did not come
// out, and so that of what follows: "20 April The army shelled".
func (d *doc) headsDay(f *field, s *sentence, k int) bool {
	if k-s.from > maxDayItems || d.base.IsZero() {
		return false
	}
	m, ok := f.date(d.base, s.from, k)
	return ok && m.from == s.from && m.to == k && m.period.From == m.period.To && m.period.From != d.base
}

// opensProse tells whether the word with a capital at item k can only be the
// first of a sentence.
func (d *doc) opensProse(f *field, s *sentence, k int) bool {
	it, prev := &f.items[k], &f.items[k-1]
	if !openingWord(it, f.word(k)) || d.so[k] != 0 && d.so[k] == d.so[k-1] || d.org[k] && d.org[k-1] || d.pa[k] != 0 && d.pa[k] == d.pa[k-1] {
		return false
	}
	if prev.is(tPunct|tPrep|tLoc|tDet|tConj|tSay|tVia|tAux|tAccording|tClause|tRel|tFunc|tPron) && !(prev.is(tPunct) && f.word(k-1) == ")") {
		return false
	}
	low := 0
	for j := k + 1; j < s.to && j < k+7; j++ {
		n := &f.items[j]
		if n.is(tPunct) {
			break
		}
		if !n.is(tCap|tNum) && n.end-n.start > 2 {
			low++
		}
	}
	return low >= 2
}

func openingWord(it *item, w string) bool {
	switch w {
	case "the", "a", "an", "in", "on", "at", "after", "during", "when", "while", "as", "since", "according to", "earlier", "meanwhile", "later", "it", "he", "she", "they",
		"this", "these", "there", "following", "over", "for":
		return true
	}
	return it.is(tQual|tVague) || it.is(tNum) && 'a' <= w[0] && w[0] <= 'z'
}

// stamp returns the item after a date stamp, an agency's name or a credit in
// brackets with which sentence s begins.
func (d *doc) stamp(f *field, s *sentence) int {
	k := s.from
	if f.word(k) == "(" {
		for j := k + 1; j < s.to && j < k+10; j++ {
			if f.word(j) == ")" && j+1 < s.to && f.items[j+1].is(tCap) {
				return j + 1
			}
		}
		return 0
	}
	end := 0
	for j := k; j < s.to && j < k+maxStamp; {
		it := &f.items[j]
		if m, ok := f.date(d.base, j, s.to); ok && m.full {
			if p := m.from - 1; p >= k && f.items[p].is(tPrep|tLoc|tConj|tRunning) && !stamps(f.word(max(p-1, k))) {
				break // "On 12 March 2017 three civilians were killed"
			}
			j, end = m.to, m.to
			continue
		}
		if it.is(tSay|tOut|tAux|tEv|tPron|tLead|tDet) && !it.is(tCap) && !it.is(tNum) {
			break
		}
		if it.is(tPunct) && f.word(j) != "(" && f.word(j) != ")" && f.word(j) != ":" {
			break
		}
		j++
	}
	for end > 0 && end < s.to && d.furniture(f, end) {
		end++
	}
	if end == 0 {
		for d.agencyHead(f, s, k) {
			k++
		}
		end = k
	} else {
		for d.agencyHead(f, s, end) {
			end++
		}
	}
	if end >= s.to-3 || !f.items[end].is(tCap|tNum) {
		return 0
	}
	return end
}

// stamps tells the words before the date of a page.
func stamps(w string) bool {
	switch w {
	case "updated", "posted", "published", "publication", "modified", "created", "date":
		return true
	}
	return false
}

// furniture tells whether item k is what pages print beside a date.
func (d *doc) furniture(f *field, k int) bool {
	switch w := f.word(k); w {
	case "get", "short", "url", "updated", "(", ")", "gmt", "utc":
		return true
	default:
		return f.items[k].is(tNum) && digit(w[0]) && k+1 < len(f.items) && (f.items[k+1].is(tCap) || f.items[k+1].is(tNum) && digit(f.word(k + 1)[0]))
	}
}

// agencyHead tells whether the abbreviation of an agency at item k only heads the
// text: "AFP Twelve people were killed".
func (d *doc) agencyHead(f *field, s *sentence, k int) bool {
	if k+3 >= s.to || d.so[k] == 0 || !f.items[k].is(tUpper) || d.so[k+1] == d.so[k] || !f.items[k+1].is(tCap|tNum) {
		return false
	}
	switch d.som[d.so[k]-1].Kind {
	case isnad.SourceAgency, isnad.SourceOutlet:
		return true
	}
	return false
}
