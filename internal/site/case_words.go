package site

import "isnad"

// caseKindWords names a kind of case.
func caseKindWords(k isnad.CaseKind) string {
	switch k {
	case isnad.CaseCorrection:
		return "Correction"
	case isnad.CaseComplaint:
		return "Complaint"
	case isnad.CaseRightOfReply:
		return "Right of reply"
	case isnad.CaseCopyright:
		return "Copyright notice"
	case isnad.CaseCounterNotice:
		return "Counter-notice"
	case isnad.CasePrivacy:
		return "Privacy and safety"
	case isnad.CaseCourtOrder:
		return "Court order"
	}
	return oneLine(string(k))
}

// caseStateWords says how far a case has come.
func caseStateWords(s isnad.CaseState) string {
	switch s {
	case isnad.CaseReceived:
		return "received"
	case isnad.CaseAcknowledged:
		return "acknowledged"
	case isnad.CaseInReview:
		return "in review"
	case isnad.CaseWaiting:
		return "waiting for an answer"
	case isnad.CaseDecided:
		return "decided" // of many nothing is to be carried out; where something is, its due date says so
	case isnad.CaseCarriedOut:
		return "carried out"
	case isnad.CaseAppealed:
		return "appealed"
	case isnad.CaseClosed:
		return "closed"
	}
	return oneLine(string(s))
}

// decisionWords names what was decided about a case.
func decisionWords(o isnad.CaseOutcome) string {
	switch o {
	case isnad.CaseUpheld:
		return "upheld"
	case isnad.CasePartlyUpheld:
		return "partly upheld"
	case isnad.CaseRejected:
		return "rejected"
	case isnad.CaseWithdrawn:
		return "withdrawn"
	}
	return oneLine(string(o))
}

// effectWords names what a decision does to what is shown.
func effectWords(e isnad.Effect) string {
	switch e {
	case "":
		return "nothing changes"
	case isnad.EffectCorrection:
		return "correction"
	case isnad.EffectClarification:
		return "clarification"
	case isnad.EffectRetraction:
		return "retraction"
	case isnad.EffectRemoval:
		return "removal"
	case isnad.EffectErasure:
		return "removal, and its bytes are destroyed"
	case isnad.EffectRestoration:
		return "restoration"
	case isnad.EffectReply:
		return "reply published"
	}
	return oneLine(string(e))
}

// effectWhy says what an effect does, for those who choose one.
func effectWhy(e isnad.Effect) string {
	switch e {
	case "":
		return "What is shown stays as it is. The decision and its reasons stand in the register."
	case isnad.EffectCorrection:
		return "The text gets a new version with your wording. The old version stays readable, and the words that changed are marked."
	case isnad.EffectClarification:
		return "The text stays. Your words stand beside it."
	case isnad.EffectRetraction:
		return "The text stays readable and is marked as retracted."
	case isnad.EffectRemoval:
		return "Nothing of the report is shown any more; a note at its address names the decision. Its bytes are kept, so that it can be restored."
	case isnad.EffectErasure:
		return "As a removal, and the bytes are destroyed. Nobody can bring them back."
	case isnad.EffectRestoration:
		return "What an earlier decision did no longer holds."
	case isnad.EffectReply:
		return "The person's answer stands beside what it answers."
	}
	return ""
}

// noticeWords names a kind of notice.
func noticeWords(k isnad.NoticeKind) string {
	switch k {
	case isnad.NoticeCorrection:
		return "Correction"
	case isnad.NoticeClarification:
		return "Clarification"
	case isnad.NoticeRetraction:
		return "Retraction"
	case isnad.NoticeRemoval:
		return "Removal"
	case isnad.NoticeRestoration:
		return "Restoration"
	case isnad.NoticeReply:
		return "Reply"
	}
	return oneLine(string(k))
}

// caseActWords is what happened in a case, after the name of who did it.
func caseActWords(a isnad.CaseAct) string {
	switch a.Kind {
	case isnad.CaseOpen:
		return "opened the case"
	case isnad.CaseAcknowledge:
		return "acknowledged it"
	case isnad.CaseAssign:
		return "gave it to somebody"
	case isnad.CaseTakeUp:
		return "took it up"
	case isnad.CaseAsk:
		return "asked"
	case isnad.CaseAnswer:
		return "answered"
	case isnad.CaseAdd:
		return "added"
	case isnad.CaseNote:
		return "noted, for the desk only"
	case isnad.CaseWithdraw:
		return "withdrew it"
	case isnad.CaseDecide:
		if a.Ruling != nil {
			return "decided: " + decisionWords(a.Ruling.Decision)
		}
		return "decided"
	case isnad.CaseCarryOut:
		return "carried the decision out"
	case isnad.CaseAppeal:
		return "appealed"
	case isnad.CaseClose:
		return "closed it"
	case isnad.CaseRemind:
		return "reminded"
	case isnad.CaseActionFiled:
		return "told of an action that was filed"
	}
	return oneLine(string(a.Kind))
}

// wayWords says how words came that the desk wrote down.
func wayWords(w isnad.CaseWay) string {
	switch w {
	case "":
		return ""
	case isnad.WayInPerson:
		return "in person"
	}
	return "by " + oneLine(string(w))
}

// saidWords is what somebody who wrote or called did, for who writes it down.
func saidWords(k isnad.CaseActKind) string {
	switch k {
	case isnad.CaseAnswer:
		return "an answer to the question"
	case isnad.CaseAdd:
		return "more about the case"
	case isnad.CaseWithdraw:
		return "that they withdraw it"
	case isnad.CaseAppeal:
		return "that they appeal, and why"
	case isnad.CaseActionFiled:
		return "of who gave the notice: that they filed an action"
	}
	return oneLine(string(k))
}

// dueWords says what is to be done, for whoever is to do it.
func dueWords(k isnad.CaseActKind) string {
	switch k {
	case isnad.CaseAcknowledge:
		return "to be acknowledged"
	case isnad.CaseTakeUp:
		return "to be taken up"
	case isnad.CaseAnswer:
		return "the person's answer"
	case isnad.CaseDecide:
		return "to be decided"
	case isnad.CaseCarryOut:
		return "to be carried out"
	case isnad.CaseAppeal:
		return "an appeal is possible"
	case isnad.CaseClose:
		return "to be closed"
	}
	return "to be looked at"
}
