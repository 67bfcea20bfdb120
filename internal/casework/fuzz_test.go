package casework

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// FuzzForm throws any JSON at a form: it opens a case or is told what it lacks,
// and whatever is opened can be shown and written about.
func FuzzForm(f *testing.F) {
	for _, k := range isnad.CaseKinds() {
		doc, err := json.Marshal(form(k))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(doc)
	}
	f.Add([]byte(`{"kind":"complaint","about":"r00000000000000000000","text":"\u202e<script>alert(1)</script>","email":"a@b.example\r\nBcc: all@b.example"}`))
	f.Add([]byte(`{"kind":"copyright","name":"((((","signature":"[a-z]{9999}","evidence":[{"address":"javascript:alert(1)"}]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		var in isnad.CaseForm
		if json.Unmarshal(doc, &in) != nil {
			t.Skip()
		}
		once := Clean(in)
		if twice := Clean(once); !reflect.DeepEqual(once, twice) {
			t.Fatalf("cleaned twice it is another form:\n%+v\n%+v", once, twice)
		}
		missing := Missing(&in)
		c, err := Default().Open(in, start)
		if (err == nil) != (len(missing) == 0) {
			t.Fatalf("missing %v, error %v", missing, err)
		}
		if err != nil {
			var lacks *MissingError
			if !errors.As(err, &lacks) || !errors.Is(err, isnad.ErrRefused) {
				t.Fatalf("an error that does not say what is missing: %v", err)
			}
			for _, e := range missing {
				if e.Field == "" || e.Words == "" {
					t.Fatalf("a gap without words: %+v", e)
				}
			}
			return
		}
		for _, s := range []string{c.Form.Name, c.Form.Email, c.Form.Text, c.Form.Court} {
			if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E }) {
				t.Fatalf("%q was kept", s)
			}
		}
		pub := Public(&c)
		if c.Form.Email != "" && strings.Contains(strings.ToLower(dump(&pub)), strings.ToLower(c.Form.Email)) && !strings.Contains(c.ID+c.About+c.Form.Language, c.Form.Email) {
			t.Fatalf("the register shows %s", c.Form.Email)
		}
		Mine(&c)
		for _, l := range Default().Letters(&c, &c.Acts[0], "", false) {
			if strings.ContainsAny(l.To+l.Subject, "\r\n") {
				t.Fatalf("a letter with a header of its own: %+v", l)
			}
		}
	})
}

// FuzzRules throws any JSON at the rules: they are read or refused, and what is
// read gives every kind of case its dates.
func FuzzRules(f *testing.F) {
	f.Add([]byte(`{"zone":"Europe/Berlin","weekend":["friday","saturday"],"holidays":["2026-12-25"],"appeals":1,"terms":{"correction":{"decide":"5w"},"counter_notice":{"put_back_min":10,"put_back_max":14}}}`))
	f.Add([]byte(`{"terms":{"privacy":{"appeal":"0d"}}}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		r, err := ParseRules(doc)
		if err != nil {
			return
		}
		for _, k := range isnad.CaseKinds() {
			c, err := r.Open(form(k), start)
			if err != nil {
				t.Fatal(err)
			}
			if !c.Due.IsZero() && c.Due.Before(start) {
				t.Fatalf("a %s is due %s", k, c.Due)
			}
			r.Due(&c, start.AddDate(1, 0, 0))
		}
	})
}
