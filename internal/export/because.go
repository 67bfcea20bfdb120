package export

import (
	"fmt"
	"slices"
	"strings"

	"isnad"
)

// Bit is a piece of a sentence: words of ours, or a name as others write it.
type Bit struct {
	Text  string
	Name  bool
	Claim string // ID of the claim that the named one makes; empty for words and for the accused
}

// Claimant is who makes a claim, for a sentence.
type Claimant struct {
	Name    string
	Parties []string // names of the parties that the claim accuses
}

// named is how many claimants of one side a sentence names.
const named = 3

// Because is why an incident has its strike status or grading, as a sentence:
// "Health office tells of it; Army denies it." who names the claimant of a claim,
// and is false where it is not known any more. Empty for an incident that rules
// made which gave no reason.
func Because(r isnad.Reason, who func(claim string) (Claimant, bool)) []Bit {
	s := sentence{who: who}
	switch r.Rule {
	case isnad.RuleDenied:
		if len(r.Claims) > 0 {
			s.names(r.Claims).say(" %s of it; ", "tells", "tell").names(r.Against).say(" %s it.", "denies", "deny")
		} else {
			s.names(r.Against).say(" %s it; nobody here tells of it.", "denies", "deny")
		}
	case isnad.RuleDifferentParties:
		s.names(r.Claims).say(" %s ", "names", "name").parties(r.Claims).words("; ").names(r.Against).say(" %s ", "names", "name").parties(r.Against).words(".")
	case isnad.RuleOwnedUp:
		s.names(r.Claims).say(" %s to have done it.", "claims", "claim")
	case isnad.RuleOneOrigin:
		s.words("Only ").names(r.Claims).say(" %s of it, as far as is known here.", "tells", "tell")
	case isnad.RuleSeveralOrigins:
		s.names(r.Claims).words(" tell of it and draw on each other nowhere, as far as is known here; they do not differ over who did it.")
	case isnad.RuleNobodyHurt:
		s.names(r.Claims).say(" %s that nobody was killed or injured, and nobody says otherwise.", "says", "say")
	case isnad.RuleFightersOnly:
		s.names(r.Claims).say(" %s fighters only among the dead.", "counts", "count")
	case isnad.RuleStatusContested:
		s.words("The incident itself is contested.")
	case isnad.RuleHarmSeveralOrigins:
		s.names(r.Claims).words(" tell of people killed or injured and draw on each other nowhere, as far as is known here.")
	case isnad.RuleHarmOwnedUp:
		s.names(r.Claims).say(" %s of people killed or injured, and ", "tells", "tell").names(r.Against).say(" %s to have done it.", "claims", "claim")
	case isnad.RuleHarmOneOrigin:
		s.words("Only ").names(r.Claims).say(" %s of people killed or injured, as far as is known here.", "tells", "tell")
	case isnad.RuleNoFigures:
		s.words("Nobody says how many were killed or injured.")
	case isnad.RulePerson:
		s.words("Set by a person at the desk.")
	}
	return s.bits
}

// sentence is one being made. many is whether its last names are several.
type sentence struct {
	bits []Bit
	many bool
	who  func(string) (Claimant, bool)
}

func (s *sentence) words(text string) *sentence {
	s.bits = append(s.bits, Bit{Text: text})
	return s
}

// say adds words whose verb goes with the names before.
func (s *sentence) say(form, one, many string) *sentence {
	if s.many {
		one = many
	}
	return s.words(strings.Replace(form, "%s", one, 1))
}

// names adds claimants: "A", "A and B", "A, B, C and 4 more".
func (s *sentence) names(claims []string) *sentence {
	s.many = len(claims) > 1
	shown := claims
	if len(claims) > named+1 {
		shown = claims[:named]
	}
	for n, id := range shown {
		switch {
		case n > 0 && n == len(claims)-1:
			s.words(" and ")
		case n > 0:
			s.words(", ")
		}
		if c, ok := s.who(id); ok && c.Name != "" {
			s.bits = append(s.bits, Bit{c.Name, true, id})
		} else {
			s.words("someone")
		}
	}
	if more := len(claims) - len(shown); more > 0 {
		s.words(fmt.Sprintf(" and %d more", more))
	}
	return s
}

// parties adds the names of those that claims accuse.
func (s *sentence) parties(claims []string) *sentence {
	var out []string
	for _, id := range claims {
		c, _ := s.who(id)
		for _, p := range c.Parties {
			if p = line(p); p != "" && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	if len(out) == 0 {
		return s.words("a party")
	}
	for n, p := range out[:min(len(out), named)] {
		switch {
		case n > 0 && n == len(out)-1:
			s.words(" and ")
		case n > 0:
			s.words(", ")
		}
		s.bits = append(s.bits, Bit{Text: begin(p, 80), Name: true})
	}
	if len(out) > named {
		s.words(" and others")
	}
	return s
}
