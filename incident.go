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

// Incident is what several claims are about.
type Incident struct {
	ID       string          `json:"id"` // MakeID('i', ID of the claim it began with)
	Title    string          `json:"title"`
	Event    Event           `json:"event"`
	When     Period          `json:"when"`
	Place    Where           `json:"place,omitzero"`
	Actors   []Actor         `json:"actors"`
	Status   StrikeStatus    `json:"strike_status"`
	Grading  Grading         `json:"grading"`
	Killed   Bounds          `json:"killed"`
	Injured  Bounds          `json:"injured"`
	BySource []SourceFigures `json:"by_source"`

	ByCategory []CategoryFigures `json:"by_category,omitempty"` // over all claims; those that somebody gives a figure of

	Outlets  int       `json:"outlets"` // outlets that carry a claim of it
	Origins  int       `json:"origins"` // claimants that do not draw on each other, as far as they declare it or their texts show it
	Figures  []Figure  `json:"figures"` // each number claimed, the most supported first
	Claims   []string  `json:"claims"`  // Claim IDs
	Review   Review    `json:"review"`
	Decision *Decision `json:"decision,omitempty"` // what people's acts made of it; nil where no person has acted
	Maker    string    `json:"maker"`              // code version of reconcile that made it
}
