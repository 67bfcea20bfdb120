package names

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// spelt draws names of the letters, marks and signs that the short ways through
// the code tell apart.
func spelt() *rapid.Generator[string] {
	part := rapid.SampledFrom([]string{"al", "ez", "As ", "Deir", "zor", "kh", "SH", "é", "’", "'s", "'", "`", ".", "U.S", "-", " ", ", ", "\n", "3", "٣",
		"دير", "الزور", "ة", "ؤ", "ء", "ـ", "ً", "ى", "غ", "ف", "\u063b", "Ж", "ы", "Й", "й", "Ё", "і", "נ", "\xd0", "\xd8", "\xff", "ß", "ﷺ"})
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 9).Draw(t, "parts"), "") })
}

// The one-pass form of a plain name must be that of its tokens.
func TestAppendCanonIsCanonOfTokens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := spelt().Draw(t, "name")
		want := "before " + string(Scan(s).AppendCanon(nil))
		if got := string(AppendCanon([]byte("before "), s)); got != want {
			t.Fatalf("AppendCanon(%q) = %q, want %q", s, got, want)
		}
	})
}

// Everyday letters of Arabic and Cyrillic go past the tables; they must be folded
// as the tables say.
func TestPlainLettersAreFoldedAlike(t *testing.T) {
	n := 0
	for r := rune(0x80); r < 0x800; r++ {
		s := string(r)
		p, ok := plain(s, 0)
		if !ok {
			continue
		}
		n++
		if p != r || !wordRune(r, 2) || unicode.IsMark(r) && r != 'ـ' {
			t.Fatalf("plain(%q) = %q", s, p)
		}
		if got, want := string(appendPlain(nil, r)), string(appendFold(nil, r)); got != want {
			t.Errorf("%q is folded %q, want %q", s, got, want)
		}
		tok := Scan("x" + s + " " + s + s + "غ").List
		if len(tok) != 2 {
			t.Fatalf("%q gives %d tokens", s, len(tok))
		}
		if tok[1].Script != scriptOf(r) || tok[1].Upper != unicode.IsUpper(r) || tok[1].AllUpper {
			t.Errorf("%q: %+v", s, tok[1])
		}
		if shout := Scan(s + s).List; len(shout) == 1 && shout[0].AllUpper != unicode.IsUpper(r) {
			t.Errorf("%q twice: %+v", s, shout[0])
		}
	}
	if n < 90 {
		t.Errorf("%d letters are plain", n)
	}
}

func TestHasKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := Canon(spelt().Draw(t, "a")), Canon(spelt().Draw(t, "b"))
		for _, key := range []string{Key(a), Key(b), Key(a) + "k"} {
			if got := HasKey([]byte(a), []byte(key)); got != (Key(a) == key) {
				t.Fatalf("HasKey(%q, %q) = %v, its key is %q", a, key, got, Key(a))
			}
		}
	})
}

// A name that is like enough must have the likeness that it has without a bound.
func TestLikeAtLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := Canon(spelt().Draw(t, "a")), Canon(spelt().Draw(t, "b"))
		least := rapid.Float64Range(0, 1).Draw(t, "least")
		s := NewSpelling(a)
		whole := s.Like([]byte(b))
		for _, least := range []float64{least, whole, math.Nextafter(whole, 1)} {
			if got := s.LikeAtLeast([]byte(b), least); got != whole && (got != 0 || whole >= least) {
				t.Fatalf("%q and %q: %v where at least %v is asked, else %v", a, b, got, least, whole)
			}
		}
	})
}

// Borrowed memory must not remember the text before.
func TestBorrowIsScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, s := range rapid.SliceOfN(spelt(), 1, 5).Draw(t, "texts") {
			got, want := Borrow(s), Scan(s)
			if got.Text != want.Text || got.AnyCase || len(got.List) != len(want.List) || string(got.buf) != string(want.buf) {
				t.Fatalf("Borrow(%q) = %+v, want %+v", s, got, want)
			}
			for i := range got.List {
				if got.List[i] != want.List[i] || got.Hash(i) != Hash(0).Add(want.Fold(i)) {
					t.Fatalf("Borrow(%q): token %d is %+v, want %+v", s, i, got.List[i], want.List[i])
				}
			}
			got.AnyCase = true
			got.Return()
		}
	})
}

// Nodes must be found again however many share their low or high bits.
func TestNodes(t *testing.T) {
	var n nodes
	want := map[uint64]node{}
	var h Hash
	for i := range 5000 {
		h = h.Add([]byte{byte(i)})
		key := h.Sum()
		switch i % 3 {
		case 1:
			key &^= 0xffff
		case 2:
			key &= 0xffffff
		}
		want[key] = node{value: int32(i), used: true}
		n.put(key, node{value: int32(i)})
	}
	for key, w := range want {
		if got, ok := n.get(key); !ok || got != w {
			t.Fatalf("get(%x) = %+v, %v; want %+v", key, got, ok, w)
		}
		if _, listed := want[key+1]; !listed {
			if _, ok := n.get(key + 1); ok {
				t.Fatalf("get(%x) found what was never put", key+1)
			}
		}
	}
	var none nodes
	if _, ok := none.get(0); ok {
		t.Error("an empty table holds 0")
	}
}

// A hash must be taken back to what it was before its last byte.
func TestHashWithoutItsLastByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, word := Canon(spelt().Draw(t, "first")), rapid.SliceOfN(rapid.Byte(), 1, 9).Draw(t, "word")
		h := Hash(0)
		if first != "" {
			h = h.Add([]byte(first))
		}
		n := len(word) - 1
		if got, want := h.Add(word).Without(word[n]), h.Add(word[:n]); got != want {
			t.Fatalf("%q, %q: %x, want %x", first, word, got, want)
		}
	})
}

// What openings pass over may not hold a name of any of their indexes.
func TestOpeningsHideNoName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var both Openings
		indexes := make([]Index, 2)
		for i := range indexes {
			for k, name := range rapid.SliceOfN(spelt(), 0, 9).Draw(t, "names") {
				indexes[i].Add(name, k)
			}
			both.Include(&indexes[i])
		}
		text := Scan(strings.Join(rapid.SliceOfN(spelt(), 0, 9).Draw(t, "text"), " "))
		next := both.Next(text, 0)
		for i := range text.List {
			if next < i {
				next = both.Next(text, i)
			}
			for k := range indexes {
				if f, ok := indexes[k].At(text, i); ok && next != i {
					t.Fatalf("%q: a name stands at token %d (%+v), which is passed over to %d", text.Text, i, f, next)
				}
			}
		}
	})
}
