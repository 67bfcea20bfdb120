package attribute

import "strings"

// hint is a set of rules: those that may begin at an item, by its first word. A rule begins at
// one of a few words, and most words begin none, so that one look at an item tells which rules
// need no closer one. A hint promises nothing: the word may stand in a phrase or for something
// else.
type hint uint64

const (
	mayBomber   hint = 1 << iota // markBombers
	mayCarryOff                  // markCarriedOff
	maySeize                     // markSeized
	mayLeadAway                  // markMarchedOff
	mayRustle                    // markRustled
	mayWreck                     // markWrecked
	mayFireInto                  // markShotUp
	mayLand                      // markLanded
	mayAnswer                    // markAnswers
	mayDidIt                     // saysWhoDidIt
	mayCredit                    // speeches
	mayName                      // countsByName
	mayCount                     // counting, putAt
	mayHarm                      // casualties
	maySumUp                     // sumsUp
	mayBeSelf                    // alsoOneself
	mayTellBeat                  // policeBeat
	mayRaid                      // setRaiders
	mayDate                      // date
	mayLast                      // sumsLong, of the sentence
	mayMeasure                   // sumsLong, of the frame
	mayPlace                     // placePhrase, where no class of the lexicon does
	mayNumber                    // opensQuantity
	mayTry                       // onTrial
	mayAccuse                    // accused
	mayDriveOut                  // markDrivenOut
	mayGoDown                    // markWentDown
	mayFight                     // markFought
	mayPlay                      // ofGame
	mayMove                      // movesIn
	mayPart                      // markParted

	// the rules that make deeds of verbs once a text is cut into items
	mayDo = mayBomber | mayCarryOff | maySeize | mayLeadAway | mayRustle | mayWreck | mayFireInto | mayLand | mayDriveOut | mayGoDown | mayFight | mayPart
)

// hintWords are the words at which each rule begins, of a phrase the first. A test holds
// that the rules know no others.
var hintWords = [...]struct {
	hint  hint
	words []string
}{
	{mayBomber, strings.Fields("bomber bombers")},
	{mayCarryOff, strings.Fields("took takes take taken taking forced forcing bundled dragged shoved made make makes making led whisked marched hauled spirited carried pulled held")},
	{maySeize, strings.Fields("seized seizing grabbed grabbing picked picking")},
	{mayLeadAway, append(strings.Fields("made lined dragged pulled hauled marched ordered offloaded taken took led removed forced herded"), "lined up")},
	{mayRustle, strings.Fields("stole stolen rustled made making drove driven took carted carried herded")},
	{mayWreck, strings.Fields("set setting sets cut cutting uproot uprooted uprooting felled felling chopped chopping sawed hacked emptied emptying stripped smashed smashing slashed slashing tore tearing torn pulled pulling ripped ripping toppled toppling knocked knocking")},
	{mayFireInto, strings.Fields("fired fires firing shot shooting went came tore ripped passed flew struck hit pierced broke shattered lodged entered penetrated")},
	{mayLand, strings.Fields("landed fell hit struck exploded crashed impacted slammed")},
	{mayDriveOut, strings.Fields("drove drives driving pushed pushing forced forcing chased chasing flushed swept")},
	{mayGoDown, strings.Fields("crashed crashes plummeted plunged came went")},
	{mayFight, []string{"fought"}},
	{mayPart, partedWords()},
	{mayPlay, strings.Fields("coach coaches fans striker strikers midfield midfielder goalkeeper halftime half-time touchdown touchdowns innings wicket wickets playoffs playoff league quarterback rebounds tournament kickoff kick-off " +
		"unbeaten goals goal scored scoring points quarter pitcher batsman bowler defender winger 3-pointers 3-pointer three-pointers free-throw equaliser equalizer substitute victory win season teammates teammate dribble penalty roster " +
		"varsity playbook offense header cup match stadium semifinal semi-final title team game rally defense police hospital gunman gunmen shooter suspect suspects soldiers troops army militants sheriff deputies rebels stampede riot blast explosion bomb morgue ambulance wounded casualties victims airstrike shelling militia air missile missiles drone drones attackers militant grenade grenades civilians insurgents terrorists bomber explosives mourners hostages")},
	{mayMove, strings.Fields("entered stormed invaded surrounded encircled besieged overran raided penetrated " +
		"moved pushed swept rolled marched advanced came drove deployed arrived stationed positioned went burst broke thrust")},
	{mayAnswer, strings.Fields("held holds hold holding called calls calling described describes describing branded brands labelled labeled dubbed termed deemed brushed assessed assesses " +
		"classed classes classified classifies judged judges rated considered considers found graded suspect suspects suspected")},
	{mayDidIt, strings.Fields("did staged carried")},
	{mayCredit, strings.Fields("investigating searching seeking asking looking arrested source sources count account accounts reckoning tally estimate estimates telling version figures figure " +
		"calling called call describe described describing termed gives gave saw speaks speak spoke found finds shows showed shown reveals revealed suggests concludes concluded established indicates " +
		"published publishes released releases posted posts circulated circulates distributed shared uploaded broadcast aired tweeted")},
	{mayName, strings.Fields("named names naming listed lists listing published publishes posted released circulated printed collected gave wrote writes spoke speaks mentioned mentions cited cites " +
		"counted counts documented recorded registered reported claimed has have contains bears holds gives provided compiled drew speak tallied recalled confirmed announced read")},
	{mayCount, countingVerbs},
	{mayHarm, strings.Fields("beaten pistol-whipped bludgeoned treated treating sent sends sending body corpse dead wounded injured suffered sustained received lost shot shoots shooting shootings stabbed stabs stabbing stabbings " +
		"slashed slashes slashing knifed hit hits hitting struck strikes striking grazed grazing beating death deaths burned burnt burning gunshot bullet stab nil mutilated headless decapitated beheaded bullet-riddled tortured dismembered decomposed decomposing " +
		"cut pierced lacerated tore ripped penetrated entered nicked clipped peppered claiming claimed leaving left spoke speak speaks speaking spoken " +
		"cost costs costing unharmed unhurt uninjured unscathed grave graves mass by burns burn breathing fractures suffocation asphyxiation shrapnel symptoms blisters broken severe serious claims " +
		"wound wounds injury injuries pellet martyrs")},
	{maySumUp, strings.Fields("bringing raising taking pushing")},
	{mayBeSelf, strings.Fields("himself herself themselves")},
	{mayTellBeat, strings.Fields("police sheriff deputies deputy detectives detective troopers officers army rebels militants soldiers troops fighters insurgents terrorists militiamen air airstrike airstrikes " +
		"shelling jihadists militia guerrillas taliban boko shabaab isis isil daesh jihadist insurgency car roadside suicide paramilitary ceasefire villagers bandits")},
	{mayRaid, strings.Fields("gunmen bandits gang gangs gangsters assailants raiders herders herdsmen rustlers kidnappers armed motorcycles motorbikes motorcycle motorbike horseback camels machetes cattle livestock " +
		"commandos looted kidnapped abducted attackers masked hooded vigilantes paramilitaries guerrillas dissidents")},
	{mayDate, strings.Fields("christmas halloween juneteenth new valentine fourth spring summer autumn fall dawn mother father memorial labor thanksgiving")},
	{mayLast, strings.Fields("past last previous preceding in over during within throughout of for since between from up down compared")},
	{mayMeasure, strings.Fields("day days week weeks month months year years decade decades")},
	{mayNumber, strings.Fields("a an his her their another additional further others between")},
	{mayTry, strings.Fields("charged accused convicted sentenced indicted guilty acquitted charges counts count trial")},
	{mayAccuse, strings.Fields("fired firing discharged suspect gunman shooter assailant attacker killer charged charge charges arrested warrant warrants wanted booked")},
	{mayPlace, strings.Fields("road highway motorway route path track railway stretch expressway spot place site location settlement")},
}

// addHints notes the hints of words, also of those that the lexicon does not know.
func (l *lexicon) addHints() error {
	for _, h := range hintWords {
		for _, w := range h.words {
			nd := l.first.get(w)
			if nd == nil {
				nd = l.node()
				if !l.first.put(w, nd) {
					return errNoRoom
				}
			}
			nd.hints |= h.hint
		}
	}
	return nil
}
