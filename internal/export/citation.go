package export

import (
	"slices"
	"strconv"

	"isnad"
)

// CitationLine is one link of the chain as exported.
type CitationLine struct {
	From     string          `json:"from" doc:"ID of the report that draws on another; empty for a text that is not kept"`
	Version  int             `json:"version" doc:"Of that report"`
	To       *string         `json:"to" doc:"ID of the source, or of the report once it is known"`
	ToVer    *int            `json:"to_version" minimum:"1" doc:"Of the report that it draws on; of detected links"`
	ToName   string          `json:"to_name" doc:"As written"`
	ToURL    *string         `json:"to_url"`
	Basis    string          `json:"basis" enum:"declared,detected" doc:"Whether the report says so itself or the text shows it"`
	Kind     string          `json:"kind" enum:"agency,byline,submitter,attribution,via,link,copy,quote,version" doc:"What declares it, or what was found: copy for text that is reused, quote for the same words of a speaker, which is no copy, version for the report itself as it was before"`
	Passages []isnad.Passage `json:"passages" nullable:"false" doc:"Where it stands in the report; of a detected link also where the same words stand in the original"`
	Changes  []isnad.Change  `json:"changes" nullable:"false" doc:"How the copy differs; of detected links"`
	Copied   float64         `json:"copied_share" minimum:"0" maximum:"1" doc:"Share of the report's characters that stand in what it cites; 0 where declared"`
	Order    *string         `json:"order" doc:"By which of its times the other report is held to be the earlier one: published (as it claims), observed (when someone else took it in), received (here). First seen here does not mean first published. Null where declared"`
	Missing  bool            `json:"missing" doc:"A copy in which no citation was found of what it copies, nor of whom that had it from. Found by machine"`
}

// CitationOf gives the exported fields of c.
func CitationOf(c isnad.Citation) CitationLine {
	l := CitationLine{From: c.From, Version: c.Version, To: known(c.To), ToName: c.ToName, ToURL: known(c.ToURL),
		Basis: string(c.Basis), Kind: string(c.Kind), Passages: filled(c.Passages), Changes: filled(c.Changes), Copied: c.Copied,
		Order: known(string(c.Order)), Missing: c.Missing}
	if c.ToVer > 0 {
		l.ToVer = &c.ToVer
	}
	return l
}

// citationColumns count passages and changes; the JSON lines have them whole.
func citationColumns() []column[isnad.Citation] {
	type c = isnad.Citation
	return []column[c]{
		text("from", func(v c) string { return v.From }),
		number("version", func(v c) (int, bool) { return v.Version, true }),
		text("to", func(v c) string { return v.To }),
		number("to_version", func(v c) (int, bool) { return v.ToVer, v.ToVer > 0 }),
		text("to_name", func(v c) string { return v.ToName }),
		text("to_url", func(v c) string { return v.ToURL }),
		text("basis", func(v c) string { return string(v.Basis) }),
		text("kind", func(v c) string { return string(v.Kind) }),
		decimal("copied_share", func(v c) *float64 {
			if v.Basis == isnad.CitationDetected {
				return &v.Copied
			}
			return nil
		}),
		text("order", func(v c) string { return string(v.Order) }),
		truth("missing", func(v c) bool { return v.Missing }),
		number("passages", func(v c) (int, bool) { return len(v.Passages), true }),
		number("changes", func(v c) (int, bool) { return len(v.Changes), v.Basis == isnad.CitationDetected }),
		number("changes_of_meaning", func(v c) (int, bool) { return altering(v.Changes), v.Basis == isnad.CitationDetected }),
		text("change_kinds", func(v c) string { return several(changeKinds(v.Changes)) }),
	}
}

// altering counts the changes that alter the meaning.
func altering(changes []isnad.Change) int {
	n := 0
	for _, c := range changes {
		if c.Meaning {
			n++
		}
	}
	return n
}

// changeKinds tells how many changes there are of each kind: "number 2".
func changeKinds(changes []isnad.Change) []string {
	by := map[isnad.ChangeKind]int{}
	for _, c := range changes {
		by[c.Kind]++
	}
	var list []string
	for _, k := range isnad.ChangeKinds() {
		if n := by[k]; n > 0 {
			list = append(list, words(string(k))+" "+strconv.Itoa(n))
			delete(by, k)
		}
	}
	var others []string // of a later version of isnad
	for k, n := range by {
		others = append(others, words(string(k))+" "+strconv.Itoa(n))
	}
	slices.Sort(others)
	return append(list, others...)
}
