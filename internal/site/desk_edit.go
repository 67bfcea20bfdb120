package site

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"isnad"
)

// slotForm is a form about the slots of one claim, with what the names in it may
// mean.
type slotForm struct {
	Prefix     string // of the names of its fields
	Action     string // where it is sent
	F          fields
	Wrong      slotErrors
	Meanwhile  map[string]string // what slots became while somebody typed
	Base       string
	AskedPlace string // name whose meanings are shown
	Places     []meaning
	Parties    []partyRow
	Counts     []countRow
	Claimants  []meaning
	FindSource string
	Few        bool // only the slots that the parts of a split differ in
	Part       int
	Sure       map[string]string // how sure the machine is of slots that it doubts
}

type partyRow struct {
	N        int
	Name     string
	Meanings []meaning
}

type countRow struct {
	N                                           int
	Figure, Was, Outcome, Category, Scope, Part string
	Words                                       string // as the text has it
}

// Field is one input of a form with what is said about it.
type Field struct {
	ID, Name, Label, Hint, Value, Wrong, Meanwhile, Sure string
	Slot                                                 string
}

// Field prepares the input of a slot.
func (f *slotForm) Field(name, label, hint string) Field {
	slot := slotOf(name)
	x := Field{ID: f.Prefix + name, Name: f.Prefix + name, Label: label, Hint: hint, Value: f.F[name], Slot: slot}
	if name == "from" || name == "place-name" || slot == name { // what is said of a slot stands at its first field
		x.Wrong, x.Meanwhile, x.Sure = f.Wrong[slot], f.Meanwhile[slot], f.Sure[slot]
	}
	return x
}

// Get is the text of a field.
func (f *slotForm) Get(name string) string { return f.F[name] }

// More tells whether something of the slots that are folded away wants a look.
func (f *slotForm) More() bool {
	for _, slot := range []string{"stage", "polarity", "background", "targets", "weapon", "counts", "victims", "via", "casualties"} {
		if f.Wrong[slot] != "" || f.Meanwhile[slot] != "" {
			return true
		}
	}
	return false
}

// names fills in what the names of a form may mean.
func (s *site) meanings(ctx context.Context, f *slotForm, c *isnad.Claim, outlet string) error {
	f.Sure = map[string]string{}
	for slot, p := range c.Slots {
		if p < unsureBelow && !setByPerson(c, slot) {
			f.Sure[slot] = percentWords(p)
		}
	}
	s.placeMeanings(f, c)
	if f.Few {
		return nil
	}
	for _, i := range f.F.rows("a", "name") {
		f.Parties = append(f.Parties, s.partyMeanings(f.F, i, c.Place.Country))
	}
	for _, i := range f.F.rows("c", "figure") {
		p := fmt.Sprintf("c%d-", i)
		row := countRow{i, f.F[p+"figure"], f.F[p+"was"], f.F[p+"outcome"], f.F[p+"category"], f.F[p+"scope"], f.F[p+"part"], ""}
		for k, n := range c.Counts {
			if fmt.Sprint(k) == row.Was {
				row.Words = n.Words
			}
		}
		f.Counts = append(f.Counts, row)
	}
	return s.sourceMeanings(ctx, f, c, outlet)
}

func (s *site) placeMeanings(f *slotForm, c *isnad.Claim) {
	chosen := f.F["place-id"]
	seen := map[string]bool{}
	add := func(m meaning) {
		if !seen[m.ID] {
			seen[m.ID] = true
			m.Chosen = m.ID == chosen
			f.Places = append(f.Places, m)
		}
	}
	entry := func(id, at string) {
		m := meaning{ID: id, Name: first(at, id)}
		if s.o.Desk.Books != nil {
			if p, ok := s.o.Desk.Books.Place(id); ok {
				m.Name, m.About = p.Name, s.placeAbout(p)
			}
		}
		add(m)
	}
	if c.Place.ID != "" {
		entry(c.Place.ID, c.Place.At)
	}
	if s.o.Desk.Books != nil && f.AskedPlace != "" {
		for _, p := range s.o.Desk.Books.Places(cut(200, f.AskedPlace), c.Place.Country) {
			add(meaning{ID: p.ID, Name: p.Name, About: s.placeAbout(p)})
		}
	}
	if chosen != "" {
		entry(chosen, "")
	}
	add(meaning{Name: "Not in the gazetteer", About: "it stands without a point on the map"})
}

func (s *site) partyMeanings(f fields, i int, country string) partyRow {
	p := fmt.Sprintf("a%d-", i)
	row := partyRow{N: i, Name: f[p+"name"]}
	chosen := first(f[p+"id"], "auto")
	add := func(id, name, about string) {
		if !slices.ContainsFunc(row.Meanings, func(m meaning) bool { return m.ID == id }) {
			row.Meanings = append(row.Meanings, meaning{id, name, about, id == chosen})
		}
	}
	add("auto", "whoever the book knows by this name", "")
	if s.o.Desk.Books != nil && i < 20 {
		if x, ok := s.o.Desk.Books.Party(chosen); ok {
			add(x.ID, x.Name, partyWords(x.Kind))
		} else if chosen != "auto" && chosen != "none" {
			add(chosen, chosen, "")
		}
		if row.Name != "" {
			for _, x := range s.o.Desk.Books.Parties(cut(200, row.Name), country) {
				add(x.ID, x.Name, partyWords(x.Kind))
			}
		}
	}
	add("none", "no party that is known", "")
	return row
}

func (s *site) sourceMeanings(ctx context.Context, f *slotForm, c *isnad.Claim, outlet string) error {
	chosen := first(f.F["claimant"], "auto")
	var failed error
	add := func(id, value, lead string) {
		if slices.ContainsFunc(f.Claimants, func(m meaning) bool { return m.ID == value }) {
			return
		}
		m := meaning{ID: value, Name: id, About: lead, Chosen: value == chosen}
		x, ok, err := s.sourceByID(ctx, id)
		failed = errors.Join(failed, err)
		if ok {
			m.Name = x.Name
			m.About = strings.TrimSpace(strings.Join([]string{sourceWords(x.Kind), lead}, "; "))
			m.About = strings.TrimSuffix(m.About, "; ")
		}
		f.Claimants = append(f.Claimants, m)
	}
	attribution := cutLines(f.F["attribution"])
	auto := s.auto(attribution, outlet)
	add(auto, "auto", "who stands first above, or the outlet")
	if len(f.Claimants) == 1 && f.Claimants[0].Name == auto && len(attribution) > 0 {
		f.Claimants[0].Name = attribution[0]
	}
	if c.Claimant != auto {
		add(c.Claimant, c.Claimant, "as it is now")
	}
	if f.FindSource != "" {
		found, err := s.sourcesNamed(ctx, f.FindSource)
		if err != nil {
			return err
		}
		for _, x := range found {
			add(x.ID, x.ID, "")
		}
	}
	if chosen != "auto" {
		add(chosen, chosen, "")
	}
	return failed
}

type editPage struct {
	*claimPage
	Form    slotForm
	Ask     string // what the person is to choose before it is done
	Kinds   []isnad.Event
	Back    string
	Looking string // which look-up was asked for, so that the page begins there
}

func (s *site) editForm(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	e := editPage{claimPage: p, Form: slotForm{F: s.fieldsNow(p)}}
	return s.showEdit(w, r, me, http.StatusOK, &e)
}

// fieldsNow is the claim of a page as its form begins.
func (s *site) fieldsNow(p *claimPage) fields {
	return fieldsOf(&p.Claim, s.auto(p.Attribution, p.Report.SourceID))
}

func (s *site) showEdit(w http.ResponseWriter, r *http.Request, me who, status int, e *editPage) error {
	e.Kinds, e.Back = isnad.Events(), e.Queue.Claim(e.ID, "")
	e.Form.Action = e.Queue.Claim(e.ID, "edit")
	e.Form.Base = s.fieldsNow(e.claimPage).base()
	if err := s.meanings(r.Context(), &e.Form, &e.Claim, e.Report.SourceID); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, status, "desk-edit", view{Title: "Edit: " + s.claimHead(&e.Claim), Body: e})
}

// typedForm reads the form about a claim as it stands now. conflict tells that
// the claim changed since the form was made; what was typed then stands over what
// it is now.
func (s *site) typedForm(r *http.Request, p *claimPage, prefix string) (f slotForm, conflict bool, err error) {
	if f.F, err = typedFields(r.PostForm, prefix); err != nil {
		return f, false, err
	}
	f.Prefix = prefix
	f.FindSource = oneLine(strings.ToValidUTF8(r.PostFormValue(prefix+"find-claimant"), " "))
	f.AskedPlace = typedText(cutBytes(maxField, r.PostFormValue(prefix+"asked-place")))
	if r.PostFormValue("look") == prefix+"place" {
		f.AskedPlace = f.F["place-name"]
	}
	if r.PostFormValue("look") != prefix+"claimant" && f.F["claimant"] == "auto" {
		f.FindSource = ""
	}
	if r.PostFormValue("seen") == p.Seen {
		return f, false, nil
	}
	now := s.fieldsNow(p)
	merged, both := f.F.onto(baseFields(r.PostFormValue("base")), now)
	f.F, f.Meanwhile = merged, map[string]string{}
	for _, slot := range both {
		f.Meanwhile[slot] = first(s.slotWords(&p.Claim, slot), "nothing")
	}
	return f, true, nil
}

// choosePlace asks which place a name means where it was changed and no entry
// was chosen for it; the best is chosen beforehand.
func (s *site) choosePlace(f *slotForm, now fields, c *isnad.Claim) bool {
	name := f.F["place-name"]
	if s.o.Desk.Books == nil || name == now["place-name"] || name == "" || f.AskedPlace == name || f.F["place-id"] != now["place-id"] {
		return false
	}
	f.AskedPlace = name
	f.F["place-id"] = ""
	if all := s.o.Desk.Books.Places(cut(200, name), c.Place.Country); len(all) > 0 {
		f.F["place-id"] = all[0].ID
	}
	return true
}

// editClaim says that the passage says so, with the slots that were typed.
func (s *site) editClaim(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	if err := r.ParseForm(); err != nil {
		return fmt.Errorf("reading a form: %w", err)
	}
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	e := editPage{claimPage: p}
	p.Reason = reasonOf(r)
	var changed bool
	if e.Form, changed, err = s.typedForm(r, p, ""); err != nil {
		return tooLarge(err)
	}
	if changed {
		p.Conflict = p.since(r.PostFormValue("last"))
		return s.showEdit(w, r, me, http.StatusConflict, &e)
	}
	if look := r.PostFormValue("look"); look != "" {
		e.Looking = look
		return s.showEdit(w, r, me, http.StatusOK, &e)
	}
	now := s.fieldsNow(p)
	if s.choosePlace(&e.Form, now, &p.Claim) {
		e.Ask, e.Looking = "Which place is that? Choose one and save again.", "place"
		return s.showEdit(w, r, me, http.StatusOK, &e)
	}
	out, wrong, err := s.setSlots(ctx, &p.Claim, now, e.Form.F, p.Report.SourceID)
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		e.Form.Wrong = wrong
		p.Problem = wrong.words()
		return s.showEdit(w, r, me, http.StatusUnprocessableEntity, &e)
	}
	edit, err := isnad.EditOf(&p.Claim, &out)
	if err != nil {
		return err
	}
	if len(edit) == 0 {
		p.Problem = "Nothing is different. To say that it is right as it is, accept it."
		return s.showEdit(w, r, me, http.StatusUnprocessableEntity, &e)
	}
	return s.decideTyped(w, r, me, isnad.Act{Kind: isnad.ActEditClaim, About: p.ID, Seen: p.Seen, Edit: edit, Reason: p.Reason}, func(status int, problem string) error {
		now, err := s.claimOf(r, me)
		if err != nil {
			return err
		}
		now.Problem, now.Reason = problem, p.Reason
		e.claimPage = now
		if status == http.StatusConflict { // somebody was faster by a moment
			if e.Form, _, err = s.typedForm(r, now, ""); err != nil {
				return tooLarge(err)
			}
			now.Conflict = now.since(r.PostFormValue("last"))
		}
		return s.showEdit(w, r, me, status, &e)
	})
}

// decideTyped records an act that was typed in a form and goes on to the next in
// the queue; again shows the form once more where it was not taken.
func (s *site) decideTyped(w http.ResponseWriter, r *http.Request, me who, a isnad.Act, again func(status int, problem string) error) error {
	q, _ := queueFrom(r.URL.Query())
	next, err := s.onward(r.Context(), q, a.About)
	if err != nil {
		return err
	}
	done, err := s.decide(r.Context(), me, a)
	if errors.Is(err, isnad.ErrConflict) {
		return again(http.StatusConflict, "")
	}
	if why, ok := refusedWhy(err); ok {
		return again(http.StatusUnprocessableEntity, "This was not done: "+why+".")
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, withDone(next, done.ID), http.StatusSeeOther)
	return nil
}

// tooLarge makes an error of a form that is beyond its bounds one of its sender.
func tooLarge(err error) error {
	if errors.Is(err, isnad.ErrTooLarge) {
		return fmt.Errorf("%w: %w", err, &http.MaxBytesError{Limit: maxField})
	}
	return err
}

// words names what is wrong, slot by slot.
func (w slotErrors) words() string {
	var out []string
	for _, slot := range slotOrder {
		if why := w[slot]; why != "" {
			out = append(out, slotNames[slot]+": "+why)
		}
	}
	return strings.Join(out, ". ") + "."
}

// selectField is a list to choose from.
type selectField struct {
	Field   Field
	Options []meaning
}

// Select prepares the list of a slot to choose from.
func (f *slotForm) Select(name, label string) selectField {
	x := selectField{Field: f.Field(name, label, "")}
	add := func(id, name string) { x.Options = append(x.Options, meaning{ID: id, Name: name}) }
	switch name {
	case "event":
		for _, e := range isnad.Events() {
			add(string(e), eventWords(e))
		}
	case "stage":
		for _, v := range []isnad.Stage{isnad.StageAccomplished, isnad.StageAttempted, isnad.StageThreatened, isnad.StageFoiled} {
			add(string(v), string(v))
		}
	case "polarity":
		add(string(isnad.Affirmed), "affirmed: it happened")
		add(string(isnad.Denied), "denied: it did not")
	case "stance":
		for _, v := range []isnad.Stance{isnad.StanceAsserted, isnad.StanceHedged, isnad.StanceDenied, isnad.StanceSelfClaimed} {
			add(string(v), stanceWords(v))
		}
	case "place-precision":
		for i, words := range []string{"not known", "the named place itself", "within some 25 km of it", "somewhere in the district", "somewhere in the province",
			"wider, or between places", "somewhere in the country", "on the water or in the air"} {
			add(fmt.Sprint(i), words)
		}
	}
	if v := f.F[name]; !slices.ContainsFunc(x.Options, func(m meaning) bool { return m.ID == v }) { // a value of old data, or none
		x.Options = append([]meaning{{ID: v, Name: first(plainText(v), "not said")}}, x.Options...)
	}
	return x
}

// chooseField is a group of things that a name may mean.
type chooseField struct {
	ID   string
	List []meaning
}

// Choose prepares a group of things to choose from.
func (f *slotForm) Choose(name string, list []meaning) chooseField {
	return chooseField{f.Prefix + name, list}
}

// Outcomes, Categories, Scopes and Groups are what the rows of counts offer.
func (f *slotForm) Outcomes() (out []meaning) {
	for _, o := range outcomes {
		out = append(out, meaning{ID: string(o), Name: outcomeWords(o)})
	}
	return out
}

func (f *slotForm) Categories() []meaning {
	return append([]meaning{{ID: string(isnad.CategoryAll), Name: "people"}}, f.Groups()...)
}

func (f *slotForm) Scopes() []meaning {
	return []meaning{{ID: string(isnad.ScopeIncident), Name: "this incident"}, {ID: string(isnad.ScopeRunning), Name: "a running toll"}, {ID: string(isnad.ScopePeriod), Name: "a longer time"}}
}

func (f *slotForm) Groups() (out []meaning) {
	for _, c := range categories {
		out = append(out, meaning{ID: string(c), Name: categoryWords(c)})
	}
	return out
}
