package site

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/fixture"
)

// sent is a dossier that holds the ID it was asked for.
func sent(_ context.Context, incident string) (Dossier, error) {
	return Dossier{Name: "dossier-x.zip", Write: func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "PK "+incident)
		return err
	}}, nil
}

// Originals belong to others and may harm: only people at the desk take them
// away, and nobody else is told the way.
func TestDossierIsForTheDesk(t *testing.T) {
	f := newOffice(t, Options{Dossier: sent})
	id := fixture.ID("market")
	address := "/desk/incidents/" + id + "/dossier.zip"
	for _, role := range append([]isnad.Role{""}, isnad.Roles()...) {
		may := role != ""
		w := f.do("GET", address, f.as(role), nil)
		switch {
		case !may && (w.Code != http.StatusSeeOther || strings.Contains(w.Body.String(), "PK")):
			t.Errorf("nobody gets %d", w.Code)
		case may && (w.Code != 200 || w.Body.String() != "PK "+id || w.Header().Get("Content-Type") != "application/zip" ||
			w.Header().Get("Content-Disposition") != `attachment; filename="dossier-x.zip"` || w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("Content-Encoding") != ""):
			t.Errorf("a %s gets %d %q %v", role, w.Code, w.Body, w.Header())
		}
		w = f.do("GET", "/incidents/"+id, f.as(role), nil)
		if w.Code != 200 || strings.Contains(w.Body.String(), address) != may {
			t.Errorf("the page of the incident, to %q: %d, and the link is %t", role, w.Code, !may)
		}
		if kept := w.Header().Get("Cache-Control") != "no-store"; kept == may || w.Header().Get("Vary") == "" {
			t.Errorf("the page of the incident, to %q: %v", role, w.Header())
		}
	}
	editor := f.as(isnad.RoleEditor)
	if w := f.do("GET", "/desk/incidents/i-gone/dossier.zip", editor, nil); w.Code != http.StatusNotFound {
		t.Errorf("an incident that is not there: %d", w.Code)
	}
	if w := f.do("HEAD", address, editor, nil); w.Code != 200 || w.Body.Len() != 0 {
		t.Errorf("HEAD: %d, %d bytes", w.Code, w.Body.Len())
	}
}

// Without a desk, or without dossiers, there is no link to one.
func TestNoDossierWithoutDesk(t *testing.T) {
	if _, body := get(t, world(t, Options{Dossier: sent}), "/incidents/"+fixture.ID("market")); strings.Contains(body, "dossier.zip") {
		t.Error("a link without a desk")
	}
	f := newOffice(t, Options{})
	if w := f.do("GET", "/desk/incidents/"+fixture.ID("market")+"/dossier.zip", f.as(isnad.RoleAdmin), nil); w.Code != http.StatusNotFound {
		t.Errorf("without dossiers: %d", w.Code)
	}
}

// What stands in the way is told line by line, and none of the file is sent.
func TestDossierThatCannotBeMade(t *testing.T) {
	var standing error
	f := newOffice(t, Options{Logger: slog.New(slog.DiscardHandler), Dossier: func(context.Context, string) (Dossier, error) { return Dossier{}, standing }})
	for _, tt := range []struct {
		err  error
		code int
	}{
		{errors.Join(errors.New("capture c1: its <bytes> are not in the archive"), errors.New("capture c2: changed")), 500},
		{errors.Join(isnad.ErrTooLarge, errors.New("capture c1: its <bytes> and capture c2 are long")), 413},
		{errors.Join(isnad.ErrNotFound, errors.New("capture c1: its <bytes> and capture c2 have no row")), 500}, // not the incident: that is there
	} {
		standing = tt.err
		w := f.do("GET", "/desk/incidents/"+fixture.ID("market")+"/dossier.zip", f.as(isnad.RoleContributor), nil)
		body := w.Body.String()
		if w.Code != tt.code || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Content-Disposition") != "" {
			t.Errorf("%d %v", w.Code, w.Header())
		}
		mustHave(t, "fault", body, "capture c1: its &lt;bytes&gt;", "capture c2")
	}
}

// A file that breaks off is seen to have broken off, and no more than two are
// written at once.
func TestDossierBreaksOff(t *testing.T) {
	begun, goOn := make(chan bool), make(chan error)
	f := newOffice(t, Options{Logger: slog.New(slog.DiscardHandler), Dossier: func(context.Context, string) (Dossier, error) {
		return Dossier{Name: "x.zip", Write: func(_ context.Context, w io.Writer) error {
			_, err := io.WriteString(w, "PK")
			begun <- true
			return errors.Join(err, <-goOn)
		}}, nil
	}})
	cookie := f.as(isnad.RoleContributor)
	address := "/desk/incidents/" + fixture.ID("market") + "/dossier.zip"
	ended := make(chan any)
	for range 2 {
		go func() {
			defer func() { ended <- recover() }()
			f.do("GET", address, cookie, nil)
		}()
		<-begun
	}
	if w := f.do("GET", address, cookie, nil); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("the third: %d %v", w.Code, w.Header())
	}
	goOn <- errors.New("the disk is gone")
	if got := <-ended; got != http.ErrAbortHandler {
		t.Errorf("a broken file ended with %v", got)
	}
	goOn <- nil
	if got := <-ended; got != nil {
		t.Errorf("a whole file ended with %v", got)
	}
}
