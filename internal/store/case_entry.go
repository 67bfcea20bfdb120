package store

import (
	"database/sql"
	"encoding/json"
	"time"

	"isnad"
)

// What entries about cases and notices say. As for all entries, field names are
// part of the format that docs/log.md describes.

// opened says that a form was handed in. Its evidence is not in the hash of the
// form: addresses are fetched later, and each capture has an entry of its own.
type opened struct {
	Case     string         `json:"case"`
	Number   int64          `json:"number"`
	Kind     isnad.CaseKind `json:"kind"`
	Received time.Time      `json:"received"`
	Form     isnad.Hash     `json:"form"` // of the JSON of the form without its evidence
}

func openedStatement(c *isnad.Case) (opened, error) {
	f := c.Form
	f.Evidence = nil
	form, err := jsonHash(f)
	return opened{c.ID, c.Number, c.Kind, c.Opened, form}, err
}

type ruled struct {
	Case     string            `json:"case"`
	Act      int               `json:"act"`
	Time     time.Time         `json:"time"`
	Decision isnad.CaseOutcome `json:"decision"`
	Effect   isnad.Effect      `json:"effect,omitempty"`
	Ruling   isnad.Hash        `json:"ruling"` // of its JSON
}

type carriedOut struct {
	Case    string    `json:"case"`
	Act     int       `json:"act"`
	Time    time.Time `json:"time"`
	Notices []string  `json:"notices"`
}

// actOfCaseStatement is what an entry says of an act of a case; nil for acts that
// have none.
func actOfCaseStatement(id string, a *isnad.CaseAct) (isnad.EntryKind, any, error) {
	switch {
	case a.Kind == isnad.CaseDecide && a.Ruling != nil:
		ruling, err := jsonHash(a.Ruling)
		return isnad.EntryDecision, ruled{id, a.Number, a.Time, a.Ruling.Decision, a.Ruling.Effect, ruling}, err
	case a.Kind == isnad.CaseCarryOut:
		return isnad.EntryCarryOut, carriedOut{id, a.Number, a.Time, append([]string{}, a.Notices...)}, nil
	}
	return "", nil, nil
}

type noticed struct {
	Notice string           `json:"notice"`
	Number int64            `json:"number"`
	Kind   isnad.NoticeKind `json:"kind"`
	Report string           `json:"report"`
	Case   string           `json:"case"`
	Act    int              `json:"act"`
	Issued time.Time        `json:"issued"`
	Title  isnad.Hash       `json:"title_sha256"`
	Text   isnad.Hash       `json:"text_sha256"`
}

func noticeStatement(n *isnad.Notice) noticed {
	return noticed{n.ID, n.Number, n.Kind, n.Report, n.Case, n.Act, n.Issued, isnad.HashOf([]byte(n.Title)), isnad.HashOf([]byte(n.Text))}
}

func jsonHash(v any) (isnad.Hash, error) {
	doc, err := json.Marshal(v)
	return isnad.HashOf([]byte(clean(string(doc)))), err
}

// enteredCases holds cases, decisions and notices against their entries. An entry
// that was erased says nothing any more, and stands against nothing.
func (k checker) enteredCases(begun bool) error {
	said := map[string]map[string]bool{} // kind and about → what its entries say; "" where one was erased
	err := k.each(func(row *sql.Rows) error {
		var kind, about, statement string
		err := row.Scan(&kind, &about, &statement)
		key := kind + " " + about
		if said[key] == nil {
			said[key] = map[string]bool{}
		}
		said[key][statement] = true
		return err
	}, "SELECT kind, about, statement FROM entries WHERE kind IN ('case', 'decision', 'carry_out', 'notice')")
	if err != nil {
		return err
	}
	hold := func(kind isnad.EntryKind, about, what string, statement any) error {
		want, err := canonical(statement)
		got := said[string(kind)+" "+about]
		switch {
		case err != nil || got[want] || got[""]:
		case len(got) > 0:
			k.faultf("%s is not as the log has it", what)
		case begun:
			k.faultf("%s is not in the log", what)
		}
		return err
	}
	err = k.each(func(row *sql.Rows) error {
		c, err := scanCase(row)
		if err != nil {
			return nil // cases names it
		}
		statement, err := openedStatement(&c)
		if err != nil {
			return err
		}
		return hold(isnad.EntryCase, c.ID, "case "+c.ID, statement)
	}, "SELECT doc FROM cases ORDER BY number")
	if err != nil {
		return err
	}
	err = k.each(func(row *sql.Rows) error {
		var id, doc string
		if err := row.Scan(&id, &doc); err != nil {
			return err
		}
		var a isnad.CaseAct
		if err := json.Unmarshal([]byte(doc), &a); err != nil {
			return nil // cases names it
		}
		kind, statement, err := actOfCaseStatement(id, &a)
		if err != nil || kind == "" {
			return err
		}
		return hold(kind, id, "the decision of case "+id+" or its carrying-out", statement)
	}, "SELECT case_id, doc FROM case_acts WHERE kind IN ('decide', 'carry_out') ORDER BY case_id, number")
	if err != nil {
		return err
	}
	return k.each(func(row *sql.Rows) error {
		n, err := scanNotice(row)
		if err != nil {
			return nil // notices names it
		}
		return hold(isnad.EntryNotice, n.ID, "notice "+n.ID, noticeStatement(&n))
	}, "SELECT "+noticeColumns+" FROM notices n ORDER BY n.number")
}
