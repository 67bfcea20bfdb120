package fetch

import (
	"strconv"
	"strings"
	"time"
)

// rules are what robots.txt of one origin says to us (RFC 9309).
//
// The reading is our own. Of what was tried, github.com/temoto/robotstxt drops a
// whole file for one bad line, so that what is forbidden there is fetched, and
// looks for patterns anywhere in a path, so that "Allow: /public*.html" opens
// /private/public.html.
type rules struct {
	list       []rule
	crawlDelay time.Duration // 0 when not asked for
}

type rule struct {
	pattern string // percent-encoded as escape does; '*' is any run of characters, '$' at the end is the end
	allow   bool
}

// parseRobots reads the rules for a product. Lines that cannot be read are
// passed over, as the standard demands.
func parseRobots(body, product string) rules {
	var ours, everyone rules
	var hit, hitEveryone, found bool // the group is ours; is everyone's; a group was ours
	inAgents := false                // lines of user agents that follow each other share a group
	body = strings.TrimPrefix(body, "\uFEFF")
	for line := range strings.FieldsFuncSeq(body, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch key = strings.ToLower(strings.TrimSpace(key)); key {
		case "user-agent":
			if !inAgents {
				hit, hitEveryone = false, false
			}
			inAgents = true
			if value == "*" {
				hitEveryone = true
			} else if token := productToken(value); token != "" && token == product {
				hit, found = true, true
			}
		case "allow", "disallow", "crawl-delay":
			inAgents = false
			if hit {
				ours.add(key, value)
			}
			if hitEveryone {
				everyone.add(key, value)
			}
		}
	}
	if found {
		return ours
	}
	return everyone
}

func (r *rules) add(key, value string) {
	if key == "crawl-delay" {
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.crawlDelay = time.Duration(min(s, maxDelay.Seconds()) * float64(time.Second))
		}
		return
	}
	if value == "" {
		return // nothing is disallowed
	}
	if value[0] != '/' && value[0] != '*' {
		value = "/" + value
	}
	// '*' and '$' stand as they are; where a path holds them they are matched
	// percent-encoded too.
	r.list = append(r.list, rule{escape(value), key == "allow"})
}

// allowed tells whether a path with its query may be fetched, and by which
// pattern not. The longest pattern that fits decides, the kinder of two of one
// length.
func (r rules) allowed(path string) (bool, string) {
	path = escape(path)
	best := rule{allow: true}
	for _, x := range r.list {
		if longer := len(x.pattern) - len(best.pattern); longer < 0 || longer == 0 && !x.allow {
			continue
		}
		if x.matches(path) {
			best = x
		}
	}
	return best.allow, best.pattern
}

// matches runs in the length of the path and the pattern together: the first
// place where a part fits is as good as any later one.
func (x rule) matches(path string) bool {
	pattern, whole := strings.CutSuffix(x.pattern, "$")
	first, rest, more := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, first)
	if !ok {
		return false
	}
	for more {
		var part string
		part, rest, more = strings.Cut(rest, "*")
		if !more && whole {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}

// productToken is the part of a name that robots.txt goes by: letters, '_' and
// '-', in lower case.
func productToken(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || r == '-')
	})
	if end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s)
}
