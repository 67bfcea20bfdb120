package attribute

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"isnad"
)

// A case is a text and the claims that must be read from it. A claim is written
// as key=value pairs, of which only those given are held:
//
//	ev event, at words of the place, in words of a wider name, k killed, i injured, c casualties,
//	by words of an actor, said words of a claimant, via words of a medium, st stance, on first day, to last day, w weapon
//
// Numbers: 14 exact, 14+ open above, -14 open below, ~40 approximate, "none" not
// stated. "-" before at, by or said demands that no such name stands there.
type claimCase struct {
	name string
	text string
	want []string // each met by a claim of its own
	only bool     // and there are no others
}

func (c *claimCase) run(t *testing.T) {
	rep := report("", c.text)
	cs, ts := testReader().Read(rep)
	checkClaims(t, rep, cs, ts)
	used := make([]bool, len(cs))
	for _, w := range c.want {
		met := false
		for i := range cs {
			if !used[i] && mismatch(&cs[i], w) == "" {
				used[i], met = true, true
				break
			}
		}
		if !met {
			t.Errorf("no claim meets %q; read:%s", w, listed(cs))
		}
	}
	if c.only && len(cs) != len(c.want) {
		t.Errorf("%d claims, want %d; read:%s", len(cs), len(c.want), listed(cs))
	}
}

func listed(cs []isnad.Claim) string {
	var b strings.Builder
	for i := range cs {
		c := &cs[i]
		var by []string
		for _, a := range c.Actors {
			by = append(by, a.Name)
		}
		fmt.Fprintf(&b, "\n  %s on %s at %q in %q k=%s i=%s by %q said %q via %q st=%s conf %.2f", c.Event, c.When.From, c.Place.Name, c.Place.Within,
			number2(c.Killed), number2(c.Injured), by, c.Attribution, c.Via, c.Stance, c.Confidence)
	}
	return b.String()
}

func number2(r *isnad.Range) string {
	switch {
	case r == nil || r.Min == nil && r.Max == nil:
		return "none"
	case r.Approx:
		return "~" + strconv.Itoa(max(r.Low(), r.High()))
	case r.Min == nil:
		return "-" + strconv.Itoa(*r.Max)
	case r.Max == nil:
		return strconv.Itoa(*r.Min) + "+"
	case *r.Min != *r.Max:
		return fmt.Sprintf("%d..%d", *r.Min, *r.Max)
	}
	return strconv.Itoa(*r.Min)
}

// mismatch returns the first pair that a claim does not meet.
func mismatch(c *isnad.Claim, want string) string {
	var by []string
	for _, a := range c.Actors {
		by = append(by, a.Name)
	}
	has := func(xs []string, v string) bool {
		for _, x := range xs {
			if strings.Contains(strings.ToLower(x), strings.ToLower(strings.ReplaceAll(v, "_", " "))) {
				return true
			}
		}
		return false
	}
	for _, pair := range strings.Fields(want) {
		k, v, _ := strings.Cut(pair, "=")
		ok := false
		switch k {
		case "ev":
			ok = string(c.Event) == v
		case "at":
			ok = has([]string{c.Place.Name}, v)
		case "-at":
			ok = !has([]string{c.Place.Name}, v)
		case "in":
			ok = has(c.Place.Within, v)
		case "k":
			ok = number2(c.Killed) == v
		case "i":
			ok = number2(c.Injured) == v
		case "c":
			ok = number2(c.Casualties) == v
		case "by":
			ok = has(by, v)
		case "-by":
			ok = !has(by, v)
		case "said":
			ok = has(c.Attribution, v)
		case "-said":
			ok = !has(c.Attribution, v)
		case "via":
			ok = has(c.Via, v)
		case "st":
			ok = string(c.Stance) == v
		case "on":
			ok = c.When.From.String() == v
		case "to":
			ok = c.When.To.String() == v
		case "w":
			ok = has([]string{c.Weapon}, v)
		case "t":
			ok = has(c.Targets, v)
		case "-t":
			ok = !has(c.Targets, v)
		}
		if !ok {
			return pair
		}
	}
	return ""
}

// Every kind of incident, in the words reporters use.
var kindCases = []claimCase{
	{"air strike", "An air strike killed nine people in the town of Saraqib on Tuesday, medics said.", []string{"ev=air_strike k=9 at=Saraqib said=medics on=2017-10-17"}, true},
	{"planes bombed", "Government warplanes bombed the village of Hafir on Monday, killing six civilians, activists said.", []string{"ev=air_strike k=6 at=Hafir by=warplanes on=2017-10-16"}, true},
	{"barrel bombs", "Helicopters dropped barrel bombs on the Karm district of Aleppo, killing two women, the civil defence said.", []string{"ev=air_strike k=2 at=Karm w=barrel_bombs"}, true},
	{"drone", "A drone strike killed three militants near the town of Shabwa on Monday, officials said.", []string{"ev=drone_strike k=3 at=Shabwa"}, true},
	{"artillery", "Artillery fire hit the Nour quarter of El Fasher on Monday and killed at least 12 people, doctors said.", []string{"ev=shelling k=12+ at=Nour said=doctors"}, true},
	{"mortars", "Mortar shells killed a child in the Midan neighborhood of Damascus on Sunday, police said.", []string{"ev=shelling k=1 at=Midan on=2017-10-15"}, true},
	{"missile", "A ballistic missile fell on an apartment block in the city of Kharkiv on Monday, killing a couple and their daughter, the governor said.", []string{"ev=shelling at=Kharkiv k=3"}, true},
	{"car bomb", "A car bomb killed 11 people in the city of Baghdad on Monday, police said.", []string{"ev=bombing k=11 at=Baghdad w=car_bomb"}, true},
	{"roadside bomb", "A roadside bomb killed two soldiers near the town of Palmyra on Monday, state media said.", []string{"ev=bombing k=2 at=Palmyra said=state_media"}, true},
	{"suicide bomber", "A suicide bomber blew himself up outside a mosque in Kabul on Friday, killing at least 20 worshippers, police said.", []string{"ev=suicide_bombing k=20+ at=Kabul on=2017-10-13"}, true},
	{"landmine", "A landmine killed a shepherd and wounded his two sons in the village of Jarez on Monday, local officials said.", []string{"ev=landmine at=Jarez i=2"}, true},
	{"chemical", "A chlorine gas attack on the town of Sarmin killed six people on Monday, doctors said.", []string{"ev=chemical_attack k=6 at=Sarmin"}, true},
	{"shooting", "Gunmen opened fire on a minibus in the town of Karm on Monday and killed four passengers, police said.", []string{"ev=shooting k=4 by=gunmen"}, true},
	{"shot dead", "Two policemen were shot dead by gunmen in Kirkuk on Monday, police said.", []string{"ev=shooting k=2 by=gunmen at=Kirkuk"}, true},
	{"execution", "The militants beheaded three captives in the city of Mosul on Monday, residents said.", []string{"ev=killing k=3 by=militants at=Mosul"}, true},
	{"clash", "At least 15 soldiers were killed in clashes between the army and rebels near the city of Hama on Monday, a monitor said.", []string{"ev=clash k=15+ at=Hama by=rebels by=army"}, true},
	{"ambush", "Rebels ambushed an army patrol near the town of Palmyra on Monday, killing seven soldiers, a monitor said.", []string{"ev=clash k=7 by=rebels"}, true},
	{"abduction", "Gunmen kidnapped two aid workers in the city of Goma on Monday, police said.", []string{"ev=abduction by=gunmen at=Goma"}, true},
}

// 1: a running toll, a war's sum, a month's sum is no incident.
var tollCases = []claimCase{
	{"war", "The conflict has killed more than 300,000 people since it began in 2011.", nil, true},
	{"since a month", "Over 1,000 civilians have been killed in the city since March, activists said.", nil, true},
	{"incident beside war", "An air strike killed nine people in the town of Saraqib on Tuesday, medics said. The war has killed more than 300,000 people since 2011.", []string{"k=9"}, true},
	{"thousands", "The fighting has left thousands of civilians dead and millions displaced over six years.", nil, true},
}

// 2: parts are never added, and a joint figure stays joint.
var partCases = []claimCase{
	{"including", "An air strike killed 12 people, including three children and two women, in the town of Saraqib on Tuesday, medics said.", []string{"k=12"}, true},
	{"among them", "Shelling killed 10 people, four children among them, in the town of Douma on Tuesday, medics said.", []string{"k=10"}, true},
	{"killed and wounded", "Shelling on the city of Taiz killed and wounded 30 people on Tuesday, medics said.", []string{"c=30 k=none"}, true},
	{"killed, wounded apart", "An air strike killed five people and wounded 12 others in the town of Saraqib on Tuesday, medics said.", []string{"k=5 i=12"}, true},
	{"list", "An air strike killed two men and a child in the town of Saraqib on Tuesday, medics said.", []string{"k=3"}, true},
	{"passive, two verbs", "Five people were killed and 12 others were wounded in an air strike on the town of Saraqib on Tuesday, medics said.", []string{"k=5 i=12"}, true},
	{"left dead and wounded", "An air strike on the town of Saraqib on Tuesday left five people dead and 12 wounded, medics said.", []string{"k=5 i=12"}, true},
	{"claiming lives", "Warplanes struck the town of Saraqib on Tuesday, claiming the lives of 14 civilians and injuring more than 40 others, children among them.", []string{"k=14 i=41+"}, true},
	{"were among", "Six children were among 12 people killed in an air strike on the town of Saraqib on Tuesday, medics said.", []string{"k=12"}, true},
	{"death of", "An air strike on the town of Saraqib on Tuesday led to the death of five civilians, medics said.", []string{"k=5"}, true},
	{"killing of", "Medics reported the killing of five civilians in an air strike on the town of Saraqib on Tuesday.", []string{"k=5"}, true},
	{"headline style", "Five killed in air strike on the town of Saraqib on Tuesday, medics said.", []string{"k=5"}, true},
	{"no casualties", "A bomb exploded near a bank in the town of Saraqib on Tuesday, causing no casualties, police said.", []string{"k=0 i=0"}, true},
	{"died", "Seven villagers died when shells hit the village of Hafir on Monday, a doctor said.", []string{"k=7"}, true},
}

// 3: background, anniversaries, sport and figures of speech.
var backgroundCases = []claimCase{
	{"talks", "Talks between the army and the rebels were adjourned on Sunday without a date for their return, two diplomats said.", nil, true},
	{"sport", "The striker fired a late shot into the net and the visitors were beaten in Homs on Sunday.", nil, true},
	{"conference", "A conference on aid for the hungry is due to open in Cairo next week, the agency said.", nil, true},
	{"economy", "Fuel prices in Kassala rose by a third in August, traders said.", nil, true},
	{"threat", "The rebels threatened to attack the city of Hama if the army does not leave.", nil, true},
	{"weather", "Heavy rain flooded two camps near Idlib on Sunday, the agency said.", nil, true},
}

// 4: who killed whom.
var roleCases = []claimCase{
	{"passive by", "Nine civilians were killed by rebels in the village of Hafir on Monday, state media said.", []string{"k=9 by=rebels"}, true},
	{"active", "Rebels killed nine soldiers in the village of Hafir on Monday, state media said.", []string{"k=9 by=rebels -by=soldiers"}, true},
	{"bombers' own number", "Three suicide bombers killed at least two people in the city of Damascus on Wednesday, police said.", []string{"k=2+"}, true},
	{"nominal", "Russian air strikes killed 23 civilians in the city of Idlib on Monday, the Observatory said.", []string{"k=23 by=Russian"}, true},
	{"held by", "An air strike on a town held by rebels killed nine people in the province of Idlib on Monday, medics said.", []string{"k=9 -by=rebels"}, true},
}

// 5 and 6: where.
var placeCases = []claimCase{
	{"date line", "BEIRUT (Wire) - An air strike killed nine people in the town of Saraqib on Tuesday, medics said.", []string{"at=Saraqib"}, true},
	{"seat of the source", "A source at Aleppo Police Command said shells killed two people in the Karm neighborhood on Monday.", []string{"at=Karm said=source_at_Aleppo"}, true},
	{"where they fired from", "Terrorists positioned in the Rashid district fired shells at the Karm neighborhood of Aleppo on Monday, killing two people, police said.", []string{"at=Karm k=2"}, true},
	{"quarter in a city", "Shells hit al-Mashlab neighborhood in Raqqa city on Monday, killing three people, activists said.", []string{"at=al-Mashlab in=Raqqa"}, true},
	{"town in a province", "Air strikes on the town of Atareb in Aleppo province killed 10 civilians on Friday, a monitor said.", []string{"at=Atareb in=Aleppo"}, true},
	{"near", "A gas attack killed six people in Ghouta near Damascus on Monday, doctors said.", []string{"at=Ghouta"}, true},
	{"unlisted village", "Soldiers killed nine people in the village of Let Pan Hla on Saturday, residents said.", []string{"at=Let_Pan_Hla"}, true},
	{"two places, two figures", "Air strikes killed 19 people in the town of Saraqib and another 23 people in the town of Ehsim on Sunday, a monitor said.", []string{"k=19 at=Saraqib", "k=23 at=Ehsim"}, true},
	{"street", "A bomb killed a guard on al-Neel Street in the city of Aleppo on Monday, police said.", []string{"at=al-Neel_Street"}, true},
	{"list of towns", "Air strikes hit the towns of Rastan and Talbiseh on Monday, killing four people, activists said.", []string{"at=Rastan k=4"}, true},
	{"government by its seat", "Damascus denied that its warplanes had bombed a hospital in the town of Douma on Monday.", []string{"at=Douma st=denied by=damascus said=damascus"}, true},
	{"said it had struck", "The coalition confirmed in May that it had hit an ISIS fighting position in Raqqa on 3 April 2017, killing four civilians.", []string{"k=4 by=coalition -by=isis"}, false},
	{"besieged by", "On Monday air strikes killed 23 people in Rastan, which has been under siege by the army.", []string{"k=23 -by=army"}, false},
	{"people in a car", "A man was killed in Toledo on Monday when two people in a silver SUV fired on a group in front of a house.", []string{"k=1 by=people"}, true},
	{"shot by somebody", "A man was shot dead by someone in a black car in Toledo on Monday.", []string{"k=1 by=someone"}, true},
	{"a state accused", "Baku accused Armenia of shelling the village of Talbar on Tuesday, killing two shepherds.", []string{"k=2 by=armenia said=baku"}, true},
	{"pointed the finger", "The United States pointed the finger at rebels for the shelling of Saraqib on Tuesday, which killed nine people.", []string{"k=9 by=rebels said=united_states"}, true},
}

// 7: when.
var whenCases = []claimCase{
	{"weekday", "An air strike killed nine people in the town of Saraqib on Thursday, medics said.", []string{"on=2017-10-12"}, true},
	{"yesterday", "An air strike killed nine people in the town of Saraqib yesterday, medics said.", []string{"on=2017-10-17"}, true},
	{"overnight", "An air strike killed nine people in the town of Saraqib overnight, medics said.", []string{"on=2017-10-17"}, true},
	{"undated", "An air strike killed nine people in the town of Saraqib, medics said.", []string{"on=2017-10-18"}, true},
	{"date of the statement", "An air strike on Monday killed nine people in the town of Saraqib, medics said on Wednesday.", []string{"on=2017-10-16"}, true},
	{"text's own date line", "26-01-2016 An air strike killed nine people in the town of Saraqib on Monday, medics said.", []string{"on=2016-01-25"}, true},
}

// 8 and 9: who says so, and who is only accused.
var creditCases = []claimCase{
	{"said after", "An air strike killed nine people in the town of Saraqib on Tuesday, the Northern Observatory for Human Rights said.", []string{"said=Northern_Observatory"}, true},
	{"said before", "The Northern Observatory for Human Rights said an air strike killed nine people in the town of Saraqib on Tuesday.", []string{"said=Northern_Observatory"}, true},
	{"said X", "\"An air strike killed nine people in the town of Saraqib,\" said Samer Haddad, director of the Northern Observatory.", []string{"said=Samer_Haddad said=Northern_Observatory"}, true},
	{"according to", "According to local sources, an air strike killed nine people in the town of Saraqib on Tuesday.", []string{"said=local_sources"}, true},
	{"according to at the end", "An air strike killed nine people in the town of Saraqib on Tuesday, according to local sources.", []string{"said=local_sources"}, true},
	{"told", "A rescuer told Highland Post that an air strike killed nine people in the town of Saraqib on Tuesday.", []string{"said=rescuer via=Highland_Post"}, true},
	{"citing", "The Karm news agency, citing a military source, said an air strike killed nine people in the town of Saraqib on Tuesday.", []string{"said=Karm"}, true},
	{"two claimants", "State media said the car bomb in the city of Homs on Monday killed 25 people. The Northern Observatory said the bomb killed 21 people.", []string{"k=25 said=state_media", "k=21 said=Observatory"}, true},
	{"pronoun", "The Northern Observatory said an air strike killed nine people in the town of Saraqib on Tuesday. It said shelling killed two people in the town of Ehsim on Monday.", []string{"k=9", "k=2 said=Observatory at=Ehsim"}, true},
	{"own voice", "An air strike killed nine people in the town of Saraqib on Tuesday.", []string{"-said=a"}, true},
	{"accuser is no perpetrator", "The Northern Doctors' Committee accused rebels of killing nine civilians in the village of Hafir on Monday.", []string{"by=rebels -by=Committee said=Committee"}, true},
	{"hedged", "An air strike reportedly killed nine people in the town of Saraqib on Tuesday, medics said.", []string{"st=hedged k=9"}, true},
	{"suspected", "Suspected jihadists killed nine people in the village of Hafir on Monday, police said.", []string{"st=hedged by=jihadists"}, true},
	{"denied", "The army denied that it had shelled the town of Saraqib on Tuesday.", []string{"st=denied by=army"}, true},
	{"telling again is one claim", "An air strike killed nine people in the town of Saraqib on Tuesday, medics said. The strike killed nine people and wounded four, medics said.", []string{"k=9 i=4"}, true},
}

// 10: what did not happen, or has not yet.
var unrealCases = []claimCase{
	{"foiled", "Police defused a bomb outside the town hall of Corinto on Monday, a spokesman said.", nil, true},
	{"would", "An attack on the city of Hama would kill thousands of civilians, the mayor warned.", nil, true},
	{"if", "If the army storms the city of Hama, hundreds could be killed, residents said.", nil, true},
	{"prevented", "Guards prevented an attack on the airport of Karm on Monday, police said.", nil, true},
}

// 11: numbers that are no victims.
var figureCases = []claimCase{
	{"age", "A 12-year-old boy was killed when shells hit the town of Douma on Monday, medics said.", []string{"k=1"}, true},
	{"calibre", "Five people were killed when 120 mm mortars hit the town of Douma on Monday, medics said.", []string{"k=5"}, true},
	{"distance", "Five people were killed when shells hit the town of Douma, 15 km east of the capital, on Monday, medics said.", []string{"k=5"}, true},
	{"vehicles", "Warplanes destroyed four vehicles and killed five militants near the town of Palmyra on Monday, the army said.", []string{"k=5"}, true},
	{"date line", "KARM, Syria, Oct 18 - An air strike killed nine people in the town of Saraqib on Tuesday, two medics said.", []string{"k=9 at=Saraqib on=2017-10-17 said=medics"}, true},
	{"October 7", "Five people were killed in an air strike on the town of Douma on October 7, medics said.", []string{"k=5 on=2017-10-07"}, true},
}

// 12: a round-up of several incidents keeps their slots apart.
var roundupCases = []claimCase{
	{"two incidents", "Shells killed four people in the town of Douma on Monday, medics said. In a separate incident, a roadside bomb killed two soldiers near the town of Palmyra, state media reported.",
		[]string{"k=4 at=Douma ev=shelling said=medics", "k=2 at=Palmyra ev=bombing said=state_media"}, true},
	{"by city", "In Aleppo, shells killed three people on Monday, police said. In Homs, a car bomb killed five people on Sunday, police said.",
		[]string{"k=3 at=Aleppo on=2017-10-16", "k=5 at=Homs on=2017-10-15 ev=bombing"}, true},
}

func TestClaims(t *testing.T) {
	for _, group := range []struct {
		name  string
		cases []claimCase
	}{
		{"kind", kindCases}, {"toll", tollCases}, {"part", partCases}, {"background", backgroundCases}, {"role", roleCases}, {"place", placeCases},
		{"when", whenCases}, {"credit", creditCases}, {"unreal", unrealCases}, {"figure", figureCases}, {"round-up", roundupCases},
	} {
		for _, c := range group.cases {
			t.Run(group.name+"/"+c.name, c.run)
		}
	}
}
