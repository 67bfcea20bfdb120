package attribute

import (
	"strings"
	"testing"
)

// Error class 8: who says so when somebody quotes somebody, in headlines, by
// pronouns and through media.
func TestNestedAttribution(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who lives elsewhere said", text: "Opposition activist Fares Daoud who is from Homs but currently lives in Europe said 10 people were killed in Boukamal on Monday.",
			want: []string{"k=10 at=boukamal said=fares_daoud -said=europe"}, only: true},
		{name: "speaking from", text: "Speaking from Ghouta activist Khaled Amin said three rockets hit Zamalka on Monday and killed five people.",
			want: []string{"k=5 said=khaled_amin -said=speaking"}, only: true},
		{name: "said a name at the end", text: "\"Ten people were killed in a car bomb attack on Monday in Zahraa\" a district inhabited by followers of the sect of President Omar Zorani said Talal Hamdan.",
			want: []string{"k=10 said=hamdan -said=zorani"}, only: true},
		{name: "two capitals", text: "London and Ankara said Syrian jets bombed Maarat al-Numan on Monday killing nine people.",
			want: []string{"k=9 said=london by=jets"}, only: true},
		{name: "raids that are only thought of", text: "The ministry said that more than 1400 people were killed in the attack on Zamalka on Monday and that allies are considering air strikes.",
			want: []string{"k=1401+ at=zamalka said=ministry"}, only: true},
		{name: "are estimated to have been", text: "Some 1400 people are estimated to have been killed in a gas attack on Zamalka on Monday.",
			want: []string{"ev=chemical_attack k=~1400 at=zamalka"}, only: true},
		{name: "said troops of", text: "The spokesman, Omar Zorani, on Tuesday said troops of Operation Karm killed two terrorists at Parisu village on Monday.",
			want: []string{"ev=clash k=2 said=omar_zorani -said=troops"}, only: true},
		{name: "a release from", text: "A man was shot on Oak Road on Monday, according to a press release from the Clark County Sheriff's Office.",
			want: []string{"i=1 said=sheriff -said=release"}, only: true},
		{name: "tell", text: "A man was shot on Oak Road in Dayton on Monday, Dayton police tell WXYZ.",
			want: []string{"i=1 said=police"}, only: true},
		{name: "cites and tells", text: "The Ministry of Works, citing hospital sources, told SANA that six people died in a bomb blast in Hama on Monday.",
			want: []string{"ev=bombing k=6 said=ministry via=sana"}, only: true},
		{name: "agency cites", text: "SANA, citing a military source, said six civilians were killed by a car bomb in Hama on Monday.",
			want: []string{"ev=bombing k=6 said=sana said=source"}, only: true},
		{name: "quoted as saying", text: "SANA quoted a police source as saying six civilians were killed by a car bomb in Hama on Monday.",
			want: []string{"k=6 said=police_source via=sana"}, only: true},
		{name: "speaking to", text: "Speaking to Anadolu Agency, rescuer Omar Zorani said 12 civilians were killed in air strikes on Idlib on Monday.",
			want: []string{"ev=air_strike k=12 said=omar_zorani"}, only: true},
		{name: "the group goes on", text: "The Northland Documentation Network said 12 people were killed by shells in Homs on Monday. The group said an air strike hit a clinic in Douma and killed four.",
			want: []string{"k=12 said=northland", "k=4 said=northland"}, only: true},
		{name: "it goes on", text: "The Karm Casualty Register said an air strike killed 12 people in Douma on Monday. It said another strike killed three people in Harasta.",
			want: []string{"k=12 said=register", "k=3 said=register"}, only: true},
		{name: "the report goes on", text: "A shell killed seven people in Douma on Monday, the Douma Media Office said. Later another strike killed three rescuers in Harasta, the report added.",
			want: []string{"k=7 said=douma_media", "k=3 said=douma_media"}, only: true},
		{name: "two claimants", text: "The Harasta Media Centre reported that three people were killed by an air strike on Harasta on Monday. Local sources said five people were injured in Douma when a shell fell.",
			want: []string{"k=3 said=harasta", "i=5 said=local_sources"}, only: true},
		{name: "reported by", text: "Three people were killed by shells in Harasta on Monday, as reported by the Harasta Media Centre.",
			want: []string{"k=3 said=harasta_media"}, only: true},
		{name: "explained without commas", text: "Three soldiers were killed by shells in Homs on Monday the Northland Observatory for Human Rights a Karm-based war monitor said.",
			want: []string{"k=3 said=northland_observatory"}, only: true},
		{name: "account", text: "Three children were killed by an air strike on Harasta on Monday, according to @harasta_now.",
			want: []string{"k=3 said=@harasta"}, only: true},
		{name: "page", text: "According to the Facebook page of Karm Tidings, three children were killed by an air strike on Harasta on Monday.",
			want: []string{"k=3 said=karm via=facebook"}, only: true},
		{name: "two whose second is a worker", text: "Five people died in a raid on Saraqib on Sunday a monitoring group and rescue workers said.",
			want: []string{"k=5 said=monitoring_group said=rescue_workers"}, only: true},
		{name: "according to workers", text: "According to two aid workers, gunmen killed six people in Harasta on Monday.",
			want: []string{"k=6 said=aid_workers"}, only: true},
		{name: "workers who were hit", text: "Gunmen shot dead two aid workers and wounded a cleric in Harasta on Monday.",
			want: []string{"k=2 -said=workers -said=cleric"}, only: true},
		{name: "sheriff's office", text: "A man was shot dead in Oakland on Monday, according to the Zoran County Sheriff's Office.",
			want: []string{"k=1 said=sheriff"}, only: true},
		{name: "two names of one", text: "The Northland Rescue Corps or Blue Caps reported that 13 people were killed by air strikes on Idlib on Monday.",
			want: []string{"k=13 said=northland_rescue"}, only: true},
		{name: "another group without commas", text: "The Karm Rescue Service another relief group said 10 people were killed by a shell in Homs on Monday.",
			want: []string{"k=10 said=karm_rescue"}, only: true},
		{name: "after a place", text: "Four soldiers were killed in a raid on a post near the border with Turkey Karm news agency said on Monday.",
			want: []string{"k=4 said=karm_news"}, only: true},
		{name: "after a group", text: "A hospital in Homs was hit and six patients were killed by a rebel group Syrian state TV reports.",
			want: []string{"k=6 said=state_tv"}, only: true},
		{name: "agency after victims", text: "The army shelled Idlib on Monday which ended in the killing of 14 militants KNA reports.",
			want: []string{"k=14 said=kna"}, only: true},
		{name: "was quoted", text: "Jane Doe, a doctor working at a local hospital, was quoted as saying that 12 people were killed by shells in Homs on Monday.",
			want: []string{"k=12 said=jane_doe"}, only: true},
		{name: "residents quoted", text: "A Karm News reporter quoted a number of residents in the town as saying that gunmen killed three civilians in Homs on Monday.",
			want: []string{"k=3 said=residents via=karm_news"}, only: true},
		{name: "feed", text: "The Zolan Front's Twitter feed said a bomb killed six soldiers in Homs on Monday.",
			want: []string{"k=6 said=zolan_front via=twitter"}, only: true},
		{name: "statement by", text: "\"An air strike killed six civilians in Homs on Monday,\" said a statement by the Northland defence ministry.",
			want: []string{"k=6 said=defence_ministry"}, only: true},
		{name: "named by", text: "The four killed by a shell in Homs on Monday were named by the Karm Health Directorate as members of one family.",
			want: []string{"k=4 said=karm_health"}, only: true},
		{name: "gave a lower toll", text: "The Karm Casualty Register gave a slightly lower toll of 31 killed in the air strike on Homs on Monday.",
			want: []string{"k=31 said=register"}, only: true},
		{name: "after one killed", text: "A bomb went off in Homs on Monday killing the preacher Sheikh Salman al-Zorani state-run TV reported.",
			want: []string{"ev=bombing said=state-run_tv"}, only: true},
		{name: "it is no people", text: "The Karm Register said a shell killed two people in Homs on Monday, quoting two residents. It said an air strike on a market in Harasta had killed four people.",
			want: []string{"k=2 said=register", "k=4 said=register"}, only: true},
		{name: "answered with deeds", text: "An air strike killed 12 people in Douma on Monday as government forces responded to an offensive in the area.",
			want: []string{"k=12 -said"}, only: true},
		{name: "grounds are no speakers", text: "An air strike killed 12 people in Douma on Monday, the Karm Register said. It tells whose planes fly according to type location and patterns.",
			want: []string{"k=12 said=register"}, only: true},
		{name: "meanwhile", text: "Meanwhile Human Rights Watch said on Monday that a strike killed 12 people in Douma.",
			want: []string{"k=12 said=human_rights"}, only: true},
		{name: "looks into it", text: "Police are investigating a shooting that killed a man at a bar in Toledo on Monday.",
			want: []string{"k=1 said=police -by=police"}, only: true},
		{name: "arrests for it", text: "Zoran City police on Monday arrested a student in connection with a shooting that killed one person in Toledo.",
			want: []string{"k=1 said=zoran_city -by=police"}, only: true},
		{name: "statement of facts", text: "A man was shot dead in Toledo on Monday, according to a statement of facts read by prosecutor Jane Doe.",
			want: []string{"k=1 said=jane_doe"}, only: true},
		{name: "own voice", text: "An air strike on a market in Douma killed 12 people on Monday.",
			want: []string{"k=12 -said"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A headline credits by its place alone; an outlet's own name there credits nobody.
func TestHeadlineCredit(t *testing.T) {
	for _, c := range []struct {
		title, want string
	}{
		{"Ministry: 12 killed in strike on Douma", "Ministry"},
		{"12 killed in strike on Douma: health ministry", "health ministry"},
		{"Strike on Douma kills 12 - monitor", "monitor"},
		{"Police: Man shot dead at a bar in Toledo", "Police"},
		{"Zoran war: 12 killed in strike on Douma", ""},
		{"Strike on Douma kills 12 - Harbour News", ""},
		{"Toll of the day: 12", ""},
	} {
		d := &doc{r: testReader(), rep: report(c.title, "Nothing."), lex: lexiconEN()}
		d.title.load(c.title, true, d.lex)
		d.mark(&d.title)
		var got []string
		for i := range d.title.sents {
			for _, sp := range d.speeches(&d.title, &d.title.sents[i], nil) {
				got = append(got, sp.names...)
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q credits %q, want %q", c.title, g, c.want)
		}
	}
}

// Error class 9: who accuses, counts or denies has not done it; who claims it,
// and whom an accusation names, is said to have.
func TestAccuserIsNoPerpetrator(t *testing.T) {
	for _, c := range []claimCase{
		{name: "accuser", text: "Residents accused the army of shelling Douma on Monday and killing nine people.",
			want: []string{"ev=shelling k=9 by=army said=residents"}, only: true},
		{name: "accusing force", text: "The army accused the Zoran Liberation Front of shelling Homs on Monday and killing nine people.",
			want: []string{"k=9 by=zoran -by=army said=army"}, only: true},
		{name: "self-claim", text: "The Zoran Liberation Front claimed responsibility for a car bomb that killed 12 people in Homs on Monday.",
			want: []string{"ev=bombing k=12 by=zoran said=zoran st=self_claimed"}, only: true},
		{name: "denier", text: "The army denied that its jets had struck a market in Douma on Monday, killing 12 people.",
			want: []string{"k=12 by=army st=denied"}, only: true},
		{name: "counting body", text: "The Northland Documentation Network said an air strike killed 12 people in Douma on Monday.",
			want: []string{"k=12 -by=network said=network"}, only: true},
		{name: "police who tell", text: "Two people were shot dead at a bar in Toledo on Monday, according to police.",
			want: []string{"k=2 -by=police said=police"}, only: true},
		{name: "suicide bomber alone", text: "A suicide bomber killed 20 people at a checkpoint in Homs on Monday.",
			want: []string{"k=20 -by"}, only: true},
		{name: "both sides", text: "Clashes between the Zoran Liberation Front and government forces in Homs on Monday left 20 people dead.",
			want: []string{"ev=clash k=20 by=zoran"}, only: true},
		{name: "positioned", text: "Terrorists positioned in the eastern quarters fired rockets on Aleppo on Monday, killing three people.",
			want: []string{"k=3 by=terrorists"}, only: true},
		{name: "kin", text: "A 6-year-old girl was shot and killed by her brother in Toledo on Monday, police said.",
			want: []string{"k=1 by=brother said=police"}, only: true},
		{name: "charged", text: "Wendell Zorn, 61, fired a shotgun at a car in Toledo on Monday, killing a woman, according to prosecutors.",
			want: []string{"k=1 by=wendell said=prosecutors"}, only: true},
		{name: "somebody unknown", text: "Three teenagers were wounded when someone in a passing dark car opened fire on a party in Toledo on Monday, police said.",
			want: []string{"i=3 by=someone said=police"}, only: true},
		{name: "investigators", text: "Police responded to a shooting that killed one person in Toledo on Monday.",
			want: []string{"k=1 -by=police"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A state that acts is an actor; a state where something happens is none.
func TestStateActor(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"Turkey bombed the port on Monday.", "Turkey"},
		{"The strike was carried out by Israel on Monday.", "Israel"},
		{"Azerbaijan claimed to have killed 40 soldiers.", "Azerbaijan"},
		{"Three people were killed in Turkey on Monday.", ""},
		{"Turkey said three people were killed in the port.", ""},
	} {
		d := docOf(t, c.text)
		var got []string
		for i := range d.body.sents {
			for _, m := range d.actors(&d.body, &d.body.sents[i], nil) {
				if m.state {
					got = append(got, d.body.actorName(m.from, m.to))
				}
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: %q, want %q", c.text, g, c.want)
		}
	}
}

// Abbreviations that the report explains are the names they stand for.
func TestAbbreviations(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"The Zoran Liberation Front (ZLF) fled.", "ZLF=Zoran Liberation Front"},
		{"The Zoran Liberation Front (ZLF, an alliance of three) fled.", "ZLF=Zoran Liberation Front"},
		{"The Karm Register for Human Losses (KRHL) said so.", "KRHL=Karm Register for Human Losses"},
		{"The Doctors' Relief Office (DRO) said so.", "DRO=Doctors' Relief Office"},
		{"The soldiers (AFP) fled.", ""},
		{"Zoran (ZLF) fled.", ""},
		{"(ZLF)", ""},
	} {
		d := docOf(t, c.text)
		d.abbreviations(&d.body)
		var got []string
		for _, x := range d.defined {
			got = append(got, x.short+"="+x.full)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: %q, want %q", c.text, g, c.want)
		}
	}
}

// One claimant under two names is one source.
func TestOneClaimant(t *testing.T) {
	d := docOf(t, "The Karm Relief Office (KRO) said so.")
	d.abbreviations(&d.body)
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"RSF administration", "administration of the Rapid Support Forces", true},
		{"RSF administration in Nyala", "administration of the Rapid Support Forces", true},
		{"Karm Relief Office", "KRO", true},
		{"Karm Relief Office (KRO)", "Karm Relief Office", true},
		{"RSF administration", "SAF administration", false},
		{"local sources", "medical sources", false},
		{"mayor of Karm", "mayor of Nyala", false},
	} {
		d.claimants = d.claimants[:0]
		if got := d.claimant(c.a) == d.claimant(c.b); got != c.same {
			t.Errorf("%q and %q are one source: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

// Monitors credit in many ways: brackets behind a figure, what somebody saw, a channel, a
// statement of grief, a list that gives a figure.
func TestMonitorsCredit(t *testing.T) {
	const hit = "On 12 October gunmen attacked the village of Qarnab near Homs. "
	for _, c := range []claimCase{
		{name: "in brackets", text: "On 12 October a car rammed into a bus stop in Homs. One man killed, three wounded (Red Crescent).", want: []string{"k=1 i=3 said=red_crescent"}, only: true},
		{name: "brackets of a name", text: "On 12 October gunmen killed two pupils (cousins) in Homs.", want: []string{"k=2 -said=cousins"}, only: true},
		{name: "who saw", text: hit + "A nurse from the health centre who hid in the ceiling saw four patients being shot.", want: []string{"i=4 said=nurse"}, only: true},
		{name: "who saw bodies", text: hit + "Monitors who visited two hospitals saw 11 bodies.", want: []string{"k=11 said=monitors"}, only: true},
		{name: "saw in a quotation", text: hit + `"I saw 11 bodies," a nurse said.`, want: []string{"k=11 said=nurse"}, only: true},
		{name: "the displaced", text: "On 12 October gunmen beheaded three men in Homs, according to displaced people who reached the coast on foot.", want: []string{"k=3 said=displaced_people"}, only: true},
		{name: "shortened", text: "On 12 October gunmen beheaded three men in Homs, acc. to a nurse who spoke with us.", want: []string{"k=3 said=nurse"}, only: true},
		{name: "through a channel", text: hit + "The Karm Front, through its usual Telegram channel, claimed it had killed 15 soldiers.", want: []string{"", "k=15 said=karm_front"}, only: true},
		{name: "in a claim", text: hit + "The Karm Front, in a claim circulated on 13 October, said it had killed 15 soldiers.", want: []string{"k=15 said=karm_front"}, only: true},
		{name: "posted at", text: "The Karm Agency posted at 02:10 that warplanes had hit a house in Homs on 12 October, killing two people.", want: []string{"k=2 said=karm_agency"}, only: true},
		{name: "gives", text: hit + "The State Police Command gives 86 killed.", want: []string{"k=86 said=police_command"}, only: true},
		{name: "gives to", text: hit + "A clinic in Homs gave 12 wounded villagers water.", want: []string{"-said=clinic"}},
		{name: "grief", text: "Relief Karm is devastated to confirm that two of its drivers were killed in Homs on 12 October.", want: []string{"k=2 said=relief_karm"}, only: true},
		{name: "alarm", text: "The Karm Watch voiced alarm on Tuesday over the killing of two activists in Homs by armed men.", want: []string{"k=2 said=karm_watch"}, only: true},
		{name: "has learnt", text: "Three villagers were killed by soldiers in Homs on 12 October, the Karm Centre has learnt from its sources.", want: []string{"k=3 said=karm_centre"}, only: true},
		{name: "reports received", text: "The Karm Centre has received reports that three villagers were killed by soldiers in Homs on 12 October.", want: []string{"k=3 said=karm_centre"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who put out a news release says it; police of whom a sentence goes on to tell something else
// are named alone, and those who came on a day tell the day of the deed.
func TestPoliceOfOneCrime(t *testing.T) {
	for _, c := range []claimCase{
		{name: "news release", text: "A man was shot and killed Monday in Toledo, according to a news release from the Toledo Police Department.", want: []string{"k=1 said=department -said=release"}, only: true},
		{name: "an officer", text: "A man was fatally shot Monday in Toledo. According to Toledo police, an officer came across the victim at 8:20 a.m.", want: []string{"k=1 said=police -said=officer"}, only: true},
		{name: "a spokesman", text: "A man was fatally shot Monday in Toledo, according to Karl Hollins, a police spokesman.", want: []string{"k=1 said=hollins"}, only: true},
		{name: "called on Sunday", text: "A man shot his wife in the leg in Toledo, police said. Officers were called to the home around 4:30 p.m. Sunday.", want: []string{"i=1 on=2017-10-15"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
