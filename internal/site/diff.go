package site

import (
	"slices"
	"strings"
	"unicode"
)

// textDiff is what one text has otherwise than another, paragraph by paragraph.
type textDiff struct {
	Blocks []diffBlock
	Gone   int // words that are taken out
	New    int // words that are put in
}

// Any tells whether the texts differ at all.
func (d textDiff) Any() bool { return d.Gone+d.New > 0 }

// diffBlock is paragraphs that are the same in both texts, or one that is not.
type diffBlock struct {
	Same []string  // paragraphs
	Runs []diffRun // else
}

// diffRun is a run of characters that both texts have (Same), or one of them has.
type diffRun struct {
	Text      string
	Gone, New bool
}

// diffShown is a comparison with the language in which its words stand.
type diffShown struct {
	textDiff
	Lang, Dir string
}

func diffIn(d *textDiff, lang string) diffShown {
	return diffShown{*d, validLanguage(lang), direction(lang)}
}

// Bounds of comparing: beyond them a stretch is shown as replaced as a whole.
const (
	maxDiffSteps = 1500 // words of one paragraph, or paragraphs, that differ
	maxDiffPairs = 2500 // paragraphs of one stretch times those that replace it
	likeness     = 0.3  // from which two paragraphs are held to be the same one
)

// diffText compares two texts whose paragraphs are parted by empty lines. Spaces
// at the ends of paragraphs count for nothing, the empty lines between neither.
func diffText(was, now string) textDiff {
	a, b := paragraphsOf(was), paragraphsOf(now)
	var d textDiff
	var gone, added []string
	flush := func() {
		for _, p := range alignParagraphs(gone, added) {
			d.add(diffParagraph(p[0], p[1]))
		}
		gone, added = nil, nil
	}
	for _, s := range script(a, b, maxDiffSteps) {
		switch {
		case s.a >= 0 && s.b >= 0:
			flush()
			if n := len(d.Blocks); n > 0 && d.Blocks[n-1].Same != nil {
				d.Blocks[n-1].Same = append(d.Blocks[n-1].Same, a[s.a])
			} else {
				d.Blocks = append(d.Blocks, diffBlock{Same: []string{a[s.a]}})
			}
		case s.a >= 0:
			gone = append(gone, a[s.a])
		default:
			added = append(added, b[s.b])
		}
	}
	flush()
	return d
}

// diffLine compares two texts of one line.
func diffLine(was, now string) textDiff {
	var d textDiff
	if was == now {
		d.Blocks = []diffBlock{{Same: []string{now}}}
		return d
	}
	d.add(diffParagraph(was, now))
	return d
}

func (d *textDiff) add(runs []diffRun) {
	for _, r := range runs {
		switch n := len(strings.Fields(r.Text)); {
		case r.Gone:
			d.Gone += max(n, 1)
		case r.New:
			d.New += max(n, 1)
		}
	}
	d.Blocks = append(d.Blocks, diffBlock{Runs: runs})
}

func paragraphsOf(text string) []string {
	runes := []rune(text)
	var out []string
	for _, b := range blocks(runes) {
		out = append(out, string(runes[b[0]:b[1]]))
	}
	return out
}

// alignParagraphs pairs the paragraphs taken out with those put in that are most
// like them, in their order; what has no partner stands alone.
func alignParagraphs(gone, added []string) [][2]string {
	n, m := len(gone), len(added)
	var out [][2]string
	if n*m == 0 || n*m > maxDiffPairs {
		for _, g := range gone {
			out = append(out, [2]string{g, ""})
		}
		for _, x := range added {
			out = append(out, [2]string{"", x})
		}
		return out
	}
	like := make([][]float64, n)
	words := make([]map[string]int, m)
	for j := range added {
		words[j] = counted(added[j])
	}
	for i := range gone {
		like[i] = make([]float64, m)
		w := counted(gone[i])
		for j := range added {
			if s := alike(w, words[j]); s >= likeness {
				like[i][j] = s
			}
		}
	}
	best := make([][]float64, n+1) // of what is left from i and j on
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+like[i][j])
		}
	}
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && like[i][j] > 0 && best[i][j] == best[i+1][j+1]+like[i][j]:
			out = append(out, [2]string{gone[i], added[j]})
			i, j = i+1, j+1
		case i < n && (j == m || best[i][j] == best[i+1][j]):
			out = append(out, [2]string{gone[i], ""})
			i++
		default:
			out = append(out, [2]string{"", added[j]})
			j++
		}
	}
	return out
}

func counted(s string) map[string]int {
	out := map[string]int{}
	for w := range strings.FieldsSeq(s) {
		out[w]++
	}
	return out
}

// alike is the share of words that two paragraphs have in common, 0 to 1.
func alike(a, b map[string]int) float64 {
	common, all := 0, 0
	for w, n := range a {
		common += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

// diffParagraph compares two paragraphs word by word. An empty one stands for none.
func diffParagraph(was, now string) []diffRun {
	a, b := wordsOf(was), wordsOf(now)
	var out []diffRun
	put := func(text string, gone, added bool) {
		if n := len(out); n > 0 && out[n-1].Gone == gone && out[n-1].New == added {
			out[n-1].Text += text
			return
		}
		out = append(out, diffRun{text, gone, added})
	}
	var gone, added strings.Builder // of one stretch: first all that goes, then all that comes
	flush := func() {
		if gone.Len() > 0 {
			put(gone.String(), true, false)
		}
		if added.Len() > 0 {
			put(added.String(), false, true)
		}
		gone.Reset()
		added.Reset()
	}
	steps := script(a, b, maxDiffSteps)
	for k, s := range steps {
		switch {
		case s.a >= 0 && s.b >= 0:
			// A space between two changed words goes with them: words read better than scraps.
			if between := k+1 < len(steps) && (steps[k+1].a < 0 || steps[k+1].b < 0); between && gone.Len() > 0 && added.Len() > 0 && strings.TrimSpace(a[s.a]) == "" {
				gone.WriteString(a[s.a])
				added.WriteString(a[s.a])
				continue
			}
			flush()
			put(a[s.a], false, false)
		case s.a >= 0:
			gone.WriteString(a[s.a])
		default:
			added.WriteString(b[s.b])
		}
	}
	flush()
	return out
}

// wordsOf cuts a text into words, runs of spaces, and single signs.
func wordsOf(s string) []string {
	class := func(r rune) int {
		switch {
		case unicode.IsSpace(r):
			return 1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '\'', r == '’', r == '\u200c', r == '\u200d':
			return 2
		}
		return 0 // stands alone
	}
	var out []string
	start, last := 0, -1
	for i, r := range s {
		c := class(r)
		if i > start && (c != last || c == 0) {
			out = append(out, s[start:i])
			start = i
		}
		last = c
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// step is one thing of two lists: of both where neither is -1.
type step struct{ a, b int }

// script is a shortest way from a to b by taking out and putting in (Myers, "An
// O(ND) Difference Algorithm and Its Variations", 1986). Where it is longer than
// most steps, all of a goes and all of b comes.
func script[T comparable](a, b []T, most int) []step {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []step
	for i := range head {
		out = append(out, step{i, i})
	}
	for _, s := range shortest(a[head:len(a)-tail], b[head:len(b)-tail], most) {
		if s.a >= 0 {
			s.a += head
		}
		if s.b >= 0 {
			s.b += head
		}
		out = append(out, s)
	}
	for i := range tail {
		out = append(out, step{len(a) - tail + i, len(b) - tail + i})
	}
	return out
}

func shortest[T comparable](a, b []T, most int) []step {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return replaced(n, m)
	}
	var trace [][]int32 // trace[d][k+d]: how far a is read on diagonal k after d steps
	furthest := func(d, k int) int32 {
		if d < 0 || k < -d || k > d {
			return -1
		}
		return trace[d][k+d]
	}
	for d := 0; d <= min(n+m, most); d++ {
		row := make([]int32, 2*d+1)
		trace = append(trace, row)
		for k := -d; k <= d; k += 2 {
			var x int32
			if d > 0 {
				down, right := furthest(d-1, k+1), furthest(d-1, k-1)
				if k == -d || k != d && right < down {
					x = down
				} else {
					x = right + 1
				}
			}
			y := x - int32(k)
			for int(x) < n && int(y) < m && a[x] == b[y] {
				x, y = x+1, y+1
			}
			row[k+d] = x
			if int(x) >= n && int(y) >= m {
				return walkBack(trace, n, m, furthest)
			}
		}
	}
	return replaced(n, m)
}

// walkBack reads the way off the trace, from its end.
func walkBack(trace [][]int32, n, m int, furthest func(d, k int) int32) []step {
	var back []step
	x, y := n, m
	diagonal := func(toX, toY int) {
		for x > toX && y > toY {
			x, y = x-1, y-1
			back = append(back, step{x, y})
		}
	}
	for d := len(trace) - 1; d > 0; d-- {
		k := x - y
		down, right := int(furthest(d-1, k+1)), int(furthest(d-1, k-1))
		if k == -d || k != d && right < down { // came by putting in
			diagonal(down, down-k)
			y--
			back = append(back, step{-1, y})
		} else {
			diagonal(right+1, right+1-k)
			x--
			back = append(back, step{x, -1})
		}
	}
	diagonal(0, 0)
	slices.Reverse(back)
	return back
}

func replaced(n, m int) []step {
	var out []step
	for i := range n {
		out = append(out, step{i, -1})
	}
	for j := range m {
		out = append(out, step{-1, j})
	}
	return out
}
