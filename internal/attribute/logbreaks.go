package attribute

import "isnad"

// A log whose line breaks are lost still shows where its items begin: each opens with its day,
// "29 October 2022: In Karm village, ...", with a town in capitals, "MOSUL - Gunmen killed ...",
// or with a bullet, or stands under a weekday in capitals, "TUESDAY 3:02 a.m. Elm Road. ...".

const (
	fewHeads     = 3 // heads that make a log,
	fewWeekdays  = 2 // or weekdays in capitals
	maxLogBreaks = 200
)

// breakLog puts each item of such a log into a paragraph of its own.
func (f *field) breakLog() {
	var buf [maxLogBreaks]int32
	at := f.logBreaks(buf[:0])
	if len(at) == 0 {
		return
	}
	k, more := 0, int32(0)
	for i := range f.items {
		if k < len(at) && int(at[k]) == i {
			k++
			more++
		}
		f.items[i].para += more
	}
}

// logBreaks finds the items within paragraphs at which an item of a log begins; none where
// they are too few for one.
func (f *field) logBreaks(at []int32) []int32 {
	days, weekdays, towns, bullets := 0, 0, 0, 0
	for i := 1; i+2 < len(f.items) && len(at) < maxLogBreaks; i++ {
		it := &f.items[i]
		if f.items[i-1].para != it.para {
			continue // a line of its own
		}
		from := i
		switch {
		case it.is(tWeekday) && it.is(tUpper) && f.timeOrPlace(i+1):
			weekdays++
		case it.is(tMonth) && it.is(tCap) || it.is(tNum) && f.items[i+1].is(tMonth):
			if from = f.dayHead(i); from == 0 {
				continue
			}
			days++
		case it.is(tUpper) && f.word(i-1) == "." || f.word(i) == "*":
			if !f.townDash(i) {
				continue
			}
			towns++
		case it.is(tPunct) && bullet(f.word(i)):
			bullets++
		default:
			continue
		}
		if len(at) == 0 || int(at[len(at)-1]) < from {
			at = append(at, int32(from))
		}
	}
	if days < fewHeads && weekdays < fewWeekdays && towns < fewHeads && bullets < fewHeads {
		return at[:0]
	}
	return at
}

// bullet tells the marks of items of a list.
func bullet(w string) bool {
	switch w {
	case "•", "●", "▪", "■", "◦", "‣":
		return true
	}
	return false
}

// dayHead is where the head of an item begins that is a full day and a colon at item i, "As
// reported on 3 May 2022:" among them; 0 for none.
func (f *field) dayHead(i int) int {
	months := f.months
	m, ok := f.date(isnad.Day{}, i, min(i+6, len(f.items)))
	f.months = months
	if !ok || !m.full || m.to >= len(f.items) || f.word(m.to) != ":" {
		return 0
	}
	para := f.items[i].para
	if i > 2 && f.word(i-1) == "on" && f.word(i-2) == "reported" {
		if i -= 2; f.word(i-1) == "as" && i > 1 {
			i--
		}
	}
	if f.items[i].para != para || f.items[i-1].para != para || f.items[i-1].is(tPrep|tLoc|tConj) {
		return 0
	}
	return i
}

// timeOrPlace tells whether a time of day or a name in the usual letters stands at item k.
func (f *field) timeOrPlace(k int) bool {
	it := &f.items[k]
	return it.is(tNum) || digit(f.text[it.start]) || it.is(tCap) && !it.is(tUpper) || f.word(k) == ":" || f.word(k) == "-"
}

// townDash tells whether a town in capitals and a dash stand at item i: "MOSUL - Gunmen".
func (f *field) townDash(i int) bool {
	for k := i; k+1 < len(f.items) && k < i+6; k++ {
		switch f.word(k) {
		case "-", "–", "—":
			return k > i && f.items[k].start > f.items[k-1].end && f.items[k+1].start > f.items[k].end
		case "*", ",":
			continue
		}
		if !f.items[k].is(tUpper) {
			return false
		}
	}
	return false
}
