package people

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxName is the length of the longest name, in characters.
const MaxName = 60

// ErrName is wrapped by errors that say what is wrong with a name, in words for
// the person who chose it.
var ErrName = errors.New("not a name to use")

// CheckName gives a name as it will be shown: spaces run together, characters
// composed. Names stand beside acts, so what is not seen, or turns the direction
// of the text around it, is refused.
func CheckName(name string) (string, error) {
	if len(name) > 8*MaxName {
		return "", fmt.Errorf("%w: it is longer than %d characters", ErrName, MaxName)
	}
	name = norm.NFC.String(strings.Join(strings.Fields(name), " "))
	letters := false
	for _, r := range name {
		switch {
		case r == '\u200C' || r == '\u200D': // the joiners are letters' spelling in Persian
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs):
			return "", fmt.Errorf("%w: it holds characters that are not seen", ErrName)
		case unicode.IsLetter(r):
			letters = true
		}
	}
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		return "", fmt.Errorf("%w: it is empty", ErrName)
	case n > MaxName:
		return "", fmt.Errorf("%w: it is longer than %d characters", ErrName, MaxName)
	case !letters:
		return "", fmt.Errorf("%w: it holds no letter", ErrName)
	}
	return name, nil
}

// Fold is a name as names are compared: capitals, widths, ligatures and joiners
// make no difference.
func Fold(name string) string {
	if len(name) > 8*MaxName {
		name = strings.ToValidUTF8(name[:8*MaxName], "")
	}
	name = strings.NewReplacer("\u200C", "", "\u200D", "").Replace(name)
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(strings.Join(strings.Fields(name), " "))))
}
