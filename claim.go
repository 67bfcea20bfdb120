package isnad

// Event is the kind of an incident. docs/methods.md maps each to the names of
// ACLED, UCDP GED, Airwars and PLOVER.
type Event string

const (
	EventAirStrike           Event = "air_strike"
	EventDroneStrike         Event = "drone_strike"
	EventShelling            Event = "shelling" // artillery, mortar, rocket, missile from ground or sea
	EventBombing             Event = "bombing"  // IED, car bomb
	EventSuicideBombing      Event = "suicide_bombing"
	EventLandmine            Event = "landmine"  // mine, unexploded ordnance
	EventExplosion           Event = "explosion" // cause unknown
	EventChemicalAttack      Event = "chemical_attack"
	EventShooting            Event = "shooting"
	EventKilling             Event = "killing" // execution, assassination
	EventClash               Event = "clash"
	EventTerritoryChange     Event = "territory_change"
	EventAbduction           Event = "abduction"
	EventDetention           Event = "detention"
	EventIllTreatment        Event = "ill_treatment"
	EventSexualViolence      Event = "sexual_violence"
	EventDisplacement        Event = "displacement"
	EventObstruction         Event = "obstruction" // siege, aid blocked
	EventPropertyDestruction Event = "property_destruction"
	EventProtestViolence     Event = "protest_violence"
	EventRemainsFound        Event = "remains_found"
	EventAttack              Event = "attack" // means unstated
	EventOther               Event = "other"
)

// Events lists every kind in the order of the design.
func Events() []Event {
	return []Event{
		EventAirStrike, EventDroneStrike, EventShelling, EventBombing, EventSuicideBombing, EventLandmine,
		EventExplosion, EventChemicalAttack, EventShooting, EventKilling, EventClash, EventTerritoryChange,
		EventAbduction, EventDetention, EventIllTreatment, EventSexualViolence, EventDisplacement,
		EventObstruction, EventPropertyDestruction, EventProtestViolence, EventRemainsFound, EventAttack, EventOther,
	}
}

// Stage tells how far an incident went.
type Stage string

const (
	StageAccomplished Stage = "accomplished"
	StageAttempted    Stage = "attempted"
	StageThreatened   Stage = "threatened"
	StageFoiled       Stage = "foiled"
)

// Polarity tells whether the claimant says that it happened or that it did not.
type Polarity string

const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"
)

// Stance is how the claimant stands to what is claimed.
type Stance string

const (
	StanceAsserted    Stance = "asserted"
	StanceHedged      Stance = "hedged"
	StanceDenied      Stance = "denied"
	StanceSelfClaimed Stance = "self_claimed" // the claimant says they did it
)

// Outcome is what was done to those counted.
type Outcome string

const (
	Killed     Outcome = "killed"
	Injured    Outcome = "injured"
	Missing    Outcome = "missing"
	Detained   Outcome = "detained"
	Displaced  Outcome = "displaced"
	Casualties Outcome = "casualties" // killed and injured, not split
)

// Category is who was counted.
type Category string

const (
	CategoryAll         Category = "all"
	CategoryCivilians   Category = "civilians"
	CategoryChildren    Category = "children"
	CategoryWomen       Category = "women"
	CategoryMen         Category = "men"
	CategoryCombatants  Category = "combatants"
	CategoryMedics      Category = "medics"
	CategoryJournalists Category = "journalists"
	CategoryAidWorkers  Category = "aid_workers"
	CategoryUnknown     Category = "unknown"
)

// Qualifier is how exact a count is meant to be.
type Qualifier string

const (
	Exact    Qualifier = "exact"
	AtLeast  Qualifier = "at_least"
	MoreThan Qualifier = "more_than"
	UpTo     Qualifier = "up_to"
	About    Qualifier = "about"
	Vague    Qualifier = "vague" // "dozens", "several": the words count more than the number
)

// Scope is what a count covers.
type Scope string

const (
	ScopeIncident Scope = "incident"
	ScopeRunning  Scope = "running" // "bringing the toll to", "since March": never an incident's figure
	ScopePeriod   Scope = "period"  // "in 24 hours", "last week"
)

// Range is a number as claimed. Min and Max are both set for an exact number;
// one of them is absent where the claim leaves that side open.
type Range struct {
	Min    *int `json:"min"`
	Max    *int `json:"max"`
	Approx bool `json:"approx,omitempty"`
}

// RangeOf is the range from low to high; a side below 0 is left open.
func RangeOf(low, high int, approx bool) Range {
	r := Range{Approx: approx}
	if low >= 0 {
		r.Min = &low
	}
	if high >= 0 {
		r.Max = &high
	}
	return r
}

// Low is the lower bound, 0 when the claim gives none.
func (r *Range) Low() int {
	if r == nil || r.Min == nil {
		return 0
	}
	return *r.Min
}

// High is the upper bound where there is one, else the lower bound: a claim of
// "at least 14" is never shown as more than 14.
func (r *Range) High() int {
	switch {
	case r == nil:
		return 0
	case r.Max != nil:
		return *r.Max
	}
	return r.Low()
}

// Count is one number of people in a claim.
type Count struct {
	Outcome   Outcome   `json:"outcome"`
	Category  Category  `json:"category"`
	Min       *int      `json:"min"`
	Max       *int      `json:"max"`
	Qualifier Qualifier `json:"qualifier"`
	Words     string    `json:"words"` // as written: "at least 14"
	Span      Span      `json:"span"`
	Scope     Scope     `json:"scope"`
	SubsetOf  *int      `json:"subset_of,omitempty"` // index in the claim's Counts of the number this one is part of
}

// Actor is a named perpetrator or side, with the Party it was recognised as.
type Actor struct {
	ID   string `json:"id,omitempty"` // Party ID, empty when not recognised
	Name string `json:"name"`         // as written
}

// Claim is one claimant's statement that one incident took place.
type Claim struct {
	ID       string `json:"id"` // MakeID('k', report, version, span, claimant, ordinal)
	Report   string `json:"report"`
	Version  int    `json:"version"`
	Incident string `json:"incident,omitempty"` // Incident ID, or the batch's key

	Event       Event            `json:"event"`
	Stage       Stage            `json:"stage"`
	Polarity    Polarity         `json:"polarity"`
	When        Period           `json:"when"`
	Place       Where            `json:"place,omitzero"`
	Actors      []Actor          `json:"actors"`  // alleged perpetrators; of a clash, all sides
	Targets     []string         `json:"targets"` // as written
	Counts      []Count          `json:"counts"`
	Killed      *Range           `json:"killed"`           // of the incident, all categories; nil when not stated
	Injured     *Range           `json:"injured"`          // the same
	Casualties  *Range           `json:"casualties"`       // killed and injured, not split
	Victims     map[Category]int `json:"victims"`          // lower bounds by category, of the killed, or of the injured where no one was killed
	Weapon      string           `json:"weapon,omitempty"` // as written
	Attribution []string         `json:"attribution"`      // who says so, as written, outermost first; empty for the outlet's own voice
	Claimant    string           `json:"claimant"`         // Source ID of the outermost of Attribution, of the outlet when it is empty
	Via         []string         `json:"via"`              // medium the outlet had it through: "AFP", "Twitter"
	Stance      Stance           `json:"stance"`
	Background  bool             `json:"background,omitempty"` // an earlier incident the report recalls
	Span        Span             `json:"span"`                 // of the passage it stands in
	Quote       string           `json:"quote"`                // the words of Span

	Confidence float64            `json:"confidence"`       // 0 to 1, of the claim as a whole
	Slots      map[string]float64 `json:"slots,omitempty"`  // confidence per slot where it differs
	Filled     map[string]Filled  `json:"filled,omitempty"` // slots, by their JSON names, whose value a model gave and not the reader
	Beside     []Beside           `json:"beside,omitempty"` // claims told before it in its report; nil where the reader does not weigh them
	Reader     string             `json:"reader"`           // code version of attribute that made it
	Review     Review             `json:"review"`
	Decision   *Decision          `json:"decision,omitempty"` // what people's acts made of it; nil where no person has acted
}

// Beside is another claim of the same report, told before, and how likely the two are of one incident,
// as the reader takes it by the words of both. Reconcile weighs it beside what the claims say.
type Beside struct {
	Claim string  `json:"claim"` // Claim ID
	Same  float64 `json:"same"`  // chance, 0 to 1
}

// Review is what people made of a machine's suggestion.
type Review string

const (
	Suggested Review = "suggested"
	Confirmed Review = "confirmed"
	Rejected  Review = "rejected"
)

// Toll is a number over a longer time or a wider area, kept apart from every incident.
type Toll struct {
	Report      string `json:"report,omitempty"`
	Version     int    `json:"version,omitempty"`
	Killed      *int   `json:"killed"`
	Injured     *int   `json:"injured"`
	Period      string `json:"period"`
	Attribution string `json:"attribution"`
	Quote       string `json:"quote"`
	Span        Span   `json:"span"`
}
