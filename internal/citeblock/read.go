package citeblock

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// Bounds of what is read.
const (
	maxBlocks = 20      // of one document: the text of each is hashed
	maxSize   = 1 << 20 // bytes of one block
	maxValues = 2000    // lines with a label
)

// Found is a block and where it stands.
type Found struct {
	Block
	Start, End int // bytes
}

// Find reads the blocks of a document that belong to a text, in order. It goes through the document
// twice at most: blocks that run into one line are looked for where there is no other.
func Find(doc string) []Found {
	if !strings.Contains(doc, Begin) {
		return nil
	}
	if out := find(doc, false); len(out) > 0 {
		return out
	}
	return find(doc, true)
}

func find(doc string, together bool) []Found {
	var out []Found
	from := 0 // of what belongs to no block yet
	for at, tries := 0, 0; len(out) < maxBlocks && tries < 2*maxBlocks; {
		i := strings.Index(doc[at:], End)
		if i < 0 {
			break
		}
		end := at + i
		at = end + len(End)
		if !strings.Contains(doc[max(from, end-300):end], "SHA-256") {
			continue // a title or terms may say the words of the last line; the line before it is always that of the text
		}
		if !together && !ownLine(doc, end) {
			continue
		}
		tries++
		start := begins(doc[max(from, end-maxSize):end])
		if start < 0 {
			continue
		}
		start += max(from, end-maxSize)
		if b, ok := read(doc[start+len(Begin):end], together); ok && b.Sum.Hash != "" {
			out = append(out, Found{Block: b, Start: start, End: at})
			from = at
		}
	}
	return out
}

// begins is the index of the last first line in s; one that has a line of its own goes before one within
// a line, since a title may say the same words.
func begins(s string) int {
	last := strings.LastIndex(s, Begin)
	for i := last; i >= 0; i = strings.LastIndex(s[:i], Begin) {
		if ownLine(s, i) {
			return i
		}
	}
	return last
}

// ownLine tells whether a line starts at i, marks of headings, quotes and lists aside.
func ownLine(s string, i int) bool {
	line := s[max(0, i-60):i] // marks are few
	at := strings.LastIndexByte(line, '\n')
	if at < 0 && i > len(line) {
		return false
	}
	return strings.Trim(line[at+1:], "#*_>•·- \t") == ""
}

// Parse reads the lines of a block without its first and its last line, also of a citation without a text.
func Parse(s string) (Block, bool) {
	if len(s) > maxSize {
		return Block{}, false
	}
	return read(s, false)
}

var (
	anyLabel  = regexp.MustCompile(`(?:^| )(` + strings.Join(Labels(), "|") + `): `)
	cited     = regexp.MustCompile(`^(.*?) ?\((declared|detected), ([a-z_]+)\)$`)
	summed    = regexp.MustCompile(`^(\d{1,9}) characters without white space, SHA-256 ([0-9a-f]{64})$`)
	announced = regexp.MustCompile(`^([a-z_]*)(?:, ([0-9T:.Z-]+))?: ?(.*)$`)
)

// read reads what stands between the first and the last line.
func read(s string, together bool) (Block, bool) {
	var lines []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimLeft(OneLine(l), "•·*>- "); l != "" {
			lines = append(lines, l)
		}
	}
	if together {
		lines = apart(strings.Join(lines, " "))
	}
	var b Block
	label, value := "", ""
	n := 0
	for _, l := range lines {
		if head, rest, ok := labelled(l); ok {
			b.take(label, value)
			label, value = head, rest
			if n++; n > maxValues {
				return Block{}, false
			}
			continue
		}
		value += " " + l
	}
	b.take(label, value)
	return b, n > 0
}

// apart cuts a line before every label.
func apart(s string) []string {
	var out []string
	at := 0
	for _, m := range anyLabel.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, s[at:m[2]])
		at = m[2]
	}
	return append(out, s[at:])
}

func labelled(l string) (label, value string, ok bool) {
	head, rest, ok := strings.Cut(l, ":")
	if !ok || len(head) > 24 {
		return "", "", false
	}
	for _, known := range Labels() {
		if strings.EqualFold(known, strings.TrimSpace(head)) {
			return known, rest, true
		}
	}
	return "", "", false
}

// take takes up one value.
func (b *Block) take(label, value string) {
	value = OneLine(value)
	if value == "" {
		return
	}
	address, words := "", value
	if hasScheme(value) {
		address, words, _ = strings.Cut(value, " ")
		address = Address(address)
	}
	link := func(rel string) {
		if address != "" {
			b.Links = append(b.Links, isnad.Link{URL: address, Text: words, Rel: rel})
		}
	}
	switch label {
	case labelTitle:
		b.Title = value
	case labelPublisher:
		b.Publisher = value
	case labelPublished:
		b.Published = readMoment(value)
	case labelChanged:
		b.Changed = readMoment(value)
	case labelByline:
		b.Bylines = append(b.Bylines, value)
	case labelAgency:
		b.Agency = value
	case labelSubmitter:
		b.Submitter = value
	case labelDateline:
		b.Dateline.Words = value
	case labelPlace:
		b.Dateline.Place = value
	case labelDay:
		if d, err := isnad.ParseDay(value); err == nil {
			b.Dateline.Date = d
		}
	case labelLanguage:
		b.Language = value
	case labelCanonical:
		b.Canonical = address
	case labelRecord:
		b.Record = address
	case labelVersion:
		if n, err := strconv.Atoi(value); err == nil && n > 0 && n < 1_000_000 {
			b.Version = n
		}
	case labelSource:
		if m := cited.FindStringSubmatch(words); m != nil {
			b.Sources = append(b.Sources, Source{Name: m[1], Basis: isnad.CitationBasis(m[2]), Kind: isnad.CitationKind(m[3]), Address: address})
		}
	case labelOriginal:
		link("original")
	case labelMap:
		link("map")
	case labelLink:
		link("")
	case labelTerms:
		b.Terms = strings.TrimPrefix(b.Terms+"\n\n"+value, "\n\n")
	case labelLicense:
		b.License = value
	case labelAsks:
		b.Asks = append(b.Asks, value)
	case labelNote:
		b.Notes = append(b.Notes, value)
	case labelNotice:
		if m := announced.FindStringSubmatch(words); m != nil {
			b.Notices = append(b.Notices, Notice{Kind: m[1], Issued: readMoment(m[2]), Text: m[3], Address: address})
		}
	case labelText:
		if m := summed.FindStringSubmatch(value); m != nil {
			b.Sum.Characters, _ = strconv.Atoi(m[1]) // at most nine digits
			b.Sum.Hash = isnad.Hash(m[2])
		}
	}
}

// readMoment is the zero time for what is none.
func readMoment(s string) time.Time {
	for _, form := range []string{time.DateOnly, time.RFC3339Nano} {
		if t, err := time.Parse(form, s); err == nil && t.Year() >= isnad.FirstYear && t.Year() <= isnad.LastYear {
			return t.UTC()
		}
	}
	return time.Time{}
}
