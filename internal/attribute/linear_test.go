package attribute

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

// manyIncidents is a text of at least size bytes that tells one incident after
// the other, hardly two alike: other places, days, figures, hands and speakers.
// It is what a yearbook of a monitor, or somebody who means harm, would send.
func manyIncidents(size int) string {
	towns := []string{"Saraqib", "Aleppo", "Kharkiv", "Palmyra", "Raqqa", "Deir ez-Zor", "Hama", "Idlib", "Manbij", "Kirkuk", "Mosul", "Douma", "Homs", "Sloviansk", "Gao", "Timbuktu"}
	sides := []string{"Syrian army", "Russian warplanes", "rebels", "the Karm Front", "Iraqi police", "government forces", "Islamic State", "the Zolan Defence Force"}
	tellers := []string{"the Karm Monitor", "a medic", "state media", "the Northern Documentation Centre", "residents", "a spokesman for the army", "police"}
	months := []string{"January", "March", "May", "July", "September", "November"}
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		pick := func(from []string, k int) string { return from[(i*k+i/len(from))%len(from)] }
		town, day := pick(towns, 5), fmt.Sprintf("%s %d", pick(months, 1), 1+i%28)
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "At least %d people were killed and %d wounded in an air strike on the village of Tal %s near %s on %s, %s said. ", 2+i%37, 3+i%53, madeUp(i), town, day, pick(tellers, 3))
		case 1:
			fmt.Fprintf(&b, "A car bomb exploded outside a market in %s on %s, killing %d civilians, including %d children, %s reported. ", town, day, 4+i%19, 1+i%3, pick(tellers, 5))
		case 2:
			fmt.Fprintf(&b, "Clashes between %s and %s in %s left %d fighters dead. %s denied that its forces had struck the town. ", pick(sides, 3), pick(sides, 5), town, 1+i%11, pick(sides, 7))
		default:
			fmt.Fprintf(&b, "Shelling by %s hit the %s quarter of %s; Dr. Amal %s told the Harbour Agency that %d had been injured.\n\n", pick(sides, 3), madeUp(i/2), town, madeUp(i*7), 2+i%29)
		}
	}
	return b.String()
}

// madeUp is a name of nobody and nowhere.
func madeUp(i int) string {
	const vowels, others = "aeiou", "bdfghklmnrstz"
	return string([]byte{others[i%13] - 'a' + 'A', vowels[i/13%5], others[i/65%13], vowels[i/845%5], others[i/4225%13]})
}

// A long text of different incidents costs no more per byte than a short one,
// though each candidate is weighed against others and each slot against all that
// was named.
func TestManyIncidentsStayLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	rd := testReader()
	took := func(text string) (time.Duration, int) {
		best, n := time.Hour, 0
		for range 2 {
			start := time.Now()
			cs, _ := rd.Read(report("", text))
			best, n = min(best, time.Since(start)), len(cs)
		}
		return best, n
	}
	text := manyIncidents(2 << 20)
	cut := strings.LastIndex(text[:256<<10], "\n\n")
	per := func(d time.Duration, n int) float64 { return float64(d.Nanoseconds()) / float64(n) }
	// Other work on the machine makes single times long: what counts is the
	// shortest time for each, over some tries where one try is too slow.
	small, large, ratio := time.Hour, time.Hour, math.Inf(1)
	for try := 0; try < 4 && ratio > 3; try++ {
		s, few := took(text[:cut])
		l, many := took(text)
		if few == 0 || many < 6*few {
			t.Fatalf("%d claims in %d bytes, %d in %d: the text is not read to its end", few, cut, many, len(text))
		}
		small, large = min(small, s), min(large, l)
		ratio = per(large, len(text)) / per(small, cut)
		t.Logf("a byte of %d took %.1f ns, one of %d %.1f ns", cut, per(small, cut), len(text), per(large, len(text)))
	}
	if ratio > 3 {
		t.Errorf("a byte of a text eight times as long takes %.1f times as long", ratio)
	}
}

// One sentence over and over, such as stumbles into a search of the whole text, costs no more per
// byte in a long text than in a short one.
func TestOneSentenceOverAndOverStaysLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	rd := testReader()
	took := func(text string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			rd.Read(report("", text))
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, sentence := range []string{
		"A man shot his wife and then himself. ",
		"A woman upset about the police who killed her son shot two. ",
		"Karm: 3 by car bomb; 1 barber by gunfire. ",
		"A bomb killed nine in Homs on Monday. The blast hit a market in the Zoran quarter. ",
		"Police responded to a crash on Vine Street. The victim died. ",
	} {
		short, long := strings.Repeat(sentence, (64<<10)/len(sentence)), strings.Repeat(sentence, (1<<20)/len(sentence))
		ratio := math.Inf(1)
		for try := 0; try < 4 && ratio > 3; try++ {
			ratio = float64(took(long)) / float64(took(short)) * float64(len(short)) / float64(len(long))
		}
		if ratio > 3 {
			t.Errorf("%q: a byte of a text sixteen times as long takes %.1f times as long", sentence, ratio)
		}
	}
}
