package site

import "isnad"

// The words that stand for the enumerations on a page. What a machine decided
// is told in plain language, with why.

func eventWords(e isnad.Event) string {
	switch e {
	case isnad.EventAirStrike:
		return "Air strike"
	case isnad.EventDroneStrike:
		return "Drone strike"
	case isnad.EventShelling:
		return "Shelling"
	case isnad.EventBombing:
		return "Bombing"
	case isnad.EventSuicideBombing:
		return "Suicide bombing"
	case isnad.EventLandmine:
		return "Landmine"
	case isnad.EventExplosion:
		return "Explosion"
	case isnad.EventChemicalAttack:
		return "Chemical attack"
	case isnad.EventShooting:
		return "Shooting"
	case isnad.EventKilling:
		return "Killing"
	case isnad.EventClash:
		return "Clash"
	case isnad.EventTerritoryChange:
		return "Change of control"
	case isnad.EventAbduction:
		return "Abduction"
	case isnad.EventDetention:
		return "Detention"
	case isnad.EventIllTreatment:
		return "Ill-treatment"
	case isnad.EventSexualViolence:
		return "Sexual violence"
	case isnad.EventDisplacement:
		return "Displacement"
	case isnad.EventObstruction:
		return "Siege or blocked aid"
	case isnad.EventPropertyDestruction:
		return "Destruction of property"
	case isnad.EventProtestViolence:
		return "Violence at a protest"
	case isnad.EventRemainsFound:
		return "Remains found"
	case isnad.EventAttack:
		return "Attack, means not stated"
	}
	return "Other incident"
}

func statusWords(s isnad.StrikeStatus) string {
	switch s {
	case isnad.StrikeDeclared:
		return "Declared"
	case isnad.StrikeLikely:
		return "Likely"
	case isnad.StrikeContested:
		return "Contested"
	case isnad.StrikeSingleSource:
		return "Single source"
	}
	return "Not settled"
}

func statusWhy(s isnad.StrikeStatus) string {
	switch s {
	case isnad.StrikeDeclared:
		return "A party says that it did it."
	case isnad.StrikeLikely:
		return "Two or more independent claimants tell of it, and they do not differ over who did it."
	case isnad.StrikeContested:
		return "Claimants name different parties, or the one named denies it."
	case isnad.StrikeSingleSource:
		return "One claimant only says who did it or that it took place."
	}
	return "Who did it has not been worked out."
}

func gradingWords(g isnad.Grading) string {
	switch g {
	case isnad.GradeConfirmed:
		return "Confirmed"
	case isnad.GradeFair:
		return "Fair"
	case isnad.GradeWeak:
		return "Weak"
	case isnad.GradeContested:
		return "Contested"
	case isnad.GradeDiscounted:
		return "Discounted"
	case isnad.GradeNoHarm:
		return "No harm claimed"
	}
	return "Not graded"
}

func gradingWhy(g isnad.Grading) string {
	switch g {
	case isnad.GradeConfirmed:
		return "A person confirmed that harm was accepted by a party responsible."
	case isnad.GradeFair:
		return "Two or more independent claimants report casualties, or one does and a party owns up."
	case isnad.GradeWeak:
		return "No more than one independent claimant reports casualties."
	case isnad.GradeContested:
		return "Claimants contradict each other on the casualties."
	case isnad.GradeDiscounted:
		return "Those killed are said to have been fighters, or not to have been killed by this."
	case isnad.GradeNoHarm:
		return "Everyone who gives figures says that nobody was killed or injured."
	}
	return "How well the casualties are supported has not been worked out."
}

func stanceWords(s isnad.Stance) string {
	switch s {
	case isnad.StanceAsserted:
		return "asserts"
	case isnad.StanceHedged:
		return "says with reserve"
	case isnad.StanceDenied:
		return "denies"
	case isnad.StanceSelfClaimed:
		return "claims to have done it"
	}
	return "says"
}

func stageWords(s isnad.Stage) string {
	switch s {
	case isnad.StageAttempted:
		return "attempted"
	case isnad.StageThreatened:
		return "threatened"
	case isnad.StageFoiled:
		return "foiled"
	}
	return ""
}

func reviewWords(r isnad.Review) string {
	switch r {
	case isnad.Confirmed:
		return "confirmed by a person"
	case isnad.Rejected:
		return "rejected by a person"
	}
	return "suggested by machine, not yet seen by a person"
}

// reviewedWords is reviewWords for lists: nothing where no person has decided.
func reviewedWords(r isnad.Review) string {
	if r != isnad.Confirmed && r != isnad.Rejected {
		return ""
	}
	return reviewWords(r)
}

func sourceWords(k isnad.SourceKind) string {
	switch k {
	case isnad.SourceOutlet:
		return "outlet"
	case isnad.SourceAgency:
		return "news agency"
	case isnad.SourceOfficial:
		return "official body"
	case isnad.SourceMonitor:
		return "monitor"
	case isnad.SourceParty:
		return "party to the conflict"
	case isnad.SourcePerson:
		return "person"
	case isnad.SourceSocial:
		return "social account"
	case isnad.SourceUnnamed:
		return "unnamed"
	}
	return "source"
}

func placeWords(k isnad.PlaceKind) string {
	switch k {
	case isnad.KindCountry:
		return "country"
	case isnad.KindProvince:
		return "province"
	case isnad.KindDistrict:
		return "district"
	case isnad.KindTown:
		return "town or village"
	case isnad.KindQuarter:
		return "quarter"
	}
	return "place"
}

func citationWords(k isnad.CitationKind) string {
	switch k {
	case isnad.CiteAgency:
		return "credits the agency"
	case isnad.CiteByline:
		return "written by"
	case isnad.CiteSubmitter:
		return "submitted by"
	case isnad.CiteAttribution:
		return "attributes to"
	case isnad.CiteVia:
		return "had it through"
	case isnad.CiteLink:
		return "links as its source"
	case isnad.CiteCopy:
		return "reuses the text of"
	case isnad.CiteQuote:
		return "quotes the same words as"
	case isnad.CiteVersion:
		return "was changed since"
	}
	return "names"
}

func outcomeWords(o isnad.Outcome) string {
	if o == isnad.Casualties {
		return "killed or injured"
	}
	return string(o)
}

func categoryWords(c isnad.Category) string {
	switch c {
	case isnad.CategoryAll, "":
		return ""
	case isnad.CategoryAidWorkers:
		return "aid workers"
	case isnad.CategoryUnknown:
		return "of unknown status"
	}
	return string(c)
}
