package sources

import (
	"fmt"
	"strings"
	"unicode"

	"isnad"
	"isnad/internal/names"
)

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
	b.opens.Include(&b.found)
	return b, nil
}

func (b *Book) add(col []string) error {
	if len(col) < 3 {
		return fmt.Errorf("%d columns where 3 are due", len(col))
	}
	s := isnad.Source{Kind: isnad.SourceKind(col[0]), Home: col[1], Name: col[2], ID: ID(col[2])}
	if _, twice := b.byID[s.ID]; twice {
		return fmt.Errorf("%q is listed twice", s.Name)
	}
	i := len(b.list)
	if err := b.name(&b.found, s.Name, i); err != nil {
		return err
	}
	if len(col) > 3 && col[3] != "" {
		s.Names = make([]isnad.Name, 0, 1+strings.Count(col[3], "|"))
		for n := range strings.SplitSeq(col[3], "|") {
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
			s.Names = append(s.Names, isnad.Name{Text: n, Language: language(n)})
		}
	}
	b.byID[s.ID] = i
	b.list = append(b.list, s)
	return nil
}

func (b *Book) name(x *names.Index, name string, i int) error {
	if other, ok := x.Add(name, i); !ok {
		if other < len(b.list) {
			return fmt.Errorf("the name %q is that of %s too", name, b.list[other].Name)
		}
		return fmt.Errorf("the name %q has no letter", name)
	}
	// "The Guardian" may be asked for as "Guardian", but "guardian" in a text may
	// be anyone's.
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		b.looked.Add(rest, i)
	}
	return nil
}

// language guesses that of a name from its letters; Latin ones tell nothing.
func language(name string) string {
	for _, r := range name {
		switch {
		case r < unicode.MaxLatin1:
		case unicode.Is(unicode.Arabic, r):
			for _, r := range name {
				switch r {
				case 'ی', 'ک', 'پ', 'گ', 'چ', 'ژ':
					return "fa"
				}
			}
			return "ar"
		case unicode.Is(unicode.Hebrew, r):
			return "he"
		case unicode.Is(unicode.Cyrillic, r):
			if strings.ContainsAny(name, "іїєґІЇЄҐ") {
				return "uk"
			}
			return "ru"
		}
	}
	return ""
}
