package attribute

import (
	"strings"

	"isnad"
)

// Some verbs are deeds only by words behind those whom they befall: "marched six villagers into the bush",
// "sprayed shoppers with bullets", "drove 300 families from their homes", "was taken from his shop at gunpoint".

// partedDeed is one such deed: verbs, and the words behind their object that make them one.
type partedDeed struct {
	event  isnad.Event
	verbs  string // forms, parted by spaces
	people bool   // only people can be its object
	tails  []string
}

var partedDeeds = []partedDeed{
	{event: isnad.EventAbduction, verbs: "marched marching herded herding", people: true,
		tails: []string{"into the bush", "into the forest", "into the hills", "into the mountains", "into the jungle", "into the woods", "into the desert", "at gunpoint", "to an unknown", "off at gunpoint"}},
	{event: isnad.EventAbduction, verbs: "dragged dragging pulled pulling hauled hauling taken took taking snatched", people: true, tails: []string{"at gunpoint", "at knifepoint"}},
	{event: isnad.EventAbduction, verbs: "held holding kept keeping", people: true, tails: []string{"for ransom", "hostage", "captive"}},
	{event: isnad.EventAbduction, verbs: "forced forcing", people: true, tails: []string{"into boats", "into a boat", "into their boat", "onto motorcycles", "onto motorbikes", "onto a motorbike", "onto a truck", "into trucks", "to an unknown"}},
	{event: isnad.EventDetention, verbs: "threw throwing thrown", people: true, tails: []string{"in jail", "into jail", "in prison", "into prison", "into a cell"}},
	{event: isnad.EventDisplacement, verbs: "drove driving driven forced forcing chased chasing", people: true,
		tails: []string{"from their homes", "out of their homes", "from their villages", "from their houses", "out of their houses", "off their land", "from their land", "to abandon their homes", "to leave their homes", "to flee their homes", "to abandon their villages", "to flee their villages"}},
	{event: isnad.EventDisplacement, verbs: "evicted evicting expelled expelling", people: true, tails: []string{"at gunpoint", "from their homes", "from their houses", "from their villages"}},
	{event: isnad.EventShooting, verbs: "sprayed spraying peppered peppering riddled riddling raked raking showered showering",
		tails: []string{"with bullets", "with gunfire", "with shots", "with automatic fire", "with machine-gun fire", "with machine gun fire", "with rifle fire", "with automatic weapons fire", "with pellets", "with live rounds"}},
	{event: isnad.EventShooting, verbs: "emptied emptying", tails: []string{"into a crowd", "into the crowd", "into a car", "into the car", "at a car", "at the car"}},
	{event: isnad.EventKilling, verbs: "threw throwing thrown pushed pushing hurled hurling", people: true,
		tails: []string{"off a roof", "off the roof", "from a roof", "from the roof", "off a building", "off a tall building", "from a tall building", "from a high building", "from the top of"}},
	{event: isnad.EventKilling, verbs: "put putting stood", people: true, tails: []string{"before a firing squad", "in front of a firing squad", "against a wall and shot"}},
	{event: isnad.EventPropertyDestruction, verbs: "reduced reducing", tails: []string{"to ashes", "to cinders"}},
}

// maxParted bounds the items between the verb and the words behind its object.
const maxParted = 9

// partedWords are the verbs of these deeds.
func partedWords() []string {
	var out []string
	for i := range partedDeeds {
		out = append(out, strings.Fields(partedDeeds[i].verbs)...)
	}
	return out
}

// partedForms are what the verbs of a deed become, by its kind: as they tell of the past, and as gerunds.
var partedForms = func() map[isnad.Event][2]*word {
	out := map[isnad.Event][2]*word{}
	for i := range partedDeeds {
		e := partedDeeds[i].event
		if out[e][0] == nil {
			out[e] = [2]*word{{tags: tEv, event: e, strength: 3, evForm: formPast}, {tags: tEv, event: e, strength: 3, evForm: formGerund}}
		}
	}
	return out
}()

// markParted makes deeds of such verbs.
func (f *field) markParted() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayPart) || it.is(tEv|tOut|tCap|tPunct|tNum) {
			continue
		}
		w := f.word(k)
		for i := range partedDeeds {
			if p := &partedDeeds[i]; holdsWord(p.verbs, w) && f.partedBy(p, k) {
				form := 0
				if strings.HasSuffix(w, "ing") {
					form = 1
				}
				it.w = partedForms[p.event][form]
				it.tags |= tEv
				break
			}
		}
	}
}

// holdsWord tells whether a word is among words parted by spaces.
func holdsWord(words, w string) bool {
	at := strings.Index(words, w)
	return at >= 0 && (at == 0 || words[at-1] == ' ') && (at+len(w) == len(words) || words[at+len(w)] == ' ')
}

// partedBy tells whether the words that make a deed of the verb at item k stand behind its object, or right behind it
// where it is passive.
func (f *field) partedBy(p *partedDeed, k int) bool {
	passive := k > 0 && f.items[k-1].is(tAux) && !had(f.word(k-1)) || k > 1 && f.items[k-1].is(tAdv) && f.items[k-2].is(tAux)
	for n := k + 1; n < len(f.items) && n <= k+maxParted && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		for _, tail := range p.tails {
			if f.readsOn(n, tail) {
				return passive || n > k+1 && (!p.people || f.someBody(k+1, n))
			}
		}
		if it.is(tSay|tAux|tOut|tEv|tClause|tRel|tPunct) && !it.is(tHead|tMod|tCap) && !apostrophe(f.word(n)) {
			return false
		}
	}
	return false
}

// readsOn tells whether the text from item n on begins with these words.
func (f *field) readsOn(n int, words string) bool {
	from := int(f.items[n].start)
	rest := f.low[from:]
	return strings.HasPrefix(rest, words) && (len(rest) == len(words) || !letterOrDigit(rest[len(words)]))
}

// letterOrDigit tells whether a byte goes on with a word.
func letterOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 }
