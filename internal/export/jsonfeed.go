package export

import (
	"bufio"
	"encoding/json"
	"io"
)

type jsonFeedHead struct {
	Version  string           `json:"version"`
	Title    string           `json:"title"`
	Home     string           `json:"home_page_url"`
	Self     string           `json:"feed_url,omitempty"`
	About    string           `json:"description"`
	Authors  []jsonFeedAuthor `json:"authors"`
	Language string           `json:"language,omitempty"`
}

type jsonFeedAuthor struct {
	Name string `json:"name"`
}

type jsonFeedItem struct {
	ID        string           `json:"id"`
	URL       string           `json:"url"`
	External  string           `json:"external_url,omitempty"`
	Title     string           `json:"title"`
	Text      string           `json:"content_text"`
	Published string           `json:"date_published,omitempty"`
	Modified  string           `json:"date_modified,omitempty"`
	Authors   []jsonFeedAuthor `json:"authors"`
	Tags      []string         `json:"tags,omitempty"`
	Language  string           `json:"language,omitempty"`
}

// jsonFeed writes JSON Feed 1.1.
func jsonFeed[T any](w io.Writer, o Options, of func(T, Options) entry) *document[T] {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return &document[T]{w: b,
		head: func() error {
			head, err := json.Marshal(jsonFeedHead{Version: "https://jsonfeed.org/version/1.1", Title: o.Title, Home: o.BaseURL + "/",
				Self: o.Self, About: o.Title + ". " + notice, Authors: []jsonFeedAuthor{{o.Title}}})
			if err != nil {
				return err
			}
			// The items follow the head inside the same object.
			_, err = b.WriteString(string(head[:len(head)-1]) + `,"items":[` + "\n")
			return err
		},
		item: func(v T, n int) error {
			if n > 0 {
				if err := b.WriteByte(','); err != nil {
					return err
				}
			}
			e := of(v, o)
			x := jsonFeedItem{ID: e.id, URL: e.id, External: e.via, Title: e.title, Text: e.text,
				Authors: []jsonFeedAuthor{{e.author}}, Language: language(e.language)}
			if !e.published.IsZero() {
				x.Published = rfc3339(e.published)
			}
			if !e.updated.IsZero() {
				x.Modified = rfc3339(e.updated)
			}
			for _, t := range e.tags {
				x.Tags = append(x.Tags, t.label)
			}
			return enc.Encode(x)
		},
		tail: func(int) error {
			_, err := b.WriteString("]}\n")
			return err
		},
	}
}
