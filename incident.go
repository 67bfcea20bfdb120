package isnad

// StrikeStatus says who owns up to an incident, after Airwars.
type StrikeStatus string

const (
	StrikeDeclared     StrikeStatus = "declared"            // a party says it did it
	StrikeLikely       StrikeStatus = "likely"              // two or more independent claimants tell of it, and they do not differ over who did it
	StrikeContested    StrikeStatus = "contested"           // claimants name different parties, or the one named denies
	StrikeSingleSource StrikeStatus = "single_source_claim" // one claimant only
)

// Grading says how well casualties are supported, after Airwars. The machine
// suggests all but GradeConfirmed.
type Grading string

const (
	GradeConfirmed  Grading = "confirmed"
	GradeFair       Grading = "fair"
	GradeWeak       Grading = "weak"
	GradeContested  Grading = "contested"
	GradeDiscounted Grading = "discounted"
	GradeNoHarm     Grading = "no_harm"
)

// Bounds is the lowest and the highest figure claimed. Known is false when
// nobody gave one.
type Bounds struct {
	Low   int  `json:"low"`
	High  int  `json:"high"`
	Known bool `json:"known"`
}

// Add widens b by a claimed range.
func (b Bounds) Add(r *Range) Bounds {
	if r == nil || (r.Min == nil && r.Max == nil) {
		return b
	}
	if !b.Known {
		return Bounds{r.Low(), r.High(), true}
	}
	return Bounds{min(b.Low, r.Low()), max(b.High, r.High()), true}
}

// CategoryFigures is the lowest and the highest figure claimed of people of one
// category. Categories overlap (a child is a civilian), so they are never added up.
type CategoryFigures struct {
	Category Category `json:"category"` // none of all and unknown
	Killed   Bounds   `json:"killed"`
	Injured  Bounds   `json:"injured"`
}

// SourceFigures is what one claimant says of an incident, over all its claims.
type SourceFigures struct {
	Source  string   `json:"source"` // Source ID of the claimant
	Name    string   `json:"name"`   // as written
	Killed  Bounds   `json:"killed"`
	Injured Bounds   `json:"injured"`
	Stance  Stance   `json:"stance"`  // of the latest claim
	Claims  []string `json:"claims"`  // Claim IDs
	Outlets []string `json:"outlets"` // Source IDs of the outlets that carry it
	Carried []string `json:"carried"` // those of Claims that stand in words copied from another report

	ByCategory []CategoryFigures `json:"by_category,omitempty"` // those that it gives a figure of
}

// Figure is one number that is claimed, with how many stand behind it.
type Figure struct {
	Outcome Outcome `json:"outcome"` // killed or injured
	Low     int     `json:"low"`
	High    int     `json:"high"`
	Outlets int     `json:"outlets"` // outlets that print it
	Origins int     `json:"origins"` // of them or of their claimants, those that do not draw on each other
}

// Root is an origin of an incident: where the chain of what is claimed of it ends,
// as far as reports declare it or their texts show it.
type Root struct {
	Source string `json:"source,omitempty"` // Source ID of who says so
	Name   string `json:"name"`             // as written; that of the outlet where Report is set
	Report string `json:"report,omitempty"` // Report ID, where others carry its words and nobody of the incident's claimants speaks in it
}

// Rule names why an incident has its strike status or grading. docs/methods.md
// tells each.
type Rule string

const (
	// Of the strike status.
	RuleDenied           Rule = "denied"            // contested: somebody denies it, and nobody owns up
	RuleDifferentParties Rule = "different_parties" // contested: claimants name different parties
	RuleOwnedUp          Rule = "owned_up"          // declared: a party says that it did it
	RuleOneOrigin        Rule = "one_origin"        // single_source_claim
	RuleSeveralOrigins   Rule = "several_origins"   // likely

	// Of the grading.
	RuleNobodyHurt         Rule = "nobody_hurt"          // no_harm: all who give figures give zero
	RuleFightersOnly       Rule = "fighters_only"        // discounted: all who count dead count fighters only
	RuleStatusContested    Rule = "status_contested"     // contested: the strike status is, for the same claims
	RuleHarmSeveralOrigins Rule = "harm_several_origins" // fair: two or more origins tell of people killed or injured
	RuleHarmOwnedUp        Rule = "harm_owned_up"        // fair: one origin does, and a party owns up
	RuleHarmOneOrigin      Rule = "harm_one_origin"      // weak
	RuleNoFigures          Rule = "no_figures"           // weak: nobody says how many were killed or injured
	RulePerson             Rule = "person"               // a person graded it; the acts say who and why
)

// Reason is why an incident has its strike status or grading: the rule that
// applied, and for each side one claim of every claimant that it rests on.
type Reason struct {
	Rule    Rule     `json:"rule"`
	Claims  []string `json:"claims,omitempty"`  // Claim IDs
	Against []string `json:"against,omitempty"` // IDs of the claims that these stand against, or of those that own up
}

// Incident is what several claims are about.
type Incident struct {
	ID      string       `json:"id"` // MakeID('i', ID of the claim it began with)
	Title   string       `json:"title"`
	Event   Event        `json:"event"`
	When    Period       `json:"when"`
	Place   Where        `json:"place,omitzero"`
	Actors  []Actor      `json:"actors"`
	Status  StrikeStatus `json:"strike_status"`
	Grading Grading      `json:"grading"`

	StatusReason  Reason `json:"strike_status_reason,omitzero"` // why Status is suggested
	GradingReason Reason `json:"grading_reason,omitzero"`       // why Grading is, or that a person set it

	Killed   Bounds          `json:"killed"`
	Injured  Bounds          `json:"injured"`
	BySource []SourceFigures `json:"by_source"`

	ByCategory []CategoryFigures `json:"by_category,omitempty"` // over all claims; those that somebody gives a figure of

	Outlets  int       `json:"outlets"`         // outlets that carry a claim of it
	Origins  int       `json:"origins"`         // claimants that do not draw on each other, as far as they declare it or their texts show it
	Roots    []Root    `json:"roots,omitempty"` // those that Origins counts, at most 200
	Figures  []Figure  `json:"figures"`         // each number claimed, the most supported first
	Claims   []string  `json:"claims"`          // Claim IDs
	Review   Review    `json:"review"`
	Decision *Decision `json:"decision,omitempty"` // what people's acts made of it; nil where no person has acted
	Maker    string    `json:"maker"`              // code version of reconcile that made it
}
