package site

import (
	"context"
	"net/url"
	"time"

	"isnad"
	"isnad/internal/store"
)

// latestNotices are the newest notices, for the front page.
func (s *site) latestNotices(ctx context.Context, most int) ([]notice, error) {
	list, _, err := s.store.Notices(ctx, store.NoticeQuery{Page: store.Page{Limit: most}})
	if err != nil {
		return nil, err
	}
	return s.noticesShown(ctx, list)
}

// reportNotices are the notices that stand at the head of a report, the newest
// first: what holds, and a restoration for as long as nothing came after it.
// Replies stand beside the claim where there is one, and are in replies.
func reportNotices(st isnad.Standing) (head []notice, replies map[string][]notice) {
	replies = map[string][]notice{}
	for i := len(st.Notices) - 1; i >= 0; i-- {
		n := st.Notices[i]
		switch {
		case n.Undone != "":
			continue
		case n.Kind == isnad.NoticeRestoration && i < len(st.Notices)-1:
			continue
		case n.Kind == isnad.NoticeReply && n.Claim != "":
			replies[n.Claim] = append(replies[n.Claim], notice{Notice: n})
		default:
			head = append(head, notice{Notice: n})
		}
	}
	return head, replies
}

// correctionComment is a notice in the words of schema.org.
type correctionComment struct {
	Type      string `json:"@type"`
	Text      string `json:"text"`
	Published string `json:"datePublished"`
	URL       string `json:"url,omitempty"`
}

// correctionsLD are the notices on a report in the words of schema.org; of those
// that hold no longer none.
func (s *site) correctionsLD(st isnad.Standing) (out []correctionComment) {
	for _, n := range st.Notices {
		if n.Undone != "" || n.Kind == isnad.NoticeRemoval {
			continue
		}
		c := correctionComment{Type: "CorrectionComment", Text: cut(2000, noticeWords(n.Kind)+": "+n.Text), Published: n.Issued.UTC().Format(time.RFC3339)}
		if s.o.BaseURL != "" {
			c.URL = s.o.BaseURL + "/corrections/" + url.PathEscape(n.Case)
		}
		out = append(out, c)
	}
	return out
}
