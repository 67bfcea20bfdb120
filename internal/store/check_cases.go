package store

import (
	"database/sql"
	"encoding/json"

	"isnad"
)

// cases holds the cases against their sums and their acts: each has all acts from
// the first on, and stands as the last one left it.
func (k checker) cases() error {
	acts := map[string][]isnad.CaseAct{}
	err := k.each(func(row *sql.Rows) error {
		var id, kind, person, doc, sum string
		var number int
		var time int64
		if err := row.Scan(&id, &number, &time, &kind, &person, &doc, &sum); err != nil {
			return err
		}
		var a isnad.CaseAct
		if err := json.Unmarshal([]byte(doc), &a); err != nil {
			k.faultf("act %d of case %s cannot be read: %v", number, id, err)
		}
		if rowSum(doc) != sum || a.Number != number || micros(a.Time) != time || string(a.Kind) != kind || short(a.Person) != person {
			k.faultf("act %d of case %s is not as it was written: its checksum does not match", number, id)
		}
		a.Text, a.Evidence = "", nil
		acts[id] = append(acts[id], a)
		return nil
	}, "SELECT case_id, number, time, kind, person, doc, sum FROM case_acts ORDER BY case_id, number")
	if err != nil {
		return err
	}
	next := int64(1)
	err = k.each(func(row *sql.Rows) error {
		var number, opened, due, decided int64
		var id, kind, state, about, report, handler, decision, doc, sum string
		if err := row.Scan(&number, &id, &kind, &state, &opened, &due, &about, &report, &handler, &decision, &decided, &doc, &sum); err != nil {
			return err
		}
		if number != next {
			k.faultf("cases from number %d to %d are missing", next, number-1)
		}
		next = number + 1
		list := acts[id]
		delete(acts, id)
		var x isnad.Case
		if err := json.Unmarshal([]byte(doc), &x); err != nil {
			k.faultf("case %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || x.Number != number || x.ID != id || string(x.Kind) != kind || micros(x.Opened) != opened || short(x.About) != about || short(x.Report) != report {
			k.faultf("case %s is not as it was written: its checksum does not match", id)
		}
		if string(x.State) != state || micros(x.Due) != due || short(x.Handler) != handler || string(x.Decision) != decision || micros(x.Decided) != decided {
			k.faultf("case %s is listed otherwise than it reads", id)
		}
		k.caseActs(&x, list)
		return nil
	}, "SELECT number, id, kind, state, opened, due, about, report, handler, decision, decided, doc, sum FROM cases ORDER BY number")
	if err != nil {
		return err
	}
	for id := range acts {
		k.faultf("case %s, which is not there, has acts", id)
	}
	return k.list("SELECT t.case_id FROM case_tokens t LEFT JOIN cases c ON c.id = t.case_id WHERE c.id IS NULL", "case %s, which is not there, has an address")
}

func (k checker) caseActs(x *isnad.Case, acts []isnad.CaseAct) {
	if len(acts) == 0 {
		k.faultf("case %s has no acts", x.ID)
		return
	}
	for i := range acts {
		if acts[i].Number != i+1 {
			k.faultf("act %d of case %s is missing", i+1, x.ID)
			return
		}
		if i > 0 && acts[i].From != acts[i-1].State {
			k.faultf("act %d of case %s does not follow from the one before", i+1, x.ID)
		}
	}
	if last := acts[len(acts)-1]; last.State != x.State {
		k.faultf("case %s is %s, its last act left it %s", x.ID, x.State, last.State)
	}
	if x.Decision != "" && x.Decision != isnad.CaseWithdrawn {
		for i := len(acts) - 1; i >= 0; i-- {
			if acts[i].Ruling != nil {
				return
			}
		}
		k.faultf("case %s is decided by an act that is not there", x.ID)
	}
}

// notices holds the notices against their sums and the acts that issued them.
func (k checker) notices() error {
	next := int64(1)
	err := k.each(func(row *sql.Rows) error {
		var number, issued int64
		var act int
		var id, kind, report, of, doc, sum string
		if err := row.Scan(&number, &id, &kind, &report, &of, &act, &issued, &doc, &sum); err != nil {
			return err
		}
		if number != next {
			k.faultf("notices from number %d to %d are missing", next, number-1)
		}
		next = number + 1
		var n isnad.Notice
		if err := json.Unmarshal([]byte(doc), &n); err != nil {
			k.faultf("notice %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || n.Number != number || n.ID != id || string(n.Kind) != kind || short(n.Report) != report || short(n.Case) != of || n.Act != act || micros(n.Issued) != issued {
			k.faultf("notice %s is not as it was written: its checksum does not match", id)
		}
		return nil
	}, "SELECT number, id, kind, report, case_id, act, issued, doc, sum FROM notices ORDER BY number")
	if err != nil {
		return err
	}
	err = k.list("SELECT n.id FROM notices n LEFT JOIN case_acts a ON a.case_id = n.case_id AND a.number = n.act WHERE a.number IS NULL",
		"notice %s was issued by an act that is not there")
	if err != nil {
		return err
	}
	return k.list("SELECT n.id FROM notices n LEFT JOIN notices r ON r.id = n.undone WHERE n.undone <> '' AND (r.id IS NULL OR r.kind <> 'restoration')",
		"notice %s was ended by a restoration that is not there")
}

// list calls fault with what for every ID that a query gives.
func (k checker) list(query, what string) error {
	return k.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		k.faultf(what, id)
		return err
	}, query)
}
