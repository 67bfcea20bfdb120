package casework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// maxRules bounds a file of rules, in bytes.
const maxRules = 1 << 20

// ParseRules reads the rules of a newsroom: a JSON object, of which whatever is
// not there stays as in Default.
//
//	{"zone": "Europe/Berlin", "weekend": ["friday", "saturday"], "holidays": ["2026-12-25"], "appeals": 1,
//	 "terms": {"correction": {"acknowledge": "1w", "decide": "5w", "carry_out": "2w", "answer": "14d", "appeal": "184d"},
//	           "counter_notice": {"put_back_min": 10, "put_back_max": 14}}}
//
// Terms are a number and w for working days or d for calendar days; "0d" sets no
// time. docs/cases.md describes it.
func ParseRules(doc []byte) (Rules, error) {
	r := Default()
	if len(doc) > maxRules {
		return r, fmt.Errorf("reading the rules of cases: %w", isnad.ErrTooLarge)
	}
	var in struct {
		Zone     *string                                       `json:"zone"`
		Weekend  *[]string                                     `json:"weekend"`
		Holidays []isnad.Day                                   `json:"holidays"`
		Appeals  *int                                          `json:"appeals"`
		Terms    map[isnad.CaseKind]map[string]json.RawMessage `json:"terms"`
	}
	d := json.NewDecoder(bytes.NewReader(doc))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return r, fmt.Errorf("reading the rules of cases: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return r, fmt.Errorf("reading the rules of cases: there is more after the object")
	}
	if in.Zone != nil {
		zone, err := time.LoadLocation(*in.Zone)
		if err != nil {
			return r, fmt.Errorf("reading the rules of cases: zone: %w", err)
		}
		r.Zone = zone
	}
	if in.Weekend != nil {
		r.Weekend = nil
		for _, name := range *in.Weekend {
			d, ok := weekday(name)
			if !ok {
				return r, fmt.Errorf("reading the rules of cases: weekend: %.40q is no day of the week", name)
			}
			r.Weekend = append(r.Weekend, d)
		}
		if week := 7; len(r.Weekend) >= week {
			return r, fmt.Errorf("reading the rules of cases: weekend: a week has a working day")
		}
	}
	r.Holidays = in.Holidays
	if in.Appeals != nil {
		if r.Appeals = *in.Appeals; r.Appeals < 0 || r.Appeals > 100 {
			return r, fmt.Errorf("reading the rules of cases: appeals: %d is not between 0 and 100", r.Appeals)
		}
	}
	for k, fields := range in.Terms {
		if !slices.Contains(isnad.CaseKinds(), k) {
			return r, fmt.Errorf("reading the rules of cases: terms: %.40q is no kind of case", string(k))
		}
		t := r.Terms[k]
		for name, raw := range fields {
			if err := t.set(name, raw); err != nil {
				return r, fmt.Errorf("reading the rules of cases: terms of %s: %.40s: %w", k, name, err)
			}
		}
		if t.PutBackMin < 0 || t.PutBackMax < t.PutBackMin || t.PutBackMin > 0 && t.PutBackMax == t.PutBackMin || t.PutBackMax > 1000 {
			return r, fmt.Errorf("reading the rules of cases: terms of %s: from %d to %d days is no time in which to put something back", k, t.PutBackMin, t.PutBackMax)
		}
		r.Terms[k] = t
	}
	return r, nil
}

func (t *Terms) set(name string, raw json.RawMessage) error {
	switch name {
	case "put_back_min":
		return json.Unmarshal(raw, &t.PutBackMin)
	case "put_back_max":
		return json.Unmarshal(raw, &t.PutBackMax)
	}
	term := map[string]*Term{"acknowledge": &t.Acknowledge, "decide": &t.Decide, "carry_out": &t.CarryOut, "answer": &t.Answer, "appeal": &t.Appeal}[name]
	if term == nil {
		return fmt.Errorf("there is no such term")
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return err
	}
	var err error
	*term, err = ParseTerm(s)
	return err
}

// ParseTerm reads a number of days: 10w are working days, 14d calendar days.
func ParseTerm(s string) (Term, error) {
	number, working := strings.CutSuffix(s, "w")
	if !working {
		var ok bool
		if number, ok = strings.CutSuffix(s, "d"); !ok {
			return Term{}, fmt.Errorf("%.40q is not a number with w for working days or d for calendar days", s)
		}
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 2000 || strings.HasPrefix(number, "+") {
		return Term{}, fmt.Errorf("%.40q is not a number of days up to 2000", s)
	}
	return Term{Days: n, Working: working}, nil
}

// String is the form that ParseTerm reads.
func (t Term) String() string {
	if t.Working {
		return strconv.Itoa(t.Days) + "w"
	}
	return strconv.Itoa(t.Days) + "d"
}

func weekday(name string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(name, d.String()) {
			return d, true
		}
	}
	return 0, false
}
