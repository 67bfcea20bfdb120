package parties

import (
	"strings"

	"isnad/internal/names"
)

// spelling is a listed name under its skeleton.
type spelling struct {
	canon string
	value int
}

// fill lists the names of two words or more under their skeletons. Single words
// and abbreviations are too short to be told apart by it.
func (b *Book) fill() {
	b.keys = map[string][]spelling{}
	for i, p := range b.list {
		b.key(p.Name, i)
		for _, n := range p.Names {
			b.key(n.Text, i)
		}
	}
}

func (b *Book) key(name string, value int) {
	if !strings.ContainsAny(name, " -") {
		return
	}
	canon := names.Canon(name)
	if k, ok := keyOf(canon); ok {
		b.keys[k] = append(b.keys[k], spelling{canon, value})
	}
}

func keyOf(canon string) (string, bool) {
	if !strings.Contains(strings.TrimPrefix(canon, "al "), " ") {
		return "", false
	}
	k := names.Key(canon)
	return k, len(k) >= 4
}

// spelt finds a name spelt another way than it is listed: "Jeish al-Fath" for
// Jaish al-Fateh. The skeletons must be equal and the letters close.
func (b *Book) spelt(name string) (int, bool) {
	canon := names.TrimThe(names.Canon(name))
	k, ok := keyOf(canon)
	if !ok {
		return 0, false
	}
	b.spellings.Do(b.fill)
	best, value := 0.85, -1
	for _, s := range b.keys[k] {
		if like := names.Similar(canon, s.canon); like > best {
			best, value = like, s.value
		}
	}
	return value, value >= 0
}

// nationality tells the force meant by names that are nationalities only:
// "Russian", "Russian and Syrian" (the first).
func (b *Book) nationality(t *names.Tokens) (int, bool) {
	value := -1
	for i := 0; i < len(t.List); {
		if f, ok := b.adjectives.At(t, i); ok {
			if value < 0 {
				value = f.Value
			}
			i = f.To
			continue
		}
		switch string(t.Fold(i)) {
		case "the", "and", "or":
			i++
		default:
			return 0, false
		}
	}
	return value, value >= 0
}
