package store

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// Page is one page of a list. After is the Next of the page before it, empty for the first.
type Page struct {
	Limit int // at most 1000; 50 when 0
	After string
}

func (p Page) limit() int {
	switch {
	case p.Limit <= 0:
		return 50
	case p.Limit > 1000:
		return 1000
	}
	return p.Limit
}

// cursor is what After holds: the name of the list's order and the sort key of the
// last row seen. Rows that are added meanwhile appear where the order puts them and
// move no others, so a row is seen once.
type cursor struct {
	Order string  `json:"o"`
	Keys  []int64 `json:"k"`
	Text  string  `json:"t,omitempty"`
}

func (c cursor) String() string {
	b, err := json.Marshal(c)
	if err != nil {
		return "" // unreachable: numbers and valid text
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// cursorOf reads After; ok is false for the first page.
func (p Page) cursor(order string, keys int) (c cursor, ok bool, err error) {
	if p.After == "" {
		return c, false, nil
	}
	if len(p.After) > 600 {
		return c, false, fmt.Errorf("%w: the mark of the page is too long", ErrQuery)
	}
	b, err := base64.RawURLEncoding.DecodeString(p.After)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.Order != order || len(c.Keys) != keys || clean(c.Text) != c.Text {
		return c, false, fmt.Errorf("%w: the mark of the page does not belong to this list", ErrQuery)
	}
	return c, true, nil
}

// conditions gathers the WHERE of a query with its parameters.
type conditions struct {
	parts []string
	args  []any
}

func (w *conditions) add(part string, args ...any) {
	w.parts = append(w.parts, part)
	w.args = append(w.args, args...)
}

func (w *conditions) String() string {
	if len(w.parts) == 0 {
		return "1 = 1"
	}
	return strings.Join(w.parts, " AND ")
}

// safe makes a value from outside fit to be a parameter.
func safe(s string) string { return short(s) }
