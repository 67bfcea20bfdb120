package export

import "isnad"

// IncidentLine is an incident as exported.
type IncidentLine struct {
	ID            string     `json:"id" example:"i0f3a"`
	Title         string     `json:"title"`
	Event         string     `json:"event" doc:"Kind of incident" example:"air_strike"`
	Date          *Date      `json:"date" doc:"First and last day, both included"`
	DatePrecision int        `json:"date_precision" minimum:"0" maximum:"5" doc:"0 unknown, 1 day, 2 two to six days, 3 week, 4 month, 5 up to a year"`
	DateBasis     *string    `json:"date_basis" doc:"What the date was resolved from"`
	Place         *Where     `json:"place"`
	Actors        []Actor    `json:"actors" nullable:"false" doc:"Alleged perpetrators, or sides"`
	StrikeStatus  string     `json:"strike_status" enum:"declared,likely,contested,single_source_claim" doc:"Who owns up to it"`
	StatusReason  *Reason    `json:"strike_status_reason" doc:"Why the strike status is suggested"`
	Grading       string     `json:"grading" enum:"confirmed,fair,weak,contested,discounted,no_harm" doc:"How well the casualties are supported"`
	GradingReason *Reason    `json:"grading_reason" doc:"Why the grading is suggested, or that a person set it"`
	Killed        *Figures   `json:"killed" doc:"Lowest and highest figure claimed; null when nobody gave one"`
	Injured       *Figures   `json:"injured" doc:"Lowest and highest figure claimed; null when nobody gave one"`
	BySource      []Figured  `json:"by_source" nullable:"false" doc:"Who says what"`
	ByCategory    []Category `json:"by_category" nullable:"false" doc:"Lowest and highest figures claimed of people of one category; categories overlap and are never added up"`
	Outlets       int        `json:"outlets" minimum:"0" doc:"Outlets that carry a claim of it"`
	Origins       int        `json:"origins" minimum:"0" doc:"Claimants that do not draw on each other, as far as they declare it or their texts show it"`
	Roots         []Root     `json:"roots" nullable:"false" doc:"Those that origins counts: where the chain of what is claimed ends"`
	Figures       []Figure   `json:"figures" nullable:"false" doc:"Each number claimed with how many stand behind it, the most supported first"`
	Claims        []string   `json:"claims" nullable:"false" doc:"Claim IDs"`
	Review        string     `json:"review" enum:"suggested,confirmed,rejected" doc:"What people made of it"`
	Maker         string     `json:"maker" doc:"Version of the code that made it"`
}

// Reason is why something is suggested, as exported.
type Reason struct {
	_       struct{} `nullable:"true"`
	Rule    string   `json:"rule" doc:"Name of the rule that applied"`
	Claims  []string `json:"claims" nullable:"false" doc:"Claim IDs it rests on, one for each claimant or origin"`
	Against []string `json:"against" nullable:"false" doc:"Claim IDs that these stand against; for harm_owned_up those that own up"`
}

// Root is an origin of an incident, as exported.
type Root struct {
	Source *string `json:"source" doc:"Source ID of who says so"`
	Name   string  `json:"name" doc:"As written; that of the outlet where report is set"`
	Report *string `json:"report" doc:"Report ID, where others carry its words and none of the claimants speaks in it"`
}

// ReasonOf gives the exported fields of r, nil where the incident was made by
// rules that gave none.
func ReasonOf(r isnad.Reason) *Reason {
	if r.Rule == "" {
		return nil
	}
	return &Reason{Rule: string(r.Rule), Claims: filled(r.Claims), Against: filled(r.Against)}
}

// Figures is the lowest and the highest figure claimed.
type Figures struct {
	_    struct{} `nullable:"true"`
	Low  int      `json:"low" minimum:"0"`
	High int      `json:"high" minimum:"0"`
}

// Category is what is claimed of people of one category, as exported.
type Category struct {
	Category string   `json:"category" enum:"civilians,children,women,men,combatants,medics,journalists,aid_workers"`
	Killed   *Figures `json:"killed"`
	Injured  *Figures `json:"injured"`
}

// Figure is one number that is claimed, with how many stand behind it, as exported.
type Figure struct {
	Outcome string `json:"outcome" enum:"killed,injured"`
	Low     int    `json:"low" minimum:"0"`
	High    int    `json:"high" minimum:"0"`
	Outlets int    `json:"outlets" minimum:"0" doc:"Outlets that print it"`
	Origins int    `json:"origins" minimum:"0" doc:"Of them or of their claimants, those that do not draw on each other"`
}

// Figured is what one claimant says of an incident, as exported.
type Figured struct {
	Source     string     `json:"source" doc:"Source ID of the claimant"`
	Name       string     `json:"name" doc:"As written"`
	Killed     *Figures   `json:"killed"`
	Injured    *Figures   `json:"injured"`
	ByCategory []Category `json:"by_category" nullable:"false" doc:"Of people of one category, where it gives a figure"`
	Stance     string     `json:"stance" enum:"asserted,hedged,denied,self_claimed" doc:"Of the latest claim"`
	Claims     []string   `json:"claims" nullable:"false" doc:"Claim IDs"`
	Outlets    []string   `json:"outlets" nullable:"false" doc:"Source IDs of the outlets that carry it"`
	Carried    []string   `json:"carried" nullable:"false" doc:"Those of its claims that stand in words copied from another report"`
}

// IncidentOf gives the exported fields of i.
func IncidentOf(i isnad.Incident) IncidentLine {
	l := IncidentLine{
		ID: i.ID, Title: i.Title, Event: string(i.Event),
		Date: dateOf(i.When), DatePrecision: int(i.When.Precision), DateBasis: known(string(i.When.Basis)), Place: WhereOf(i.Place),
		Actors: actorsOf(i.Actors), StrikeStatus: string(i.Status), StatusReason: ReasonOf(i.StatusReason), Grading: string(i.Grading), GradingReason: ReasonOf(i.GradingReason),
		Killed: FiguresOf(i.Killed), Injured: FiguresOf(i.Injured), BySource: make([]Figured, len(i.BySource)), ByCategory: categoriesOf(i.ByCategory),
		Outlets: i.Outlets, Origins: i.Origins, Roots: make([]Root, len(i.Roots)), Figures: make([]Figure, len(i.Figures)), Claims: filled(i.Claims), Review: string(i.Review), Maker: i.Maker,
	}
	for n, s := range i.BySource {
		l.BySource[n] = Figured{Source: s.Source, Name: s.Name, Killed: FiguresOf(s.Killed), Injured: FiguresOf(s.Injured), ByCategory: categoriesOf(s.ByCategory),
			Stance: string(s.Stance), Claims: filled(s.Claims), Outlets: filled(s.Outlets), Carried: filled(s.Carried)}
	}
	for n, r := range i.Roots {
		l.Roots[n] = Root{known(r.Source), r.Name, known(r.Report)}
	}
	for n, f := range i.Figures {
		l.Figures[n] = Figure{string(f.Outcome), f.Low, f.High, f.Outlets, f.Origins}
	}
	return l
}

func categoriesOf(in []isnad.CategoryFigures) []Category {
	out := make([]Category, len(in))
	for n, f := range in {
		out[n] = Category{string(f.Category), FiguresOf(f.Killed), FiguresOf(f.Injured)}
	}
	return out
}

// FiguresOf gives the exported fields of b, nil when nobody gave a figure.
func FiguresOf(b isnad.Bounds) *Figures {
	if !b.Known {
		return nil
	}
	return &Figures{Low: b.Low, High: b.High}
}
