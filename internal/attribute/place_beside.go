package attribute

// A place and those who tell of it stand side by side where a comma was lost: "killed in
// Zamalka activists said". "In Zamalka" ends the account, the speakers open their clause.

// saidBeside tells whether the name from item n to e is led to by "in" or the like and
// followed by people who say something and nothing else of theirs.
func (f *field) saidBeside(s *sentence, n, e, to int) bool {
	if n-1 <= s.lead || e+1 >= to || !f.items[e].is(tHead|tSrc) || f.items[e].is(tCap|tSingular) || !f.items[e+1].is(tSay) {
		return false
	}
	switch f.word(n - 1) {
	case "in", "near", "outside", "inside", "at":
	default:
		return false
	}
	return f.deedBefore(s, n-1) // an account came before: "told in Douma"
}
