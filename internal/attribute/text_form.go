package attribute

import (
	"strings"

	"isnad"
)

// A recorder's page is half a form: lines such as "Incident date" and "Location", each
// with what was filled in below or behind a colon, and a list of the same at its end:
// "• Civilians reported killed / 4 – 9". The day and the place in it are those of the
// narrative; the labels themselves tell nothing, and nobody says them.

// pageForm is what the labelled lines of a page say.
type pageForm struct {
	day             isnad.Period
	place           string
	within          []string
	killed, injured formFigure
}

// maxLabel bounds the items of a label, and of what is filled in beside one.
const (
	maxLabel = 9
	maxValue = 14
)

// readForm finds the labelled lines of a page and marks them as no part of the
// narrative. A page with fewer than three of them is no form.
func (d *doc) readForm(f *field) {
	d.form = pageForm{}
	if len(f.sents) < 6 || !mayBeForm(f.low) {
		return
	}
	labels := 0
	for si := range f.sents {
		if f.lineAt(si) && f.labelOf(si) != labelNone {
			labels++
		}
	}
	if labels < 3 {
		return
	}
	for si := 0; si < len(f.sents); si++ {
		if !f.lineAt(si) {
			continue
		}
		kind := f.labelOf(si)
		bullet := f.word(f.sents[si].from) == "•"
		if kind == labelNone && !(bullet && f.bareLine(si, maxLabel)) {
			continue
		}
		f.sents[si].filled = true
		d.fillIn(f, si, kind)
	}
	if !d.form.day.IsZero() && d.form.day.To.Sub(d.form.day.From) <= 31 {
		d.titled, d.opens = d.form.day, d.form.day
	}
}

// mayBeForm tells by a few words whether a page may be a form.
func mayBeForm(low string) bool {
	if strings.Count(low, "\n") < 8 {
		return false
	}
	for _, w := range [...]string{"location", "date", "place", "incident"} {
		if strings.Contains(low, "\n"+w) || strings.HasPrefix(low, w) || strings.Contains(low, "• "+w) {
			return true
		}
	}
	return false
}

// fillIn reads what stands behind the label of sentence si or below it.
func (d *doc) fillIn(f *field, si int, kind label) {
	s := &f.sents[si]
	if k := f.colon(s); k > 0 && k+1 < s.to {
		d.note(f, k+1, s.to, kind)
		return
	}
	to := si + 1
	for to < len(f.sents) && f.sents[to].para == s.para {
		to++
	}
	if to >= len(f.sents) {
		return
	}
	para := f.sents[to].para
	v := &f.sents[to]
	if f.word(v.from) == "•" || f.labelOf(to) != labelNone {
		return
	}
	if kind == labelSpot { // with what is said of how exact it is
		for ; to < len(f.sents) && f.sents[to].para == para; to++ {
			f.sents[to].filled = true
		}
		return
	}
	if kind == labelHead || v.to-v.from > maxValue || f.word(v.to-1) == "." && v.to-v.from > 5 {
		return // a sentence
	}
	v.filled = true
	d.note(f, v.from, v.to, kind)
}

// note takes a day or a place that was filled in as the items [from, to).
func (d *doc) note(f *field, from, to int, kind label) {
	switch kind {
	case labelKilled:
		d.form.killed.read(f, from, to, isnad.Killed)
	case labelInjured:
		d.form.injured.read(f, from, to, isnad.Injured)
	case labelDay:
		for k := from; k < to && d.form.day.IsZero(); k++ {
			if m, ok := f.date(d.base, k, to); ok && m.full && !m.rough {
				d.form.day = m.period
				if e, ok := f.date(d.base, min(m.to+1, to-1), to); ok && m.to+1 < to && e.full && e.period.To.Sub(m.period.From) > 0 {
					d.form.day.To = e.period.To
					d.form.day.Precision = isnad.PrecisionOf(d.form.day.From, d.form.day.To)
				}
			}
		}
	case labelPlace:
		if d.form.place != "" {
			return
		}
		for k := from; k < to; {
			e := k
			for e < to && f.word(e) != "," && f.word(e) != "/" && f.word(e) != "(" {
				e++
			}
			if e > k && f.text[f.items[k].start] < 0x80 && f.items[k].is(tCap) {
				if name := f.written(k, e); d.form.place == "" {
					d.form.place = name
				} else if len(d.form.within) < 3 {
					d.form.within = append(d.form.within, name)
				}
			}
			k = e + 1
		}
	}
}

// lineAt tells whether sentence si opens a paragraph.
func (f *field) lineAt(si int) bool { return si == 0 || f.sents[si-1].para != f.sents[si].para }

// bareLine tells whether sentence si is all of its paragraph, short and no sentence.
func (f *field) bareLine(si, most int) bool {
	s := &f.sents[si]
	if s.to-s.from > most || f.lineGoesOn(s) {
		return false
	}
	switch f.word(s.to - 1) {
	case ".", "!", "?", `"`, "”":
		return false
	}
	for k := s.from; k < s.to; k++ {
		if f.items[k].is(tAux) && !f.items[k].is(tCap) {
			return false
		}
	}
	return true
}

// colon is the item of the colon that closes a label; 0 for none.
func (f *field) colon(s *sentence) int {
	for k := s.from + 1; k < s.to && k < s.from+maxLabel; k++ {
		if f.word(k) == ":" {
			return k
		}
	}
	return 0
}

// label is what a labelled line is for.
type label uint8

const (
	labelNone label = iota
	labelDay
	labelPlace
	labelSpot // geographical figures
	labelHead // of a part of the page
	labelOther
	labelKilled
	labelInjured
)

// labelOf reads the label that sentence si is or begins with.
func (f *field) labelOf(si int) label {
	s := &f.sents[si]
	from, to := s.from, s.to
	for from < to && f.items[from].is(tPunct) {
		from++
	}
	if k := f.colon(s); k > 0 {
		to = k
	} else if !f.bareLine(si, maxLabel) {
		return labelNone
	}
	if from >= to || !f.items[from].is(tCap) {
		return labelNone
	}
	return labels[f.low[f.items[from].start:f.items[to-1].end]]
}

// labels are those of recorders' forms, in small letters.
var labels = func() map[string]label {
	m := map[string]label{}
	for kind, list := range map[label]string{
		labelDay:     "date,incident date,date of incident,date of the incident,event date,date of event,date of attack,date of the attack,attack date,strike date,date of strike,date of death,date of killing,date of violation,day,date and time,date & time,when",
		labelPlace:   "location,incident location,location of incident,location of the incident,event location,location of attack,place,place of incident,place of the incident,place of death,place of attack,strike location,attack location,site,where",
		labelSpot:    "geolocation,coordinates,geo-location,gps,gps coordinates,grid reference,mgrs,latitude,longitude,location accuracy,geo-precision,precision",
		labelHead:    "summary,incident summary,description,narrative,incident description,description of incident,description of the incident,details,assessment,civilian harm statement,key findings,notes,original strike reports,media from sources",
		labelKilled:  "civilians reported killed,civilians killed,civilian deaths,civilian fatalities,killed,deaths,dead,number killed,number of killed,number of deaths,fatalities,people killed,total killed",
		labelInjured: "civilians reported injured,civilians injured,civilian injuries,civilians wounded,injured,wounded,number injured,number of injured,number of wounded,people injured,total injured",
		labelOther: "ref,reference,incident code,incident id,incident number,incident no,case number,case no,code,id,event id,incident,time,time of incident,local time,type,incident type,type of incident,event type,type of event,type of attack,attack type," +
			"strike type,strike status,status,incident status,civilian harm reported,civilian casualties,casualties," +
			"number of victims,victims,women killed,men killed,children killed,belligerents reported killed,belligerents reported injured,militants reported killed," +
			"suspected attacker,suspected attackers,suspected belligerent,suspected belligerents,suspected perpetrator,suspected perpetrators,alleged perpetrator,alleged perpetrators,perpetrator,perpetrators,actor,actors,belligerent,belligerents,known belligerent,known attacker,known belligerents,responsible party," +
			"suspected target,suspected targets,known target,target,targets,target type,cause of death,cause of death / injury,causes of death / injury,cause of injury,cause of death or injury,weapon,weapons,weapon type,munition,means,means of attack," +
			"causality,causes of injury / death,civilian harm status,civilian type,civilian infrastructure,infrastructure damaged,damage,grading,confidence,confidence level,reliability,verification,verification status,sources,source,source type,number of sources,last updated,updated,published,country,governorate,province,district,region,sector",
	} {
		for _, w := range strings.Split(list, ",") {
			m[w] = kind
		}
	}
	return m
}()

// placeOfForm gives a claim the place of the page where it has none.
func (d *doc) placeOfForm(p *partial) {
	if p.place == "" && d.form.place != "" {
		p.place, p.within, p.rank = d.form.place, d.form.within, 2
	}
}
