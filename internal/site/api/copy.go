package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"isnad/internal/export/republish"
	"isnad/internal/site/copies"
	"isnad/internal/site/query"
)

// copied registers an operation that answers with a copy of a report.
func copied(h huma.API, path, summary, about string, handler func(context.Context, *one) (*file, error)) {
	op := operation(h, path, "reports", summary, about, []string{"form", "version"})
	content := map[string]*huma.MediaType{}
	for _, f := range republish.Forms() {
		schema := &huma.Schema{Type: huma.TypeString}
		if f == republish.JSON {
			schema = &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "ninjs 3.0 (IPTC, News in JSON)"}
		}
		content[plain(f.MediaType())] = &huma.MediaType{Schema: schema}
	}
	op.Responses["200"] = &huma.Response{Description: "OK", Content: content}
	op.Responses["403"] = &huma.Response{Description: "The terms do not allow it", Content: op.Responses["404"].Content}
	huma.Register(h, op, handler)
}

// copy answers with a report as whoever republishes it takes it, or with its citation alone.
func (a *api) copy(whole bool) func(context.Context, *one) (*file, error) {
	return func(ctx context.Context, in *one) (*file, error) {
		q, err := query.Claims(in.values) // for the version
		form := republish.Form(in.values.Get("form"))
		if form == "" {
			form = republish.JSON
		}
		if form.MediaType() == "application/octet-stream" && err == nil {
			err = &query.Error{Param: "form", Value: clip(string(form)), Want: "html, md, txt or json"}
		}
		if err := in.check(err, []string{"form", "version"}); err != nil {
			return nil, err
		}
		c, err := copies.Of(ctx, a.st, in.ID, q.Version, a.base(ctx), a.o.Republish)
		if err != nil {
			return nil, a.failed(ctx, err, named("report or version", in.ID))
		}
		if whole && !c.Whole {
			return nil, huma.NewError(http.StatusForbidden, refusal(c.Leave))
		}
		c.Whole = whole
		b, err := republish.Write(c, form)
		if err != nil {
			return nil, a.failed(ctx, err, string(form))
		}
		out := &file{ContentType: form.MediaType(), Body: b}
		if form != republish.JSON { // what a browser would show stays a file
			out.Disposition = `attachment; filename="report.` + string(form) + `"`
		}
		return out, nil
	}
}

// refusal says why a text is not handed out, in the words of its terms.
func refusal(l republish.Leave) string {
	if l.Verdict == republish.Silent {
		return "nothing is known of its terms, and this site hands out only texts whose terms allow it; its citation is at …/citation"
	}
	return "its terms do not let it be published again without asking: " + clip(strings.Join(l.Words, " ")) + "; its citation is at …/citation"
}
