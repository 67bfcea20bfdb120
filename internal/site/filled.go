package site

import "isnad"

// filledSlot is one slot of a claim whose value a model gave, for people.
type filledSlot struct {
	Slot string // "Where"
	isnad.Filled
}

// filledSlots lists the slots that a model filled, in the order people read slots.
func filledSlots(m map[string]isnad.Filled) []filledSlot {
	var out []filledSlot
	for _, slot := range slotOrder {
		if f, ok := m[slot]; ok {
			out = append(out, filledSlot{slotNames[slot], f})
		}
	}
	return out
}
