package attribute

// cutHeading finds the report's title where its body repeats it, as scraped
// texts do, and makes it a sentence of its own: a headline glued to the lead
// would lend it its figures and capitals.
func (d *doc) cutHeading() {
	t, b := &d.title, &d.body
	if len(t.items) < 4 || len(b.items) == 0 {
		return
	}
	first := 0
	for first < len(t.items)-1 && t.items[first].is(tPunct) {
		first++
	}
	opening := t.word(first)
	limit := min(len(b.items), 120)
	for i := 0; i < limit; i++ {
		if !b.items[i].is(tPunct) && b.word(i) != opening {
			continue // nearly everywhere
		}
		n := headingAt(t, b, i)
		if n == 0 {
			continue
		}
		b.cut(i, i+n)
		i += n
	}
}

// headingAt returns how many items of b from i on repeat the title; 0 when they
// do not. A title may carry the outlet's name at its end, so most of it is enough.
func headingAt(t, b *field, i int) int {
	k, j, words := 0, i, 0
	for k < len(t.items) && j < len(b.items) {
		if t.items[k].is(tPunct) && t.word(k) != b.word(j) {
			k++
			continue
		}
		if b.items[j].is(tPunct) && t.word(k) != b.word(j) && b.word(j) != "." {
			j++
			continue
		}
		if t.word(k) != b.word(j) {
			break
		}
		if !t.items[k].is(tPunct) {
			words++
		}
		k++
		j++
	}
	if words < 4 {
		return 0
	}
	total := 0
	for n := range t.items {
		if !t.items[n].is(tPunct) {
			total++
		}
	}
	if words*10 < total*6 {
		return 0
	}
	if j < len(b.items) && b.word(j) == "." {
		j++
	}
	return j - i
}

// cut makes the items [from, to) a sentence of its own, marked as a heading.
func (f *field) cut(from, to int) {
	out := f.cutSents[:0]
	done := false
	for _, s := range f.sents {
		if s.to <= from || s.from >= to {
			out = append(out, s)
			continue
		}
		if s.from < from {
			out = append(out, f.sentence(s.from, from))
		}
		if !done {
			h := f.sentence(from, to)
			h.heading = true
			out = append(out, h)
			done = true
		}
		if s.to > to {
			out = append(out, f.sentence(to, s.to))
		}
	}
	f.sents, f.cutSents = out, f.sents
}
