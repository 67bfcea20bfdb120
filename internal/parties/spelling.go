package parties

import (
	"bytes"
	"strings"

	"isnad/internal/names"
)

// spelling is a listed name of a party.
type spelling struct {
	name  string
	value int
	next  int32 // 1 + the next with the same skeleton, 0 for none
}

// fill lists the names of two words or more under their skeletons. Single words
// and abbreviations are too short to be told apart by it. It runs while somebody
// waits, so it keeps no form of a name but what it was given.
func (b *Book) fill() {
	var canon, key []byte
	add := func(name string, value int) {
		if !strings.ContainsAny(name, " -") {
			return
		}
		canon = names.AppendCanon(canon[:0], name)
		if key = appendKey(key[:0], canon); len(key) > 0 {
			sum := names.Hash(0).Add(key).Sum()
			b.spelt = append(b.spelt, spelling{name, value, b.keys[sum]})
			b.keys[sum] = int32(len(b.spelt))
		}
	}
	n := 0
	for i := range b.list {
		n += 1 + len(b.list[i].Names)
	}
	b.keys, b.spelt = make(map[uint64]int32, n), make([]spelling, 0, n)
	// Backwards, so that the lists begin with what is listed first.
	for i := len(b.list) - 1; i >= 0; i-- {
		p := &b.list[i]
		for k := len(p.Names) - 1; k >= 0; k-- {
			add(p.Names[k].Text, i)
		}
		add(p.Name, i)
	}
}

// appendKey appends the skeleton of a canonical name that is long enough to be
// told by it, and nothing for others.
func appendKey(dst, canon []byte) []byte {
	if !bytes.Contains(bytes.TrimPrefix(canon, []byte("al ")), []byte(" ")) {
		return dst
	}
	if k := names.AppendKey(dst, canon); len(k)-len(dst) >= 4 {
		return k
	}
	return dst
}

// near finds a name spelt another way than it is listed: "Jeish al-Fath" for
// Jaish al-Fateh. The skeletons must be equal and the letters close.
func (b *Book) near(name string) (int, bool) {
	canon := names.TrimThe(names.Canon(name))
	key := appendKey(nil, []byte(canon))
	if len(key) == 0 {
		return 0, false
	}
	b.spellings.Do(b.fill)
	best, value := 0.85, -1
	for k := b.keys[names.Hash(0).Add(key).Sum()]; k > 0; k = b.spelt[k-1].next {
		other := names.Canon(b.spelt[k-1].name)
		if !names.HasKey([]byte(other), key) {
			continue
		}
		if like := names.Similar(canon, other); like > best {
			best, value = like, b.spelt[k-1].value
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
