package export

import (
	"errors"
	"io"
	"net/url"
	"strings"
	"time"
)

// entry is one item of a feed, before it takes the form of Atom, RSS or JSON Feed.
// All of it is plain text: no markup of a report ever gets into a feed.
type entry struct {
	id        string // its page; the same for ever, as long as the site keeps its address
	title     string
	text      string // paragraphs parted by one empty line; says who says so
	published time.Time
	updated   time.Time
	author    string // who says so: the outlet of a report; of an incident this site, which gathered it
	via       string // where the report was read, http or https
	language  string // of the title
	tags      []tag
}

type tag struct{ term, label string }

// feed writes entries in one of the three formats.
func feed[T any](w io.Writer, f Format, o Options, of func(T, Options) entry) (Encoder[T], error) {
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	if webAddress(o.BaseURL) == "" {
		return nil, errors.New("a feed needs the address of the site (http or https), since its entries are known by their pages")
	}
	o.Title, o.Self = line(o.Title), webAddress(o.Self)
	if o.Title == "" {
		o.Title = "isnad"
	}
	switch f {
	case Atom:
		return atom(w, o, of), nil
	case RSS:
		return rss(w, o, of), nil
	}
	return jsonFeed(w, o, of), nil
}

// page is the address of a page of the site, empty when the site's is not known.
func (o Options) page(room, id string) string {
	if o.BaseURL == "" || id == "" {
		return ""
	}
	return strings.TrimRight(o.BaseURL, "/") + "/" + room + "/" + url.PathEscape(id)
}

// notice stands under every entry.
const notice = "Claims are what sources say. They are not established facts."
