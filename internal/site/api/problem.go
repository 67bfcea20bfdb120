package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"

	"github.com/danielgtaylor/huma/v2"
)

// asking is what every operation takes in: the parameters as they were sent.
// They are read by room query and not by huma, so that the site and the API
// understand the same words.
type asking struct {
	path   string
	values url.Values
	err    error
}

// Resolve takes the parameters out of the address.
func (q *asking) Resolve(ctx huma.Context) []error {
	u := ctx.URL()
	q.path = u.Path
	q.values, q.err = url.ParseQuery(u.RawQuery)
	return nil
}

// one is asking for one thing by its ID.
type one struct {
	asking
	ID string `path:"id" doc:"ID of the thing" maxLength:"200"`
}

// check is that of asking, and of the ID. One that cannot be an ID never gets to
// a database, which may take it for a failure; it is absent like any other that
// is not there.
func (o *one) check(err error, names []string) error {
	if !utf8.ValidString(o.ID) || len(o.ID) > 200 || strings.ContainsFunc(o.ID, unicode.IsControl) {
		return huma.Error404NotFound(fmt.Sprintf("there is nothing by the name %q", clip(o.ID)))
	}
	return o.asking.check(err, names)
}

// known refuses parameters that the operation does not know.
func (q *asking) known(params ...string) error {
	if q.err != nil {
		return &query.Error{Param: "?", Value: clip(q.err.Error()), Want: "a query string"}
	}
	return query.Unknown(q.values, params...)
}

// wrong tells mistakes in parameters as a 400 that names each of them.
func wrong(errs ...error) error {
	err := errors.Join(errs...)
	var details []error
	for _, m := range query.Mistakes(err) {
		details = append(details, &huma.ErrorDetail{Message: "must be " + m.Want, Location: "query." + m.Param, Value: m.Value})
	}
	if len(details) == 0 {
		return huma.Error400BadRequest(err.Error())
	}
	detail := details[0].(*huma.ErrorDetail)
	return huma.Error400BadRequest(detail.Location+" "+detail.Message, details...)
}

// failed tells an error of the store: a removed report is 410, or 451 where law or
// an order removed it, absent is 404, a place in a list that is
// not understood 400, late is 503, and everything else is 500 and goes to the log.
func (a *api) failed(ctx context.Context, err error, what string) error {
	var removed *store.RemovedError
	switch {
	case errors.As(err, &removed):
		status := http.StatusGone
		if removed.Legal {
			status = http.StatusUnavailableForLegalReasons
		}
		return huma.NewError(status, "the report was removed on "+removed.Since.UTC().Format("2006-01-02")+" by notice "+removed.Notice,
			&huma.ErrorDetail{Message: "removed by the notice with this ID", Location: "path.id", Value: removed.Notice})
	case errors.Is(err, isnad.ErrNotFound):
		return huma.Error404NotFound("there is no " + what)
	case errors.Is(err, store.ErrQuery):
		return wrong(&query.Error{Param: "after", Value: "", Want: "the next of a page of this very list, with the same filters"})
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		a.o.Logger.WarnContext(ctx, "API request took too long", "what", what, "error", err)
		return huma.Error503ServiceUnavailable("this took too long; ask for less at once")
	case ctx.Err() != nil: // nobody listens any more
		return huma.NewError(http.StatusServiceUnavailable, "the request was given up")
	}
	a.o.Logger.ErrorContext(ctx, "API request failed", "what", what, "error", err)
	return huma.Error500InternalServerError("this failed on our side; it has been logged")
}

// without is list minus some names.
func without(list []string, names ...string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(names, s) })
}
