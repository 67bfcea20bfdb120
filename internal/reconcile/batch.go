package reconcile

import (
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/names"
)

// Batch groups the claims of a file of reports and returns for each the key of
// its incident: its day, place and kind, as a person would call it
// ("2024-03-12-deir-ez-zor-al-tawahin-air-strike"), with a number where several
// incidents would have the same. The same claims get the same keys in whatever
// order they come, as long as their IDs differ.
func Batch(claims []isnad.Claim) []string {
	m := makerOf(claims)
	m.place(claims)
	keys := make([]string, len(claims))
	used := map[string]int{}
	for _, c := range m.all() { // in the order of telling, so the order given does not matter
		key := c.key()
		used[key]++
		if n := used[key]; n > 1 {
			key += "-" + strconv.Itoa(n)
		}
		for _, v := range c.members {
			keys[v.ord] = key
		}
	}
	return keys
}

// key names a cluster after the member that says most.
func (c *cluster) key() string {
	v := c.members[0]
	day := "undated"
	if v.dated {
		day = v.claim.When.From.String()
	}
	parts := []string{day}
	p := &v.claim.Place
	for _, name := range []string{p.At, p.Name} {
		w := strings.ReplaceAll(names.Fold(cut(name, 60)), " ", "-")
		if w != "" && (len(parts) == 1 || !strings.Contains(parts[1], w)) {
			parts = append(parts, w)
		}
	}
	if len(parts) == 1 && p.Country != "" {
		parts = append(parts, strings.ToLower(p.Country))
	}
	event := v.claim.Event
	if event == "" {
		event = isnad.EventOther
	}
	return strings.Join(append(parts, strings.ReplaceAll(string(event), "_", "-")), "-")
}
