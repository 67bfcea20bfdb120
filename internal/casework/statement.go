package casework

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
)

// StatementFacts are what a statement of reasons tells that stands in no case.
type StatementFacts struct {
	At        time.Time // of the decision
	Language  string    // BCP 47, of the report
	Published isnad.Day // of the report
	Rules     string    // address of the page with the rules of the site
	Media     []string  // media types of what the report shows besides its text
}

// The values of the database that casework gives by itself. Others are typed at
// the desk, and Check holds them against the lists below.
const (
	groundLaw   = "DECISION_GROUND_ILLEGAL_CONTENT"
	groundRules = "DECISION_GROUND_INCOMPATIBLE_CONTENT"
	notByItself = "AUTOMATED_DECISION_NOT_AUTOMATED"
)

var (
	visibilities = prefixed("DECISION_VISIBILITY_", "CONTENT_REMOVED", "CONTENT_DISABLED", "CONTENT_DEMOTED", "CONTENT_AGE_RESTRICTED",
		"CONTENT_INTERACTION_RESTRICTED", "CONTENT_LABELLED", "OTHER")
	grounds      = []string{groundLaw, groundRules}
	contentTypes = prefixed("CONTENT_TYPE_", "APP", "AUDIO", "IMAGE", "PRODUCT", "SYNTHETIC_MEDIA", "TEXT", "VIDEO", "OTHER")
	categories   = prefixed("STATEMENT_CATEGORY_", "ANIMAL_WELFARE", "CONSUMER_INFORMATION", "CYBER_VIOLENCE", "CYBER_VIOLENCE_AGAINST_WOMEN",
		"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "ILLEGAL_OR_HARMFUL_SPEECH", "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
		"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "NOT_SPECIFIED_NOTICE", "OTHER_VIOLATION_TC", "PROTECTION_OF_MINORS",
		"RISK_FOR_PUBLIC_SECURITY", "SCAMS_AND_FRAUD", "SELF_HARM", "UNSAFE_AND_PROHIBITED_PRODUCTS", "VIOLENCE")
	sourceTypes = prefixed("SOURCE_", "ARTICLE_16", "TRUSTED_FLAGGER", "TYPE_OTHER_NOTIFICATION", "VOLUNTARY")
	automations = prefixed("AUTOMATED_DECISION_", "FULLY", "PARTIALLY", "NOT_AUTOMATED")
	yesNo       = []string{"Yes", "No"}
)

// Visibilities, Grounds, ContentTypes, Categories and SourceTypes are the values
// that Check knows, for the forms of the desk.
func Visibilities() []string { return slices.Clone(visibilities) }
func Grounds() []string      { return slices.Clone(grounds) }
func ContentTypes() []string { return slices.Clone(contentTypes) }
func Categories() []string   { return slices.Clone(categories) }
func SourceTypes() []string  { return slices.Clone(sourceTypes) }

func prefixed(prefix string, list ...string) []string {
	for i := range list {
		list[i] = prefix + list[i]
	}
	return list
}

// Statement gives the statement of reasons that follows from a case and a ruling
// on it, for a person to look over: DSA art. 17(3) in the fields of the database
// of art. 24(5). It is empty where the ruling changes nothing that is shown.
func Statement(c *isnad.Case, r *isnad.Ruling, about StatementFacts) isnad.Statement {
	if r.Effect == "" {
		return isnad.Statement{}
	}
	s := isnad.Statement{
		Facts:              cut(facts(c, r), 5000),
		ContentType:        contentType(about.Media),
		Language:           language(about.Language),
		ContentDate:        about.Published,
		ApplicationDate:    isnad.DayOf(about.At),
		SourceType:         "SOURCE_TYPE_OTHER_NOTIFICATION",
		AutomatedDetection: "No",
		AutomatedDecision:  notByItself,
	}
	if c.Kind == isnad.CaseCopyright {
		s.SourceType = "SOURCE_ARTICLE_16"
	}
	s.Visibility, s.VisibilityOther = visibility(r)
	s.Category, s.Keywords = category(c.Kind)
	if law := legalGround(c, r); law != "" {
		s.Ground, s.LegalGround, s.LegalExplanation = groundLaw, cut(law, 500), cut(r.Reasons, 2000)
	} else {
		s.Ground, s.TermsGround, s.TermsExplanation, s.TermsIllegal = groundRules, "rules of this site for "+rulesFor(c.Kind), cut(r.Reasons, 2000), "No"
		s.GroundReference = about.Rules
	}
	return s
}

func visibility(r *isnad.Ruling) ([]string, string) {
	switch r.Effect {
	case isnad.EffectRemoval, isnad.EffectErasure:
		if r.Legal && r.Effect == isnad.EffectRemoval {
			return []string{"DECISION_VISIBILITY_CONTENT_DISABLED"}, ""
		}
		return []string{"DECISION_VISIBILITY_CONTENT_REMOVED"}, ""
	case isnad.EffectRetraction, isnad.EffectClarification, isnad.EffectReply:
		return []string{"DECISION_VISIBILITY_CONTENT_LABELLED"}, ""
	case isnad.EffectCorrection:
		return []string{"DECISION_VISIBILITY_OTHER"}, "corrected; the earlier wording can still be read"
	case isnad.EffectRestoration:
		return []string{"DECISION_VISIBILITY_OTHER"}, "shown again as before"
	}
	return nil, ""
}

func category(k isnad.CaseKind) (string, []string) {
	switch k {
	case isnad.CaseCopyright, isnad.CaseCounterNotice:
		return "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS", []string{"KEYWORD_COPYRIGHT_INFRINGEMENT"}
	case isnad.CasePrivacy:
		return "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", []string{"KEYWORD_RIGHT_TO_BE_FORGOTTEN"}
	case isnad.CaseCourtOrder, isnad.CaseRightOfReply:
		return "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH", nil
	}
	return "STATEMENT_CATEGORY_OTHER_VIOLATION_TC", nil
}

// legalGround is the law that a decision rests on; empty where it rests on the
// rules of the site. A person may know a better one.
func legalGround(c *isnad.Case, r *isnad.Ruling) string {
	gone := r.Effect == isnad.EffectRemoval || r.Effect == isnad.EffectErasure
	switch {
	case !gone:
		return ""
	case c.Kind == isnad.CaseCourtOrder:
		return strings.TrimSpace("order of " + c.Form.Court + " " + c.Form.Reference)
	case c.Kind == isnad.CaseCopyright:
		return "copyright; notice under 17 U.S.C. 512(c)(3) and DSA art. 16"
	case c.Kind == isnad.CasePrivacy && c.Form.Reference != "":
		return c.Form.Reference
	case c.Kind == isnad.CasePrivacy:
		return "Regulation (EU) 2016/679, art. 17"
	case r.Legal:
		return "the law named in the explanation"
	}
	return ""
}

func rulesFor(k isnad.CaseKind) string {
	switch k {
	case isnad.CaseCorrection:
		return "corrections"
	case isnad.CaseRightOfReply:
		return "replies"
	case isnad.CasePrivacy:
		return "the privacy of people"
	case isnad.CaseCopyright, isnad.CaseCounterNotice:
		return "the works of others"
	}
	return "complaints"
}

// facts tells what was decided on, without a word of the person's own.
func facts(c *isnad.Case, r *isnad.Ruling) string {
	var b strings.Builder
	fmt.Fprintf(&b, "A case of kind %s about %s was received on %s and %s on review by a person.",
		c.Kind, c.About, isnad.DayOf(c.Opened), strings.ReplaceAll(string(r.Decision), "_", " "))
	if c.Span != nil {
		fmt.Fprintf(&b, " It is about characters %d to %d.", c.Span.Start, c.Span.End)
	}
	return b.String()
}

func contentType(media []string) []string {
	out := []string{"CONTENT_TYPE_TEXT"}
	for _, m := range media {
		t := "CONTENT_TYPE_OTHER"
		switch kind, _, _ := strings.Cut(m, "/"); kind {
		case "text":
			continue
		case "image", "audio", "video":
			t = "CONTENT_TYPE_" + strings.ToUpper(kind)
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// language is the two letters of ISO 639-1 in capitals, as the database takes
// them; empty where a tag has none.
func language(tag string) string {
	if l, _, _ := strings.Cut(tag, "-"); len(l) == 2 {
		return strings.ToUpper(l)
	}
	return ""
}

// PUID is the name that a statement has on this site: the case and the number of
// the act that decided.
func PUID(c *isnad.Case, a *isnad.CaseAct) string { return c.ID + "-" + strconv.Itoa(a.Number) }

// puid is any number of characters to the pattern: counted there, they were a fifth of
// what every command does to start.
var puid = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

const maxPUID = 500

// Check tells whether a statement keeps to the schema of the database. Errors
// wrap isnad.ErrRefused and name the field.
func Check(s isnad.Statement) error {
	bad := func(field, why string) error {
		return fmt.Errorf("statement of reasons, %s: %s: %w", field, why, isnad.ErrRefused)
	}
	for _, x := range []struct {
		field  string
		values []string
		of     []string
	}{
		{"decision_visibility", s.Visibility, visibilities}, {"decision_ground", []string{s.Ground}, grounds}, {"content_type", s.ContentType, contentTypes},
		{"category", []string{s.Category}, categories}, {"source_type", []string{s.SourceType}, sourceTypes},
		{"automated_detection", []string{s.AutomatedDetection}, yesNo}, {"automated_decision", []string{s.AutomatedDecision}, automations},
	} {
		if len(x.values) == 0 {
			return bad(x.field, "it lacks")
		}
		for _, v := range x.values {
			if !slices.Contains(x.of, v) {
				return bad(x.field, fmt.Sprintf("%.60q is none of its values", v))
			}
		}
	}
	for _, x := range []struct {
		field, value string
		max          int
		need         bool
	}{
		{"decision_visibility_other", s.VisibilityOther, 500, slices.Contains(s.Visibility, "DECISION_VISIBILITY_OTHER")},
		{"decision_ground_reference_url", s.GroundReference, 500, false},
		{"illegal_content_legal_ground", s.LegalGround, 500, s.Ground == groundLaw},
		{"illegal_content_explanation", s.LegalExplanation, 2000, s.Ground == groundLaw},
		{"incompatible_content_ground", s.TermsGround, 500, s.Ground == groundRules},
		{"incompatible_content_explanation", s.TermsExplanation, 2000, s.Ground == groundRules},
		{"decision_facts", s.Facts, 5000, true},
	} {
		switch n := utf8.RuneCountInString(x.value); {
		case n == 0 && x.need:
			return bad(x.field, "it lacks")
		case n > x.max:
			return bad(x.field, fmt.Sprintf("%d characters are too many: %d at most", n, x.max))
		}
	}
	switch {
	case s.TermsIllegal != "" && !slices.Contains(yesNo, s.TermsIllegal):
		return bad("incompatible_content_illegal", "it is Yes or No")
	case s.GroundReference != "" && !isAddress(s.GroundReference):
		return bad("decision_ground_reference_url", "this is not an address of the web")
	case s.Language != "" && !letters(s.Language, 2):
		return bad("content_language", "it is two capital letters of ISO 639-1")
	case slices.ContainsFunc(s.Territory, func(t string) bool { return !letters(t, 2) }):
		return bad("territorial_scope", "each is two capital letters of ISO 3166-1")
	case slices.ContainsFunc(s.Keywords, func(k string) bool { return !strings.HasPrefix(k, "KEYWORD_") || len(k) > 100 }):
		return bad("category_specification", "each begins with KEYWORD_")
	case len(s.Territory) > 300 || len(s.Keywords) > 50:
		return bad("territorial_scope", "there are too many values")
	case s.PUID != "" && (len(s.PUID) > maxPUID || !puid.MatchString(s.PUID)):
		return bad("puid", "at most 500 letters, digits, - and _")
	}
	return nil
}

func letters(s string, n int) bool {
	return len(s) == n && !strings.ContainsFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' })
}

func cut(s string, max int) string {
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	return string([]rune(s)[:max-1]) + "…"
}

func isZero(s isnad.Statement) bool { return reflect.ValueOf(s).IsZero() }
