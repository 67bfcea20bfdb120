package places

import (
	"strings"
	"unicode/utf8"

	"isnad"
)

// unit is one name of a phrase with the entries it may mean; none for a name
// that is not listed.
type unit struct {
	canon string
	sort  sortOf
	cands []candidate
}

const unitCandidates = 24

// units looks the parts of a phrase up. A run of words that is no name as a
// whole is cut into listed names and what stands between them, longest first:
// texts that have lost their commas join names in one run.
func (g *Gazetteer) units(p *phrase, only map[string]bool) []unit {
	var out []unit
	for _, q := range p.parts {
		words := strings.Fields(q.canon)
		for len(words) > 1 && (attributive(words[0]) || demonym(words[0]) != "") {
			words = words[1:]
		}
		if len(words) == 0 || len(words) == 1 && attributive(words[0]) {
			continue
		}
		canon := strings.Join(words, " ")
		if exact := g.named(canon, spelt{len(words) < 3, only}); len(exact) > 0 {
			out = append(out, unit{canon, q.sort, exact})
			continue
		}
		split, whole := g.split(words, q, p)
		if !whole {
			if cs := g.named(canon, spelt{true, only}); len(cs) > 0 {
				out = append(out, unit{canon, q.sort, cs})
				continue
			}
		}
		out = append(out, split...)
	}
	return out[:min(len(out), maxParts)]
}

// split cuts words into listed names and others. whole tells that every word
// belongs to a listed name.
func (g *Gazetteer) split(words []string, q part, p *phrase) (out []unit, whole bool) {
	words = words[:min(len(words), 16)]
	whole = true
	var rest []string // words that belong to no listed name
	flush := func() {
		if s := strings.Join(rest, " "); s != "" && s != "al" {
			out = append(out, unit{canon: s})
		}
		rest = rest[:0]
	}
	for i := 0; i < len(words); {
		if side(words[i]) {
			p.side = true
			i++
			continue
		}
		if d := demonym(words[i]); d != "" {
			p.country = d
			i++
			continue
		}
		n, cs := g.longestUnit(words[i:])
		if n == 0 {
			whole = false
			n = 1
			if generic(words[i]) && words[i] != "new" && words[i] != "old" && i+1 < len(words) { // "Tariq al-Bab" is one name
				n = 2
				if words[i+1] == "al" && i+2 < len(words) {
					n = 3
				}
			}
			rest = append(rest, words[i:i+n]...)
			i += n
			continue
		}
		flush()
		out = append(out, unit{canon: strings.Join(words[i:i+n], " "), cands: cs})
		i += n
	}
	flush()
	if n := len(out); n > 0 && out[n-1].sort == 0 {
		out[n-1].sort = q.sort
	}
	return out, whole
}

// longestUnit finds the longest listed name at the start of words. A single word
// among others must be listed as written and be of some prominence: fragments of
// unlisted names are often villages somewhere.
func (g *Gazetteer) longestUnit(words []string) (int, []candidate) {
	for n := min(len(words), 4); n > 0; n-- {
		if words[n-1] == "al" {
			continue
		}
		canon := strings.Join(words[:n], " ")
		cs := g.named(canon, spelt{})
		if len(cs) == 0 {
			continue
		}
		if n == 1 && n < len(words) && generic(words[0]) {
			continue
		}
		if n == 1 && len(words) > 1 && canon[0] >= utf8.RuneSelf && cs[0].score < 0.55 {
			continue // without capitals any word may be a village
		}
		bare := strings.TrimPrefix(canon, "al ")
		if !strings.Contains(bare, " ") && (common([]byte(bare)) || cs[0].score < 0.3) && cs[0].rec.Kind != isnad.KindCountry {
			continue
		}
		return n, cs
	}
	return 0, nil
}

// generic tells first words of many Arabic names that are villages by themselves
// as well: "Bab" in "Bab al-Nairab" is a gate, not the town.
func generic(w string) bool {
	switch w {
	case "bab", "tal", "tel", "tell", "tall", "khan", "kafr", "kafar", "kfar", "deir", "dayr", "der", "ain", "ayn", "ein", "wadi", "umm", "um", "abu", "abo",
		"beit", "bayt", "bait", "qasr", "jisr", "jabal", "jebel", "sheikh", "shaykh", "bustan", "karam", "khirbat", "khirbet", "ras", "jub", "jubb",
		"masaken", "tariq", "tareeq", "jamiyat", "jamiyyat", "janah", "hay", "souq", "suq", "haret", "nahr", "burj", "qalaat", "bir", "bani", "beni", "hayy", "jamiat", "saif", "seif", "nabi", "rasm", "maarat", "maaret",
		"ard", "dar", "kherbet", "wad", "novo", "nova", "nove", "novy", "stary", "stara", "new", "old", "san", "santa", "port", "fort", "saint":
		return true
	}
	return false
}
