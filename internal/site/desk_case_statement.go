package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/casework"
)

// statementField is one field of a statement of reasons, as the form has it. Its
// name is that of the EU database.
type statementField struct {
	Name, Label string
	Value       string   // of lists, with commas between
	Options     []choice // to choose from; of those that take several, those that are on are chosen
	Several     bool
	Long, Day   bool
}

// statementFields are the fields in the order of the form.
func statementFields() []statementField {
	return []statementField{
		{Name: "decision_visibility", Label: "What was done to what is shown", Several: true, Options: options(casework.Visibilities())},
		{Name: "decision_visibility_other", Label: "If other: what"},
		{Name: "decision_ground", Label: "Ground", Options: options(casework.Grounds())},
		{Name: "decision_ground_reference_url", Label: "Address of the rule"},
		{Name: "illegal_content_legal_ground", Label: "If illegal: the law"},
		{Name: "illegal_content_explanation", Label: "Why that law is broken", Long: true},
		{Name: "incompatible_content_ground", Label: "If against the rules: the rule"},
		{Name: "incompatible_content_explanation", Label: "Why that rule is broken", Long: true},
		{Name: "incompatible_content_illegal", Label: "Illegal too", Options: options([]string{"Yes", "No"})},
		{Name: "decision_facts", Label: "Facts", Long: true},
		{Name: "content_type", Label: "Kind of content", Several: true, Options: options(casework.ContentTypes())},
		{Name: "category", Label: "Category", Options: options(casework.Categories())},
		{Name: "category_specification", Label: "Keywords, with commas"},
		{Name: "territorial_scope", Label: "Countries, with commas; empty for all"},
		{Name: "content_language", Label: "Language, two letters"},
		{Name: "content_date", Label: "Day of the content", Day: true},
		{Name: "application_date", Label: "Holds from", Day: true},
		{Name: "end_date_visibility_restriction", Label: "Holds until", Day: true},
		{Name: "source_type", Label: "How it came in", Options: options(casework.SourceTypes())},
		{Name: "automated_detection", Label: "Found by a machine", Options: options([]string{"Yes", "No"})},
	}
}

// statementLists are the fields that hold lists.
var statementLists = []string{"decision_visibility", "content_type", "category_specification", "territorial_scope"}

// options are values of the database with words for people.
func options(values []string) []choice {
	out := make([]choice, len(values))
	for i, v := range values {
		name := v
		for _, prefix := range []string{"DECISION_VISIBILITY_", "DECISION_GROUND_", "CONTENT_TYPE_", "STATEMENT_CATEGORY_", "SOURCE_TYPE_", "SOURCE_"} {
			if rest, ok := strings.CutPrefix(v, prefix); ok {
				name = strings.ToLower(strings.ReplaceAll(rest, "_", " "))
				break
			}
		}
		out[i] = choice{Value: v, Label: name}
	}
	return out
}

// statementValues is a statement as the fields of the form.
func statementValues(s isnad.Statement) map[string]string {
	out := map[string]string{}
	doc, err := json.Marshal(s)
	if err != nil { // unreachable: text only
		return out
	}
	var fields map[string]any
	if err := json.Unmarshal(doc, &fields); err != nil {
		return out
	}
	for name, v := range fields {
		switch v := v.(type) {
		case string:
			out[name] = typedText(v)
		case []any:
			var list []string
			for _, x := range v {
				list = append(list, fmt.Sprint(x))
			}
			out[name] = strings.Join(list, ", ")
		}
	}
	return out
}

// statementOf is the fields of the form as a statement. A day that is none is an
// error with words for the person.
func statementOf(values map[string]string) (s isnad.Statement, err error) {
	fields := map[string]any{}
	for name, v := range values {
		if v == "" {
			continue
		}
		if slices.Contains(statementLists, name) {
			list := []string{}
			for x := range strings.SplitSeq(v, ",") {
				if x = strings.TrimSpace(x); x != "" && len(list) < 400 {
					list = append(list, x)
				}
			}
			fields[name] = list
			continue
		}
		fields[name] = v
	}
	for _, f := range statementFields() {
		if v, ok := fields[f.Name].(string); ok && f.Day {
			if _, err := isnad.ParseDay(v); err != nil {
				return s, fmt.Errorf("statement of reasons, %s: %.40q is no day", f.Label, v)
			}
		}
	}
	doc, err := json.Marshal(fields)
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal(doc, &s)
}

// sentStatement reads the fields that were sent, and what they began with.
func sentStatement(r *http.Request) (sent, base map[string]string) {
	sent = map[string]string{}
	_ = r.PostFormValue("base") // parses the form
	for _, f := range statementFields() {
		var list []string
		for _, v := range r.PostForm["st-"+f.Name] {
			if len(list) < 30 {
				list = append(list, typedText(cutBytes(maxReasonForm*4, v)))
			}
		}
		sent[f.Name] = strings.Join(list, ", ")
	}
	base = map[string]string{}
	if b := r.PostFormValue("base"); len(b) > 200_000 || json.Unmarshal([]byte(b), &base) != nil {
		return sent, nil
	}
	return sent, base
}

// fillStatement gives the decision its statement of reasons: what follows from
// the case, and over it what the person set otherwise.
func (s *site) fillStatement(p *decidePage, d *isnad.Ruling, r *http.Request) error {
	facts := casework.StatementFacts{At: s.now()}
	if p.On != nil {
		facts.Language = p.On.Language
		if !p.On.Published.IsZero() {
			facts.Published = isnad.DayOf(p.On.Published)
		}
	}
	values := statementValues(casework.Statement(&p.Case, d, facts))
	doc, err := json.Marshal(values)
	if err != nil {
		return err
	}
	if d.Effect == "" {
		return nil
	}
	p.Base = string(doc)
	now := maps.Clone(values)
	if sent, base := sentStatement(r); base != nil {
		for name, v := range sent {
			if v != base[name] { // the person set it
				now[name] = v
			}
		}
	}
	p.Fields = fieldsWith(now)
	d.Statement, err = statementOf(now)
	return err
}

// typedStatement is the fields as they were sent, to be shown again.
func typedStatement(r *http.Request) ([]statementField, string) {
	sent, base := sentStatement(r)
	if base == nil {
		return nil, ""
	}
	return fieldsWith(sent), r.PostFormValue("base")
}

func fieldsWith(values map[string]string) []statementField {
	fields := statementFields()
	for i := range fields {
		f := &fields[i]
		f.Value = values[f.Name]
		chosen := []string{f.Value}
		if f.Several {
			chosen = strings.Split(f.Value, ", ")
		}
		for k := range f.Options {
			f.Options[k].On = slices.Contains(chosen, f.Options[k].Value)
		}
	}
	return fields
}
