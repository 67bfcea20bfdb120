package republish

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/extract/wording"
)

// Verdict is what terms say of publishing a whole text again.
type Verdict string

const (
	Forbidden Verdict = "forbidden" // not without asking first, or not at all
	Allowed   Verdict = "allowed"   // under the conditions given
	Silent    Verdict = "silent"    // nothing that we can read
)

// Condition is what terms ask of whoever publishes a text again.
type Condition string

const (
	Credit        Condition = "credit"         // name the source
	CreditAuthor  Condition = "credit_author"  // name who wrote it
	LinkBack      Condition = "link"           // link to the original
	Unchanged     Condition = "unchanged"      // no change to the text
	NonCommercial Condition = "non_commercial" // no money made with it
	ShareAlike    Condition = "share_alike"    // pass it on under the same licence
	Notify        Condition = "notify"         // tell the publisher
	NoPictures    Condition = "no_pictures"    // pictures have terms of their own
)

// Words says a condition to whoever must keep it.
func (c Condition) Words() string {
	switch c {
	case Credit:
		return "name the source"
	case CreditAuthor:
		return "name who wrote it"
	case LinkBack:
		return "link to the original"
	case Unchanged:
		return "leave the text as it is"
	case NonCommercial:
		return "not for commercial use"
	case ShareAlike:
		return "pass it on under the same licence"
	case Notify:
		return "tell the publisher"
	case NoPictures:
		return "the pictures are not included"
	}
	return string(c)
}

// Leave is what terms were read as.
type Leave struct {
	Verdict    Verdict
	Conditions []Condition // each once, in the order of the constants
	Licence    string      // "CC BY-NC 4.0", where they name one
	LicenceURL string
	Words      []string // the sentences that decided, as printed
	Whose      string   // name of the source whose terms they are; empty for those beside the report
}

// LeaveOf reads what leave there is to publish a report again: from the terms and notes printed beside it, else
// from the terms of its outlet as last seen. Terms of an agency that it credits may forbid what the outlet grants,
// since the text is not the outlet's own.
func LeaveOf(r *isnad.Report, outlet isnad.Source, agencies []isnad.Source) Leave {
	l := readTerms([]string{r.Terms}, r.Notes)
	if l.Verdict == Silent && outlet.Name != "" && outlet.Name != "unknown" {
		l = ReadTerms(outlet.Terms)
		l.Whose = outlet.Name
	}
	for _, a := range agencies {
		if x := ReadTerms(a.Terms); x.Verdict == Forbidden && l.Verdict != Forbidden {
			l = x
			l.Whose = a.Name
		}
	}
	return l
}

// ReadTerms reads what terms of republication and notes beside a story say of publishing it again. The
// same grammar holds for every source.
//
// Each sentence is read for itself. It may grant ("you may republish this article"), forbid, reserve all
// rights, or ask for something. A sentence that forbids publishing without credit, without a link,
// for money or with changes asks for those. What forbids goes before what grants, since a wrong yes does more
// harm than a wrong no; a plain "all rights reserved" is weaker than a grant beside it.
func ReadTerms(texts ...string) Leave { return readTerms(texts, nil) }

// readTerms reads terms, and notes that may speak of other things: of them only sentences that name the act, a
// licence or all rights count.
func readTerms(terms, notes []string) Leave {
	var l Leave
	asks := map[Condition]bool{}
	words := map[kind][]string{}
	for i, t := range append(terms[:len(terms):len(terms)], notes...) {
		for _, s := range sentences(t) {
			r := readSentence(s.words, s.goesOn)
			if i >= len(terms) && !r.acts {
				r.asks = nil
				if r.kind == forbids {
					continue
				}
			}
			if r.kind != 0 && len(words[r.kind]) < 4 && !slices.Contains(words[r.kind], s.whole) {
				words[r.kind] = append(words[r.kind], s.whole)
			}
			for _, c := range r.asks {
				asks[c] = true
			}
			if r.licence != "" && l.Licence == "" {
				l.Licence, l.LicenceURL = r.licence, r.address
			}
		}
	}
	switch {
	case words[forbids] != nil:
		l.Verdict, l.Words = Forbidden, words[forbids]
	case words[grants] != nil:
		l.Verdict, l.Words = Allowed, words[grants]
	case words[reserves] != nil:
		l.Verdict, l.Words = Forbidden, words[reserves]
	default:
		l.Verdict = Silent
	}
	if l.Verdict != Allowed {
		l.Licence, l.LicenceURL = "", ""
	}
	for _, c := range []Condition{Credit, CreditAuthor, LinkBack, Unchanged, NonCommercial, ShareAlike, Notify, NoPictures} {
		if asks[c] {
			l.Conditions = append(l.Conditions, c)
		}
	}
	return l
}

type kind int

const (
	_ kind = iota
	forbids
	grants
	reserves
)

type reading struct {
	kind    kind
	acts    bool // it names the act, or a licence
	asks    []Condition
	licence string
	address string
}

// maxTerms bounds what is read of one text, in bytes.
const maxTerms = 20_000

// sentence is one sentence or a part of one that goes on from what was said.
type sentence struct {
	words  string
	whole  string // the whole sentence
	goesOn bool
}

// sentences cuts a text at marks that end sentences, at line ends, and before a "but", which turns what was said.
func sentences(t string) []sentence {
	t = citeblock.Printed(t)
	if len(t) > maxTerms {
		t = strings.ToValidUTF8(t[:maxTerms], "")
	}
	var out []sentence
	add := func(s string) {
		goesOn := false
		s = citeblock.OneLine(s)
		for whole := s; s != ""; {
			cut := but.FindStringIndex(s)
			if cut == nil {
				out = append(out, sentence{s, whole, goesOn})
				return
			}
			if cut[0] > 0 {
				out = append(out, sentence{s[:cut[0]], whole, goesOn})
				goesOn = true
			}
			s = strings.TrimLeft(s[cut[0]:], ",،؛;–— ")
		}
	}
	from, runes := 0, []rune(t)
	for i, r := range runes {
		end := r == '\n'
		switch r {
		case '.', '!', '?', '؟', ';', '؛', '。':
			end = i+1 == len(runes) || unicode.IsSpace(runes[i+1]) || strings.ContainsRune(`)"”»`, runes[i+1])
		}
		if end {
			add(string(runes[from : i+1]))
			from = i + 1
		}
	}
	add(string(runes[from:]))
	return out
}

var but = regexp.MustCompile(`(?i)[,،–—] ?(?:but|however|لكن|ولكن|mais|но|aber|pero) `)

// readSentence reads one sentence of terms; one that goes on speaks of the act of the part before it.
func readSentence(s string, goesOn bool) reading {
	f := " " + strings.Join(strings.Fields(wording.Fold(wording.Unmark(s))), " ") + " "
	var r reading
	if name, address, asks := licence(f); name != "" {
		if !negatedLicence.MatchString(f) {
			return reading{kind: grants, acts: true, asks: asks, licence: name, address: address}
		}
	}
	acts := goesOn || act.MatchString(f)
	r.acts = acts
	about := pictures.MatchString(f) && !texts.MatchString(f)
	if about {
		if acts || needsLeave.MatchString(f) {
			r.asks = append(r.asks, NoPictures)
		}
		return r
	}
	r.asks = conditions(f)
	no := never.MatchString(f)
	switch {
	case otherUse.MatchString(f): // "for any other use, ask": speaks of what was not granted
		return r
	case acts && excerpts.MatchString(f) && !wholeText.MatchString(f):
		r.kind = forbids
	case acts && no && withoutCredit.MatchString(f) && !evenWithCredit.MatchString(f) && !needsLeave.MatchString(f):
		r.kind = grants
	case acts && no && commercial.MatchString(f) && !bothUses.MatchString(f), needsLeave.MatchString(f) && commercial.MatchString(f) && !bothUses.MatchString(f):
		// for money only: says nothing of the rest
		r.asks = with(r.asks, NonCommercial)
	case !acts && no && changes.MatchString(f), acts && no && onlyChanges.MatchString(f):
		r.asks = with(r.asks, Unchanged)
	case needsLeave.MatchString(f) && !noLeaveNeeded.MatchString(f) && (acts || !changes.MatchString(f)):
		r.kind = forbids
	case acts && no && !noLeaveNeeded.MatchString(f):
		r.kind = forbids
	case acts && someOnly.MatchString(f): // nobody here is known to be one of them
		r.kind = forbids
	case acts && (grant.MatchString(f) || noLeaveNeeded.MatchString(f)):
		r.kind = grants
	case acts && (slices.Contains(r.asks, Credit) || slices.Contains(r.asks, LinkBack)):
		// "Reprint with credit", "when republishing, please cite the source"
		r.kind = grants
	case reserved.MatchString(f):
		r.kind = reserves
	case publicDomain.MatchString(f):
		r.kind = grants
	}
	return r
}

func with(list []Condition, c Condition) []Condition {
	if slices.Contains(list, c) {
		return list
	}
	return append(list, c)
}

// conditions are what a sentence asks for.
func conditions(f string) []Condition {
	var out []Condition
	for _, c := range asked {
		if c.words.MatchString(f) {
			out = append(out, c.asks)
		}
	}
	return out
}

var ccAddress = regexp.MustCompile(`creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?)/(\d\.\d)`)
var ccName = regexp.MustCompile(`\bcc[ -]?(by(?:[ -]nc)?(?:[ -](?:sa|nd))?)\b(?:[ -](\d\.\d))?`)
var ccWords = regexp.MustCompile(`creative commons`)

// licence finds a Creative Commons licence in a folded sentence.
func licence(f string) (name, address string, asks []Condition) {
	code, version := "", ""
	switch {
	case strings.Contains(f, "creativecommons.org/publicdomain/zero") || strings.Contains(f, " cc0 ") || strings.Contains(f, " cc0 1.0") || strings.Contains(f, " cc0."):
		return "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", nil
	case ccAddress.MatchString(f):
		m := ccAddress.FindStringSubmatch(f)
		code, version = m[1], m[2]
	case ccName.MatchString(f):
		m := ccName.FindStringSubmatch(f)
		code, version = strings.ReplaceAll(m[1], " ", "-"), m[2]
	case ccWords.MatchString(f):
		has := func(words ...string) bool {
			return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(f, w) })
		}
		if !has("attribution", "نسب المصنف", "paternite", "с указанием") {
			return "", "", nil // which of them is not said
		}
		code = "by"
		if has("noncommercial", "non-commercial", "non commercial", "غير تجاري") {
			code += "-nc"
		}
		if has("sharealike", "share-alike", "share alike") {
			code += "-sa"
		} else if has("noderiv", "no-deriv", "no deriv") {
			code += "-nd"
		}
		version = ccVersion.FindString(f)
	default:
		return "", "", nil
	}
	asks = []Condition{Credit}
	for part, c := range map[string]Condition{"-nc": NonCommercial, "-sa": ShareAlike, "-nd": Unchanged} {
		if strings.Contains(code, part) {
			asks = append(asks, c)
		}
	}
	name = strings.TrimSpace("CC " + strings.ToUpper(code) + " " + version)
	if version != "" {
		address = "https://creativecommons.org/licenses/" + code + "/" + version + "/"
	}
	return name, address, asks
}

var ccVersion = regexp.MustCompile(`\b[1-4]\.0\b`)
