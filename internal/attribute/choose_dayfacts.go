package attribute

// The facts by which the days that a claim may have are weighed.

// daySteps are the steps of a distance.
var daySteps = []string{"0", "1", "2", "3-4", "5-8", "9-16", "17-40", "41+"}

func dayStep(n int) int {
	for i, top := range [...]int{0, 1, 2, 4, 8, 16, 40} {
		if n <= top {
			return i
		}
	}
	return len(daySteps) - 1
}

// tagged names a fact for each way in which a day may be named.
func tagged(start string) family { return familyOf(start+" ", dayTags...) }

// stepsTagged is a family of facts for each step of a distance and each way of naming.
func stepsTagged(start string) family {
	starts := make([]string, 0, len(daySteps))
	for _, s := range daySteps {
		starts = append(starts, start+" "+s+" ")
	}
	return crossed(starts, dayTags)
}

// Of a day that a claim may have.
var (
	fDayRule         = named("day: rule")
	fDayRuleWay      = familyOf("day: rule ", dayWays...)
	fDayRuleGot      = named("day: rule, named")
	fDayRuleCarried  = named("day: rule, carried")
	fDayRuleLongPast = named("day: rule, background")
	fDayRuleSpan     = named("day: rule, several days")
	fDayRuleTitle    = named("day: rule, headline")
	fDayRuleOwn      = crossed([]string{"day: rule, no other named, ", "day: rule, others named, "}, dayWays)
	fDayRuleCounts   = crossed([]string{"day: rule, no figure, ", "day: rule, figure, "}, dayWays)
	fDayReport       = named("day: of the report")
	fDayTitle        = tagged("day: headline")
	fDayOwn          = tagged("day: own sentence")
	fDayFirstIn      = tagged("day: own clause")
	fDayFirstOut     = tagged("day: other clause")
	fDayAhead        = familyOf("day: items before the deed ", daySteps...)
	fDayBehind       = familyOf("day: items behind the deed ", daySteps...)
	fDayBack         = stepsTagged("day: sentences back")
	fDayOn           = stepsTagged("day: sentences on")
	fDayBackPara     = tagged("day: back in the paragraph")
	fDayOnPara       = tagged("day: on in the paragraph")
	fDayMention      = crossed([]string{"day: named plainly, ", "day: named otherwise, "}, dayWays)
	fDayNearBack     = named("day: nearest back")
	fDayNearBackWay  = familyOf("day: nearest back ", dayWays...)
	fDayNearOn       = named("day: nearest on")
	fDayTold         = familyOf("day: times named ", daySteps...)
	fDayLead         = named("day: named in the lead")
	fDayFirstClaim   = named("day: of the first claim")
	fDayShare        = familyOf("day: share of claims ", "none", "third", "two thirds", "more")
	fDaySamePlace    = named("day: of a claim of the place")
	fDaySameKind     = named("day: of a claim of the kind")
	fDaySameSource   = named("day: of a claim of the speaker")
	fDayOthersOwn    = named("day: named by a claim")
	fDayPrev         = familyOf("day: of the claim before ", "", "place", "kind", "place and kind")
	fDayPrevPara     = familyOf("day: of the claim before, ", "other paragraph", "other paragraph, own", "paragraph", "paragraph, own")
	fDayPrevStep     = familyOf("day: of the claim before, sentences ", daySteps...)
	fDayPrevDefinite = named("day: of the claim before, the deed")
	fDayPrevAnswer   = named("day: of the claim before, answer")
	fDayPrevNoDeed   = named("day: of the claim before, no deed")
	fDayPrevKindred  = named("day: of the claim before, kindred")
	fDayNext         = named("day: of the claim behind")
	fDayAge          = familyOf("day: age ", "future", "0", "1", "2-7", "8-31", "32-366", "older")
	fDaySpan         = named("day: several days")
	fDayLongSpan     = named("day: more than four days")
	fDayHad          = familyOf("day: past perfect ", "new", "old")
	fDayEarlier      = familyOf("day: earlier ", "new", "old")
	fDayOthersNamed  = named("day: sentence names days")
	fDayOff          = familyOf("day: from the rule's ", "earlier", "a day earlier", "a day later", "later")
)
