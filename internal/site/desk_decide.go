package site

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/site/query"
)

// maxTicks bounds the claims that one form names.
const maxTicks = 2000

// readTyped reads the form of an incident's page. What is too long is cut and
// what cannot be is left out, but for what was chosen, which is an error.
func readTyped(r *http.Request) (typed, error) {
	if err := r.ParseForm(); err != nil {
		return typed{}, fmt.Errorf("reading a form: %w", err)
	}
	v := r.PostForm
	words := cut(query.MaxWords, oneLine(strings.ToValidUTF8(v.Get("words"), " ")))
	t := typed{Reason: reasonOf(r), Words: words, Grading: isnad.Grading(v.Get("grading")), Status: isnad.StrikeStatus(v.Get("status")),
		Ticks: map[string]bool{}, States: map[string]string{}}
	var errs []error
	id := func(name, s string) string {
		if len(s) > query.MaxID || !utf8.ValidString(s) || strings.ContainsAny(s, " \n\r\t\x00") {
			errs = append(errs, &query.Error{Param: name, Value: cut(100, plainText(s)), Want: "the ID of one thing"})
			return ""
		}
		return s
	}
	t.Other, t.Seen = id("other", v.Get("other")), id("seen", v.Get("seen"))
	if len(v["claim"]) > maxTicks {
		errs = append(errs, &query.Error{Param: "claim", Want: "given at most " + number(maxTicks) + " times"})
	}
	for _, s := range v["claim"][:min(len(v["claim"]), maxTicks)] {
		if s = id("claim", s); s != "" {
			t.Ticks[s] = true
		}
	}
	if s := v.Get("saw"); s != "" {
		t.Saw = map[string]bool{}
		for s := range strings.FieldsSeq(s) {
			if len(t.Saw) < maxTicks && len(s) <= query.MaxID {
				t.Saw[s] = true
			}
		}
	}
	if n, err := strconv.ParseInt(v.Get("number"), 10, 64); err == nil {
		t.Number = n
	}
	for name := range v {
		if of, ok := strings.CutPrefix(name, "seen-"); ok && len(t.States) < 100 {
			t.States[of] = v.Get(name)
		}
	}
	if t.Grading != "" && !slices.Contains(query.Gradings(), t.Grading) {
		errs = append(errs, &query.Error{Param: "grading", Value: cut(100, plainText(string(t.Grading))), Want: "a grading"})
	}
	if t.Status != "" && !slices.Contains(query.Statuses(), t.Status) {
		errs = append(errs, &query.Error{Param: "status", Value: cut(100, plainText(string(t.Status))), Want: "a strike status"})
	}
	return t, errors.Join(errs...)
}

// ticked are the claims ticked, in order.
func (t typed) ticked() []string {
	var out []string
	for id := range t.Ticks {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// asked is what a form asks for, or a word to the person on what is missing.
type asked func(me who, id string, t typed) (a isnad.Act, missing string)

// incidentAct handles a form of an incident's page that decides something.
func (s *site) incidentAct(ask asked) func(w http.ResponseWriter, r *http.Request, me who) error {
	return func(w http.ResponseWriter, r *http.Request, me who) error {
		t, err := readTyped(r)
		if err != nil {
			return err
		}
		id := r.PathValue("id")
		a, missing := ask(me, id, t)
		if missing != "" {
			return s.again(w, r, me, http.StatusUnprocessableEntity, id, t, missing)
		}
		a.Reason = t.Reason
		if a.About == id {
			a.Seen = t.Seen
		} else {
			a.Seen = t.States[a.About]
		}
		a.SeenToo = map[string]string{}
		for _, x := range []string{id, t.Other} {
			switch {
			case x == a.About || x == "" || x != id && x != a.Into:
			case x == id:
				a.SeenToo[x] = t.Seen
			default:
				a.SeenToo[x] = t.States[x]
			}
		}
		done, err := s.decide(r.Context(), me, a)
		if err != nil {
			return s.refusal(w, r, me, id, t, err)
		}
		for _, x := range []string{done.About, done.Into} {
			if x == "" {
				continue
			}
			if err := s.awaitSum(r.Context(), x); err != nil {
				return err
			}
		}
		http.Redirect(w, r, withDone(incidentDesk(id), done.ID), http.StatusSeeOther)
		return nil
	}
}

// refusal shows the page again after an act was not recorded, with what was typed.
func (s *site) refusal(w http.ResponseWriter, r *http.Request, me who, id string, t typed, err error) error {
	if why, ok := refusedWhy(err); ok {
		return s.again(w, r, me, http.StatusUnprocessableEntity, id, t, "That was not done: "+why+".")
	}
	if errors.Is(err, isnad.ErrConflict) {
		return s.again(w, r, me, http.StatusConflict, id, t, "")
	}
	if t.Other != "" && errors.Is(err, isnad.ErrNotFound) {
		return s.again(w, r, me, http.StatusUnprocessableEntity, id, t, "That was not done: the other incident, or one of the claims, is not there any more.")
	}
	return err
}

// again shows the page with all that the person has filled in. An empty problem
// stands for a conflict: then it tells what others changed.
func (s *site) again(w http.ResponseWriter, r *http.Request, me who, status int, id string, t typed, problem string) error {
	to, err := s.nowAt(r.Context(), id)
	if err != nil {
		return err
	}
	if err := s.awaitSum(r.Context(), to); err != nil {
		return err
	}
	if t.Other != "" { // it may have gone on under another name
		if t.Other, err = s.nowAt(r.Context(), t.Other); err != nil {
			return err
		}
	}
	p := deskIncidentPage{Typed: t, Problem: problem}
	if problem == "" && status == http.StatusConflict {
		p.Changed = &meanwhile{Moved: to != id}
	}
	return s.showIncident(w, r, me, status, to, p)
}

// findOther shows the page with incidents that answer to the words typed.
func (s *site) findOther(w http.ResponseWriter, r *http.Request, me who) error {
	t, err := readTyped(r)
	if err != nil {
		return err
	}
	return s.again(w, r, me, http.StatusOK, r.PathValue("id"), t, "")
}

func askConfirm(_ who, id string, _ typed) (isnad.Act, string) {
	return isnad.Act{Kind: isnad.ActConfirmIncident, About: id}, ""
}

// askGrade needs a reason, since it stands against what the rules make of the
// claims. That harm is confirmed is for reviewers to say.
func askGrade(me who, id string, t typed) (isnad.Act, string) {
	switch {
	case t.Grading == "" && t.Status == "":
		return isnad.Act{}, "Choose a grading or a strike status first."
	case t.Reason == "":
		return isnad.Act{}, "Say why: a grading goes against what the rules make of the claims, so its reason stands with it."
	case t.Grading == isnad.GradeConfirmed && !me.Person.May(isnad.RoleReviewer):
		return isnad.Act{}, "Only a reviewer says that harm is confirmed."
	}
	return isnad.Act{Kind: isnad.ActGradeIncident, About: id, Grading: t.Grading, Status: t.Status}, ""
}

func askSplit(_ who, id string, t typed) (isnad.Act, string) {
	if len(t.Ticks) == 0 {
		return isnad.Act{}, "Tick the claims that tell of another incident first."
	}
	return isnad.Act{Kind: isnad.ActSplitIncident, About: id, Moved: t.ticked()}, ""
}

const chooseFirst = "Choose the other incident first: pick a suggestion, or find it by its words."

// askMerge lets this incident go on as the other one.
func askMerge(_ who, id string, t typed) (isnad.Act, string) {
	if t.Other == "" {
		return isnad.Act{}, chooseFirst
	}
	return isnad.Act{Kind: isnad.ActMergeIncidents, About: id, Into: t.Other}, ""
}

// askTakeIn lets the other incident go on as this one.
func askTakeIn(_ who, id string, t typed) (isnad.Act, string) {
	if t.Other == "" {
		return isnad.Act{}, chooseFirst
	}
	return isnad.Act{Kind: isnad.ActMergeIncidents, About: t.Other, Into: id}, ""
}

// askRelate says that both have to do with each other and are not the same.
func askRelate(_ who, id string, t typed) (isnad.Act, string) {
	if t.Other == "" {
		return isnad.Act{}, chooseFirst
	}
	return isnad.Act{Kind: isnad.ActRelateIncidents, About: id, Into: t.Other}, ""
}

// askMove lets the ticked claims tell of the other incident.
func askMove(_ who, _ string, t typed) (isnad.Act, string) {
	switch {
	case len(t.Ticks) == 0:
		return isnad.Act{}, "Tick the claims that tell of the other incident first."
	case t.Other == "":
		return isnad.Act{}, chooseFirst
	}
	return isnad.Act{Kind: isnad.ActMoveClaims, About: t.Other, Moved: t.ticked()}, ""
}
