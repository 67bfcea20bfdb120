package attribute

// initials finds the earlier speaker whose short form in capitals a name is: "KCSO"
// after "the Karm County Sheriff's Office"; -1 where there is none.
func (d *doc) initials(name string) int {
	if len(name) < 3 || len(name) > 7 {
		return -1
	}
	for i := 0; i < len(name); i++ {
		if name[i] < 'A' || name[i] > 'Z' {
			return -1
		}
	}
	for k := len(d.speakers) - 1; k >= 0; k-- {
		for _, n := range d.speakers[k].names {
			if len(n) > len(name) && startLetters(n, name) {
				return k
			}
		}
	}
	return -1
}

// startLetters tells whether the capitals that words of name begin with, and they alone,
// are those of short, which is in capitals.
func startLetters(name, short string) bool {
	n := 0
	for i := 0; i < len(name); i++ {
		if i > 0 && name[i-1] != ' ' && name[i-1] != '-' || name[i] < 'A' || name[i] > 'Z' {
			continue
		}
		if n >= len(short) || name[i] != short[n] {
			return false
		}
		n++
	}
	return n == len(short)
}
