package site

import (
	"strings"

	"isnad/internal/store"
)

// accountEvent tells what happened about an account, as the end of a line that
// begins with who it is about.
func accountEvent(e store.PersonEvent) string {
	switch e.Kind {
	case store.EventSignIn:
		return "signed in with " + signInWay(e.Way)
	case store.EventSignInFailed:
		return "a sign-in failed: " + signInWay(e.Way) + " not right"
	case store.EventAdded:
		return "got an account as " + oneLine(e.Detail)
	case store.EventInvited:
		return "a link was made for a new " + oneLine(e.Detail)
	case store.EventRemoved:
		return "the account was ended"
	case store.EventRole:
		return "became " + oneLine(e.Detail)
	case store.EventPassword:
		if e.Detail != "" {
			return "got a new password " + oneLine(e.Detail)
		}
		return "got a new password"
	case store.EventReset:
		return "all they signed in with was taken away, and a link made"
	case store.EventPasskeyAdded:
		return "a passkey was added: " + oneLine(e.Detail)
	case store.EventPasskeyRemoved:
		return "a passkey was removed: " + oneLine(e.Detail)
	case store.EventCodesAdded:
		return "one-time codes were set up"
	case store.EventCodesRemoved:
		return "one-time codes were removed"
	case store.EventRecoveryCodes:
		return "new recovery codes were made"
	case store.EventLoginAdded:
		return "a login was added: " + oneLine(e.Detail)
	case store.EventLoginRemoved:
		return "a login was removed: " + oneLine(e.Detail)
	case store.EventSessionsEnded:
		return "was signed out elsewhere"
	}
	return oneLine(string(e.Kind))
}

// signInWay is a way to sign in, in words.
func signInWay(way string) string {
	if way == "" {
		return "something of before it was written down"
	}
	words := map[string]string{"password": "password", "passkey": "passkey", "provider": "provider", "link": "a link", "code": "one-time code", "recovery code": "recovery code"}
	parts := strings.Split(way, " and ")
	for i, p := range parts {
		if w, ok := words[p]; ok {
			parts[i] = w
		}
	}
	return oneLine(strings.Join(parts, " and "))
}

// browserWords is what a browser says it is, short: "Firefox on Linux". It is what
// was said, and nothing rests on it.
func browserWords(agent string) string {
	if agent == "" {
		return "a program that does not say what it is"
	}
	name, system := "", ""
	for _, b := range [][2]string{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox", "Firefox"}, {"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrom", "Chrome"}, {"Safari", "Safari"}} {
		if strings.Contains(agent, b[0]) {
			name = b[1]
			break
		}
	}
	for _, o := range [][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "Mac"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}} {
		if strings.Contains(agent, o[0]) {
			system = o[1]
			break
		}
	}
	switch {
	case name != "" && system != "":
		return name + " on " + system
	case name != "":
		return name
	}
	return cut(60, oneLine(agent))
}
