package places

import (
	"strings"
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
// texts that have lost their commas join names in one run. Words before a listed
// name that is a side of it ("Eastern Aleppo") or the adjective of a country are
// dropped.
func (g *Gazetteer) units(p *phrase) []unit {
	var out []unit
	for _, q := range p.parts {
		if cs := g.candidates(q.canon, unitCandidates, true); len(cs) > 0 {
			out = append(out, unit{q.canon, q.sort, cs})
			continue
		}
		out = g.split(out, q, p)
	}
	if len(out) > maxParts {
		out = out[:maxParts]
	}
	return out
}

func (g *Gazetteer) split(out []unit, q part, p *phrase) []unit {
	words := strings.Fields(q.canon)
	if len(words) > 16 {
		words = words[:16]
	}
	var rest []string // words that belong to no listed name
	flush := func() {
		if s := strings.Join(rest, " "); s != "" && s != "al" {
			out = append(out, unit{canon: s})
		}
		rest = rest[:0]
	}
	for i := 0; i < len(words); {
		if direction(words[i]) {
			p.side = true
			i++
			continue
		}
		n, cs := g.longestUnit(words[i:])
		if n == 0 {
			if !demonym(words[i]) {
				rest = append(rest, words[i])
			}
			i++
			continue
		}
		if len(rest) == 1 && rest[0] == "al" {
			rest = rest[:0]
		}
		flush()
		out = append(out, unit{canon: strings.Join(words[i:i+n], " "), cands: cs})
		i += n
	}
	flush()
	if n := len(out); n > 0 && out[n-1].sort == 0 {
		out[n-1].sort = q.sort
	}
	return out
}

// longestUnit finds the longest listed name at the start of words. A single word
// must be listed as written and prominent, or be long: fragments of unlisted
// names are often villages somewhere.
func (g *Gazetteer) longestUnit(words []string) (int, []candidate) {
	for n := min(len(words)-0, 4); n > 0; n-- {
		if words[n-1] == "al" {
			continue
		}
		canon := strings.Join(words[:n], " ")
		cs := g.candidates(canon, unitCandidates, n > 1)
		if len(cs) == 0 {
			continue
		}
		if n == 1 && (common([]byte(canon)) || !cs[0].exact && cs[0].score < 0.5 || len(words) > 1 && cs[0].score < 0.3) {
			continue
		}
		return n, cs
	}
	return 0, nil
}

// demonym tells adjectives of countries, which name no place of their own.
func demonym(w string) bool {
	switch w {
	case "syrian", "iraqi", "turkish", "russian", "ukrainian", "israeli", "palestinian", "lebanese", "jordanian", "iranian", "yemeni", "saudi",
		"libyan", "sudanese", "afghan", "egyptian", "american", "french", "british", "kurdish", "arab", "pakistani", "indian", "somali",
		"ethiopian", "nigerian", "malian", "burmese", "chinese", "armenian", "azerbaijani", "occupied", "government", "regime", "rebel",
		"the", "a", "an", "st", "mr":
		return true
	}
	return false
}
