package parties

import (
	"fmt"
	"strings"
	"unicode"

	"isnad"
	"isnad/internal/names"
)

// Kinds are the kinds of parties; the package comment says what they mean.
func Kinds() []string {
	return []string{"state_force", "paramilitary", "militia", "armed_group", "coalition", "peacekeepers", "pmc", "criminal", "political"}
}

func parse(file string) (*Book, error) {
	b := &Book{byID: map[string]int{}}
	n := 0
	for line := range strings.SplitSeq(file, "\n") {
		n++
		if line == "" || line[0] == '#' {
			continue
		}
		if err := b.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	b.openings.Include(&b.found)
	b.openings.Include(&b.adjectives)
	b.forces = map[string]int{}
	for i, p := range b.list {
		if p.Kind == "state_force" && p.Parent == "" && p.Country != "" {
			if _, several := b.forces[p.Country]; several {
				i = -1
			}
			b.forces[p.Country] = i
		}
	}
	for _, p := range b.list {
		if _, ok := b.byID[p.Parent]; p.Parent != "" && !ok {
			return nil, fmt.Errorf("%s has parent %s, which is not listed", p.ID, p.Parent)
		}
	}
	return b, nil
}

func (b *Book) add(col []string) error {
	if len(col) < 6 {
		return fmt.Errorf("%d columns where 6 are due", len(col))
	}
	p := isnad.Party{ID: col[0], Kind: col[1], Country: col[2], Parent: col[3], Name: col[4]}
	if _, twice := b.byID[p.ID]; twice || !strings.HasPrefix(p.ID, "p-") {
		return fmt.Errorf("id %q is no new id", p.ID)
	}
	i := len(b.list)
	if err := b.name(&b.found, p.Name, i); err != nil {
		return err
	}
	if col[5] != "" {
		p.Names = make([]isnad.Name, 0, 1+strings.Count(col[5], "|"))
	}
	for n := range strings.SplitSeq(col[5], "|") {
		index := &b.found
		if rest, only := strings.CutPrefix(n, "~"); only {
			n, index = rest, &b.looked
		}
		if n == "" {
			continue
		}
		if err := b.name(index, n, i); err != nil {
			return err
		}
		p.Names = append(p.Names, isnad.Name{Text: n, Language: language(n, p.Country)})
	}
	if len(col) > 6 && col[6] != "" {
		// The state's own name does as its adjective: "Russia's military".
		if _, rest, ok := strings.Cut(col[5], "~"); ok {
			state, _, _ := strings.Cut(rest, "|")
			if err := b.name(&b.adjectives, state, i); err != nil {
				return err
			}
		}
		for a := range strings.SplitSeq(col[6], "|") {
			if err := b.name(&b.adjectives, a, i); err != nil {
				return err
			}
		}
	}
	b.byID[p.ID] = i
	b.list = append(b.list, p)
	return nil
}

func (b *Book) name(x *names.Index, name string, i int) error {
	if other, ok := x.Add(name, i); !ok {
		if other < len(b.list) {
			return fmt.Errorf("the name %q is that of %s too", name, b.list[other].ID)
		}
		return fmt.Errorf("the name %q has no letter", name)
	}
	return nil
}

// persian tells whether a name in Arabic letters has one of those that Persian and
// Urdu added to them or write otherwise.
func persian(name string) bool {
	for _, r := range name {
		switch r {
		case 'ی', 'ک', 'پ', 'گ', 'چ':
			return true
		}
	}
	return false
}

// language guesses that of a name from its letters; Latin ones tell nothing.
func language(name, country string) string {
	for _, r := range name {
		switch {
		case r < unicode.MaxLatin1:
		case unicode.Is(unicode.Arabic, r):
			switch {
			case !persian(name):
				return "ar"
			case country == "PK":
				return "ur"
			}
			return "fa"
		case unicode.Is(unicode.Hebrew, r):
			return "he"
		case strings.ContainsRune("іїєґІЇЄҐ", r):
			return "uk"
		case unicode.Is(unicode.Cyrillic, r) && !strings.ContainsAny(name, "іїєґІЇЄҐ"):
			return "ru"
		}
	}
	return ""
}
