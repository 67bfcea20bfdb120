package attribute

import (
	"strings"
	"unicode/utf8"
)

// Quotation marks around a name keep the writer's distance from it and quote nobody: "the
// ‘Ruritanian’ army", "the “Northern State” group". The name is read as if they were not there.

// maxName bounds the bytes between such marks.
const maxName = 40

// distanced returns where the name ends that the quotation mark at i of t opens; 0 where
// something else stands between the marks. One or two words in capitals are a name, and a
// word in small letters goes on behind it.
func distanced(t string, i int) int {
	q, n := utf8.DecodeRuneInString(t[i:])
	closing := ""
	switch q {
	case '‘':
		closing = "’"
	case '“':
		closing = "”"
	case '"', '\'':
		closing = t[i : i+n]
	default:
		return 0
	}
	if i > 0 && t[i-1] != ' ' && t[i-1] != '\n' && t[i-1] != '(' {
		return 0
	}
	a := i + n
	k := strings.Index(t[a:min(len(t), a+maxName)], closing)
	if k < 4 {
		return 0
	}
	end := a + k
	after := end + len(closing)
	if after+1 >= len(t) || t[after] != ' ' || t[after+1] < 'a' || t[after+1] > 'z' || !capitals(t[a:end]) {
		return 0
	}
	return end
}

// capitals tells whether a text is one or two words of plain letters that begin with
// capitals.
func capitals(t string) bool {
	words := 0
	for k := 0; k < len(t); k++ {
		first := k == 0 || t[k-1] == ' '
		switch c := t[k]; {
		case first && 'A' <= c && c <= 'Z':
			words++
		case !first && (plainLetter(c) || c == '-' || c == ' ' && k+1 < len(t)):
		default:
			return false
		}
	}
	return words > 0 && words < 3
}

// withoutMark returns a name without the closing mark whose opening one stands before it:
// "Ruritanian’ army".
func withoutMark(name string) string {
	for _, m := range [...][2]string{{"‘", "’ "}, {"“", "” "}, {`"`, `" `}, {"'", "' "}} {
		k := strings.Index(name, m[1])
		if k > 0 && name[k-1] != 's' && !strings.Contains(name[:k], m[0]) {
			return name[:k] + name[k+len(m[1])-1:]
		}
	}
	return name
}
