package attribute

import "isnad"

// Whoever is pulled off a bus or out of a house and then shot is killed as a captive:
// "dragged twelve men out of their homes and shot them", "were taken off a van and gunned
// down".

var ofCaptives = word{tags: tOut | tEv, outcome: isnad.Killed, harm: formPast, event: isnad.EventKilling, strength: 3, evForm: formPast}

// maxMarched bounds the items between the two verbs.
const maxMarched = 24

// markMarchedOff makes executions of shots at people who were led away before.
func (f *field) markMarchedOff() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayLeadAway) || it.is(tCap|tPunct|tNum) || !f.ledAway(k) {
			continue
		}
		if t := f.thenShot(k); t > 0 {
			f.items[t].w = &ofCaptives
			f.items[t].tags = f.items[t].tags&(tCap|tUpper) | tOut | tEv
		}
	}
}

// ledAway tells whether the verb at k can take people out of where they are.
func (f *field) ledAway(k int) bool {
	switch f.word(k) {
	case "dragged", "pulled", "hauled", "marched", "ordered", "offloaded", "taken", "took", "led", "removed", "forced", "herded", "made", "lined", "lined up":
		return true
	}
	return false
}

// helpless tells whether the word at n says that those led away or held at k had to lie, kneel or stand
// in a row: "made to lie down", "lined up".
func (f *field) helpless(k, n int) bool {
	switch f.word(n) {
	case "lie", "lie down", "lie face", "lie flat", "kneel", "kneel down":
		return f.word(n-1) == "to"
	case "up":
		return f.word(k) == "lined" && n == k+1
	case "aside":
		return true
	}
	return false
}

// thenShot is the item at which those led away at k are shot, 0 for none.
func (f *field) thenShot(k int) int {
	passive := k > 0 && f.items[k-1].is(tAux) && !had(f.word(k-1)) || k > 1 && f.word(k-1) == "been"
	out, then := f.word(k) == "lined up", false
	for n := k + 1; n < len(f.items) && n <= k+maxMarched && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		if f.helpless(k, n) {
			out = true
			continue
		}
		switch f.word(n) {
		case "off", "out", "out of", "from", "away", "outside", "behind":
			out = true
			continue
		case "and", "before", "then":
			then = out
			continue
		case ".", ";", ":", "when", "while", "after", "hospital", "hospitals":
			return 0
		case "shot", "gunned down", "shooting", "gunning down", "opened fire on", "killed", "killing", "shot dead", "executed", "executing":
			if !then {
				return 0
			}
			them := f.themAt(n+1, len(f.items))
			if passive && (them || n+1 < len(f.items) && (f.items[n+1].is(tDet|tNum|tVague|tHead) || f.word(n+1) == "in" && f.limb(&sentence{from: n, to: len(f.items)}, n+2))) {
				return 0
			}
			if !passive && !them {
				return 0
			}
			return n
		}
		if it.is(tSay) || it.is(tOut|tEv) && !it.is(tHead|tMod|tCap) {
			return 0
		}
	}
	return 0
}

// themAt tells whether item k stands for people told of before.
func (f *field) themAt(k, to int) bool {
	if k >= to {
		return false
	}
	switch f.word(k) {
	case "them", "him", "her":
		return true
	}
	return k+2 < to && f.items[k].is(tNum) && f.word(k+1) == "of" && f.word(k+2) == "them" || k+1 < to && f.items[k].is(tNum) && f.word(k+1) == "of them"
}

// theLedAway is the figure of those who were led away before they were shot, at the verb
// t: "dragged twelve men out of their homes and shot them".
func (f *field) theLedAway(s *sentence, qs []quantity, used []bool, t int) (quantity, bool) {
	if f.items[t].w != &ofCaptives {
		return quantity{}, false
	}
	led := -1
	for k := t - 1; k >= s.from && k >= t-maxMarched; k-- {
		if f.ledAway(k) {
			led = k
			break
		}
	}
	if led < 0 {
		return quantity{}, false
	}
	passive := led > s.from && f.items[led-1].is(tAux) && !had(f.word(led-1)) || led-1 > s.from && f.word(led-1) == "been"
	for i := range qs {
		if used[i] || qs[i].subset {
			continue
		}
		if !passive && qs[i].from > led && qs[i].from <= led+2 && qs[i].to < t && f.word(qs[i].from-1) != "of" {
			used[i] = true
			return qs[i], true
		}
		if passive && qs[i].head && qs[i].to < led && led-qs[i].to < 12 {
			for k := qs[i].to; k < led; k++ {
				if f.items[k].is(tSay | tOut | tClause) {
					return quantity{}, false
				}
			}
			used[i] = true
			return qs[i], true
		}
	}
	return quantity{}, false
}
